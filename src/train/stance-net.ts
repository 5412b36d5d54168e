import { createRandom, type Random } from "../core/index.ts";
import {
  createNetState,
  dot,
  MARKS,
  type NetPlaces,
  type NetShape,
  type NetState,
  type NetWeights,
  type NetWords,
  pool,
  pooledSize,
  ROLES,
  runOut,
  runPlaces,
  runWords,
} from "../extract/sentiment-net.ts";
import { shuffle } from "./linear.ts";

export interface NetExample {
  readonly words: NetWords;
  readonly places: NetPlaces;
  readonly label: number;
  /** The classes that the example's task chooses from: first, and one past the last. */
  readonly from: number;
  readonly to: number;
}

export interface NetOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Examples between two updates. */
  readonly batch: number;
  /** Share of words that are hidden, and of pooled values that are left out, while training. */
  readonly wordDropout: number;
  readonly dropout: number;
  readonly decay: number;
  readonly seed: number;
}

export const NET_OPTIONS: NetOptions = {
  epochs: 3,
  rate: 0.003,
  batch: 32,
  wordDropout: 0.25,
  dropout: 0.5,
  decay: 0.02,
  seed: 1,
};

const NAMES = ["words", "own", "between", "place", "hidden", "hiddenBias", "out", "outBias"] as const;

export function createNetWeights(shape: NetShape, random: Random): NetWeights {
  const matrix = (rows: number, columns: number, gain = 1): Float32Array => {
    const size = gain * Math.sqrt(3 / columns);
    return Float32Array.from({ length: rows * columns }, () => (2 * random() - 1) * size);
  };
  return {
    words: matrix(ROLES * shape.first, shape.vector, 0.5),
    own: new Float32Array(shape.ownRows * shape.first),
    between: matrix(shape.second, shape.first),
    place: new Float32Array(shape.placeRows * shape.second),
    hidden: matrix(shape.hidden, pooledSize(shape)),
    hiddenBias: new Float32Array(shape.hidden),
    out: matrix(shape.classes, shape.hidden),
    outBias: new Float32Array(shape.classes),
  };
}

/** Adam (Kingma & Ba 2015) over one array; rows that no example of the batch touched are left alone. */
class Adam {
  readonly #weights: Float32Array;
  readonly gradient: Float32Array;
  readonly #mean: Float32Array;
  readonly #square: Float32Array;
  readonly #width: number;
  readonly #touched: Uint8Array;

  constructor(weights: Float32Array, width: number) {
    this.#weights = weights;
    this.gradient = new Float32Array(weights.length);
    this.#mean = new Float32Array(weights.length);
    this.#square = new Float32Array(weights.length);
    this.#width = width;
    this.#touched = new Uint8Array(weights.length / width);
  }

  touch(row: number): void {
    this.#touched[row] = 1;
  }

  touchAll(): void {
    this.#touched.fill(1);
  }

  step(rate: number, decay: number, scale: number): void {
    const width = this.#width;
    for (let row = 0; row < this.#touched.length; row++) {
      if (!this.#touched[row]) continue;
      this.#touched[row] = 0;
      for (let i = row * width; i < (row + 1) * width; i++) {
        const g = this.gradient[i]! * scale;
        this.gradient[i] = 0;
        this.#mean[i] = 0.9 * this.#mean[i]! + 0.1 * g;
        this.#square[i] = 0.999 * this.#square[i]! + 0.001 * g * g;
        this.#weights[i]! -= rate * (this.#mean[i]! / (Math.sqrt(this.#square[i]!) + 1e-8) + decay * this.#weights[i]!);
      }
    }
  }
}

/**
 * Trains the network by gradient descent with the rate falling in a straight line to 0. Word vectors stay as they are.
 * The result is the mean of the weights over the last half of the epochs.
 */
export function trainNet(
  shape: NetShape,
  vectors: Float32Array,
  examples: readonly NetExample[],
  options: NetOptions,
  log: (line: string) => void = () => {},
  onEpoch?: (epoch: number, weights: NetWeights) => void,
): NetWeights {
  const random = createRandom(options.seed);
  const weights = createNetWeights(shape, random);
  const longest = examples.reduce((most, { words }) => Math.max(most, words.length), 1);
  const state = createNetState(shape, longest);
  const learner = createLearner(shape, weights, vectors, state, longest, random, options);
  const mean = Object.fromEntries(NAMES.map((name) => [name, new Float32Array(weights[name].length)]));
  const order = Array.from(examples, (_, i) => i);
  const steps = Math.ceil(examples.length / options.batch) * options.epochs;
  let step = 0;
  let averaged = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (let i = 0; i < order.length; i += options.batch) {
      const end = Math.min(order.length, i + options.batch);
      for (let j = i; j < end; j++) loss += learner.learn(examples[order[j]!]!);
      learner.step(options.rate * (1 - step / steps), 1 / (end - i));
      step++;
    }
    log(`epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(4)}`);
    if (epoch * 2 >= options.epochs || epoch === options.epochs - 1) {
      averaged++;
      for (const name of NAMES) {
        const sum = mean[name]!;
        for (let i = 0; i < sum.length; i++) sum[i]! += weights[name][i]!;
      }
    }
    onEpoch?.(epoch, weights);
  }
  for (const sum of Object.values(mean)) for (let i = 0; i < sum.length; i++) sum[i]! /= averaged;
  return mean as unknown as NetWeights;
}

