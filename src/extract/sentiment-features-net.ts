import { hashPair, hashText, hashTriple } from "./linear-model.ts";
import type { SentimentFacts } from "./sentiment-features.ts";
import type { SeenMention, SentimentContext, SentimentView } from "./sentiment-features-context.ts";
import { rememberEach } from "./sentiment-features-memo.ts";
import { pathBetween } from "./sentiment-features-path.ts";
import { BY, HOLDERS, SENSE_KINDS } from "./sentiment-features-signs.ts";
import { sourceRelation } from "./sentiment-features-speech.ts";
import { NAME } from "./sentiment-features-words.ts";
import { MARKS, type NetPlaces, type NetShape, type NetWords, type PlaceRows } from "./sentiment-net.ts";

/** Few words have more rows than this. */
const ROWS_A_WORD = 8;

/** Collects lists of table rows, one list a word. */
class RowLists {
  #rows: Uint16Array;
  #count = 0;
  readonly #starts: Uint16Array;
  readonly #mask: number;
  #words = 0;

  constructor(length: number, size: number) {
    this.#mask = size - 1;
    this.#rows = new Uint16Array(length * ROWS_A_WORD);
    this.#starts = new Uint16Array(length + 1);
  }

  put(kind: number, a: number, b = 0, c = 0): void {
    if (this.#count === this.#rows.length) {
      const full = this.#rows;
      this.#rows = new Uint16Array(full.length * 2 + ROWS_A_WORD);
      this.#rows.set(full);
    }
    this.#rows[this.#count++] = hashTriple(hashPair(kind, a), b, c) & this.#mask;
  }

  endWord(): void {
    this.#starts[++this.#words] = this.#count;
  }

