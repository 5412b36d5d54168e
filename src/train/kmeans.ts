import { createRandom } from "../core/index.ts";

export interface KMeans {
  readonly centres: Float32Array;
  readonly assigned: Uint16Array;
}

/**
 * Spherical k-means (Dhillon & Modha 2001) on unit vectors laid out one after the other. Starts from points drawn with
 * the seed; an empty cluster takes the point that fits its own cluster worst.
 */
export function clusterVectors(
  vectors: Float32Array,
  dimensions: number,
  k: number,
  rounds: number,
  seed: number,
): KMeans {
  const n = vectors.length / dimensions;
  const random = createRandom(seed);
  const centres = new Float32Array(k * dimensions);
  const taken = new Set<number>();
  for (let c = 0; c < k; c++) {
    let pick = Math.floor(random() * n);
    while (taken.has(pick)) pick = (pick + 1) % n;
    taken.add(pick);
    centres.set(vectors.subarray(pick * dimensions, (pick + 1) * dimensions), c * dimensions);
  }
  const assigned = new Uint16Array(n);
  const similarity = new Float32Array(n);
  for (let round = 0; round < rounds; round++) {
    assign(vectors, centres, dimensions, assigned, similarity);
    recentre(vectors, centres, dimensions, assigned, similarity);
  }
  assign(vectors, centres, dimensions, assigned, similarity);
  return { centres, assigned };
}

function assign(
  vectors: Float32Array,
  centres: Float32Array,
  dimensions: number,
  assigned: Uint16Array,
  similarity: Float32Array,
): void {
  const k = centres.length / dimensions;
  for (let i = 0; i < assigned.length; i++) {
    const at = i * dimensions;
    let best = -2;
    let bestCentre = 0;
    for (let c = 0; c < k; c++) {
      const from = c * dimensions;
      let a = 0;
      let b = 0;
      let d = 0;
      let e = 0;
      for (let j = 0; j < dimensions; j += 4) {
        a += vectors[at + j]! * centres[from + j]!;
        b += vectors[at + j + 1]! * centres[from + j + 1]!;
        d += vectors[at + j + 2]! * centres[from + j + 2]!;
        e += vectors[at + j + 3]! * centres[from + j + 3]!;
      }
      const dot = a + b + d + e;
      if (dot > best) {
        best = dot;
        bestCentre = c;
      }
    }
    assigned[i] = bestCentre;
    similarity[i] = best;
  }
}

function recentre(
  vectors: Float32Array,
  centres: Float32Array,
  dimensions: number,
  assigned: Uint16Array,
  similarity: Float32Array,
): void {
  const k = centres.length / dimensions;
  const counts = new Uint32Array(k);
  centres.fill(0);
  for (let i = 0; i < assigned.length; i++) {
    const c = assigned[i]!;
    counts[c]!++;
    for (let j = 0; j < dimensions; j++) centres[c * dimensions + j]! += vectors[i * dimensions + j]!;
  }
  for (let c = 0; c < k; c++) {
    if (counts[c] === 0) {
      const worst = similarity.reduce((low, value, i) => (value < similarity[low]! ? i : low), 0);
      similarity[worst] = 1;
      centres.set(vectors.subarray(worst * dimensions, (worst + 1) * dimensions), c * dimensions);
    }
    normalise(centres, c * dimensions, dimensions);
  }
}

/** Scales one vector of a flat list to length one. */
export function normalise(vectors: Float32Array, from: number, dimensions: number): void {
  let sum = 0;
  for (let j = 0; j < dimensions; j++) sum += vectors[from + j]! ** 2;
  const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
  for (let j = 0; j < dimensions; j++) vectors[from + j]! *= scale;
}
