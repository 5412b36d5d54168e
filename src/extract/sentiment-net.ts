/**
 * A small network over the words of a sentence and their places in its tree.
 *
 * Every word gets a state from its own vector and those of its neighbours, its head and its dependents, plus rows of
 * a table for its tags and lexicon classes. A second layer adds rows for the word's place relative to the mentions.
 * What is largest, what is average, and what stands at the mentions goes through a hidden layer to the classes:
 * a graph convolution (Marcheggiani & Titov 2017) with the position features of relation extraction (Zhang et al. 2018).
 */
export interface NetShape {
  /** Length of a word vector. */
  readonly vector: number;
  readonly first: number;
  readonly second: number;
  readonly hidden: number;
  readonly classes: number;
  /** Rows of the two tables. */
  readonly ownRows: number;
  readonly placeRows: number;
}

export interface NetWeights {
  /** `ROLES` matrices of `first × vector`. */
  readonly words: Float32Array;
  readonly own: Float32Array;
  /** `first × second`. */
  readonly between: Float32Array;
  readonly place: Float32Array;
  /** `pooled × hidden`. */
  readonly hidden: Float32Array;
  readonly hiddenBias: Float32Array;
  /** `classes × hidden`. */
  readonly out: Float32Array;
  readonly outBias: Float32Array;
}

/** Whose vector a word's state is made of: its own, the word's before and after, its head's, its dependents'. */
export const ROLES = 5;
/** Words whose states are passed on by themselves: the two mentions and the word that joins them. */
export const MARKS = 3;

/** What the first layer reads: the same for a pair and for the pair turned round. */
export interface NetWords {
  readonly length: number;
  /** Row of each word in the vectors, or -1. */
  readonly rows: Int32Array;
  readonly heads: Int16Array;
  /** `own[ownStarts[t]] … own[ownStarts[t + 1] - 1]` are the rows of word t in the table `own`. */
  readonly own: Uint16Array;
  readonly ownStarts: Uint16Array;
}

/** Lists of rows of the table `place`: those of word t are `rows[starts[t]] … rows[starts[t + 1] - 1]`. */
export interface PlaceRows {
  readonly rows: Uint16Array;
  readonly starts: Uint16Array;
}

/** What the second layer adds: where the words stand as seen from the mentions. */
export interface NetPlaces {
  /** As seen from each mention; the same object whatever the other mention is. */
  readonly apart: readonly PlaceRows[];
  /** As seen from both together. */
  readonly joint: PlaceRows;
  /** `MARKS` word indexes, -1 where there is none. */
  readonly marks: Int16Array;
}

/** Everything that a pass leaves behind; the trainer goes back through it. */
export interface NetState {
  /** States of the first layer, `length × first`. */
  readonly first: Float32Array;
  /** What the first layer gives to the second, `length × second`. */
  readonly base: Float32Array;
  readonly second: Float32Array;
  /** Words' number of dependents. */
  readonly dependents: Uint8Array;
  /** Which word is largest, a dimension each. */
  readonly largest: Int16Array;
  readonly pooled: Float32Array;
  readonly hidden: Float32Array;
  readonly scores: Float64Array;
}

export function pooledSize({ second }: NetShape): number {
  return second * (2 + MARKS);
}

export function createNetState(shape: NetShape, longest: number): NetState {
  return {
    first: new Float32Array(longest * shape.first),
    base: new Float32Array(longest * shape.second),
    second: new Float32Array(longest * shape.second),
    dependents: new Uint8Array(longest),
    largest: new Int16Array(shape.second),
    pooled: new Float32Array(pooledSize(shape)),
    hidden: new Float32Array(shape.hidden),
    scores: new Float64Array(shape.classes),
  };
}

/** Gives `ROLES × first` numbers for a vector's row: its product with the words' matrices. */
export type WordProduct = (row: number) => Float32Array;

/**
 * The first layer, and what it gives to the second: all that does not depend on where the mentions are. With `tokens`
 * only those words are worked out, to the same bits; the others stay as they were left.
 */
