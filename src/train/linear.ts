import { createRandom, type Random } from "../core/index.ts";
import type { LinearModel } from "../extract/linear-model.ts";
import type { LinearExamples } from "./linear-data.ts";

export interface LinearOptions {
  /** Rows of the table are `2 ** bits`. Default 18. */
  readonly bits: number;
  /** Passes over the examples. Default 8. */
  readonly epochs: number;
  /** AdaGrad's step. Default 0.1. */
  readonly rate: number;
  /** Weight decay toward 0, per visit of a feature. Default 1e-6. */
  readonly l2: number;
  /** Rows that fewer examples touch stay 0. Default 2. */
  readonly minCount: number;
  /** Weights smaller than this are dropped when the model is finished. Default 0.02. */
  readonly prune: number;
  /** Weight of the examples of each class, for skewed data. Default 1 for every class. */
  readonly classWeights?: readonly number[];
  /** An example that the weights already fit this well (no gradient is larger) is skipped in the next two epochs. Default 0.002. */
  readonly easy: number;
  readonly seed: number;
}

export const DEFAULT_LINEAR_OPTIONS: LinearOptions = {
  bits: 18,
  epochs: 8,
  rate: 0.1,
  l2: 1e-6,
  minCount: 2,
  prune: 0.02,
  easy: 0.002,
  seed: 1,
};

/**
 * Multinomial logistic regression by AdaGrad (Duchi et al. 2011). The weights are the mean over the second half of the
 * epochs, which is steadier than the last ones. With two classes or more; the labels are class indexes.
 */
export function trainLogistic(
  examples: LinearExamples,
  classes: readonly string[],
  options: Partial<LinearOptions> = {},
): LinearModel {
  const settings = { ...DEFAULT_LINEAR_OPTIONS, ...options };
  const width = classes.length;
  const learner = createLearner(examples, width, settings);
  const starts = examples.starts.view();
  const labels = examples.labels.view();
  const scores = new Float64Array(width);
  return learner.run(classes, range(examples.size), (example) => {
    learner.score(example, scores);
    normalise(scores);
    const label = labels[example]!;
    const weight = settings.classWeights?.[label] ?? 1;
    for (let k = 0; k < width; k++) {
      const gradient = (scores[k]! - (k === label ? 1 : 0)) * weight;
      if (Math.abs(gradient) > 1e-4) learner.update(starts[example]!, starts[example + 1]!, k, gradient);
    }
    return 1 - scores[label]!;
  });
}

/** A yes/no model with one column: `sigmoid(scoreClass(model, features))` is the probability of label 1. */
export function trainBinary(examples: LinearExamples, name: string, options: Partial<LinearOptions> = {}): LinearModel {
  const settings = { ...DEFAULT_LINEAR_OPTIONS, ...options };
  const learner = createLearner(examples, 1, settings);
  const starts = examples.starts.view();
  const labels = examples.labels.view();
  const scores = new Float64Array(1);
  return learner.run([name], range(examples.size), (example) => {
    learner.score(example, scores);
    const label = labels[example]!;
    const gradient = (1 / (1 + Math.exp(-scores[0]!)) - label) * (settings.classWeights?.[label] ?? 1);
    if (Math.abs(gradient) > 1e-4) learner.update(starts[example]!, starts[example + 1]!, 0, gradient);
    return Math.abs(gradient);
  });
}

/**
 * A log-linear ranker: within each group the probability mass of the candidates labelled 1 grows. Groups without
 * such a candidate are left out.
 */
export function trainRanker(examples: LinearExamples, name: string, options: Partial<LinearOptions> = {}): LinearModel {
  const settings = { ...DEFAULT_LINEAR_OPTIONS, ...options };
  const learner = createLearner(examples, 1, settings);
  const starts = examples.starts.view();
  const labels = examples.labels.view();
  const groups = examples.groups.view();
  const score = new Float64Array(1);
  const usable = range(groups.length).filter((group) => {
    const end = groups[group + 1] ?? examples.size;
    for (let i = groups[group]!; i < end; i++) if (labels[i] === 1) return end - groups[group]! > 1;
    return false;
  });
  return learner.run([name], usable, (group) => {
    const first = groups[group]!;
    const end = groups[group + 1] ?? examples.size;
    const all = new Float64Array(end - first);
    for (let i = first; i < end; i++) {
      learner.score(i, score);
      all[i - first] = score[0]!;
    }
    normalise(all);
    let right = 0;
    for (let i = first; i < end; i++) if (labels[i] === 1) right += all[i - first]!;
    for (let i = first; i < end; i++) {
      const p = all[i - first]!;
      const gradient = labels[i] === 1 ? p - p / Math.max(right, 1e-12) : p;
      if (Math.abs(gradient) > 1e-4) learner.update(starts[i]!, starts[i + 1]!, 0, gradient);
    }
    return 1 - right;
  });
}

