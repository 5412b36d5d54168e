import type { FeatureWeights } from "../language/linear.ts";

/** Averaged perceptron weights (Collins 2002), with Daumé's trick: the sum of updates times their step gives the mean. */
export interface AveragedWeights {
  readonly weights: Float32Array;
  /** Changes one weight now; `step` counts the examples seen. */
  update(slot: number, by: number, step: number): void;
  /** The mean of the weights over all steps. */
  average(steps: number): Float32Array;
}

export function createAveragedWeights(size: number): AveragedWeights {
  const weights = new Float32Array(size);
  const weighted = new Float64Array(size);
  return {
    weights,
    update: (slot, by, step) => {
      weights[slot]! += by;
      weighted[slot]! += by * step;
    },
    average: (steps) => Float32Array.from(weights, (weight, i) => weight - weighted[i]! / steps),
  };
}

/** Rows of hashed features while they are learnt. */
export interface LearningRows extends FeatureWeights {
  readonly weights: Float32Array;
  readonly mask: number;
  /**
   * Writes the slots of features with a row into `slots`, and returns how many they are. A feature gets its row when it
   * is met for the first time, or with `isSparing` for the second time in one epoch: what occurs once cannot help elsewhere.
   */
  meet(hashes: Int32Array, count: number, epoch: number, slots: Int32Array): number;
  /** Moves the weights of class `right` up and those of class `wrong` down. */
  update(slots: Int32Array, count: number, right: number, wrong: number, step: number): void;
  average(steps: number): FeatureWeights;
}

const HAS_ROW = 255;

/** @param bits of slots, as a power of two; rows have room for 256 classes */
export function createLearningRows(bits: number, isSparing: boolean): LearningRows {
  const size = 2 ** bits;
  const averaged = createAveragedWeights(size + 256);
  /** 0 not met, `HAS_ROW`, or one more than the last epoch in which the feature was met once. */
  const states = new Uint8Array(size);
  const starts = new Uint8Array(size / 8);
  const mask = size - 1;
  return {
    weights: averaged.weights,
    starts,
    mask,
    meet: (hashes, count, epoch, slots) => {
      let n = 0;
      for (let f = 0; f < count; f++) {
        const slot = hashes[f]! & mask;
        const state = states[slot]!;
        if (state === HAS_ROW) slots[n++] = slot;
        else if (!isSparing || state === epoch + 1) {
          states[slot] = HAS_ROW;
          starts[slot >>> 3]! |= 1 << (slot & 7);
          slots[n++] = slot;
        } else states[slot] = epoch + 1;
      }
      return n;
    },
    update: (slots, count, right, wrong, step) => {
      for (let f = 0; f < count; f++) {
        averaged.update(slots[f]! + right, 1, step);
        averaged.update(slots[f]! + wrong, -1, step);
      }
    },
    average: (steps) => ({ weights: averaged.average(steps), starts }),
  };
}

/** The mean of models over the same features: as good as a vote, at the price of one. */
export function averageModels(models: readonly FeatureWeights[]): FeatureWeights {
  const weights = new Float32Array(models[0]!.weights.length);
  const starts = new Uint8Array(models[0]!.starts.length);
  for (const model of models) {
    for (let i = 0; i < weights.length; i++) weights[i]! += model.weights[i]! / models.length;
    for (let i = 0; i < starts.length; i++) starts[i]! |= model.starts[i]!;
  }
  return { weights, starts };
}

/**
 * Weights as signed bytes over their full range; those below `prune` become 0. Clipping the range ruins a perceptron,
 * whose weights are heavy-tailed.
 */
export function quantise(weights: FeatureWeights["weights"], prune: number): Int8Array {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest > 0 ? 127 / largest : 0;
  return Int8Array.from(weights, (weight) => (Math.abs(weight) < prune ? 0 : Math.round(weight * scale)));
}

/** The sections of a model file: quantised weights, and the starts of those rows that have any left. */
export function toSections(rows: FeatureWeights, classes: number, prune: number): Record<string, Uint8Array> {
  const weights = quantise(rows.weights, prune);
  const starts = new Uint8Array(rows.starts.length);
  for (let slot = 0; slot < rows.starts.length * 8; slot++) {
    if (((rows.starts[slot >>> 3]! >>> (slot & 7)) & 1) === 0) continue;
    let used = false;
    for (let index = 0; index < classes && !used; index++) used = weights[slot + index] !== 0;
    if (used) starts[slot >>> 3]! |= 1 << (slot & 7);
  }
  return { weights: bytesOf(weights), starts };
}

export function bytesOf(values: Int8Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.length);
}