  get lists(): PlaceRows {
    return { rows: this.#rows.slice(0, this.#count), starts: this.#starts };
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
/** What the network reads: the same objects for the same sentence and the same mention, so that their sums can be kept. */
export interface NetInputs {
  /** The words of the context's sentence, whatever the order of its mentions. */
  words(context: SentimentContext): NetWords;
  /** Where they stand as seen from the context's one or two mentions. */
  places(facts: SentimentFacts): NetPlaces;
}

export function createNetInputs(shape: NetShape): NetInputs {
  const wordsOf = rememberEach((_: SentimentView) => new Map<string, NetWords>());
  const asFirst = rememberEach((mention: SeenMention) => mentionPlaces(mention, 0, shape));
  const asSecond = rememberEach((mention: SeenMention) => mentionPlaces(mention, 1, shape));

  return {
    words({ view, mentions }) {
      const hidden: number[] = [];
      for (const { first, end } of mentions) {
        for (let t = first; t < end; t++) if (view.words.hidden[t] !== 1) hidden.push(t);
      }
      const key = hidden.sort((a, b) => a - b).join(" ");
      const known = wordsOf(view);
      let words = known.get(key);
      if (!words) {
        words = netWords(view, hidden, shape);
        known.set(key, words);
      }
      return words;
    },
    places(facts) {
      const [p, q] = facts.context.mentions as [SeenMention, SeenMention?];
      const joint = jointPlaces(facts, shape);
      const marks = new Int16Array(MARKS).fill(-1);
      marks[0] = p.head;
      if (q) marks[1] = q.head;
      marks[2] = q ? pathBetween(p, q).top : facts.context.view.heads[p.head]!;
      return { apart: q ? [asFirst(p), asSecond(q)] : [asFirst(p)], joint, marks };
    },
  };
}

/** The words of a view; those of the mentions that are no names are hidden like names. */
function netWords({ length, heads, words }: SentimentView, hidden: readonly number[], shape: NetShape): NetWords {
  const own = new RowLists(length, shape.ownRows);
  const rows = words.rows.slice();
  const isHidden = words.hidden.slice();
  for (const t of hidden) {
    rows[t] = -1;
    isHidden[t] = 3;
  }
  const negated = new Uint8Array(length);
  for (let t = 0; t < length; t++) {
    if (words.negators[t] && isHidden[t] !== 3 && heads[t]! >= 0) negated[heads[t]!] = 1;
  }
  for (let t = 0; t < length; t++) {
    const isMention = isHidden[t] === 3;
    // The word's own row comes first: training hides it now and then.
    own.put(K.lemma, isMention ? NAME : words.lemmas[t]!);
    own.put(K.middle, isHidden[t] ? -1 : words.middle[t]!);
    own.put(K.xpos, words.xpos[t]!);
    own.put(K.rel, words.rels[t]!);
    if (!isMention) {
      if (words.stance[t]) own.put(K.stance, words.stance[t]!);
      if (words.hedges[t]) own.put(K.hedge, words.hedges[t]!);
      if (words.polarity[t] !== 0) own.put(K.polarity, Math.round(words.polarity[t]! * 2));
      if (words.negators[t]) own.put(K.negator, 0);
    }
    if (negated[t]) own.put(K.negated, 0);
    if (words.quoted[t]) own.put(K.quoted, 0);
    own.endWord();
  }
  const { rows: ownRows, starts: ownStarts } = own.lists;
  return { length, rows, heads, own: ownRows, ownStarts };
}

/** Where every word stands as seen from the first (0) or the second (1) mention. */
function mentionPlaces({ view, first, end, positions }: SeenMention, m: 0 | 1, shape: NetShape): PlaceRows {
  const { length } = view;
  const { rels } = view.words;
  const { ups, downs, branch } = positions;
  const place = new RowLists(length, shape.placeRows);
  for (let t = 0; t < length; t++) {
    const gap = t < first ? t - first : t >= end ? t - end + 1 : 0;
    place.put(K.gap + m, Math.sign(gap), Math.min(5, Math.ceil(Math.log2(Math.abs(gap) + 1))));
    const up = Math.min(3, ups[t]!);
    const down = Math.min(3, downs[t]!);
    place.put(K.tree + m, up, down);
    const side = branch[t]! < 0 ? NO_REL : rels[branch[t]!]!;
    if (up === 0) place.put(K.branch + m, side, Math.min(2, down));
    else if (up === 1) place.put(K.child + m, down, rels[t]!, down === 0 ? 0 : side);
    else place.put(K.below + m, down, side);
    if (t >= first && t < end) place.put(K.mention, m);
    place.endWord();
  }
  return place.lists;
}

/** What only both mentions together say of every word: the zone, the path, what composition found. */
function jointPlaces({ context, signs }: SentimentFacts, shape: NetShape): PlaceRows {
  const { view, mentions } = context;
  const { length, heads } = view;
  const [p, q] = mentions as [SeenMention, SeenMention?];
  const place = new RowLists(length, shape.placeRows);
  const onPath = new Uint8Array(length);
  const path = q && pathBetween(p, q);
  for (const t of path ? [...path.up, path.top, ...path.down] : p.chain) onPath[t] = 1;
  const said = q ? [sourceRelation(p, q), sourceRelation(q, p)] : [];
  const signsAt = new Map<number, (typeof signs)[number][]>();
  for (const sign of signs) {
    const list = signsAt.get(sign.token);
    if (list) list.push(sign);
    else signsAt.set(sign.token, [sign]);
  }
  for (let t = 0; t < length; t++) {
    if (q) {
      const inOrder = p.first < q.first;
      const [left, right] = inOrder ? [p, q] : [q, p];
      const zone = t < left.first ? 0 : t < left.end ? 1 : t < right.first ? 2 : t < right.end ? 3 : 4;
      place.put(K.zone, zone, inOrder ? 1 : 0);
      if (p.positions.ups[t] === 0 || q.positions.ups[t] === 0) {
        place.put(K.joint, hashPair(hashPair(0, sideAbove(p, t)), sideAbove(q, t)));
      }
    }
    if (onPath[t]) place.put(K.onPath, heads[t]! < 0 ? 1 : 0);
    for (let m = 0; m < said.length; m++) if (said[m] && mentions[m]!.holds(t)) place.put(K.said, m, said[m]);
    for (const { holder, target, sign, kind, by } of signsAt.get(t) ?? []) {
      const who = (typeof holder === "number" ? holder : HOLDERS[holder]) * 16 + target;
      place.put(K.sign, who, sign);
      place.put(K.signKind, who, sign, SENSE_KINDS[kind] * 8 + BY[by]);
    }
    place.endWord();
  }
  return place.lists;
}

/** On which branch the mention lies below the word; 0 where it does not. */
function sideAbove({ view, positions }: SeenMention, t: number): number {
  if (positions.ups[t] !== 0) return 0;
  const branch = positions.branch[t]!;
  return branch < 0 ? NO_REL : view.words.rels[branch]!;
}