/** A word of the batch: its products with the words' matrices, and the gradient of the loss by them. */
interface BatchWord {
  readonly product: Float32Array;
  readonly gradient: Float32Array;
}

function createLearner(
  shape: NetShape,
  weights: NetWeights,
  vectors: Float32Array,
  state: NetState,
  longest: number,
  random: Random,
  options: NetOptions,
) {
  const { vector: dims, first: inner, second: outer, hidden: hiddenSize } = shape;
  const pooledLength = pooledSize(shape);
  const widths: Record<(typeof NAMES)[number], number> = {
    words: dims,
    own: inner,
    between: outer,
    place: outer,
    hidden: hiddenSize,
    hiddenBias: 1,
    out: hiddenSize,
    outBias: 1,
  };
  const adam = Object.fromEntries(NAMES.map((name) => [name, new Adam(weights[name], widths[name])])) as Record<
    (typeof NAMES)[number],
    Adam
  >;
  // The weights stand still within a batch, so a word's products are worked out, and gone back through, once a batch.
  let batchWords = new Map<number, BatchWord>();
  const wordOf = (row: number): BatchWord => {
    let word = batchWords.get(row);
    if (!word) {
      const product = new Float32Array(ROLES * inner);
      for (let r = 0; r < product.length; r++) product[r] = dot(weights.words, r * dims, vectors, row * dims, dims);
      word = { product, gradient: new Float32Array(product.length) };
      batchWords.set(row, word);
    }
    return word;
  };
  const dSecond = new Float32Array(longest * outer);
  const dFirst = new Float32Array(longest * inner);
  const dPooled = new Float32Array(pooledLength);
  const dHidden = new Float32Array(hiddenSize);
  const kept = new Float32Array(pooledLength);
  const rows = new Int32Array(longest);

  function learn({ words: full, places, label, from, to }: NetExample): number {
    const { length } = full;
    // A hidden word loses its vector and its own row, the first of its rows; its class stays.
    const own = full.own.slice();
    for (let t = 0; t < length; t++) {
      const hide = full.rows[t]! >= 0 && random() < options.wordDropout;
      rows[t] = hide ? -1 : full.rows[t]!;
      if (hide) own[full.ownStarts[t]!] = own[full.ownStarts[t]! + 1]!;
    }
    const input: NetWords = { ...full, rows, own };
    runWords(shape, weights, input, (row) => wordOf(row).product, state);
    runPlaces(shape, weights, length, places, state);
    pool(shape, length, places, state);
    for (let i = 0; i < pooledLength; i++) {
      kept[i] = random() < options.dropout ? 0 : 1 / (1 - options.dropout);
      state.pooled[i]! *= kept[i]!;
    }
    const scores = runOut(shape, weights, state);
    let max = Number.NEGATIVE_INFINITY;
    for (let c = from; c < to; c++) max = Math.max(max, scores[c]!);
    let sum = 0;
    for (let c = from; c < to; c++) sum += Math.exp(scores[c]! - max);
    const loss = Math.log(sum) + max - scores[label]!;

    dHidden.fill(0);
    for (let c = from; c < to; c++) {
      const g = Math.exp(scores[c]! - max) / sum - (c === label ? 1 : 0);
      adam.outBias.gradient[c]! += g;
      for (let h = 0; h < hiddenSize; h++) {
        adam.out.gradient[c * hiddenSize + h]! += g * state.hidden[h]!;
        dHidden[h]! += g * weights.out[c * hiddenSize + h]!;
      }
    }
    for (let h = 0; h < hiddenSize; h++) {
      if (state.hidden[h]! <= 0) dHidden[h] = 0;
      adam.hiddenBias.gradient[h]! += dHidden[h]!;
    }
    dPooled.fill(0);
    for (let i = 0; i < pooledLength; i++) {
      // What is 0 was left out, or comes from words whose own state is cut off.
      const value = state.pooled[i]!;
      if (value === 0) continue;
      const at = i * hiddenSize;
      let sum = 0;
      for (let h = 0; h < hiddenSize; h++) {
        adam.hidden.gradient[at + h]! += dHidden[h]! * value;
        sum += dHidden[h]! * weights.hidden[at + h]!;
      }
      dPooled[i] = sum * kept[i]!;
    }

    for (let t = 0; t < length; t++) {
      for (let k = 0; k < outer; k++) dSecond[t * outer + k] = dPooled[outer + k]! / length;
    }
    for (let k = 0; k < outer; k++) if (state.largest[k]! >= 0) dSecond[state.largest[k]! * outer + k]! += dPooled[k]!;
    for (let m = 0; m < MARKS; m++) {
      const t = places.marks[m]!;
      if (t >= 0) for (let k = 0; k < outer; k++) dSecond[t * outer + k]! += dPooled[(2 + m) * outer + k]!;
    }

    dFirst.fill(0, 0, length * inner);
    for (let t = 0; t < length; t++) {
      for (let k = 0; k < outer; k++) {
        if (state.second[t * outer + k]! <= 0) dSecond[t * outer + k] = 0;
      }
      for (let i = 0; i < inner; i++) {
        const value = state.first[t * inner + i]!;
        if (value <= 0) continue;
        let sum = 0;
        for (let k = 0; k < outer; k++) {
          const g = dSecond[t * outer + k]!;
          adam.between.gradient[i * outer + k]! += g * value;
          sum += g * weights.between[i * outer + k]!;
        }
        dFirst[t * inner + i] = sum;
      }
      for (const { rows: placeRows, starts } of [...places.apart, places.joint]) {
        for (let f = starts[t]!; f < starts[t + 1]!; f++) {
          const row = placeRows[f]!;
          adam.place.touch(row);
          for (let k = 0; k < outer; k++) adam.place.gradient[row * outer + k]! += dSecond[t * outer + k]!;
        }
      }
      for (let f = input.ownStarts[t]!; f < input.ownStarts[t + 1]!; f++) {
        const row = input.own[f]!;
        adam.own.touch(row);
        for (let i = 0; i < inner; i++) adam.own.gradient[row * inner + i]! += dFirst[t * inner + i]!;
      }
    }
    backToWords(input);
    return loss;
  }

  /** The first layer's gradients, gathered by the word whose vector they came from. */
  function backToWords({ length, heads }: NetWords): void {
    for (let s = 0; s < length; s++) {
      if (rows[s]! < 0) continue;
      const { gradient } = wordOf(rows[s]!);
      const gather = (role: number, t: number, factor: number): void => {
        for (let i = 0; i < inner; i++) gradient[role * inner + i]! += factor * dFirst[t * inner + i]!;
      };
      gather(0, s, 1);
      if (s + 1 < length) gather(1, s + 1, 1);
      if (s > 0) gather(2, s - 1, 1);
      if (state.dependents[s]! > 0) for (let t = 0; t < length; t++) if (heads[t] === s) gather(3, t, 1);
      const head = heads[s]!;
      if (head >= 0) gather(4, head, 1 / state.dependents[head]!);
    }
  }

  function step(rate: number, scale: number): void {
    const total = adam.words.gradient;
    for (const [row, { gradient }] of batchWords) {
      const at = row * dims;
      for (let r = 0; r < gradient.length; r++) {
        const g = gradient[r]!;
        if (g !== 0) for (let d = 0; d < dims; d++) total[r * dims + d]! += g * vectors[at + d]!;
      }
    }
    batchWords = new Map();
    for (const name of NAMES) {
      if (name !== "own" && name !== "place") adam[name].touchAll();
      adam[name].step(rate, options.decay, scale);
    }
  }

  return { learn, step };
}
