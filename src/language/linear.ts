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

/** The score of one class. Class by class is faster than row by row, since the rows stay in the cache. */
export function scoreClass(weights: Int8Array | Float32Array, slots: Int32Array, count: number, index: number): number {
  let sum = 0;
  for (let f = 0; f < count; f++) sum += weights[slots[f]! + index]!;
  return sum;
}

/** Reads the sections `weights` and `starts` of a model file. */
export function toFeatureWeights(sections: Readonly<Record<string, Uint8Array>>): FeatureWeights {
  const bytes = sections.weights!;
  return {
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    starts: sections.starts ?? new Uint8Array((slotMask(bytes.length) + 1) / 8).fill(255),
  };
}