export function runWords(
  shape: NetShape,
  weights: NetWeights,
  input: NetWords,
  product: WordProduct,
  { first, base, dependents }: NetState,
  tokens?: Iterable<number>,
): void {
  const { length, rows, heads, own, ownStarts } = input;
  const { first: size, second: outer } = shape;
  dependents.fill(0, 0, length);
  for (let t = 0; t < length; t++) if (heads[t]! >= 0) dependents[heads[t]!]!++;
  const addWord = (t: number, word: number, role: number, factor: number): void => {
    if (word >= 0 && word < length && rows[word]! >= 0) {
      add(first, t * size, product(rows[word]!), role * size, size, factor);
    }
  };
  for (const t of tokens ?? Array(length).keys()) {
    const at = t * size;
    first.fill(0, at, at + size);
    for (let f = ownStarts[t]!; f < ownStarts[t + 1]!; f++) add(first, at, weights.own, own[f]! * size, size, 1);
    addWord(t, t, 0, 1);
    addWord(t, t - 1, 1, 1);
    addWord(t, t + 1, 2, 1);
    addWord(t, heads[t]!, 3, 1);
    if (dependents[t]! > 0) for (let c = 0; c < length; c++) if (heads[c] === t) addWord(t, c, 4, 1 / dependents[t]!);
    const to = t * outer;
    base.fill(0, to, to + outer);
    for (let i = 0; i < size; i++) {
      if (first[at + i]! > 0) add(base, to, weights.between, i * outer, outer, first[at + i]!);
      else first[at + i] = 0;
    }
  }
}

function add(into: Float32Array, at: number, from: Float32Array, start: number, size: number, factor: number): void {
  for (let k = 0; k < size; k++) into[at + k]! += factor * from[start + k]!;
}

/** Four sums side by side keep the processor busy; `size` must be a multiple of four. */
export function dot(a: Float32Array, i: number, b: Float32Array, j: number, size: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let d = 0; d < size; d += 4) {
    s0 += a[i + d]! * b[j + d]!;
    s1 += a[i + d + 1]! * b[j + d + 1]!;
    s2 += a[i + d + 2]! * b[j + d + 2]!;
    s3 += a[i + d + 3]! * b[j + d + 3]!;
  }
  return s0 + s1 + (s2 + s3);
}

/** Adds to each word of `into` its rows of the table `place`. */
export function addPlaces(
  { second: size }: NetShape,
  { place }: NetWeights,
  length: number,
  { rows, starts }: PlaceRows,
  into: Float32Array,
): void {
  for (let t = 0; t < length; t++) {
    const at = t * size;
    for (let f = starts[t]!; f < starts[t + 1]!; f++) {
      const row = rows[f]! * size;
      for (let k = 0; k < size; k++) into[at + k]! += place[row + k]!;
    }
  }
}

/** What mentions add to the second layer by themselves, worked out once for each. */
export type PlaceSums = (rows: PlaceRows) => Float32Array;

/** The second layer, before its negative part is cut off. With `sums`, what the mentions add apart is asked for there. */
export function runPlaces(
  shape: NetShape,
  weights: NetWeights,
  length: number,
  { apart, joint }: NetPlaces,
  { base, second }: NetState,
  sums?: PlaceSums,
): void {
  const count = length * shape.second;
  const [a, b] = sums ? apart.map(sums) : [];
  if (a && b) for (let k = 0; k < count; k++) second[k] = base[k]! + a[k]! + b[k]!;
  else if (a) for (let k = 0; k < count; k++) second[k] = base[k]! + a[k]!;
  else {
    second.set(base.subarray(0, count));
    for (const rows of apart) addPlaces(shape, weights, length, rows, second);
  }
  addPlaces(shape, weights, length, joint, second);
}

/** Cuts the negative part of the second layer off; what is largest, what is average, and what stands at the marks. */
export function pool(
  shape: NetShape,
  length: number,
  { marks }: NetPlaces,
  { second, pooled, largest }: NetState,
): void {
  const size = shape.second;
  pooled.fill(0);
  largest.fill(-1);
  for (let t = 0; t < length; t++) {
    const at = t * size;
    for (let k = 0; k < size; k++) {
      const value = second[at + k]!;
      if (value <= 0) {
        second[at + k] = 0;
        continue;
      }
      if (value > pooled[k]!) {
        pooled[k] = value;
        largest[k] = t;
      }
      pooled[size + k]! += value;
    }
  }
  for (let k = size; k < 2 * size; k++) pooled[k]! /= length;
  for (let m = 0; m < MARKS; m++) {
    const t = marks[m]!;
    if (t >= 0) add(pooled, (2 + m) * size, second, t * size, size, 1);
  }
}

/** From what was pooled to the scores of the classes, left in `state.scores`. */
export function runOut(shape: NetShape, weights: NetWeights, { pooled, hidden, scores }: NetState): Float64Array {
  const size = shape.hidden;
  hidden.set(weights.hiddenBias);
  for (let i = 0; i < pooled.length; i++) {
    if (pooled[i] !== 0) add(hidden, 0, weights.hidden, i * size, size, pooled[i]!);
  }
  for (let h = 0; h < size; h++) if (hidden[h]! < 0) hidden[h] = 0;
  for (let c = 0; c < shape.classes; c++) {
    let sum = weights.outBias[c]!;
    for (let h = 0; h < shape.hidden; h++) sum += weights.out[c * shape.hidden + h]! * hidden[h]!;
    scores[c] = sum;
  }
  return scores;
}
