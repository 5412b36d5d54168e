import { softmax } from "../extract/linear-model.ts";
import { chooseClass, mixSources, type SentimentMix } from "../extract/sentiment-model.ts";

/** What several models say of an example that none of them was trained on. */
export interface HeldOut {
  /** A probability a class from each model. */
  readonly sources: readonly ArrayLike<number>[];
  readonly label: number;
}

/**
 * Learns how to weigh the models, and shifts of the classes, so that the probabilities hold on examples that the
 * models have not seen (Platt scaling for several classes); then the factors with which macro-F1 is largest.
 */
export function fitMix(examples: readonly HeldOut[], classes: number): SentimentMix {
  const count = examples[0]!.sources.length;
  const logs = examples.map(({ sources }) =>
    sources.map((source) => Float64Array.from(source, (p) => Math.log(p + 1e-9))),
  );
  // Weights of the models, then the shifts; plain gradient descent, for the loss is convex and small.
  const theta = new Float64Array(count + classes);
  theta.fill(1 / count, 0, count);
  const scores = new Float64Array(classes);
  for (let round = 0; round < 600; round++) {
    const gradient = new Float64Array(theta.length);
    logs.forEach((sources, i) => {
      for (let c = 0; c < classes; c++) {
        scores[c] = theta[count + c]!;
        for (let k = 0; k < count; k++) scores[c]! += theta[k]! * sources[k]![c]!;
      }
      softmax(scores);
      for (let c = 0; c < classes; c++) {
        const g = (scores[c]! - (c === examples[i]!.label ? 1 : 0)) / examples.length;
        for (let k = 0; k < count; k++) gradient[k]! += g * sources[k]![c]!;
        gradient[count + c]! += g;
      }
    });
    for (let k = 0; k < theta.length; k++) theta[k]! -= (k < count ? 0.05 : 1) * gradient[k]!;
  }
  const mix = {
    weights: Array.from(theta.subarray(0, count)),
    bias: Array.from(theta.subarray(count)),
  };
  const probabilities = examples.map(({ sources }) => mixSources(mix, sources));
  const labels = examples.map(({ label }) => label);
  return { ...mix, factors: fitFactors(probabilities, labels, classes) };
}

const STEPS = [0.6, 0.75, 0.87, 1.15, 1.33, 1.66];

/** Factors of the classes that make macro-F1 largest, one class after the other, starting from a root of the priors. */
function fitFactors(probabilities: readonly Float64Array[], labels: readonly number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label]!++;
  // Smoothed, for a class of few examples should not have its factor fitted to each of them.
  const score = (factors: readonly number[]): number => {
    let sum = 0;
    for (const tilt of [0.85, 1, 1.18]) {
      sum += macroF1(
        labels,
        probabilities.map((p) =>
          chooseClass(
            factors.map((factor, c) => (c === 0 ? factor * tilt : factor)),
            p,
          ),
        ),
        classes,
      );
    }
    return sum;
  };
  let best: number[] = [];
  let bestScore = -1;
  for (const power of [0, 0.2, 0.4, 0.6, 0.8]) {
    const factors = counts.map((count) => (Math.max(1, count) / labels.length) ** -power);
    const value = score(factors);
    if (value > bestScore) {
      best = factors;
      bestScore = value;
    }
  }
  for (let round = 0; round < 4; round++) {
    for (let c = 0; c < classes; c++) {
      for (const step of STEPS) {
        const factors = best.map((factor, k) => (k === c ? factor * step : factor));
        const value = score(factors);
        if (value > bestScore + 1e-9) {
          best = factors;
          bestScore = value;
        }
      }
    }
  }
  return best.map((factor) => factor / best[0]!);
}

/** F1 of each class. */
export function classF1(gold: readonly number[], chosen: readonly number[], classes: number): number[] {
  const right = new Array<number>(classes).fill(0);
  const wrong = new Array<number>(classes).fill(0);
  gold.forEach((label, i) => {
    if (chosen[i] === label) right[label]!++;
    else {
      wrong[label]!++;
      wrong[chosen[i]!]!++;
    }
  });
  return right.map((count, c) => (2 * count) / Math.max(1, 2 * count + wrong[c]!));
}

export function macroF1(gold: readonly number[], chosen: readonly number[], classes: number): number {
  return classF1(gold, chosen, classes).reduce((sum, f1) => sum + f1, 0) / classes;
}
