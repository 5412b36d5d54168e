import { hashPair, hashText, hashTriple } from "./linear-model.ts";
import type { SentimentFacts } from "./sentiment-features.ts";
import type { SentimentContext, TokenRange } from "./sentiment-features-context.ts";
import { ancestors, pathBetween, positionsFrom } from "./sentiment-features-path.ts";
import { type DocWords, NAME } from "./sentiment-features-words.ts";

/** Collects hashed features; the same feature twice counts once. */
class Features {
  #list = new Uint32Array(512);
  #count = 0;
  /** Open addressing: one more than the place in the list of the feature that hashed here. */
  #slots = new Uint16Array(2048);

  /** Adds a feature of the kind `kind`, made of up to three numbers. */
  put(kind: number, a: number, b = 0, c = 0): void {
    const feature = hashTriple(hashPair(kind, a), b, c);
    const mask = this.#slots.length - 1;
    let slot = (feature >>> 16) & mask;
    while (this.#slots[slot] !== 0) {
      if (this.#list[this.#slots[slot]! - 1] === feature) return;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#count + 1;
    this.#list[this.#count++] = feature;
    if (this.#count === this.#list.length) this.#grow();
  }

  get values(): Uint32Array {
    return this.#list.subarray(0, this.#count);
  }

  #grow(): void {
    const features = this.values;
    this.#list = new Uint32Array(features.length * 2);
    this.#list.set(features);
    this.#slots = new Uint16Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    features.forEach((feature, i) => {
      let slot = (feature >>> 16) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = i + 1;
    });
  }
}

/** Kinds of features. What is numbered by the tens leaves room for a mention's or a zone's number. */
const K = {
  word: 1,
  twoWords: 2,
  threeWords: 3,
  fine: 4,
  names: 5,
  length: 6,
  order: 7,
  gap: 8,
  between: 9,
  rels: 10,
  quotes: 11,
  middle: 12,
  middleWord: 13,
  lastWord: 14,
  path: 15,
  plainPath: 16,
  pathLength: 17,
  top: 18,
  topWord: 19,
  topFine: 20,
  topMiddle: 21,
  topStance: 22,
  topPathWord: 23,
  topPathFine: 24,
  topPathMiddle: 25,
  topPathStance: 26,
  pathSigns: 27,
  pathSignsEnds: 28,
  pathLemmas: 29,
  sign: 30,
  signKind: 31,
  signSteps: 32,
  signHedged: 33,
  signTarget: 34,
  signSum: 35,
  signNone: 36,
  signAll: 37,
  zoneWord: 100,
  zoneTwo: 110,
  zoneMiddle: 120,
  zoneStance: 130,
  near: 200,
  nearFine: 210,
  nearAny: 220,
  nearTwo: 230,
  nearThree: 240,
  nearBoth: 250,
  governor: 300,
  governorFine: 310,
  governorMiddle: 320,
  governorWord: 330,
  governorStance: 340,
  sibling: 350,
  siblingMiddle: 360,
  siblingHead: 370,
  siblingNegator: 380,
  governorPath: 390,
  dependent: 400,
  dependentFine: 410,
  dependentRel: 420,
  dependentStance: 430,
  polarityPlace: 440,
  polaritySum: 450,
  polarityTotal: 460,
  quoted: 470,
  rel: 480,
  first: 490,
  xpos: 500,
  place: 510,
  pathWord: 600,
  pathFine: 610,
  pathMiddle: 620,
  pathRelWord: 630,
  pathRelMiddle: 640,
  pathStance: 650,
  pathSibling: 660,
  pathSiblingMiddle: 670,
  pathNegated: 680,
} as const;

const PUNCT = hashText("punct");
const DET = hashText("det");
const START = hashText("START");
const END = hashText("END");

/**
 * Hashed features of what is said between the context's two mentions. Where the first mention stands second in the
 * text, what depends on the order is told apart; what the tree says is not.
 */
export function pairFeatures(facts: SentimentFacts): Uint32Array {
  const features = new Features();
  const { context } = facts;
  const [p, q] = context.mentions as [TokenRange, TokenRange];
  const inOrder = p.first < q.first;
  const [left, right] = inOrder ? [p, q] : [q, p];
  const zones = inOrder ? 1 : 4;
  bag(features, context, (i) => zones + (i < left.first ? 0 : i < right.first ? 1 : 2));
  for (const m of [0, 1]) aboutMention(features, facts, m);
  path(features, context, p.head, q.head);
  signs(features, facts);
  setting(features, context);
  return features.values;
}

