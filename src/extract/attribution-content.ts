import type { CueSpan } from "./attribution-cues.ts";
import {
  addBoundary,
  at,
  branchOf,
  bucket,
  canEnd,
  canStart,
  type FeatureList,
  pathBetween,
  topFromLeft,
  topFromRight,
} from "./attribution-features.ts";
import type { SourceSpan } from "./attribution-source.ts";
import type { AttributionText } from "./attribution-text.ts";

/** A stretch of what is reported, as tokens; `last` is inside. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** On which side of the cue the content stands. */
export const SIDES = ["right", "left", "both"] as const;

function holds(span: { first: number; last: number } | undefined, token: number): boolean {
  return span !== undefined && token >= span.first && token <= span.last;
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
  for (let t = first - 1; t >= sentenceFirst && before === 0; t--) if (mark[t] === 2) before = Math.min(first - t, 5);
  let after = 0;
  for (let t = last + 1; t < end && after === 0; t++) if (mark[t] === 1) after = Math.min(t - last, 5);
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
  let verbsAfter = 0;
  for (let t = last + 1; t < end; t++) if (tree.pos(t) === "VERB") verbsAfter++;
  let verbsBefore = 0;
  for (let t = sentenceFirst; t < first; t++) if (tree.pos(t) === "VERB") verbsBefore++;
  list.add(421, Math.min(verbsBefore, 2), Math.min(verbsAfter, 2), order);
  list.add(422, Math.min(verbsBefore, 2), Math.min(verbsAfter, 2), D, P);
  list.add(423, end < text.size ? mark[end]! : 3, before, Math.min(end - last, 3));
  list.add(424, quotations.of[cue.head]! >= 0 ? 1 : 0, order);
  const up = text.head[cue.head]!;
  if (up >= 0) list.add(425, D, up < cue.head ? 1 : 2, order, xpos[up]!);
}

/** First tokens that content to the right may have: after the cue in its sentence, and where the next sentence begins. */
export function rightFirstCandidates(text: AttributionText, cue: CueSpan, source: SourceSpan | undefined): number[] {
  const end = text.endOf(cue.head);
  const candidates: number[] = [];
  for (let t = cue.last + 1; t < Math.min(end, cue.last + 60); t++) {
    if (!holds(source, t) && (t === cue.last + 1 || canStart(text, t))) candidates.push(t);
  }
  if (end < text.size) candidates.push(end);
  return candidates;
}

export function addRightFirstFeatures(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  source: SourceSpan | undefined,
  first: number,
): void {
  const { lemma, form, pos, xpos, dep, fine, mark, quotations } = text;
  const L = lemma[cue.head]!;
  const P = xpos[cue.head]!;
  const top = topFromLeft(text, first);
  const path = pathBetween(text, cue.head, top);
  const from = source && source.first > cue.last && source.last < first ? source.last : cue.last;
  const distance = bucket(first - from - 1);
  const isNext = first >= text.endOf(cue.head) ? 1 : 0;
  const order = from === cue.last ? 1 : 2;
  const before = isNext ? 1 : form[first - 1]!;
  const C = fine[cue.head]! + 1;
  list.add(431, distance, order, isNext);
  list.add(432, distance, form[first]!);
  list.add(433, form[first]!, before);
  list.add(434, pos[first]!, before, distance);
  list.add(435, path, order);
  list.add(436, path, L);
  list.add(437, path, form[first]!);
  list.add(438, path, distance);
  list.add(439, dep[top]!, L, distance);
  list.add(440, dep[top]!, xpos[top]!, distance);
  list.add(441, form[first]!, L);
  list.add(442, L, distance);
  list.add(443, path, C);
  list.add(444, path, P, before);
  list.add(445, mark[first]!, distance, order);
  list.add(446, before, L);
  list.add(447, form[cue.last]!, path);
  list.add(448, form[cue.last]!, form[first]!, distance);
  list.add(449, text.right[top]! >= text.endOf(first) - 2 ? 1 : 0, bucket(text.right[top]! - first), distance);
  list.add(450, dep[top]!, dep[cue.head]!, order);
  list.add(451, mark[first]!, L, isNext);
  let marks = 0;
  let commas = 0;
  let verbs = 0;
  for (let t = from + 1; t < first; t++) {
    if (mark[t] === 1) marks++;
    if (text.doc.tokens[t]!.form === ",") commas++;
    if (text.doc.tags[t]!.pos === "VERB") verbs++;
  }
  list.add(452, marks, Math.min(commas, 3), Math.min(verbs, 3));
  list.add(453, Math.min(verbs, 3), dep[top]!);
  list.add(454, Math.min(verbs, 3), mark[first]!, before);
  list.add(455, marks, mark[first]!, distance);
  // A quotation further on draws the start to itself.
  let ahead = 0;
  for (let t = first; t < text.endOf(first) && ahead === 0; t++) if (mark[t] === 1) ahead = bucket(t - first) + 1;
  list.add(456, ahead, distance, form[first]!);
  list.add(457, ahead, L, distance);
  const q = quotations.of[first]!;
  if (q >= 0 && mark[first] === 1) {
    const { open, close } = quotations.list[q]!;
    list.add(458, bucket(close - open), open === first ? 1 : 0, before);
    list.add(459, close >= text.endOf(first) - 2 ? 1 : 0, before, distance);
  } else list.add(460, q >= 0 ? 1 : 0, distance);
  if (isNext) {
    list.add(461, text.blockOf(first) === text.blockOf(cue.head) ? 1 : 0, mark[first]!);
    list.add(462, form[first - 1]!, mark[first]!);
    list.add(463, text.doc.tags[first - 1]!.pos === "PUNCT" ? form[first - 1]! : 0, L);
  }
  const inner = branchOf(text, cue.head, top);
  list.add(464, inner < 0 ? 0 : dep[inner]!, inner === top ? 1 : 0, P);
  list.add(465, inner < 0 ? 0 : dep[inner]!, inner === top ? 1 : 0, L);
  list.add(466, at(pos, text, first, 1), form[first]!, before);
}

