import { addContinuationFeatures, addSideFeatures, findContinuation, type Stretch } from "./attribution-content.ts";
import {
  addCueFirstFeatures,
  addCueLastFeatures,
  type CueSpan,
  cueFirstCandidates,
  cueLastCandidates,
} from "./attribution-cue-span.ts";
import type { FeatureList } from "./attribution-features.ts";
import {
  addLeftFirstFeatures,
  addLeftLastFeatures,
  leftFirstCandidates,
  leftLastCandidates,
} from "./attribution-left.ts";
import { chooseBest, type DraftModel } from "./attribution-model.ts";
import {
  addRightFirstFeatures,
  addRightLastFeatures,
  rightFirstCandidates,
  rightLastCandidates,
} from "./attribution-right.ts";
import {
  addSourceFeatures,
  addSourceFirstFeatures,
  addSourceLastFeatures,
  NO_SOURCE,
  type SourceSpan,
  sourceCandidates,
  sourceFirstCandidates,
  sourceLastCandidates,
} from "./attribution-source.ts";
import type { AttributionText } from "./attribution-text.ts";
import { scoreClass, scoreClasses, sigmoid, softmax } from "./linear-model.ts";

/** An attribution before it is known whether it holds. */
export interface Draft {
  readonly cue: CueSpan;
  readonly source: SourceSpan | undefined;
  /** In text order. */
  readonly content: readonly Stretch[];
  /** How sure each decision was. */
  readonly sure: {
    readonly cue: number;
    readonly inner: number;
    readonly source: number;
    readonly side: number;
    readonly content: number;
  };
}

/** The most likely cue span, source and content for a cue's head word. */
export function draftAttribution(
  text: AttributionText,
  model: DraftModel,
  list: FeatureList,
  head: number,
  sure: { readonly cue: number; readonly inner: number },
): Draft {
  const cue = findCueSpan(text, model, list, head);
  const { source, probability } = findSource(text, model, list, cue);
  const content = findContent(text, model, list, cue, source);
  return {
    cue,
    source,
    content: content.stretches,
    sure: { ...sure, source: probability, side: content.side, content: content.probability },
  };
}

function findCueSpan(text: AttributionText, { parts }: DraftModel, list: FeatureList, head: number): CueSpan {
  const firsts = cueFirstCandidates(text, head);
  const begin = chooseBest(parts.cueFirst, list, firsts.length, (i) => {
    addCueFirstFeatures(list, text, head, firsts[i]!);
  });
  const first = firsts[begin.index]!;
  const lasts = cueLastCandidates(text, head);
  const end = chooseBest(parts.cueLast, list, lasts.length, (i) => {
    addCueLastFeatures(list, text, head, first, lasts[i]!);
  });
  return { head, first, last: lasts[end.index]! };
}

function findSource(
  text: AttributionText,
  { parts }: DraftModel,
  list: FeatureList,
  cue: CueSpan,
): { source: SourceSpan | undefined; probability: number } {
  const heads = sourceCandidates(text, cue);
  const { index, probability } = chooseBest(parts.source, list, heads.length, (i) => {
    addSourceFeatures(list, text, cue, heads[i]!);
  });
  const head = heads[index]!;
  if (head === NO_SOURCE) return { source: undefined, probability };
  const firsts = sourceFirstCandidates(text, cue, head);
  const begin = chooseBest(parts.sourceFirst, list, firsts.length, (i) => {
    addSourceFirstFeatures(list, text, cue, head, firsts[i]!);
  });
  const first = firsts[begin.index]!;
  const lasts = sourceLastCandidates(text, cue, head);
  const end = chooseBest(parts.sourceLast, list, lasts.length, (i) => {
    addSourceLastFeatures(list, text, cue, head, first, lasts[i]!);
  });
  return { source: { head, first, last: lasts[end.index]! }, probability };
}

/** “The port,” he told us on Monday, “is closed.” The models have seen too few with many words between. */
function goesOnAfter(text: AttributionText, left: Stretch, cue: CueSpan, source: SourceSpan | undefined): boolean {
  if (text.mark[left.last] !== 2 || left.last < text.firstOf(cue.head)) return false;
  let close = text.endOf(cue.head) - 1;
  if (text.mark[close] !== 2 && text.tree.pos(close) === "PUNCT") close--;
  const open = text.mark[close] === 2 ? text.quotations.partner[close]! : -1;
  return open > Math.max(cue.last, source?.last ?? 0) && text.doc.tokens[open - 1]!.form === ",";
}

function findContent(
  text: AttributionText,
  { parts }: DraftModel,
  list: FeatureList,
  cue: CueSpan,
  source: SourceSpan | undefined,
): { stretches: Stretch[]; side: number; probability: number } {
  addSideFeatures(list.clear(), text, cue, source);
  const sides = softmax(scoreClasses(parts.side, list.values, list.count));
  const [onRight, onLeft, onBoth] = [sides[0]!, sides[1]!, sides[2]!];
  const wantsLeft = onLeft > onRight || (onBoth > onRight && onBoth > onLeft);
  const wantsRight = onRight >= onLeft || (onBoth > onRight && onBoth > onLeft);
  const stretches: Stretch[] = [];
  let probability = 1;

  if (wantsLeft) {
    const lasts = leftLastCandidates(text, cue, source);
    const end = chooseBest(parts.leftLast, list, lasts.length, (i) => {
      addLeftLastFeatures(list, text, cue, source, lasts[i]!);
    });
    if (end.index >= 0) {
      const last = lasts[end.index]!;
      const firsts = leftFirstCandidates(text, last);
      const begin = chooseBest(parts.leftFirst, list, firsts.length, (i) => {
        addLeftFirstFeatures(list, text, cue, source, last, firsts[i]!);
      });
      stretches.push({ first: firsts[begin.index]!, last });
      probability *= end.probability * begin.probability;
    }
  }
  if (wantsRight || stretches.length === 0 || goesOnAfter(text, stretches[0]!, cue, source)) {
    const firsts = rightFirstCandidates(text, cue, source);
    const begin = chooseBest(parts.rightFirst, list, firsts.length, (i) => {
      addRightFirstFeatures(list, text, cue, source, firsts[i]!);
    });
    if (begin.index >= 0) {
      const first = firsts[begin.index]!;
      const lasts = rightLastCandidates(text, cue, first);
      const end = chooseBest(parts.rightLast, list, lasts.length, (i) => {
        addRightLastFeatures(list, text, cue, source, first, lasts[i]!);
      });
      stretches.push({ first, last: lasts[end.index]! });
      probability *= begin.probability * end.probability;
    }
  }
  for (let step = 0; stretches.length > 0 && step < 20; step++) {
    const previous = stretches.at(-1)!;
    const next = findContinuation(text, cue, previous.last);
    if (!next) break;
    addContinuationFeatures(list.clear(), text, cue, previous, next, step);
    if (sigmoid(scoreClass(parts.continue, list.values, list.count)) < 0.5) break;
    stretches.push(next);
  }
  return { stretches, side: Math.max(onRight, onLeft, onBoth), probability };
}
