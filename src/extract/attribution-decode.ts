import { addAcceptFeatures, overlapsOf } from "./attribution-accept.ts";
import { addCueFeatures, canBeCue } from "./attribution-cues.ts";
import { type Draft, draftAttribution } from "./attribution-draft.ts";
import { FeatureList } from "./attribution-features.ts";
import type { AttributionModel } from "./attribution-model.ts";
import type { AttributionText } from "./attribution-text.ts";
import { scoreClass, sigmoid } from "./linear-model.ts";

/** Words less likely than this to be a cue are not looked at further. */
const DRAFT_THRESHOLD = 0.12;

export interface Decoded {
  readonly draft: Draft;
  readonly confidence: number;
  /** Index of the attribution in whose content this one lies, or -1. */
  readonly parent: number;
}

/** Every attribution that could hold, in the order of the text, likely or not. */
export function draftAttributions(text: AttributionText, model: AttributionModel): Draft[] {
  const list = new FeatureList();
  const drafts: Draft[] = [];
  for (let t = 0; t < text.size; t++) {
    if (!canBeCue(text, t)) continue;
    list.clear();
    addCueFeatures(list, text, t);
    const cue = sigmoid(scoreClass(model.parts.cue, list.values, list.count));
    const inner = sigmoid(scoreClass(model.parts.inner, list.values, list.count));
    if (cue < DRAFT_THRESHOLD && inner < DRAFT_THRESHOLD * 2) continue;
    drafts.push(draftAttribution(text, model, list, t, { cue, inner }));
  }
  return drafts;
}

/** Chooses the attributions that hold: outermost ones first, then those inside their contents. */
export function decodeAttributions(text: AttributionText, model: AttributionModel): Decoded[] {
  const drafts = draftAttributions(text, model);
  const list = new FeatureList();
  const overlaps = overlapsOf(drafts);
  const scored = drafts.map((draft, i) => {
    list.clear();
    addAcceptFeatures(list, text, drafts, i, overlaps);
    return { draft, confidence: sigmoid(scoreClass(model.parts.accept, list.values, list.count)) };
  });
  const byConfidence = scored.map((_, i) => i).sort((a, b) => scored[b]!.confidence - scored[a]!.confidence || a - b);
  const owner = new Int32Array(text.size).fill(-1);
  const chosen: number[] = [];
  for (const i of byConfidence) {
    const { draft, confidence } = scored[i]!;
    if (confidence < model.threshold) break;
    const { first, last } = draft.cue;
    let free = true;
    for (let t = first; t <= last && free; t++) free = owner[t]! < 0;
    if (!free) continue;
    chosen.push(i);
    for (const stretch of draft.content) {
      for (let t = stretch.first; t <= stretch.last; t++) if (owner[t]! < 0) owner[t] = i;
    }
    for (let t = first; t <= last; t++) owner[t] = i;
  }
  chosen.sort((a, b) => a - b);
  return chosen.map((i) => ({ ...scored[i]!, parent: -1 }));
}
