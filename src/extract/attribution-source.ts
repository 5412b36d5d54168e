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
} from "./attribution-features.ts";
import { type AttributionText, countBetween } from "./attribution-text.ts";

/** Who is reported to speak or think, as tokens; `last` is inside. */
export interface SourceSpan {
  readonly head: number;
  readonly first: number;
  readonly last: number;
}

/** Stands for "the text names no source" among the candidates. */
export const NO_SOURCE = -1;

const NOMINAL: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"]);

/** Heads of possible sources of a cue: {@link NO_SOURCE}, then the nominal words of its sentence outside the cue. */
export function sourceCandidates(text: AttributionText, cue: CueSpan): number[] {
  const candidates = [NO_SOURCE];
  const first = Math.max(text.firstOf(cue.head), cue.first - 60);
  const end = Math.min(text.endOf(cue.head), cue.last + 40);
  for (let t = first; t < end; t++) {
    if (t >= cue.first && t <= cue.last) continue;
    const { pos } = text.doc.tags[t]!;
    if (!NOMINAL.has(pos)) continue;
    // Modifiers inside a name or noun phrase are not what it is about.
    const rel = text.tree.rel(t);
    if (rel === "flat" || rel === "det" || rel === "nummod" || (rel === "amod" && pos === "ADJ")) continue;
    candidates.push(t);
  }
  return candidates;
}

/** Describes a token as the head of the source of a cue. */
export function addSourceFeatures(list: FeatureList, text: AttributionText, cue: CueSpan, token: number): void {
  const { lemma, form, pos, xpos, dep, fine, middle, kind, head, quotations } = text;
  const L = lemma[cue.head]!;
  const P = xpos[cue.head]!;
  const C = fine[cue.head]! + 1;
  const D = dep[cue.head]!;
  if (token === NO_SOURCE) {
    list.add(201);
    list.add(202, L);
    list.add(203, P, D);
    list.add(204, C);
    list.add(205, form[cue.first]!, P);
    list.add(206, form[cue.last]!, P);
    list.add(
      207,
      text.tree.child(cue.head, "nsubj") >= 0 ? 1 : 0,
      text.tree.child(cue.head, "nsubj:pass") >= 0 ? 1 : 0,
      P,
    );
    list.add(208, L, form[cue.first]!);
    list.add(209, at(form, text, cue.last, 1), P);
    list.add(210, at(form, text, cue.first, -1), P);
    list.add(211, cue.head - cue.first, cue.last - cue.head, P);
    return;
  }
  const inside = head[token]! >= cue.first && head[token]! <= cue.last ? head[token]! : cue.head;
  const path = pathBetween(text, cue.head, token);
  const side = token < cue.first ? 1 : 2;
  const distance = bucket(side === 1 ? cue.first - 1 - token : token - cue.last - 1);
  const K = kind[token]!;
  const X = xpos[token]!;
  const T = dep[token]!;
  const marker = text.tree.child(token, "case");
  const caseForm = marker >= 0 ? form[marker]! : 0;
  list.add(220, T, inside === cue.head ? 1 : 2, side);
  list.add(221, path, P);
  list.add(222, path, L);
  list.add(223, path, side, X);
  list.add(224, path, C);
  list.add(225, K, side);
  list.add(226, K, path);
  list.add(227, K, L);
  list.add(228, X, side, distance);
  list.add(229, T, side, distance);
  list.add(230, caseForm, path);
  list.add(231, caseForm, L, side);
  list.add(232, caseForm, K);
  list.add(233, lemma[token]!, side);
  list.add(234, lemma[token]!, L);
  list.add(235, middle[token]! + 1, T, side);
  list.add(236, fine[token]! + 1, C);
  list.add(237, T, P, side, D);
  // "said X": the words between, when there are few.
  const from = side === 1 ? token : cue.last;
  const to = side === 1 ? cue.first : token;
  if (to - from <= 5) {
    let shape = 0;
    for (let t = from + 1; t < to; t++) shape = Math.imul(shape ^ pos[t]!, 0x01000193);
    list.add(238, shape, side, X);
    list.add(239, shape, side, L);
  }
  const { tally } = text;
  const verbs = countBetween(tally.verbs, from + 1, to);
  const nominals = countBetween(tally.nominals, from + 1, to);
  const marks = countBetween(tally.openMarks, from + 1, to) + countBetween(tally.closeMarks, from + 1, to);
  const commas = countBetween(tally.commas, from + 1, to);
  list.add(240, Math.min(verbs, 3), side, T);
  list.add(241, Math.min(nominals, 4), side, X);
  list.add(242, Math.min(marks, 2), side);
  list.add(243, Math.min(commas, 3), side, T);
  list.add(244, Math.min(verbs, 3), Math.min(nominals, 3), Math.min(marks, 2), side);
  list.add(245, quotations.of[token]! >= 0 ? 1 : 0, quotations.of[cue.head]! >= 0 ? 1 : 0, side);
  const up = head[token]!;
  if (up >= 0) {
    list.add(246, T, xpos[up]!, up === cue.head ? 1 : 0);
    list.add(247, T, lemma[up]!, up === cue.head ? 1 : 0);
    list.add(248, up >= cue.first && up <= cue.last ? 1 : 0, T, D);
    const branch = branchOf(text, cue.head, token);
    list.add(249, branch < 0 ? 0 : dep[branch]!, T, side);
    list.add(250, text.tree.dominates(token, cue.head) ? 1 : 0, T, D);
  }
  list.add(251, at(form, text, token, -1), side, path);
  list.add(252, at(form, text, token, 1), side);
  list.add(
    253,
    text.tree.child(cue.head, "nsubj") === token ? 1 : 0,
    text.tree.child(cue.head, "nsubj") >= 0 ? 1 : 0,
    side,
    P,
  );
  list.add(254, form[cue.first]!, path);
  list.add(255, form[cue.last]!, path, side);
  list.add(256, token === text.firstOf(token) ? 1 : 0, X, side);
}

