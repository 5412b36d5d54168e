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

/**
 * Weights as signed bytes over their full range; those below `prune` become 0. Clipping the range ruins a perceptron,
 * whose weights are heavy-tailed.
 */
export function quantise(weights: Float32Array, prune: number): Int8Array {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest > 0 ? 127 / largest : 0;
  return Int8Array.from(weights, (weight) => (Math.abs(weight) < prune ? 0 : Math.round(weight * scale)));
}

export function bytesOf(values: Int8Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.length);
}
