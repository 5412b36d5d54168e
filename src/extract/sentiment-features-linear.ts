import { hashText } from "./linear-model.ts";
import type { ComposedSign } from "./sentiment-features-composition.ts";
import type { SentimentContext, TokenRange } from "./sentiment-features-context.ts";
import { ancestors, pathBetween, positionsFrom } from "./sentiment-features-path.ts";
import type { WordFacts } from "./sentiment-features-words.ts";

/** Everything that features are read from. */
export interface SentimentFacts {
  readonly context: SentimentContext;
  readonly words: WordFacts;
  readonly signs: readonly ComposedSign[];
}

/** Collects hashed features; the same feature twice counts once. */
class Features {
  readonly #seen = new Set<number>();
  put(feature: string): void {
    this.#seen.add(hashText(feature));
  }
  get values(): number[] {
    return [...this.#seen];
  }
}

/**
 * Hashed features of what is said between the context's two mentions. Where the first mention stands second in the
 * text, what depends on the order is told apart; what the tree says is not.
 */
export function pairFeatures(facts: SentimentFacts): number[] {
  const features = new Features();
  const { context } = facts;
  const [p, q] = context.mentions as [TokenRange, TokenRange];
  const order = p.first < q.first ? "" : "~";
  const [left, right] = order === "" ? [p, q] : [q, p];
  bag(features, facts, (i) =>
    context.mentionOf[i]! >= 0 ? "" : i < left.first ? `b${order}` : i < right.first ? `m${order}` : `a${order}`,
  );
  for (const m of [0, 1]) {
    around(features, facts, m);
    governors(features, facts, m);
    dependents(features, facts, m);
    sums(features, facts, m);
  }
  path(features, facts, p.head, q.head);
  signs(features, facts);
  setting(features, facts);
  return features.values;
}

/** Hashed features of how the context's only mention is judged. */
export function targetFeatures(facts: SentimentFacts): number[] {
  const features = new Features();
  const { context } = facts;
  const [target] = context.mentions as [TokenRange];
  bag(features, facts, (i) => (i < target.first ? "b" : i < target.end ? "" : "a"));
  around(features, facts, 0);
  governors(features, facts, 0);
  dependents(features, facts, 0);
  sums(features, facts, 0);
  signs(features, facts);
  setting(features, facts);
  return features.values;
}

/** Words, pairs of words and word classes, each by itself and by zone. An empty zone is left out. */
function bag(features: Features, { context, words }: SentimentFacts, zone: (token: number) => string): void {
  const { length } = context;
  for (let i = 0; i < length; i++) {
    const z = zone(i);
    if (z === "") continue;
    const lemma = words.lemmas[i]!;
    const next = i + 1 < length ? words.lemmas[i + 1]! : "END";
    features.put(`w ${lemma}`);
    features.put(`w2 ${lemma} ${next}`);
    features.put(`z${z} ${lemma}`);
    features.put(`z2${z} ${lemma} ${next}`);
    if (i + 2 < length) features.put(`w3 ${lemma} ${next} ${words.lemmas[i + 2]!}`);
    features.put(`c ${words.fine[i]!}`);
    features.put(`zm${z} ${words.middle[i]!}`);
    if (words.stance[i]) {
      const negated = negatedNear(words, i) ? "!" : "";
      features.put(`s${z} ${words.stance[i]!}${negated}`);
    }
  }
}

function negatedNear({ negators }: WordFacts, token: number): boolean {
  for (let i = Math.max(0, token - 3); i < token; i++) if (negators[i]) return true;
  return false;
}

/** The words beside a mention. */
function around(features: Features, { context, words }: SentimentFacts, m: number): void {
  const { first, end } = context.mentions[m]!;
  const at = (i: number): string => (i < 0 ? "START" : i >= context.length ? "END" : words.lemmas[i]!);
  const fine = (i: number): number => (i < 0 || i >= context.length ? 0 : words.fine[i]!);
  for (let d = 1; d <= 4; d++) {
    features.put(`n${m} -${d} ${at(first - d)}`);
    features.put(`n${m} +${d} ${at(end - 1 + d)}`);
    features.put(`nc${m} -${d} ${fine(first - d)}`);
    features.put(`nc${m} +${d} ${fine(end - 1 + d)}`);
    features.put(`nn${m} - ${at(first - d)}`);
    features.put(`nn${m} + ${at(end - 1 + d)}`);
  }
  features.put(`n2${m} - ${at(first - 2)} ${at(first - 1)}`);
  features.put(`n2${m} + ${at(end)} ${at(end + 1)}`);
  features.put(`n3${m} + ${at(end)} ${at(end + 1)} ${at(end + 2)}`);
  features.put(`n0${m} ${at(first - 1)} ${at(end)}`);
}

/** The words that a mention hangs on, with the relations on the way. */
function governors(features: Features, { context, words }: SentimentFacts, m: number): void {
  const chain = ancestors(context, context.mentions[m]!.head);
  let rels = "";
  for (let i = 0; i + 1 < chain.length && i < 4; i++) {
    const token = chain[i]!;
    rels += `/${relation(context, token)}`;
    const head = chain[i + 1]!;
    features.put(`g${m} ${rels} ${words.lemmas[head]!}`);
    features.put(`gc${m} ${rels} ${words.fine[head]!}`);
    features.put(`gm${m} ${rels} ${words.middle[head]!}`);
    features.put(`gw${m} ${i} ${words.lemmas[head]!}`);
    features.put(`gs${m} ${rels} ${words.stance[head]!}`);
    if (i < 2) {
      for (let t = 0; t < context.length; t++) {
        if (context.heads[t] !== head || t === token || context.mentionOf[t]! === m) continue;
        const rel = context.rels[t]!;
        if (rel === "punct" || rel === "det") continue;
        features.put(`gd${m} ${i}${context.rels[token]!} ${rel} ${words.lemmas[t]!}`);
        features.put(`gdc${m} ${i}${context.rels[token]!} ${rel} ${words.middle[t]!}`);
        features.put(`gh${m} ${i}${context.rels[token]!} ${words.lemmas[head]!} ${rel} ${words.lemmas[t]!}`);
        if (words.negators[t]) features.put(`gn${m} ${i} ${words.stance[head]!}`);
      }
    }
  }
  features.put(`gr${m} ${rels}`);
}

/** The relation of a word to its head, with the preposition or clause marker that introduces it. */
function relation(context: SentimentContext, token: number): string {
  const rel = context.rels[token]!;
  if (!/^(?:obl|nmod|advcl|acl|xcomp|ccomp)/.test(rel)) return rel;
  for (let t = 0; t < context.length; t++) {
    if (context.heads[t] === token && (context.rels[t] === "case" || context.rels[t] === "mark")) {
      return `${rel}:${context.words[t]!}`;
    }
  }
  return rel;
}

/** The words that hang on a mention. */
function dependents(features: Features, { context, words }: SentimentFacts, m: number): void {
  const { head } = context.mentions[m]!;
  for (let t = 0; t < context.length; t++) {
    if (context.heads[t] !== head || context.mentionOf[t] === m) continue;
    features.put(`d${m} ${context.rels[t]!} ${words.lemmas[t]!}`);
    features.put(`dc${m} ${context.rels[t]!} ${words.fine[t]!}`);
    features.put(`dr${m} ${context.rels[t]!}`);
    if (words.stance[t]) features.put(`ds${m} ${context.rels[t]!} ${words.stance[t]!}`);
  }
}

/** General polarity by distance in the tree and in the text. */
function sums(features: Features, { context, words }: SentimentFacts, m: number): void {
  const { first, end, head } = context.mentions[m]!;
  const { ups, downs } = positionsFrom(context, head);
  const near = [0, 0, 0, 0, 0, 0];
  for (let t = 0; t < context.length; t++) {
    const value = words.polarity[t]! * (negatedNear(words, t) ? -1 : 1);
    if (value === 0) continue;
    const distance = ups[t]! + downs[t]!;
    near[distance <= 2 ? 0 : distance <= 4 ? 1 : 2]! += value;
    const gap = t < first ? first - t : t - end + 1;
    near[gap <= 3 ? 3 : gap <= 8 ? 4 : 5]! += value;
    features.put(`pd${m} ${Math.min(4, ups[t]!)}${Math.min(4, downs[t]!)} ${Math.sign(value)}`);
  }
  for (let i = 0; i < near.length; i++) features.put(`ps${m} ${i} ${bucket(near[i]!)}`);
  features.put(`pt${m} ${bucket(near[0]! + near[1]! + near[2]!)}`);
}

function bucket(value: number): string {
  if (Math.abs(value) < 0.05) return "0";
  const size = Math.abs(value) < 0.6 ? 1 : Math.abs(value) < 1.2 ? 2 : 3;
  return value > 0 ? `+${size}` : `-${size}`;
}

/** The way through the tree from one mention to the other: labels, words and classes. */
function path(features: Features, { context, words }: SentimentFacts, from: number, to: number): void {
  const { up, top, down } = pathBetween(context, from, to);
  const ups = up.map((t) => `<${relation(context, t)}`);
  const downs = down.map((t) => `>${relation(context, t)}`);
  const labels = [...ups, ...downs].join("");
  const plain = [...up.map((t) => `<${context.rels[t]!}`), ...down.map((t) => `>${context.rels[t]!}`)].join("");
  features.put(`path ${labels}`);
  features.put(`path0 ${plain}`);
  features.put(`path# ${up.length} ${down.length}`);
  const left = ups.at(-1) ?? "=";
  const right = downs[0] ?? "=";
  features.put(`top ${words.lemmas[top]!}`);
  features.put(`topl ${left} ${right} ${words.lemmas[top]!}`);
  features.put(`topc ${left} ${right} ${words.fine[top]!}`);
  features.put(`topm ${left} ${right} ${words.middle[top]!}`);
  features.put(`tops ${left} ${right} ${words.stance[top]!}`);
  features.put(`topp ${labels} ${words.lemmas[top]!}`);
  features.put(`toppm ${plain} ${words.middle[top]!}`);
  features.put(`toppf ${plain} ${words.fine[top]!}`);
  features.put(`topps ${plain} ${words.stance[top]!}`);
  const inner = [...up.slice(1), top, ...down.slice(0, -1)];
  let signs = "";
  for (const t of inner) {
    const side = t === top ? "^" : up.includes(t) ? "<" : ">";
    features.put(`pw${side} ${words.lemmas[t]!}`);
    features.put(`pc${side} ${words.fine[t]!}`);
    features.put(`pm${side} ${words.middle[t]!}`);
    features.put(`pl${side} ${relation(context, t)} ${words.lemmas[t]!}`);
    features.put(`plm${side} ${context.rels[t]!} ${words.middle[t]!}`);
    if (words.stance[t]) {
      signs += `${side}${words.stance[t]!}`;
      features.put(`psn${side} ${words.stance[t]!}`);
    }
    for (let c = 0; c < context.length; c++) {
      if (context.heads[c] !== t || inner.includes(c) || context.mentionOf[c]! >= 0) continue;
      const rel = context.rels[c]!;
      if (rel === "punct" || rel === "det") continue;
      features.put(`pd${side} ${rel} ${words.lemmas[c]!}`);
      features.put(`pdm${side} ${rel} ${words.middle[c]!}`);
      if (words.negators[c]) features.put(`pneg${side}`);
    }
  }
  features.put(`psigns ${signs}`);
  features.put(`psigns2 ${left} ${right} ${signs}`);
  features.put(`plem ${inner.map((t) => words.lemmas[t]!).join(" ")}`);
}

/** What composition says. */
function signs(features: Features, facts: SentimentFacts): void {
  const best = new Map<string, number>();
  for (const { holder, by, target, sign, strength, kind, steps, hedged } of facts.signs) {
    features.put(`x ${holder}>${target} ${sign}`);
    features.put(`xk ${holder}>${target} ${sign} ${kind} ${by}`);
    features.put(`xs ${holder}>${target} ${sign} ${Math.min(3, steps)}`);
    if (hedged) features.put(`xh ${holder}>${target} ${sign}`);
    features.put(`xt ${target} ${sign}`);
    const key = `${holder}>${target}`;
    best.set(key, (best.get(key) ?? 0) + sign * strength);
  }
  for (const [key, value] of best) features.put(`xb ${key} ${bucket(value)}`);
  for (let m = 0; m < facts.context.mentions.length; m++) {
    if (!facts.signs.some(({ target }) => target === m)) features.put(`x0 ${m}`);
  }
  features.put(
    `xx ${[...best]
      .map(([key, value]) => `${key}${Math.sign(value)}`)
      .sort()
      .join(" ")}`,
  );
}

/** Distance, quotation, other names, tense and kind of sentence. */
function setting(features: Features, { context, words }: SentimentFacts): void {
  const { mentions, length, quoted } = context;
  const last = words.lemmas[length - 1]!;
  features.put(`end ${last}`);
  const names = (from: number, to: number): number => {
    let count = 0;
    for (let i = from; i < to; i++) if (words.lemmas[i] === "NAME" && words.lemmas[i - 1] !== "NAME") count++;
    return Math.min(4, count);
  };
  mentions.forEach((mention, m) => {
    features.put(`q${m} ${quoted[mention.head]!}`);
    features.put(`rel${m} ${relation(context, mention.head)}`);
    features.put(`first${m} ${mention.first === 0}`);
    features.put(`xpos${m} ${context.doc.tags[context.offset + mention.head]!.xpos}`);
    features.put(`place${m} ${Math.min(5, Math.floor((6 * mention.first) / length))}`);
  });
  const [p, q] = mentions;
  if (p && q) {
    const order = p.first < q.first ? "" : "~";
    const [left, right] = order === "" ? [p, q] : [q, p];
    const gap = right.first - left.end;
    features.put(`gap${order} ${gap <= 0 ? 0 : Math.min(7, 1 + Math.floor(Math.log2(gap)))}`);
    features.put(`between ${names(left.end, right.first)}`);
    features.put(`order${order}`);
    features.put(`rels ${relation(context, p.head)} ${relation(context, q.head)}`);
    features.put(`quotes ${quoted[p.head]!}${quoted[q.head]!}`);
    const middle: string[] = [];
    for (let i = left.end; i < right.first; i++) middle.push(words.lemmas[i]!);
    if (middle.length <= 6) {
      features.put(`mid${order} ${middle.join(" ")}`);
      for (const lemma of middle) features.put(`midw${order} ${lemma}`);
    }
  }
  features.put(`names ${names(0, length)}`);
  features.put(`length ${Math.min(6, Math.floor(length / 10))}`);
}
