import type { AttributionText } from "./attribution-text.ts";

/** A list of hashed features that is filled again for every candidate. */
export class FeatureList {
  readonly values = new Uint32Array(256);
  count = 0;

  clear(): this {
    this.count = 0;
    return this;
  }

  /** Adds the feature made of a template's number and up to four values; the order of the values counts. */
  add(template: number, a = 0, b = 0, c = 0, d = 0): void {
    let h = Math.imul(template + 0x51ed27, 0x9e3779b1) ^ Math.imul(a + 0x3c6ef3, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(b + 0x1b873593, 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 13), 0x297a2d39) ^ Math.imul(c + 0x27d4eb2f, 0x165667b1);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) ^ Math.imul(d + 0x38495ab5, 0x9e3779b1);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    this.values[this.count++] = (h ^ (h >>> 16)) >>> 0;
  }
}

/** Distances as 0, 1, 2, 3, 4, 5–6, 7–9, 10–14, 15–24, 25 and more; negative ones alike. */
export function bucket(distance: number): number {
  const size = Math.abs(distance);
  const rank = size < 5 ? size : size < 7 ? 5 : size < 10 ? 6 : size < 15 ? 7 : size < 25 ? 8 : 9;
  return distance < 0 ? 16 + rank : rank;
}

/** The value at a token, or a fixed one beyond either end of the sentence that holds `token`. */
export function at(values: Uint32Array | Uint16Array, text: AttributionText, token: number, offset: number): number {
  const t = token + offset;
  if (t < text.firstOf(token)) return 1;
  return t >= text.endOf(token) ? 2 : values[t]!;
}

/** The relations on the way from `from` up to a common ancestor and down to `to`, as one number; 0 if longer than five steps. */
export function pathBetween(text: AttributionText, from: number, to: number): number {
  const { head, depth, dep } = text;
  let a = from;
  let b = to;
  let up = 7;
  let down = 11;
  let steps = 0;
  while (a !== b) {
    if (++steps > 5 || a < 0 || b < 0) return 0;
    if (depth[a]! >= depth[b]!) {
      up = Math.imul(up ^ dep[a]!, 0x01000193);
      a = head[a]!;
    } else {
      down = Math.imul(down ^ dep[b]!, 0x01000193);
      b = head[b]!;
    }
  }
  return (Math.imul(up, 31) ^ down) >>> 0;
}

/** The highest token whose subtree starts at `token`; a quotation mark stands for the word after it. */
export function topFromLeft(text: AttributionText, token: number): number {
  let top = text.mark[token] === 1 && token + 1 < text.endOf(token) ? token + 1 : token;
  const floor = token;
  while (text.head[top]! >= 0 && text.left[text.head[top]!]! >= floor) top = text.head[top]!;
  return top;
}

/** The highest token whose subtree ends at `token`; marks and commas at the end stand for the word before them. */
export function topFromRight(text: AttributionText, token: number): number {
  const first = text.firstOf(token);
  let top = token;
  while (top > first && (text.mark[top] === 2 || text.doc.tags[top]!.pos === "PUNCT")) top--;
  while (text.head[top]! >= 0 && text.right[text.head[top]!]! <= token) top = text.head[top]!;
  return top;
}

/** The child of `head` whose subtree holds `token`; -1 if `token` is not below it. */
export function branchOf(text: AttributionText, head: number, token: number): number {
  let t = token;
  while (t >= 0 && text.head[t] !== head) t = text.head[t]!;
  return t;
}

/** A comma, dash or conjunction that joins what comes next. */
export function isLink(text: AttributionText, token: number): boolean {
  const { pos } = text.doc.tags[token]!;
  return (pos === "PUNCT" && text.mark[token] !== 1) || pos === "CCONJ";
}

/**
 * Describes ending a span with head `head` at `edge`: rightwards (`step` 1) the edge is its last token, leftwards (-1)
 * its first one. What matters is the word inside, the word outside, and which part of the tree is cut or completed.
 */
