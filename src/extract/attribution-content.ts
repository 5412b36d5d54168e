import type { CueSpan } from "./attribution-cue-span.ts";
import { at, bucket, type FeatureList } from "./attribution-features.ts";
import type { SourceSpan } from "./attribution-source.ts";
import { type AttributionText, countBetween } from "./attribution-text.ts";

/** A stretch of what is reported, as tokens; `last` is inside. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** On which side of the cue the content stands. */
export const SIDES = ["right", "left", "both"] as const;

/** Whether a token lies in a span, where there is one. */
export function holds(span: { first: number; last: number } | undefined, token: number): boolean {
  return span !== undefined && token >= span.first && token <= span.last;
}

/** Where the quotation that `token` opens ends, -1 if it opens none. */
export function quotationEnd(text: AttributionText, token: number): number {
  if (text.mark[token] !== 1) return -1;
  const partner = text.quotations.partner[token]!;
  if (partner >= 0) return partner;
  return text.quotations.list[text.quotations.of[token]!]!.close;
}

/** What the words around cue and source say about where the content is. */
export function addSideFeatures(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  source: SourceSpan | undefined,
): void {
  const { lemma, form, pos, xpos, dep, fine, mark, tree, quotations } = text;
  const L = lemma[cue.head]!;
  const D = dep[cue.head]!;
  const P = xpos[cue.head]!;
  const order = source === undefined ? 0 : source.first > cue.last ? 2 : 1;
  const near = source && (source.last + 1 === cue.first || source.first - 1 === cue.last);
  const first = near && order === 1 ? source.first : cue.first;
  const last = near && order === 2 ? source.last : cue.last;
  const sentenceFirst = text.firstOf(cue.head);
  const end = text.endOf(cue.head);
  list.add(401);
  list.add(402, L);
  list.add(403, L, order);
  list.add(404, D, P, order);
  list.add(405, at(form, text, first, -1), order);
  list.add(406, at(form, text, last, 1), order);
  list.add(407, at(form, text, first, -1), at(form, text, last, 1), order);
  list.add(408, at(pos, text, first, -1), at(pos, text, last, 1), D);
  list.add(409, first === sentenceFirst ? 1 : 0, last >= end - 2 ? 1 : 0, order, P);
  list.add(410, bucket(first - sentenceFirst), bucket(end - last));
  list.add(411, at(form, text, last, 1), L);
  list.add(412, at(form, text, first, -1), L);
  list.add(413, form[cue.last]!, L);
  list.add(414, fine[cue.head]! + 1, order, D);
  let before = 0;
  for (let t = first - 1; t >= sentenceFirst && before === 0; t--) if (mark[t] === 2) before = bucket(first - t);
  let after = 0;
  for (let t = last + 1; t < end && after === 0; t++) if (mark[t] === 1) after = bucket(t - last);
  list.add(415, before, after, order);
  list.add(416, before, after, L);
  list.add(417, before, D, order);
  let children = 0;
  for (const child of tree.children(cue.head)) {
    const rel = tree.rel(child);
    if (
      rel === "ccomp" ||
      rel === "xcomp" ||
      rel === "obj" ||
      rel === "parataxis" ||
      rel === "advcl" ||
      rel === "obl"
    ) {
      children = Math.imul(children ^ (dep[child]! + (child < cue.head ? 1 : 2)), 0x01000193);
      list.add(418, dep[child]!, child < cue.head ? 1 : 2, order);
      list.add(419, dep[child]!, child < cue.head ? 1 : 2, L);
    }
  }
  list.add(420, children, D, order);
  // Does the sentence go on after the reporting clause, and does a quotation run into the next sentence?
  // The sentence closes with a quotation that begins after cue and source.
  let closing = 0;
  for (let t = end - 1; t > last && t >= end - 2; t--)
    if (mark[t] === 2 && text.quotations.partner[t]! > last) closing = 1;
  list.add(426, closing, before, order);
  list.add(427, closing, bucket(after));
  const verbsAfter = countBetween(text.tally.verbs, last + 1, end);
  const verbsBefore = countBetween(text.tally.verbs, sentenceFirst, first);
  list.add(421, Math.min(verbsBefore, 2), Math.min(verbsAfter, 2), order);
  list.add(422, Math.min(verbsBefore, 2), Math.min(verbsAfter, 2), D, P);
  list.add(423, end < text.size ? mark[end]! : 3, before, Math.min(end - last, 3));
  list.add(424, quotations.of[cue.head]! >= 0 ? 1 : 0, order);
  const up = text.head[cue.head]!;
  if (up >= 0) list.add(425, D, up < cue.head ? 1 : 2, order, xpos[up]!);
}

/**
 * The quotation that could continue content ending at `last`: the one that the next sentence opens with.
 * Undefined where something but punctuation follows in the same sentence or no quotation begins there.
 */
export function findContinuation(text: AttributionText, cue: CueSpan, last: number): Stretch | undefined {
  // Content before its cue goes on after the cue's sentence.
  const from = Math.max(last, text.endOf(cue.head) - 1);
  const end = text.endOf(from);
  for (let t = from + 1; t < end; t++) if (text.doc.tags[t]!.pos !== "PUNCT") return undefined;
  if (end >= text.size || text.mark[end] !== 1) return undefined;
  const close = quotationEnd(text, end);
  return close > end ? { first: end, last: close } : undefined;
}

export function addContinuationFeatures(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  previous: Stretch,
  next: Stretch,
  step: number,
): void {
  const { lemma, form, pos, mark, quotations } = text;
  const L = lemma[cue.head]!;
  const sameBlock = text.blockOf(next.first) === text.blockOf(previous.last) ? 1 : 0;
  const wasQuoted = mark[previous.last] === 2 ? 1 : mark[previous.first] === 1 ? 2 : 0;
  const q = quotations.of[previous.last]!;
  const unclosed = q >= 0 && !quotations.list[q]!.closed ? 1 : 0;
  const end = text.endOf(next.last);
  const after = next.last + 1 < end ? 1 : 0;
  const isLeft = previous.last < cue.first ? 1 : 0;
  const sentenceOver = text.endOf(cue.head) - 1 - cue.last;
  list.add(801, sameBlock, wasQuoted, unclosed);
  list.add(802, after, sameBlock);
  list.add(803, after, after ? pos[next.last + 1]! : 0, sameBlock);
  list.add(804, L, sameBlock, after);
  list.add(805, Math.min(step, 3), sameBlock, after);
  list.add(806, bucket(next.last - next.first), after, sameBlock);
  list.add(807, isLeft, wasQuoted, after, sameBlock);
  list.add(808, text.sentence[next.first]! - text.sentence[cue.head]!, sameBlock, unclosed);
  list.add(809, form[next.last - 1]!, after);
  list.add(810, unclosed, after, isLeft);
  list.add(811, Math.min(sentenceOver, 4), isLeft, sameBlock);
  list.add(812, form[text.endOf(cue.head) - 1]!, sameBlock, after);
  if (after) {
    list.add(813, form[next.last + 1]!, next.last + 2 < end ? form[next.last + 2]! : 0);
    list.add(814, form[next.last]!, form[next.last - 1]!, pos[next.last + 1]!);
  }
  const verbs = countBetween(text.tally.verbs, next.last + 1, end);
  list.add(815, Math.min(verbs, 2), sameBlock);
}