/** Where the quotation that `token` opens ends, -1 if it opens none. */
function quotationEnd(text: AttributionText, token: number): number {
  if (text.mark[token] !== 1) return -1;
  const partner = text.quotations.partner[token]!;
  if (partner >= 0) return partner;
  return text.quotations.list[text.quotations.of[token]!]!.close;
}

/** Last tokens that content starting at `first` may have: in its sentence, or the end of its quotation further on. */
export function rightLastCandidates(text: AttributionText, cue: CueSpan, first: number): number[] {
  const end = Math.min(text.endOf(first), first + 90);
  const candidates: number[] = [];
  for (let t = first; t < end; t++) {
    if (t >= cue.first && t <= cue.last) break;
    if (canEnd(text, t)) candidates.push(t);
  }
  // Quotations that start inside the sentence and run over its end.
  for (let t = first; t < end; t++) {
    const close = quotationEnd(text, t);
    if (close >= end) candidates.push(close);
  }
  return candidates;
}

/** Describes the end of content; `side` 1 is content after the cue, 2 before it. */
export function addLastFeatures(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  first: number,
  last: number,
): void {
  const top = topFromLeft(text, first);
  const { lemma, form, pos, dep, mark, left, right, head } = text;
  const L = lemma[cue.head]!;
  const end = text.endOf(first);
  if (last >= end) {
    const close = quotationEnd(text, first);
    list.add(501, close === last ? 1 : 0, form[last]!);
    list.add(502, mark[last]!, bucket(last - end), L);
    list.add(503, text.endOf(last) - 1 === last ? 1 : 0, mark[last]!);
    list.add(504, mark[first]!, mark[last]!, text.sentence[last]! - text.sentence[first]! > 3 ? 1 : 0);
    return;
  }
  addBoundary(list, 510, text, top, last, 1);
  const rest = end - 1 - last;
  const close = quotationEnd(text, first);
  const out = rest > 0 ? form[last + 1]! : 1;
  list.add(541, Math.min(rest, 3), form[last]!, rest > 0 ? form[end - 1]! : 0);
  list.add(542, close === last ? 1 : close < 0 ? 0 : close < last ? 2 : 3, mark[last]!, Math.min(rest, 2));
  list.add(543, close === last ? 1 : close < 0 ? 0 : close < last ? 2 : 3, out);
  list.add(544, L, dep[top]!, right[top] === last ? 1 : right[top]! > last ? 2 : 3);
  list.add(545, dep[top]!, right[top] === last ? 1 : right[top]! > last ? 2 : 3, out);
  list.add(546, dep[top]!, dep[cue.head]!, right[top]! - last === 0 ? 1 : 0, Math.min(rest, 2));
  // Arcs that a cut here would break, and where the next word belongs.
  let broken = 0;
  for (let t = last + 1; t < Math.min(end, last + 25); t++)
    if (head[t]! >= first && head[t]! <= last && pos[t] !== pos[end - 1]) broken++;
  const next = last + 1;
  let to = next;
  if (rest > 0) {
    while (head[to]! > last) to = head[to]!;
    const joint = head[to]!;
    const place =
      joint < 0
        ? 0
        : joint >= first
          ? 1
          : joint >= cue.first && joint <= cue.last
            ? 2
            : joint === head[cue.head]!
              ? 3
              : 4;
    list.add(547, place, dep[to]!, left[to] === next ? 1 : 0);
    list.add(548, place, dep[to]!, out);
    list.add(549, place, dep[to]!, L);
    list.add(550, place, Math.min(broken, 3), out);
    if (place === 1) list.add(551, dep[to]!, text.xpos[joint]!, joint === top ? 1 : 0, form[left[to]!]!);
    if (place === 1) list.add(552, dep[to]!, dep[joint]!, dep[top]!, out);
  } else list.add(553, form[last]!, mark[last]!);
  list.add(554, Math.min(broken, 4), Math.min(rest, 3));
  let open = 0;
  let commas = 0;
  let brackets = 0;
  let verbs = 0;
  for (let t = first; t <= last; t++) {
    if (mark[t] === 1) open++;
    else if (mark[t] === 2) open--;
    const word = text.doc.tokens[t]!.form;
    if (word === ",") commas++;
    else if (word === "(") brackets++;
    else if (word === ")") brackets--;
    if (text.doc.tags[t]!.pos === "VERB") verbs++;
  }
  list.add(555, open, mark[last]!, Math.min(rest, 2));
  list.add(556, brackets, Math.min(commas, 3));
  list.add(557, open, out);
  list.add(558, Math.min(verbs, 3), dep[top]!, out);
  list.add(559, Math.min(verbs, 3), L, Math.min(rest, 2));
  list.add(560, bucket(last - first), L);
  list.add(561, bucket(last - first), dep[top]!, Math.min(rest, 2));
}

