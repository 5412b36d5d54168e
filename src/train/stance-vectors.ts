import { readFile } from "node:fs/promises";
import { VECTORS_KIND, VECTORS_VERSION } from "../extract/sentiment-features-vectors.ts";
import type { ModelFile } from "../language/index.ts";
import type { Trainer } from "./trainer.ts";

/** As many words as news needs; the rarer ones share the vector of their class. */
const WORDS = 25_000;
const DIMENSIONS = 48;
/** Vectors are kept in steps this many to a side: enough for the models that read them. */
const STEPS = 15;

interface VectorFile {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/**
 * Shrinks word vectors (the file that the clusters are made from) to their first principal components, a signed byte
 * each. Words are numbered by their rank in `en-clusters.bin`, so no word is written down again.
 */
export const vectorsTrainer: Trainer = {
  name: "vectors",
  file: "en-vectors.bin",
  train: async ({ vectorFile, log }) => {
    if (!vectorFile) {
      log("no --vectors, the word vectors stay as they are");
      return undefined;
    }
    const file = JSON.parse(await readFile(vectorFile, "utf8")) as VectorFile;
    return shrinkVectors(file);
  },
};

export function shrinkVectors(file: VectorFile): ModelFile {
  // The same choice of words in the same order as `trainClusters`: a word's row is its rank.
  const words = file.words.filter((word) => /^[\p{L}][\p{L}.'’]*$/u.test(word)).slice(0, WORDS);
  const full = file.dimensions;
  const vectors = words.map((word) => Float64Array.from(file.vectors[word]!.slice(0, full)));
  const mean = new Float64Array(full);
  for (const vector of vectors) for (let d = 0; d < full; d++) mean[d]! += vector[d]! / vectors.length;
  for (const vector of vectors) {
    let norm = 0;
    for (let d = 0; d < full; d++) {
      vector[d]! -= mean[d]!;
      norm += vector[d]! ** 2;
    }
    for (let d = 0; d < full; d++) vector[d]! /= Math.sqrt(norm) || 1;
  }
  const axes = principalAxes(covariance(vectors, full), DIMENSIONS);
  const values = new Float64Array(vectors.length * DIMENSIONS);
  let sum = 0;
  vectors.forEach((vector, row) => {
    axes.forEach((axis, k) => {
      let dot = 0;
      for (let d = 0; d < full; d++) dot += axis[d]! * vector[d]!;
      values[row * DIMENSIONS + k] = dot;
      sum += dot * dot;
    });
  });
  // Three deviations reach the last step; the few values beyond are cut.
  const step = (3 * Math.sqrt(sum / values.length)) / STEPS;
  const bytes = Int8Array.from(values, (value) => Math.max(-STEPS, Math.min(STEPS, Math.round(value / step))));
  return {
    kind: VECTORS_KIND,
    version: VECTORS_VERSION,
    meta: { words: words.length, dimensions: DIMENSIONS, scale: 1 / (STEPS / 3) },
    sections: { values: new Uint8Array(bytes.buffer) },
  };
}

function covariance(vectors: readonly Float64Array[], size: number): Float64Array[] {
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of vectors) {
    for (let i = 0; i < size; i++) {
      const row = matrix[i]!;
      const value = vector[i]! / vectors.length;
      for (let j = 0; j < size; j++) row[j]! += value * vector[j]!;
    }
  }
  return matrix;
}

/** The eigenvectors of the largest eigenvalues of a symmetric matrix, by Jacobi's rotations. */
function principalAxes(matrix: Float64Array[], count: number): Float64Array[] {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p]![q]!;
        if (Math.abs(apq) < 1e-14) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const x = a[k]![p]!;
          const y = a[k]![q]!;
          a[k]![p] = c * x - s * y;
          a[k]![q] = s * x + c * y;
        }
        for (let k = 0; k < n; k++) {
          const x = a[p]![k]!;
          const y = a[q]![k]!;
          a[p]![k] = c * x - s * y;
          a[q]![k] = s * x + c * y;
        }
        for (let k = 0; k < n; k++) {
          const x = v[k]![p]!;
          const y = v[k]![q]!;
          v[k]![p] = c * x - s * y;
          v[k]![q] = s * x + c * y;
        }
      }
    }
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]! || i - j);
  return order.slice(0, count).map((column) => Float64Array.from({ length: n }, (_, k) => v[k]![column]!));
}