/** Hashed features of how the context's only mention is judged. */
export function targetFeatures(facts: SentimentFacts): Uint32Array {
  const features = new Features();
  const { context } = facts;
  const [target] = context.mentions as [TokenRange];
  bag(features, context, (i) => (i < target.first ? 1 : 2));
  aboutMention(features, facts, 0);
  signs(features, facts);
  setting(features, context);
  return features.values;
}

function aboutMention(features: Features, { context }: SentimentFacts, m: number): void {
  around(features, context, m);
  governors(features, context, m);
  dependents(features, context, m);
  sums(features, context, m);
}

/** Words, pairs of words and word classes, each by itself and by zone. */
function bag(features: Features, context: SentimentContext, zoneOf: (token: number) => number): void {
  const { length, words, mentionOf } = context;
  const { lemmas } = words;
  for (let i = 0; i < length; i++) {
    if (mentionOf[i]! >= 0) continue;
    const zone = zoneOf(i);
    const lemma = lemmas[i]!;
    const next = i + 1 < length ? lemmas[i + 1]! : END;
    features.put(K.word, lemma);
    features.put(K.twoWords, lemma, next);
    features.put(K.zoneWord + zone, lemma);
    features.put(K.zoneTwo + zone, lemma, next);
    if (i + 2 < length) features.put(K.threeWords, lemma, next, lemmas[i + 2]!);
    features.put(K.fine, words.fine[i]!);
    features.put(K.zoneMiddle + zone, words.middle[i]!);
    if (words.stance[i]) features.put(K.zoneStance + zone, words.stance[i]!, negatedNear(words, i) ? 1 : 0);
  }
}

function negatedNear({ negators }: DocWords, token: number): boolean {
  for (let i = Math.max(0, token - 3); i < token; i++) if (negators[i]) return true;
  return false;
}

/** The words beside a mention. */
function around(features: Features, { words, mentions, length }: SentimentContext, m: number): void {
  const { first, end } = mentions[m]!;
  const at = (i: number): number => (i < 0 ? START : i >= length ? END : words.lemmas[i]!);
  const fine = (i: number): number => (i < 0 || i >= length ? 0 : words.fine[i]!);
  for (let d = 1; d <= 4; d++) {
    features.put(K.near + m, -d, at(first - d));
    features.put(K.near + m, d, at(end - 1 + d));
    features.put(K.nearFine + m, -d, fine(first - d));
    features.put(K.nearFine + m, d, fine(end - 1 + d));
    features.put(K.nearAny + m, 0, at(first - d));
    features.put(K.nearAny + m, 1, at(end - 1 + d));
  }
  features.put(K.nearTwo + m, 0, at(first - 2), at(first - 1));
  features.put(K.nearTwo + m, 1, at(end), at(end + 1));
  features.put(K.nearThree + m, at(end), at(end + 1), at(end + 2));
  features.put(K.nearBoth + m, at(first - 1), at(end));
}

/** The words that a mention hangs on, with the relations on the way. */
function governors(features: Features, context: SentimentContext, m: number): void {
  const { words, heads, length, mentionOf } = context;
  const chain = ancestors(context, context.mentions[m]!.head);
  let rels = 0;
  for (let i = 0; i + 1 < chain.length && i < 4; i++) {
    const token = chain[i]!;
    rels = hashPair(rels, words.introduced[token]!);
    const head = chain[i + 1]!;
    features.put(K.governor + m, rels, words.lemmas[head]!);
    features.put(K.governorFine + m, rels, words.fine[head]!);
    features.put(K.governorMiddle + m, rels, words.middle[head]!);
    features.put(K.governorWord + m, i, words.lemmas[head]!);
    features.put(K.governorStance + m, rels, words.stance[head]!);
    if (i > 1) continue;
    const own = hashPair(i, words.rels[token]!);
    for (let t = 0; t < length; t++) {
      if (heads[t] !== head || t === token || mentionOf[t]! === m) continue;
      const rel = words.rels[t]!;
      if (rel === PUNCT || rel === DET) continue;
      features.put(K.sibling + m, own, rel, words.lemmas[t]!);
      features.put(K.siblingMiddle + m, own, rel, words.middle[t]!);
      features.put(K.siblingHead + m, own, hashPair(words.lemmas[head]!, rel), words.lemmas[t]!);
      if (words.negators[t]) features.put(K.siblingNegator + m, i, words.stance[head]!);
    }
  }
  features.put(K.governorPath + m, rels);
}