/** Last tokens that content before the cue may have, nearest first. */
export function leftLastCandidates(text: AttributionText, cue: CueSpan, source: SourceSpan | undefined): number[] {
  const first = text.firstOf(cue.head);
  const candidates: number[] = [];
  for (let t = cue.first - 1; t >= Math.max(first, cue.first - 60); t--) {
    if (!holds(source, t) && canEnd(text, t)) candidates.push(t);
  }
  if (first > 0) candidates.push(first - 1);
  return candidates;
}

export function addLeftLastFeatures(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  source: SourceSpan | undefined,
  last: number,
): void {
  const { lemma, form, pos, xpos, dep, mark, quotations } = text;
  const L = lemma[cue.head]!;
  const from = source && source.last < cue.first && source.first > last ? source.first : cue.first;
  const order = source === undefined ? 0 : source.first > cue.last ? 2 : 1;
  const distance = bucket(from - last - 1);
  const isPrevious = last < text.firstOf(cue.head) ? 1 : 0;
  const top = topFromRight(text, last);
  const path = pathBetween(text, cue.head, top);
  const after = isPrevious ? 1 : form[last + 1]!;
  list.add(601, distance, order, isPrevious);
  list.add(602, distance, form[last]!);
  list.add(603, form[last]!, after);
  list.add(604, pos[last]!, after, distance);
  list.add(605, path, order);
  list.add(606, path, L);
  list.add(607, path, distance);
  list.add(608, dep[top]!, xpos[top]!, distance);
  list.add(609, mark[last]!, distance, order);
  list.add(610, mark[last]!, L, isPrevious);
  list.add(611, L, distance, order);
  list.add(612, L, after);
  list.add(613, form[last]!, L);
  list.add(614, path, after);
  list.add(615, dep[cue.head]!, dep[top]!, order);
  list.add(616, dep[cue.head]!, distance, after);
  let verbs = 0;
  let commas = 0;
  let marks = 0;
  for (let t = last + 1; t < from; t++) {
    if (text.doc.tags[t]!.pos === "VERB") verbs++;
    if (text.doc.tokens[t]!.form === ",") commas++;
    if (mark[t]! > 0) marks++;
  }
  list.add(617, Math.min(verbs, 2), Math.min(commas, 2), Math.min(marks, 2));
  list.add(618, Math.min(verbs, 2), dep[top]!);
  list.add(619, text.left[top] === text.firstOf(last) ? 1 : 0, distance, dep[top]!);
  const q = quotations.of[last]!;
  list.add(620, q >= 0 ? (quotations.list[q]!.close === last ? 2 : 1) : 0, distance, after);
  const inner = branchOf(text, cue.head, top);
  list.add(621, inner < 0 ? 0 : dep[inner]!, inner === top ? 1 : 0, distance);
  list.add(622, text.tree.dominates(top, cue.head) ? 1 : 0, dep[cue.head]!, distance);
  list.add(623, at(form, text, last, -1), form[last]!);
  if (isPrevious)
    list.add(624, text.blockOf(last) === text.blockOf(cue.head) ? 1 : 0, mark[last]!, mark[last - 1] ?? 0);
}

