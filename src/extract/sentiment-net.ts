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
  readonly between: Float32Array;
  readonly place: Float32Array;
  readonly hidden: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly out: Float32Array;
  readonly outBias: Float32Array;
}

/** Whose vector a word's state is made of: its own, the word's before and after, its head's, its dependents'. */
export const ROLES = 5;
/** Words whose states are passed on by themselves: the two mentions and the word that joins them. */
export const MARKS = 3;

export interface NetInput {
  readonly length: number;
  /** Row of each word in the vectors, or -1. */
  readonly rows: Int32Array;
  readonly heads: Int16Array;
  /** `own[ownStarts[t]] … own[ownStarts[t + 1] - 1]` are the rows of word t in the table `own`. */
  readonly own: Uint16Array;
  readonly ownStarts: Uint16Array;
  readonly place: Uint16Array;
  readonly placeStarts: Uint16Array;
  /** `MARKS` word indexes, -1 where there is none. */
  readonly marks: Int16Array;
}

/** Everything that a pass leaves behind; the trainer goes back through it. */
export interface NetState {
  /** States of the first layer, `length × first`. */
  first: Float32Array;
  second: Float32Array;
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

/** The first layer, before the negative part is cut. */
export function addWords(
  shape: NetShape,
  weights: NetWeights,
  input: NetInput,
  product: WordProduct,
  state: NetState,
): void {
  const { length, rows, heads, own, ownStarts } = input;
  const size = shape.first;
  const { first, dependents } = state;
  first.fill(0, 0, length * size);
  dependents.fill(0, 0, length);
  for (let t = 0; t < length; t++) if (heads[t]! >= 0) dependents[heads[t]!]!++;
  for (let t = 0; t < length; t++) {
    for (let f = ownStarts[t]!; f < ownStarts[t + 1]!; f++) add(first, t * size, weights.own, own[f]! * size, size, 1);
    if (rows[t]! < 0) continue;
    const values = product(rows[t]!);
    add(first, t * size, values, 0, size, 1);
    if (t + 1 < length) add(first, (t + 1) * size, values, size, size, 1);
    if (t > 0) add(first, (t - 1) * size, values, 2 * size, size, 1);
    const head = heads[t]!;
    if (head >= 0) add(first, head * size, values, 4 * size, size, 1 / dependents[head]!);
  }
  for (let t = 0; t < length; t++) {
    const head = heads[t]!;
    if (head >= 0 && rows[head]! >= 0) add(first, t * size, product(rows[head]!), 3 * size, size, 1);
  }
}

function add(into: Float32Array, at: number, from: Float32Array, start: number, size: number, factor: number): void {
  for (let k = 0; k < size; k++) into[at + k]! += factor * from[start + k]!;
}

/** From the first layer to the scores of the classes, left in `state.scores`. */
export function runNet(shape: NetShape, weights: NetWeights, input: NetInput, state: NetState): Float64Array {
  rectify(state.first, input.length * shape.first);
  runSecond(shape, weights, input, state);
  pool(shape, input, state);
  return runOut(shape, weights, state);
}

export function rectify(values: Float32Array, end: number): void {
  for (let i = 0; i < end; i++) if (values[i]! < 0) values[i] = 0;
}

export function runSecond(shape: NetShape, weights: NetWeights, input: NetInput, state: NetState): void {
  const { length, place, placeStarts } = input;
  const { first: inner, second: outer } = shape;
  const { first, second } = state;
  second.fill(0, 0, length * outer);
  for (let t = 0; t < length; t++) {
    const at = t * outer;
    for (let f = placeStarts[t]!; f < placeStarts[t + 1]!; f++)
      add(second, at, weights.place, place[f]! * outer, outer, 1);
    for (let k = 0; k < outer; k++) {
      let sum = second[at + k]!;
      const row = k * inner;
      for (let i = 0; i < inner; i++) sum += weights.between[row + i]! * first[t * inner + i]!;
      second[at + k] = Math.max(sum, 0);
    }
  }
}

export function pool(shape: NetShape, { length, marks }: NetInput, { second, pooled, largest }: NetState): void {
  const size = shape.second;
  pooled.fill(0);
  largest.fill(-1);
  for (let t = 0; t < length; t++) {
    for (let k = 0; k < size; k++) {
      const value = second[t * size + k]!;
      if (value > pooled[k]!) {
        pooled[k] = value;
        largest[k] = t;
      }
      pooled[size + k]! += value / length;
    }
  }
  for (let m = 0; m < MARKS; m++) {
    const t = marks[m]!;
    if (t >= 0) add(pooled, (2 + m) * size, second, t * size, size, 1);
  }
}

export function runOut(shape: NetShape, weights: NetWeights, { pooled, hidden, scores }: NetState): Float64Array {
  const size = pooled.length;
  for (let h = 0; h < shape.hidden; h++) {
    let sum = weights.hiddenBias[h]!;
    for (let i = 0; i < size; i++) sum += weights.hidden[h * size + i]! * pooled[i]!;
    hidden[h] = Math.max(sum, 0);
  }
  for (let c = 0; c < shape.classes; c++) {
    let sum = weights.outBias[c]!;
    for (let h = 0; h < shape.hidden; h++) sum += weights.out[c * shape.hidden + h]! * hidden[h]!;
    scores[c] = sum;
  }
  return scores;
}