/** The words that hang on a mention. */
function dependents(
  features: Features,
  { words, heads, length, mentions, mentionOf }: SentimentContext,
  m: number,
): void {
  const { head } = mentions[m]!;
  for (let t = 0; t < length; t++) {
    if (heads[t] !== head || mentionOf[t] === m) continue;
    const rel = words.rels[t]!;
    features.put(K.dependent + m, rel, words.lemmas[t]!);
    features.put(K.dependentFine + m, rel, words.fine[t]!);
    features.put(K.dependentRel + m, rel);
    if (words.stance[t]) features.put(K.dependentStance + m, rel, words.stance[t]!);
  }
}

/** General polarity by distance in the tree and in the text. */
function sums(features: Features, context: SentimentContext, m: number): void {
  const { words, length } = context;
  const { first, end, head } = context.mentions[m]!;
  const { ups, downs } = positionsFrom(context, head);
  const near = [0, 0, 0, 0, 0, 0];
  for (let t = 0; t < length; t++) {
    if (words.polarity[t] === 0) continue;
    const value = words.polarity[t]! * (negatedNear(words, t) ? -1 : 1);
    const distance = ups[t]! + downs[t]!;
    near[distance <= 2 ? 0 : distance <= 4 ? 1 : 2]! += value;
    const gap = t < first ? first - t : t - end + 1;
    near[gap <= 3 ? 3 : gap <= 8 ? 4 : 5]! += value;
    features.put(K.polarityPlace + m, Math.min(4, ups[t]!), Math.min(4, downs[t]!), Math.sign(value));
  }
  for (let i = 0; i < near.length; i++) features.put(K.polaritySum + m, i, bucket(near[i]!));
  features.put(K.polarityTotal + m, bucket(near[0]! + near[1]! + near[2]!));
}

/** -3 … 3 */
function bucket(value: number): number {
  const size = Math.abs(value);
  return Math.sign(value) * (size < 0.05 ? 0 : size < 0.6 ? 1 : size < 1.2 ? 2 : 3);
}

/** The way through the tree from one mention to the other: relations, words and classes. */
function path(features: Features, context: SentimentContext, from: number, to: number): void {
  const { words, heads, length, mentionOf } = context;
  const { up, top, down } = pathBetween(context, from, to);
  let labels = 0;
  let plain = 0;
  for (const [way, tokens] of [up, down].entries()) {
    for (const t of tokens) {
      labels = hashTriple(labels, way, words.introduced[t]!);
      plain = hashTriple(plain, way, words.rels[t]!);
    }
  }
  const ends = hashPair(
    up.length > 0 ? words.introduced[up.at(-1)!]! : 1,
    down.length > 0 ? words.introduced[down[0]!]! : 1,
  );
  features.put(K.path, labels);
  features.put(K.plainPath, plain);
  features.put(K.pathLength, up.length, down.length);
  features.put(K.top, words.lemmas[top]!);
  features.put(K.topWord, ends, words.lemmas[top]!);
  features.put(K.topFine, ends, words.fine[top]!);
  features.put(K.topMiddle, ends, words.middle[top]!);
  features.put(K.topStance, ends, words.stance[top]!);
  features.put(K.topPathWord, labels, words.lemmas[top]!);
  features.put(K.topPathMiddle, plain, words.middle[top]!);
  features.put(K.topPathFine, plain, words.fine[top]!);
  features.put(K.topPathStance, plain, words.stance[top]!);
  const inner = [...up.slice(1), top, ...down.slice(0, -1)];
  let signsOnPath = 0;
  let lemmas = 0;
  inner.forEach((t, i) => {
    const side = t === top ? 2 : i < up.length - 1 ? 0 : 1;
    lemmas = hashPair(lemmas, words.lemmas[t]!);
    features.put(K.pathWord + side, words.lemmas[t]!);
    features.put(K.pathFine + side, words.fine[t]!);
    features.put(K.pathMiddle + side, words.middle[t]!);
    features.put(K.pathRelWord + side, words.introduced[t]!, words.lemmas[t]!);
    features.put(K.pathRelMiddle + side, words.rels[t]!, words.middle[t]!);
    if (words.stance[t]) {
      signsOnPath = hashTriple(signsOnPath, side, words.stance[t]!);
      features.put(K.pathStance + side, words.stance[t]!);
    }
    for (let c = 0; c < length; c++) {
      if (heads[c] !== t || mentionOf[c]! >= 0 || inner.includes(c)) continue;
      const rel = words.rels[c]!;
      if (rel === PUNCT || rel === DET) continue;
      features.put(K.pathSibling + side, rel, words.lemmas[c]!);
      features.put(K.pathSiblingMiddle + side, rel, words.middle[c]!);
      if (words.negators[c]) features.put(K.pathNegated, side);
    }
  });
  features.put(K.pathSigns, signsOnPath);
  features.put(K.pathSignsEnds, ends, signsOnPath);
  features.put(K.pathLemmas, lemmas);
}

