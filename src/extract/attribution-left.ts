import { holds } from "./attribution-content.ts";
import type { CueSpan } from "./attribution-cue-span.ts";
import {
  addBoundary,
  at,
  branchOf,
  bucket,
  canEnd,
  canStart,
  type FeatureList,
  pathBetween,
  topFromRight,
} from "./attribution-features.ts";
import type { SourceSpan } from "./attribution-source.ts";
import { type AttributionText, countBetween } from "./attribution-text.ts";

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
  const { tally } = text;
  const verbs = countBetween(tally.verbs, last + 1, from);
  const commas = countBetween(tally.commas, last + 1, from);
  const marks = countBetween(tally.openMarks, last + 1, from) + countBetween(tally.closeMarks, last + 1, from);
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
  if (candidates.length === 0) candidates.push(first);
  const q = text.quotations.of[last]!;
  if (q >= 0 && text.quotations.list[q]!.open < first) candidates.push(text.quotations.list[q]!.open);
  return candidates;
}

export function addLeftFirstFeatures(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  source: SourceSpan | undefined,
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
  const { tally } = text;
  const open = countBetween(tally.openMarks, first, last + 1) - countBetween(tally.closeMarks, first, last + 1);
  const verbs = countBetween(tally.verbs, first, last + 1);
  const commas = countBetween(tally.commas, first, last + 1);
  list.add(753, source && source.last <= last ? (source.first >= first ? 1 : source.last >= first ? 2 : 3) : 0, before);
  list.add(746, open, mark[first]!, Math.min(rest, 2));
  list.add(747, Math.min(verbs, 3), Math.min(rest, 3), before);
  list.add(748, Math.min(commas, 3), Math.min(rest, 3));
  list.add(749, bucket(last - first), Math.min(rest, 3));
  list.add(750, pos[first]!, before, Math.min(rest, 3));
  list.add(751, dep[cue.head]!, Math.min(rest, 3), before);
  const verbsOut = countBetween(tally.verbs, sentenceFirst, first);
  list.add(752, Math.min(verbsOut, 3), before, mark[first]!);
}
