import { addContinuationFeatures, addSideFeatures, findContinuation } from "../extract/attribution-content.ts";
import {
  addCueFirstFeatures,
  addCueLastFeatures,
  cueFirstCandidates,
  cueLastCandidates,
} from "../extract/attribution-cue-span.ts";
import { addCueFeatures, canBeCue } from "../extract/attribution-cues.ts";
import { FeatureList } from "../extract/attribution-features.ts";
import {
  addLeftFirstFeatures,
  addLeftLastFeatures,
  leftFirstCandidates,
  leftLastCandidates,
} from "../extract/attribution-left.ts";
import type { AttributionPart } from "../extract/attribution-model.ts";
import {
  addRightFirstFeatures,
  addRightLastFeatures,
  rightFirstCandidates,
  rightLastCandidates,
} from "../extract/attribution-right.ts";
import {
  addSourceFeatures,
  addSourceFirstFeatures,
  addSourceLastFeatures,
  NO_SOURCE,
  sourceCandidates,
  sourceFirstCandidates,
  sourceLastCandidates,
} from "../extract/attribution-source.ts";
import type { AttributionText } from "../extract/attribution-text.ts";
import type { AlignedAttribution } from "./attribution-gold.ts";
import { LinearExamples } from "./linear-data.ts";

/** The parts that learn straight from gold; "accept" learns from what these draft. */
export type BasePart = Exclude<AttributionPart, "accept">;
export type ExampleSets = Record<BasePart, LinearExamples>;

export function createExampleSets(): ExampleSets {
  const sets = {} as ExampleSets;
  for (const part of [
    "cue",
    "inner",
    "cueFirst",
    "cueLast",
    "source",
    "sourceFirst",
    "sourceLast",
    "side",
    "rightFirst",
    "rightLast",
    "leftLast",
    "leftFirst",
    "continue",
  ] as const) {
    sets[part] = new LinearExamples();
  }
  return sets;
}

/** Adds the examples of one document to every set. */
export function addExamples(
  sets: ExampleSets,
  text: AttributionText,
  gold: readonly AlignedAttribution[],
  heads: ReadonlySet<number>,
): void {
  const list = new FeatureList();
  addCueExamples(sets, text, gold, heads, list);
  for (const attribution of gold) {
    addCueSpanExamples(sets, text, attribution, list);
    addSourceExamples(sets, text, attribution, list);
    addContentExamples(sets, text, attribution, list);
  }
}

/** One group of a ranker: `right` is the index of the right candidate. */
function addGroup(
  examples: LinearExamples,
  list: FeatureList,
  candidates: readonly number[],
  right: number,
  describe: (candidate: number) => void,
): void {
  if (!candidates.includes(right)) return;
  examples.beginGroup();
  for (const candidate of candidates) {
    list.clear();
    describe(candidate);
    examples.add(list.values, candidate === right ? 1 : 0, list.count);
  }
}

function addCueExamples(
  sets: ExampleSets,
  text: AttributionText,
  gold: readonly AlignedAttribution[],
  heads: ReadonlySet<number>,
  list: FeatureList,
): void {
  const right = new Set(gold.map(({ cue }) => cue.head));
  const inContent = new Uint8Array(text.size);
  const inCue = new Uint8Array(text.size);
  for (const { cue, all } of gold) {
    for (const { first, last } of all) inContent.fill(1, first, last + 1);
    inCue.fill(1, cue.first, cue.last + 1);
  }
  for (let t = 0; t < text.size; t++) {
    if (!canBeCue(text, t, heads)) continue;
    list.clear();
    addCueFeatures(list, text, t);
    const label = right.has(t) ? 1 : 0;
    sets.cue.add(list.values, label, list.count);
    // PolNeAR marks no attribution inside another's content, so nothing is known about the words there.
    if (label === 1 || inContent[t] === 0) sets.inner.add(list.values, label, list.count);
  }
}

function addCueSpanExamples(
  sets: ExampleSets,
  text: AttributionText,
  { cue }: AlignedAttribution,
  list: FeatureList,
): void {
  addGroup(sets.cueFirst, list, cueFirstCandidates(text, cue.head), cue.first, (first) => {
    addCueFirstFeatures(list, text, cue.head, first);
  });
  addGroup(sets.cueLast, list, cueLastCandidates(text, cue.head), cue.last, (last) => {
    addCueLastFeatures(list, text, cue.head, cue.first, last);
  });
}

function addSourceExamples(
  sets: ExampleSets,
  text: AttributionText,
  { cue, source }: AlignedAttribution,
  list: FeatureList,
): void {
  addGroup(sets.source, list, sourceCandidates(text, cue), source?.head ?? NO_SOURCE, (head) => {
    addSourceFeatures(list, text, cue, head);
  });
  if (!source) return;
  const { head, first, last } = source;
  addGroup(sets.sourceFirst, list, sourceFirstCandidates(text, cue, head), first, (candidate) => {
    addSourceFirstFeatures(list, text, cue, head, candidate);
  });
  addGroup(sets.sourceLast, list, sourceLastCandidates(text, cue, head), last, (candidate) => {
    addSourceLastFeatures(list, text, cue, head, first, candidate);
  });
}

function addContentExamples(
  sets: ExampleSets,
  text: AttributionText,
  { cue, source, left, right, later }: AlignedAttribution,
  list: FeatureList,
): void {
  if (left || right) {
    list.clear();
    addSideFeatures(list, text, cue, source);
    sets.side.add(list.values, left && right ? 2 : left ? 1 : 0, list.count);
  }
  if (right) {
    addGroup(sets.rightFirst, list, rightFirstCandidates(text, cue, source), right.first, (first) => {
      addRightFirstFeatures(list, text, cue, source, first);
    });
    addGroup(sets.rightLast, list, rightLastCandidates(text, cue, right.first), right.last, (last) => {
      addRightLastFeatures(list, text, cue, source, right.first, last);
    });
  }
  if (left) {
    addGroup(sets.leftLast, list, leftLastCandidates(text, cue, source), left.last, (last) => {
      addLeftLastFeatures(list, text, cue, source, last);
    });
    addGroup(sets.leftFirst, list, leftFirstCandidates(text, left.last), left.first, (first) => {
      addLeftFirstFeatures(list, text, cue, source, left.last, first);
    });
  }
  let previous = right ?? left;
  for (let step = 0; previous; step++) {
    const next = findContinuation(text, cue, previous.last);
    if (!next) break;
    const isRight = later.some(({ first }) => first === next.first);
    list.clear();
    addContinuationFeatures(list, text, cue, previous, next, step);
    sets.continue.add(list.values, isRight ? 1 : 0, list.count);
    if (!isRight) break;
    previous = next;
  }
}
