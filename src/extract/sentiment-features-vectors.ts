import { type Clusters, readModel } from "../language/index.ts";

export const VECTORS_KIND = "en-vectors";
export const VECTORS_VERSION = 1;

/** Short word vectors: words that occur in like contexts point the same way. */
export interface WordVectors {
  readonly dimensions: number;
  /** Row of a lower-cased word in `values`, or -1. */
  rowOf(lower: string): number;
  /** `values[row * dimensions + d]`, about one in size. */
  readonly values: Float32Array;
}

/** Reads `models/en-vectors.bin`; its rows go by the words' rank in the clusters. */
export async function loadWordVectors(bytes: Uint8Array, clusters: Clusters): Promise<WordVectors> {
  const { meta, sections } = await readModel(bytes, VECTORS_KIND, VECTORS_VERSION);
  const { words, dimensions, scale } = meta as { words: number; dimensions: number; scale: number };
  const section = sections.values!;
  const steps = new Int8Array(section.buffer, section.byteOffset, section.length);
  return {
    dimensions,
    rowOf: (lower) => {
      const rank = clusters.rank(lower);
      return rank < words ? rank : -1;
    },
    values: Float32Array.from(steps, (step) => step * scale),
  };
}
