/**
 * Weights of hashed features: a row of one weight a class for each feature. Rows start at a feature's slot and may
 * overlap. A feature that training did not meet has no row: else it would read what belongs to others.
 */
export interface FeatureWeights {
  /** A power of two of slots, and room for the last row to end. */
  readonly weights: Int8Array | Float32Array;
  /** One bit a slot, set where a row starts. */
  readonly starts: Uint8Array;
}

/** Largest power of two that fits, less one: rows start below it and may run past it. */
export function slotMask(length: number): number {
  return 2 ** Math.floor(Math.log2(length)) - 1;
}

/** Writes the slots of those features that have a row into `slots`, and returns how many they are. */
export function findRows(
  hashes: Int32Array,
  count: number,
  mask: number,
  starts: Uint8Array,
  slots: Int32Array,
): number {
  let n = 0;
  for (let f = 0; f < count; f++) {
    const slot = hashes[f]! & mask;
    if ((starts[slot >>> 3]! >>> (slot & 7)) & 1) slots[n++] = slot;
  }
  return n;
}

/**
 * Writes the scores of `n` classes into `scores`, in the order of `classes`. Four classes at a time: each slot is read
 * once for all of them, and the rows stay in the cache.
 */
export function scoreClasses(
  weights: Int8Array | Float32Array,
  slots: Int32Array,
  count: number,
  classes: Int32Array,
  n: number,
  scores: Float64Array,
): void {
  let c = 0;
  for (; c + 3 < n; c += 4) {
    const class0 = classes[c]!;
    const class1 = classes[c + 1]!;
    const class2 = classes[c + 2]!;
    const class3 = classes[c + 3]!;
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    for (let f = 0; f < count; f++) {
      const slot = slots[f]!;
      sum0 += weights[slot + class0]!;
      sum1 += weights[slot + class1]!;
      sum2 += weights[slot + class2]!;
      sum3 += weights[slot + class3]!;
    }
    scores[c] = sum0;
    scores[c + 1] = sum1;
    scores[c + 2] = sum2;
    scores[c + 3] = sum3;
  }
  for (; c < n; c++) {
    const index = classes[c]!;
    let sum = 0;
    for (let f = 0; f < count; f++) sum += weights[slots[f]! + index]!;
    scores[c] = sum;
  }
}

/** Place of the highest of the first `n` scores; the first of equals. */
export function highest(scores: Float64Array, n: number): number {
  let best = 0;
  for (let c = 1; c < n; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}

/** Reads the sections `weights` and `starts` of a model file. */
export function toFeatureWeights(sections: Readonly<Record<string, Uint8Array>>): FeatureWeights {
  const bytes = sections.weights!;
  return {
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    starts: sections.starts ?? new Uint8Array((slotMask(bytes.length) + 1) / 8).fill(255),
  };
}