const HOLDERS = { other: 8, nobody: 9 } as const;
const SENSE_KINDS = { act: 1, say: 2, think: 3, event: 4, judge: 5 } as const;
const BY = { holder: 1, namer: 2, speaker: 3, none: 4 } as const;

/** What composition says. */
function signs(features: Features, { context, signs: found }: SentimentFacts): void {
  const best = new Map<number, number>();
  for (const { holder, by, target, sign, strength, kind, steps, hedged } of found) {
    const who = (typeof holder === "number" ? holder : HOLDERS[holder]) * 16 + target;
    features.put(K.sign, who, sign);
    features.put(K.signKind, who, sign, SENSE_KINDS[kind] * 8 + BY[by]);
    features.put(K.signSteps, who, sign, Math.min(3, steps));
    if (hedged) features.put(K.signHedged, who, sign);
    features.put(K.signTarget, target, sign);
    best.set(who, (best.get(who) ?? 0) + sign * strength);
  }
  let all = 0;
  for (const [who, value] of [...best].sort((a, b) => a[0] - b[0])) {
    features.put(K.signSum, who, bucket(value));
    all = hashTriple(all, who, Math.sign(value));
  }
  features.put(K.signAll, all);
  context.mentions.forEach((_, m) => {
    if (!found.some(({ target }) => target === m)) features.put(K.signNone, m);
  });
}

/** Distance, quotation, other names, and what kind of sentence it is. */
function setting(features: Features, { words, mentions, length }: SentimentContext): void {
  const { lemmas } = words;
  features.put(K.lastWord, lemmas[length - 1]!);
  const names = (from: number, to: number): number => {
    let count = 0;
    for (let i = from; i < to; i++) if (lemmas[i] === NAME && lemmas[i - 1] !== NAME) count++;
    return Math.min(4, count);
  };
  mentions.forEach((mention, m) => {
    features.put(K.quoted + m, words.quoted[mention.head]!);
    features.put(K.rel + m, words.introduced[mention.head]!);
    features.put(K.first + m, mention.first === 0 ? 1 : 0);
    features.put(K.xpos + m, words.xpos[mention.head]!);
    features.put(K.place + m, Math.min(5, Math.floor((6 * mention.first) / length)));
  });
  const [p, q] = mentions;
  if (p && q) {
    const order = p.first < q.first ? 1 : 0;
    const [left, right] = order ? [p, q] : [q, p];
    const gap = right.first - left.end;
    features.put(K.order, order);
    features.put(K.gap, order, gap <= 0 ? 0 : Math.min(7, 1 + Math.floor(Math.log2(gap))));
    features.put(K.between, names(left.end, right.first));
    features.put(K.rels, words.introduced[p.head]!, words.introduced[q.head]!);
    features.put(K.quotes, words.quoted[p.head]!, words.quoted[q.head]!);
    if (gap <= 6) {
      let middle = order;
      for (let i = left.end; i < right.first; i++) {
        middle = hashPair(middle, lemmas[i]!);
        features.put(K.middleWord, order, lemmas[i]!);
      }
      features.put(K.middle, middle);
    }
  }
  features.put(K.names, names(0, length));
  features.put(K.length, Math.min(6, Math.floor(length / 10)));
}