/** First tokens that content ending at `last` may have: in its sentence, or where its quotation began before. */
export function leftFirstCandidates(text: AttributionText, last: number): number[] {
  const first = text.firstOf(last);
  const candidates: number[] = [];
  for (let t = last; t >= Math.max(first, last - 90); t--) if (canStart(text, t)) candidates.push(t);
  const q = text.quotations.of[last]!;
  if (q >= 0 && text.quotations.list[q]!.open < first) candidates.push(text.quotations.list[q]!.open);
  return candidates;
}

export function addLeftFirstFeatures(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  last: number,
  first: number,
): void {
  const { lemma, form, pos, dep, mark, quotations } = text;
  const L = lemma[cue.head]!;
  const sentenceFirst = text.firstOf(last);
  const q = quotations.of[last]!;
  const opens = q >= 0 ? quotations.list[q]!.open : -1;
  if (first < sentenceFirst) {
    list.add(701, opens === first ? 1 : 0, mark[first]!);
    list.add(702, mark[last]!, bucket(sentenceFirst - first));
    list.add(703, mark[last]!, L);
    return;
  }
  const top = topFromRight(text, last);
  addBoundary(list, 710, text, top, first, -1);
  const rest = first - sentenceFirst;
  const before = rest > 0 ? form[first - 1]! : 1;
  const relation = opens < 0 ? 0 : opens === first ? 1 : opens < first ? 2 : 3;
  list.add(741, Math.min(rest, 3), form[first]!);
  list.add(742, relation, mark[first]!, Math.min(rest, 2));
  list.add(743, relation, before);
  list.add(744, L, Math.min(rest, 3), mark[first]!);
  list.add(745, L, dep[top]!, text.left[top] === first ? 1 : 0);
  let open = 0;
  let verbs = 0;
  let commas = 0;
  for (let t = first; t <= last; t++) {
    if (mark[t] === 1) open++;
    else if (mark[t] === 2) open--;
    if (text.doc.tags[t]!.pos === "VERB") verbs++;
    if (text.doc.tokens[t]!.form === ",") commas++;
  }
  list.add(746, open, mark[first]!, Math.min(rest, 2));
  list.add(747, Math.min(verbs, 3), Math.min(rest, 3), before);
  list.add(748, Math.min(commas, 3), Math.min(rest, 3));
  list.add(749, bucket(last - first), Math.min(rest, 3));
  list.add(750, pos[first]!, before, Math.min(rest, 3));
  list.add(751, dep[cue.head]!, Math.min(rest, 3), before);
  let verbsOut = 0;
  for (let t = sentenceFirst; t < first; t++) if (text.doc.tags[t]!.pos === "VERB") verbsOut++;
  list.add(752, Math.min(verbsOut, 3), before, mark[first]!);
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
  let verbs = 0;
  for (let t = next.last + 1; t < end; t++) if (text.doc.tags[t]!.pos === "VERB") verbs++;
  list.add(815, Math.min(verbs, 2), sameBlock);
}
