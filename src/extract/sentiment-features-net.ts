import { hashText } from "./linear-model.ts";
import type { SentimentFacts } from "./sentiment-features-linear.ts";
import { ancestors, pathBetween, positionsFrom } from "./sentiment-features-path.ts";
import type { WordVectors } from "./sentiment-features-vectors.ts";
import { MARKS, type NetInput, type NetShape } from "./sentiment-net.ts";

/** Lists of table rows, one a word. */
class Rows {
  readonly #rows: number[] = [];
  readonly #starts: number[] = [0];
  readonly #mask: number;
  constructor(size: number) {
    this.#mask = size - 1;
  }
  put(feature: string): void {
    this.#rows.push(hashText(feature) & this.#mask);
  }
  endWord(): void {
    this.#starts.push(this.#rows.length);
  }
  get rows(): Uint16Array {
    return Uint16Array.from(this.#rows);
  }
  get starts(): Uint16Array {
    return Uint16Array.from(this.#starts);
  }
}

/** What the network reads of a context with one or two mentions. */
export function netInput(facts: SentimentFacts, vectors: WordVectors, shape: NetShape): NetInput {
  const { context, words } = facts;
  const { length, heads, rels, mentions, mentionOf } = context;
  const own = new Rows(shape.ownRows);
  const rows = new Int32Array(length);
  for (let t = 0; t < length; t++) {
    const tag = context.doc.tags[context.offset + t]!;
    const word = context.words[t]!;
    const hidden = word === "MENTION" || word === "NAME" || word === "NUMBER";
    rows[t] = hidden ? -1 : vectors.rowOf(word);
    own.put(hidden ? word : `l ${words.lemmas[t]!}`);
    if (!hidden) own.put(`c ${words.middle[t]!}`);
    own.put(`p ${tag.xpos}`);
    own.put(`d ${rels[t]!}`);
    if (words.stance[t]) own.put(`s ${words.stance[t]!}`);
    if (words.hedges[t]) own.put(`h ${words.hedges[t]!}`);
    if (words.polarity[t] !== 0) own.put(`v ${Math.round(words.polarity[t]! * 2)}`);
    if (words.negators[t]) own.put("neg");
    if (negatedAt(facts, t)) own.put("negated");
    if (context.quoted[t]) own.put("quoted");
    own.endWord();
  }

  const place = new Rows(shape.placeRows);
  const positions = mentions.map(({ head }) => positionsFrom(context, head));
  const paths = mentions.length > 1 ? pathBetween(context, mentions[0]!.head, mentions[1]!.head) : undefined;
  const onPath = new Set(paths ? [...paths.up, paths.top, ...paths.down] : ancestors(context, mentions[0]!.head));
  for (let t = 0; t < length; t++) {
    let joint = "j";
    mentions.forEach(({ first, end }, m) => {
      const gap = t < first ? t - first : t >= end ? t - end + 1 : 0;
      place.put(`g${m} ${Math.sign(gap)} ${Math.min(5, Math.ceil(Math.log2(Math.abs(gap) + 1)))}`);
      const { ups, downs, branch } = positions[m]!;
      const up = Math.min(3, ups[t]!);
      const down = Math.min(3, downs[t]!);
      place.put(`t${m} ${up} ${down}`);
      const side = branch[t]! < 0 ? "" : rels[branch[t]!]!;
      if (up === 0) {
        place.put(`b${m} ${side} ${Math.min(2, down)}`);
        joint += ` ${side}`;
      } else {
        joint += ` -`;
        if (up === 1) place.put(`c${m} ${down} ${rels[t]!} ${down === 0 ? "" : side}`);
        else place.put(`e${m} ${down} ${side}`);
      }
    });
    if (mentions.length > 1) {
      const [p, q] = mentions as [(typeof mentions)[0], (typeof mentions)[0]];
      const [left, right, order] = p.first < q.first ? [p, q, ""] : [q, p, "~"];
      place.put(`z ${order}${t < left.first ? 0 : t < left.end ? 1 : t < right.first ? 2 : t < right.end ? 3 : 4}`);
      if (joint !== "j - -") place.put(joint);
    }
    if (onPath.has(t)) place.put(heads[t]! < 0 ? "root on path" : "path");
    if (mentionOf[t]! >= 0) place.put(`m${mentionOf[t]}`);
    for (const { token, holder, target, sign, kind, by } of facts.signs) {
      if (token !== t) continue;
      place.put(`x ${holder} ${target} ${sign}`);
      place.put(`xk ${holder} ${target} ${sign} ${kind} ${by}`);
    }
    place.endWord();
  }

  const marks = new Int16Array(MARKS).fill(-1);
  mentions.forEach(({ head }, m) => {
    marks[m] = head;
  });
  marks[2] = paths ? paths.top : heads[mentions[0]!.head]!;
  return {
    length,
    rows,
    heads,
    own: own.rows,
    ownStarts: own.starts,
    place: place.rows,
    placeStarts: place.starts,
    marks,
  };
}

function negatedAt({ context, words }: SentimentFacts, token: number): boolean {
  for (let t = Math.max(0, token - 6); t < Math.min(context.length, token + 4); t++) {
    if (words.negators[t] && context.heads[t] === token) return true;
  }
  return false;
}