export function addBoundary(
  list: FeatureList,
  salt: number,
  text: AttributionText,
  head: number,
  edge: number,
  step: 1 | -1,
): void {
  const { form, pos, xpos, dep, lemma, mark, name, middle } = text;
  const first = text.firstOf(edge);
  const end = text.endOf(edge);
  const outside = edge + step;
  const isEnd = outside < first || outside >= end;
  const formOut = isEnd ? 1 : form[outside]!;
  const posOut = isEnd ? 1 : pos[outside]!;
  const depOut = isEnd ? 1 : dep[outside]!;
  const distance = bucket(edge - head);
  const branchIn = edge === head ? head : branchOf(text, head, edge);
  const branchOut = isEnd ? -1 : branchOf(text, head, outside);
  const farIn = branchIn >= 0 ? (step > 0 ? text.right[branchIn]! : text.left[branchIn]!) : -1;
  const nearOut = branchOut >= 0 ? (step > 0 ? text.left[branchOut]! : text.right[branchOut]!) : -1;
  const inside = branchIn < 0 ? 3 : farIn === edge || branchIn === head ? 1 : 2;
  const beyond = isEnd ? 4 : branchOut < 0 ? 3 : nearOut === outside ? 1 : 2;
  const depIn = branchIn >= 0 && branchIn !== head ? dep[branchIn]! : inside;
  const depBeyond = branchOut >= 0 ? dep[branchOut]! : beyond;
  const marks =
    mark[edge]! +
    3 * (isEnd ? 0 : mark[outside]!) +
    (!isEnd && name[edge]! >= 0 && name[edge] === name[outside] ? 9 : 0);
  list.add(salt + 1, distance);
  list.add(salt + 2, form[edge]!, formOut);
  list.add(salt + 3, pos[edge]!, posOut);
  list.add(salt + 4, formOut);
  list.add(salt + 5, form[edge]!, posOut);
  list.add(salt + 6, inside, beyond, marks);
  list.add(salt + 7, depIn, inside, depBeyond, beyond);
  list.add(salt + 8, depBeyond, beyond, pos[head]!);
  list.add(salt + 9, lemma[head]!, depBeyond, beyond);
  list.add(salt + 10, lemma[head]!, formOut, distance);
  list.add(salt + 11, lemma[head]!, form[edge]!, distance);
  list.add(salt + 12, pos[head]!, distance, posOut);
  list.add(salt + 13, xpos[edge]!, isEnd ? 1 : xpos[outside]!, dep[edge]!, depOut);
  list.add(salt + 14, depBeyond, beyond, formOut);
  list.add(salt + 15, depIn, inside, formOut);
  list.add(salt + 16, middle[edge]!, isEnd ? 1 : middle[outside]!);
  const next = outside + step;
  const isNextEnd = next < first || next >= end;
  list.add(salt + 17, formOut, isNextEnd ? 1 : form[next]!);
  list.add(salt + 18, posOut, isNextEnd ? 1 : pos[next]!, pos[edge]!);
  // What stands behind a comma or conjunction outside.
  let beyondLink = outside;
  let skipped = 0;
  while (beyondLink > first && beyondLink < end - 1 && isLink(text, beyondLink)) {
    skipped = Math.imul(skipped ^ form[beyondLink]!, 0x01000193);
    beyondLink += step;
  }
  if (skipped !== 0) {
    const branch = branchOf(text, head, beyondLink);
    list.add(salt + 23, skipped, form[beyondLink]!, branch < 0 ? 0 : dep[branch]!);
    list.add(salt + 24, skipped, branch < 0 ? 0 : dep[branch]!, dep[head]!);
    list.add(salt + 25, skipped, xpos[beyondLink]!, dep[beyondLink]!);
    list.add(salt + 26, skipped, middle[beyondLink]! + 1);
  }
  list.add(salt + 27, depBeyond, beyond, text.middle[head]! + 1);
  list.add(salt + 28, dep[head]!, formOut, posOut === pos[edge]! ? 1 : 0);
  if (Math.abs(edge - head) <= 6) {
    let shape = 0;
    let words = 0;
    for (let t = head + step; step > 0 ? t <= edge : t >= edge; t += step) {
      shape = Math.imul(shape ^ xpos[t]!, 0x01000193);
      words = Math.imul(words ^ lemma[t]!, 0x01000193);
    }
    list.add(salt + 19, shape, posOut);
    list.add(salt + 20, words, lemma[head]!);
    list.add(salt + 21, shape, formOut);
    list.add(salt + 22, words, posOut);
  }
}

const BEFORE_HEAD: ReadonlySet<string> = new Set(["det", "case", "cc", "aux", "amod", "nummod", "compound"]);
const STARTS_LATE: ReadonlySet<string> = new Set(["det", "aux", "amod", "nummod", "compound", "nmod:poss"]);

/** Whether a span may end here: not after a word that leans on a later one ("the", "of", "and"). */
export function canEnd(text: AttributionText, token: number): boolean {
  return text.head[token]! <= token || !BEFORE_HEAD.has(text.doc.syntax[token]!.dep);
}

/** Whether a span may start here: not at a comma or stop, nor inside a noun phrase whose first words it would leave out. */
export function canStart(text: AttributionText, token: number): boolean {
  if (text.doc.tags[token]!.pos === "PUNCT" && text.mark[token] !== 1) return false;
  const before = token - 1;
  return token === text.firstOf(token) || text.head[before]! < token || !STARTS_LATE.has(text.doc.syntax[before]!.dep);
}
