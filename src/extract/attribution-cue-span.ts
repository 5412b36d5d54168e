import { addBoundary, branchOf, type FeatureList } from "./attribution-features.ts";
import type { AttributionText } from "./attribution-text.ts";

/** The words that report, as tokens; `last` is inside. Cues are never discontinuous. */
export interface CueSpan {
  readonly head: number;
  readonly first: number;
  readonly last: number;
}

/** First tokens that a cue with this head may have, nearest first. */
export function cueFirstCandidates(text: AttributionText, head: number): number[] {
  const candidates: number[] = [];
  const first = Math.max(text.firstOf(head), head - 8);
  for (let t = head; t >= first; t--) candidates.push(t);
  return candidates;
}

/** Last tokens that a cue with this head may have, nearest first. */
export function cueLastCandidates(text: AttributionText, head: number): number[] {
  const candidates: number[] = [];
  const end = Math.min(text.endOf(head), head + 15);
  for (let t = head; t < end; t++) {
    candidates.push(t);
  }
  return candidates;
}

export function addCueFirstFeatures(list: FeatureList, text: AttributionText, head: number, first: number): void {
  addBoundary(list, 100, text, head, first, -1);
  const { lemma, xpos, dep, form } = text;
  const branch = first === head ? -1 : branchOf(text, head, first);
  list.add(130, lemma[head]!, first === head ? 1 : form[first]!);
  list.add(131, xpos[head]!, first === head ? 1 : xpos[first]!, branch < 0 ? 0 : dep[branch]!);
  let subjects = 0;
  for (let t = first; t < head; t++) if (text.tree.rel(t) === "nsubj") subjects++;
  list.add(132, subjects);
}

export function addCueLastFeatures(
  list: FeatureList,
  text: AttributionText,
  head: number,
  first: number,
  last: number,
): void {
  addBoundary(list, 140, text, head, last, 1);
  const { lemma, xpos, dep, form, mark, fine } = text;
  let objects = 0;
  let clauses = 0;
  let marks = 0;
  for (let t = head + 1; t <= last; t++) {
    const rel = text.tree.rel(t);
    if (rel === "obj" || rel === "obl" || rel === "nmod") objects++;
    if (rel === "ccomp" || rel === "xcomp" || rel === "advcl") clauses++;
    if (mark[t]! > 0) marks++;
  }
  list.add(170, objects, clauses, marks);
  list.add(171, lemma[head]!, objects, clauses);
  const end = text.endOf(head);
  const rest = end - 1 - last;
  list.add(172, Math.min(rest, 3), lemma[head]!);
  list.add(173, fine[head]!, form[last]!, last - head);
  list.add(174, fine[head]!, last + 1 < end ? form[last + 1]! : 1, Math.min(last - head, 4));
  list.add(175, head - first, Math.min(last - head, 6), xpos[head]!);
  list.add(176, form[first]!, form[last]!);
  let nextMark = 0;
  for (let t = last + 1; t < end && nextMark === 0; t++) if (mark[t] === 1) nextMark = Math.min(t - last, 4);
  list.add(177, nextMark, Math.min(last - head, 4), lemma[head]!);
  list.add(178, nextMark, xpos[last]!, dep[last]!);
}
