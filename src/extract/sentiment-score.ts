import type { LinearModel } from "./linear-model.ts";
import type { FeatureSet } from "./sentiment-features-linear.ts";
import { rememberEach } from "./sentiment-features-memo.ts";

/** The scores of a model's classes for hashed features. */
export type FeatureScorer = (features: FeatureSet) => Float64Array;

/** Makes the scorer of a linear model. A shared part that comes again, as the same array, is not scored again. */
export function createFeatureScorer({ classes, bits, weights, scale, bias }: LinearModel): FeatureScorer {
  const width = classes.length;
  const mask = 2 ** bits - 1;

  function add(features: Uint32Array, into: Float64Array): void {
    for (let i = 0; i < features.length; i++) {
      const row = (features[i]! & mask) * width;
      for (let c = 0; c < width; c++) into[c]! += weights[row + c]!;
    }
  }

  const sumsOf = rememberEach((features: Uint32Array) => {
    const sums = new Float64Array(width);
    add(features, sums);
    return sums;
  });

  return ({ shared, own }) => {
    const scores = new Float64Array(width);
    for (const part of shared) {
      const sums = sumsOf(part);
      for (let c = 0; c < width; c++) scores[c]! += sums[c]!;
    }
    for (const part of own) add(part, scores);
    for (let c = 0; c < width; c++) scores[c] = scores[c]! * scale + bias[c]!;
    return scores;
  };
}
