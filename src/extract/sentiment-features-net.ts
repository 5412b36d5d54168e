import { hashPair, hashText, hashTriple } from "./linear-model.ts";
import type { SentimentFacts } from "./sentiment-features.ts";
import { ancestors, pathBetween, positionsFrom } from "./sentiment-features-path.ts";
import { sourceRelation } from "./sentiment-features-speech.ts";
import { MARKS, type NetPlaces, type NetShape, type NetWords } from "./sentiment-net.ts";

/** Lists of table rows, one list a word. */
class Rows {
  readonly #rows: number[] = [];
  readonly starts: Uint16Array;
  readonly #mask: number;
  #words = 0;

  constructor(length: number, size: number) {
    this.#mask = size - 1;
    this.starts = new Uint16Array(length + 1);
  }

  put(kind: number, a: number, b = 0, c = 0): void {
    this.#rows.push(hashTriple(hashPair(kind, a), b, c) & this.#mask);
  }

  endWord(): void {
    this.starts[++this.#words] = this.#rows.length;
  }

  get rows(): Uint16Array {
    return Uint16Array.from(this.#rows);
  }
}

/** Kinds of rows; those of a mention leave room for its number. */
const K = {
  lemma: 1,
  middle: 2,
  xpos: 3,
  rel: 4,
  stance: 5,
  hedge: 6,
  polarity: 7,
  negator: 8,
  negated: 9,
  quoted: 10,
  zone: 11,
  joint: 12,
  onPath: 13,
  sign: 14,
  signKind: 15,
  gap: 20,
  tree: 22,
  branch: 24,
  child: 26,
  below: 28,
  mention: 30,
  said: 32,
} as const;

const NO_REL = hashText("none");
const HOLDERS = { other: 8, nobody: 9 } as const;
const SENSE_KINDS = { act: 1, say: 2, think: 3, event: 4, judge: 5 } as const;
const BY = { holder: 1, namer: 2, speaker: 3, none: 4 } as const;

/** What the network reads of a context's words, whatever the order of its mentions. */
export function netWords({ context }: SentimentFacts, shape: NetShape): NetWords {
  const { length, heads, words } = context;
  const own = new Rows(length, shape.ownRows);
  const negated = new Uint8Array(length);
  for (let t = 0; t < length; t++) if (words.negators[t] && heads[t]! >= 0) negated[heads[t]!] = 1;
  for (let t = 0; t < length; t++) {
    // The word's own row comes first: training hides it now and then.
    own.put(K.lemma, words.lemmas[t]!);
    own.put(K.middle, words.hidden[t] ? -1 : words.middle[t]!);
    own.put(K.xpos, words.xpos[t]!);
    own.put(K.rel, words.rels[t]!);
    if (words.stance[t]) own.put(K.stance, words.stance[t]!);
    if (words.hedges[t]) own.put(K.hedge, words.hedges[t]!);
    if (words.polarity[t] !== 0) own.put(K.polarity, Math.round(words.polarity[t]! * 2));
    if (words.negators[t]) own.put(K.negator, 0);
    if (negated[t]) own.put(K.negated, 0);
    if (words.quoted[t]) own.put(K.quoted, 0);
    own.endWord();
  }
  return {
    length,
    rows: words.rows,
    heads,
    own: own.rows,
    ownStarts: own.starts,
  };
}

/** Where the words stand as seen from the context's one or two mentions. */
export function netPlaces(facts: SentimentFacts, shape: NetShape): NetPlaces {
  const { context } = facts;
  const { length, heads, mentions, mentionOf, words } = context;
  const { rels } = words;
  const place = new Rows(length, shape.placeRows);
  const positions = mentions.map(({ head }) => positionsFrom(context, head));
  const [p, q] = mentions;
  const paths = p && q ? pathBetween(context, p.head, q.head) : undefined;
  const onPath = new Uint8Array(length);
  for (const t of paths ? [...paths.up, paths.top, ...paths.down] : ancestors(context, p!.head)) onPath[t] = 1;
  const said = q ? [sourceRelation(facts, 0, 1), sourceRelation(facts, 1, 0)] : [];
  const signsAt = new Map<number, typeof facts.signs>();
  for (const sign of facts.signs) signsAt.set(sign.token, [...(signsAt.get(sign.token) ?? []), sign]);

  for (let t = 0; t < length; t++) {
    let joint = 0;
    let above = false;
    for (let m = 0; m < mentions.length; m++) {
      const { first, end } = mentions[m]!;
      const gap = t < first ? t - first : t >= end ? t - end + 1 : 0;
      place.put(K.gap + m, Math.sign(gap), Math.min(5, Math.ceil(Math.log2(Math.abs(gap) + 1))));
      const { ups, downs, branch } = positions[m]!;
      const up = Math.min(3, ups[t]!);
      const down = Math.min(3, downs[t]!);
      place.put(K.tree + m, up, down);
      const side = branch[t]! < 0 ? NO_REL : rels[branch[t]!]!;
      joint = hashPair(joint, up === 0 ? side : 0);
      if (up === 0) {
        above = true;
        place.put(K.branch + m, side, Math.min(2, down));
      } else if (up === 1) place.put(K.child + m, down, rels[t]!, down === 0 ? 0 : side);
      else place.put(K.below + m, down, side);
    }
    if (p && q) {
      const inOrder = p.first < q.first;
      const [left, right] = inOrder ? [p, q] : [q, p];
      const zone = t < left.first ? 0 : t < left.end ? 1 : t < right.first ? 2 : t < right.end ? 3 : 4;
      place.put(K.zone, zone, inOrder ? 1 : 0);
      if (above) place.put(K.joint, joint);
    }
    if (onPath[t]) place.put(K.onPath, heads[t]! < 0 ? 1 : 0);
    const m = mentionOf[t]!;
    if (m >= 0) place.put(K.mention, m);
    if (m >= 0 && said[m]) place.put(K.said, m, said[m]);
    for (const { holder, target, sign, kind, by } of signsAt.get(t) ?? []) {
      const who = (typeof holder === "number" ? holder : HOLDERS[holder]) * 16 + target;
      place.put(K.sign, who, sign);
      place.put(K.signKind, who, sign, SENSE_KINDS[kind] * 8 + BY[by]);
    }
    place.endWord();
  }

  const marks = new Int16Array(MARKS).fill(-1);
  mentions.forEach(({ head }, m) => {
    marks[m] = head;
  });
  marks[2] = paths ? paths.top : heads[p!.head]!;
  return { place: place.rows, placeStarts: place.starts, marks };
}