/**
 * Averaged multiclass perceptron (Freund & Schapire 1999; averaging as in Collins 2002): faster than
 * {@link trainLogistic}, often as accurate, but its scores are no probabilities.
 */
export function trainPerceptron(
  examples: LinearExamples,
  classes: readonly string[],
  options: Partial<LinearOptions> = {},
): LinearModel {
  const settings = { ...DEFAULT_LINEAR_OPTIONS, ...options };
  const width = classes.length;
  const rows = keptRows(examples, settings);
  const features = examples.features.view();
  const starts = examples.starts.view();
  const labels = examples.labels.view();
  const weights = new Float32Array(2 ** settings.bits * width);
  const totals = new Float64Array(weights.length);
  const scores = new Float64Array(width);
  const random = createRandom(settings.seed);
  const order = range(examples.size);
  const mask = 2 ** settings.bits - 1;
  let step = 1;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) {
      scores.fill(0);
      for (let i = starts[example]!; i < starts[example + 1]!; i++) {
        const row = (features[i]! & mask) * width;
        for (let k = 0; k < width; k++) scores[k]! += weights[row + k]!;
      }
      let best = 0;
      for (let k = 1; k < width; k++) if (scores[k]! > scores[best]!) best = k;
      const label = labels[example]!;
      if (best !== label) {
        for (let i = starts[example]!; i < starts[example + 1]!; i++) {
          const row = features[i]! & mask;
          if (!rows[row]) continue;
          weights[row * width + label]! += 1;
          weights[row * width + best]! -= 1;
          totals[row * width + label]! += step;
          totals[row * width + best]! -= step;
        }
      }
      step++;
    }
  }
  for (let i = 0; i < weights.length; i++) weights[i] = weights[i]! - totals[i]! / step;
  return finish(classes, weights, settings);
}

interface Learner {
  score(example: number, into: Float64Array): void;
  update(from: number, to: number, column: number, gradient: number): void;
  /** Visits the items in a new order each epoch; `visit` learns from one and returns how wrong the weights were. */
  run(classes: readonly string[], order: number[], visit: (item: number) => number): LinearModel;
}

function createLearner(examples: LinearExamples, width: number, settings: LinearOptions): Learner {
  const { bits, epochs, rate, l2 } = settings;
  const rows = keptRows(examples, settings);
  const features = examples.features.view();
  const starts = examples.starts.view();
  const mask = 2 ** bits - 1;
  const weights = new Float32Array(2 ** bits * width);
  const squares = new Float32Array(weights.length).fill(1e-2);
  const score = (example: number, into: Float64Array): void => {
    into.fill(0);
    const end = starts[example + 1]!;
    for (let i = starts[example]!; i < end; i++) {
      const row = (features[i]! & mask) * width;
      for (let k = 0; k < width; k++) into[k]! += weights[row + k]!;
    }
  };
  const update = (from: number, to: number, column: number, gradient: number): void => {
    for (let i = from; i < to; i++) {
      const row = features[i]! & mask;
      if (!rows[row]) continue;
      const at = row * width + column;
      const g = gradient + l2 * weights[at]!;
      squares[at]! += g * g;
      weights[at]! -= (rate * g) / Math.sqrt(squares[at]!);
    }
  };
  const run = (classes: readonly string[], order: number[], visit: (item: number) => number): LinearModel => {
    const random = createRandom(settings.seed);
    const mean = new Float32Array(weights.length);
    const firstKept = Math.floor(epochs / 2);
    const rest = new Uint8Array(order.reduce((most, item) => Math.max(most, item), -1) + 1);
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      for (const item of order) {
        if (rest[item]! > 0) rest[item]!--;
        else if (visit(item) < settings.easy) rest[item] = 2;
      }
      if (epoch >= firstKept) for (let i = 0; i < mean.length; i++) mean[i]! += weights[i]! / (epochs - firstKept);
    }
    return finish(classes, mean, settings);
  };
  return { score, update, run };
}

/** Which rows enough examples touch. */
function keptRows(examples: LinearExamples, settings: LinearOptions): Uint8Array {
  const counts = new Uint32Array(2 ** settings.bits);
  const mask = counts.length - 1;
  for (const feature of examples.features.view()) counts[feature & mask]!++;
  return Uint8Array.from(counts, (count) => (count >= settings.minCount ? 1 : 0));
}

function finish(classes: readonly string[], weights: Float32Array, { bits, prune }: LinearOptions): LinearModel {
  for (let i = 0; i < weights.length; i++) if (Math.abs(weights[i]!) < prune) weights[i] = 0;
  return { classes, bits, weights, scale: 1, bias: classes.map(() => 0), meta: {} };
}

function normalise(scores: Float64Array): void {
  let max = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > max) max = score;
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - max);
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/** Fisher–Yates, in place. */
export function shuffle(list: number[], random: Random): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = list[i]!;
    list[i] = list[j]!;
    list[j] = kept;
  }
}