export function sourceFirstCandidates(text: AttributionText, cue: CueSpan, head: number): number[] {
  const first = Math.max(text.firstOf(head), head - 20);
  const candidates: number[] = [];
  for (let t = head; t >= first; t--) {
    if (t >= cue.first && t <= cue.last) break;
    if (t === head || canStart(text, t)) candidates.push(t);
  }
  return candidates;
}

export function sourceLastCandidates(text: AttributionText, cue: CueSpan, head: number): number[] {
  const end = Math.min(text.endOf(head), head + 40);
  const candidates: number[] = [];
  for (let t = head; t < end; t++) {
    if (t >= cue.first && t <= cue.last) break;
    if (t === head || canEnd(text, t)) candidates.push(t);
  }
  return candidates;
}

export function addSourceFirstFeatures(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  head: number,
  first: number,
): void {
  addBoundary(list, 260, text, head, first, -1);
  const { lemma, form, dep, kind } = text;
  list.add(290, first - 1 === cue.last ? 1 : 0, form[first]!);
  list.add(291, dep[head]!, form[first]!);
  list.add(292, lemma[cue.head]!, form[first]!, dep[head]!);
  list.add(293, first - 1 === cue.last ? 1 : 0, text.left[head] === first ? 1 : 0, dep[head]!);
  list.add(294, kind[head]!, form[first]!);
}

export function addSourceLastFeatures(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  head: number,
  first: number,
  last: number,
): void {
  addBoundary(list, 300, text, head, last, 1);
  const { lemma, form, dep, kind } = text;
  const touches = last + 1 === cue.first ? 1 : last + 1 < text.endOf(head) ? 0 : 2;
  const { tally } = text;
  const commas = countBetween(tally.commas, first, last + 1);
  const verbs = countBetween(tally.verbs, first, last + 1);
  const brackets =
    countBetween(tally.openBrackets, first, last + 1) + countBetween(tally.closeBrackets, first, last + 1);
  const marks = countBetween(tally.openMarks, first, last + 1) + countBetween(tally.closeMarks, first, last + 1);
  const side = head < cue.first ? 1 : 2;
  list.add(330, touches, form[last]!, side);
  list.add(331, Math.min(commas, 3), Math.min(verbs, 2), touches);
  list.add(332, brackets & 1, marks & 1);
  list.add(333, lemma[cue.head]!, touches, dep[head]!);
  list.add(334, commas & 1, form[last]!, touches);
  list.add(335, side, text.right[head] === last ? 1 : 0, dep[head]!, touches);
  list.add(336, kind[head]!, touches, side);
  list.add(337, bucket(last - first), side, touches);
}
