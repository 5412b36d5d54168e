import type { FeatureList } from "./attribution-features.ts";
import { getModel, type LinearModel, readLinearModels, scoreClass } from "./linear-model.ts";

/** What the parts of the attribution model decide, in the order of the decisions. */
export const ATTRIBUTION_PARTS = [
  /** Is this word the head of an outermost cue? */
  "cue",
  /** Is it a cue at any depth? */
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
  /** Does the whole attribution, as drafted, hold? */
  "accept",
] as const;
export type AttributionPart = (typeof ATTRIBUTION_PARTS)[number];

/** What is needed to draft attributions: all parts but the one that accepts or drops drafts. */
export interface DraftModel {
  readonly parts: Readonly<Record<Exclude<AttributionPart, "accept">, LinearModel>>;
  /** Words other than verbs that can head a cue. */
  readonly heads: ReadonlySet<number>;
}

export interface AttributionModel extends DraftModel {
  readonly parts: Readonly<Record<AttributionPart, LinearModel>>;
  /** Drafts less likely than this are dropped. */
  readonly threshold: number;
}

export const ATTRIBUTION_KIND = "en-attribution";

/** Reads the bytes of `models/en-attribution.bin`. */
export async function loadAttributionModel(bytes: Uint8Array): Promise<AttributionModel> {
  const models = await readLinearModels(bytes, ATTRIBUTION_KIND);
  const parts = Object.fromEntries(ATTRIBUTION_PARTS.map((part) => [part, getModel(models, part)]));
  return {
    parts: parts as Record<AttributionPart, LinearModel>,
    threshold: Number(getModel(models, "accept").meta.threshold),
    heads: new Set(getModel(models, "cue").meta.heads as number[]),
  };
}

export interface Choice {
  /** Index of the best candidate, -1 where there is none. */
  readonly index: number;
  /** Its share among the candidates, 0…1. */
  readonly probability: number;
}

/** The best of `count` candidates by a ranker. */
export function chooseBest(
  model: LinearModel,
  list: FeatureList,
  count: number,
  describe: (index: number) => void,
): Choice {
  let index = -1;
  let best = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    list.clear();
    describe(i);
    const score = scoreClass(model, list.values, list.count);
    if (score > best) {
      sum = sum * Math.exp(best - score) + 1;
      best = score;
      index = i;
    } else sum += Math.exp(score - best);
  }
  return { index, probability: index < 0 ? 0 : 1 / sum };
}
