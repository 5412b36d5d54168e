/** A decision tree as parallel arrays; node 0 is the root. */
export interface DecisionTree {
  /** Index of the feature that a node asks about, or -1 at a leaf. */
  readonly feature: readonly number[];
  /** An inner node sends values below this left; a leaf adds it to the score. */
  readonly value: readonly number[];
  /** The left child; the right one follows it. */
  readonly left: readonly number[];
}

/** Trees whose scores add up, one sum a class (gradient boosting, Friedman 2001). */
export interface BoostedTrees {
  readonly classes: readonly string[];
  /** Names of the features, in order: a model is only good for the features that it was trained with. */
  readonly features: readonly string[];
  /** Score of each class before any tree. */
  readonly bias: readonly number[];
  /** `trees[round][class]` */
  readonly trees: readonly (readonly DecisionTree[])[];
}

/** Probabilities of the classes. */
export function classifyByTrees(
  { bias, trees }: Pick<BoostedTrees, "bias" | "trees">,
  features: ArrayLike<number>,
): Float64Array {
  const scores = Float64Array.from(bias);
  for (const round of trees) for (let c = 0; c < round.length; c++) scores[c]! += scoreByTree(round[c]!, features);
  return toProbabilities(scores);
}

/** The value of the leaf that the features fall to. */
export function scoreByTree({ feature, value, left }: DecisionTree, features: ArrayLike<number>): number {
  let node = 0;
  while (feature[node]! >= 0) node = left[node]! + (features[feature[node]!]! < value[node]! ? 0 : 1);
  return value[node]!;
}

/** Softmax, in place of the scores. */
export function toProbabilities(scores: Float64Array): Float64Array {
  const largest = Math.max(...scores);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp(scores[c]! - largest);
    sum += scores[c]!;
  }
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
  return scores;
}
