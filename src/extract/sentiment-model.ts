import { InputError } from "../core/index.ts";
import { readModel } from "../language/index.ts";
import { type LinearModel, scoreClasses, softmax } from "./linear-model.ts";
import type { SentimentFacts } from "./sentiment-features-linear.ts";
import { netInput } from "./sentiment-features-net.ts";
import type { WordVectors } from "./sentiment-features-vectors.ts";
import {
  addWords,
  createNetState,
  type NetInput,
  type NetShape,
  type NetWeights,
  pooledSize,
  ROLES,
  runNet,
  type WordProduct,
} from "./sentiment-net.ts";

export const SENTIMENT_VERSION = 1;

/** How the two models' log-probabilities become one calibrated probability, and when a class is chosen. */
export interface SentimentMix {
  readonly linear: number;
  readonly net: number;
  readonly bias: readonly number[];
  /** The class with the largest probability times its factor is chosen: rare classes get a chance. */
  readonly factors: readonly number[];
}

/** A linear model and a network over the same words, and how to weigh them. */
export interface SentimentModel {
  readonly classes: readonly string[];
  readonly linear: LinearModel;
  readonly shape: NetShape;
  readonly net: NetWeights;
  readonly mix: SentimentMix;
}

export interface SentimentMeta {
  readonly classes: readonly string[];
  readonly linear: { readonly bits: number; readonly scale: number; readonly bias: readonly number[] };
  readonly shape: NetShape;
  /** Step of each of the network's arrays. */
  readonly scales: Readonly<Record<keyof NetWeights, number>>;
  readonly mix: SentimentMix;
}

/** How many numbers each array of the network holds. */
export function netSizes(shape: NetShape): Record<keyof NetWeights, number> {
  return {
    words: ROLES * shape.first * shape.vector,
    own: shape.ownRows * shape.first,
    between: shape.second * shape.first,
    place: shape.placeRows * shape.second,
    hidden: shape.hidden * pooledSize(shape),
    hiddenBias: shape.hidden,
    out: shape.classes * shape.hidden,
    outBias: shape.classes,
  };
}

/**
 * Reads a model file made by the trainers `pair-stance` and `target-polarity`.
 * @throws InputError if the bytes are no such file
 */
export async function readSentimentModel(bytes: Uint8Array, kind: string): Promise<SentimentModel> {
  const { meta, sections } = await readModel(bytes, kind, SENTIMENT_VERSION);
  const { classes, linear, shape, scales, mix } = meta as SentimentMeta;
  const section = (name: string, size: number): Int8Array => {
    const part = sections[name];
    if (part?.length !== size) {
      throw new InputError(`readSentimentModel: "${name}" in "${kind}" is missing or cut.`, { code: "cut-model" });
    }
    return new Int8Array(part.buffer, part.byteOffset, size);
  };
  const sizes = netSizes(shape);
  const net = Object.fromEntries(
    Object.entries(scales).map(([name, scale]) => [
      name,
      Float32Array.from(section(name, sizes[name as keyof NetWeights]), (step) => step * scale),
    ]),
  ) as unknown as NetWeights;
  const weights = section("linear", 2 ** linear.bits * classes.length);
  return { classes, linear: { ...linear, classes, weights, meta: {} }, shape, net, mix };
}

/** Gives the calibrated probability of each class. */
export type SentimentScorer = (facts: SentimentFacts, features: ArrayLike<number>) => Float64Array;

export function createSentimentScorer(model: SentimentModel, vectors: WordVectors): SentimentScorer {
  const { linear, mix, classes } = model;
  const run = createNetRunner(model.shape, model.net, vectors);
  return (facts, features) => {
    const a = softmax(scoreClasses(linear, features));
    const b = run(netInput(facts, vectors, model.shape));
    for (let c = 0; c < classes.length; c++) {
      a[c] = mix.linear * Math.log(a[c]! + 1e-9) + mix.net * Math.log(b[c]! + 1e-9) + mix.bias[c]!;
    }
    return softmax(a);
  };
}

/** The network alone: probabilities of the classes; the array is used again by the next call. */
export function createNetRunner(
  shape: NetShape,
  weights: NetWeights,
  vectors: WordVectors,
): (input: NetInput) => Float64Array {
  let state = createNetState(shape, 64);
  let longest = 64;
  const product = createWordProduct(shape, weights, vectors);
  return (input) => {
    if (input.length > longest) {
      longest = input.length;
      state = createNetState(shape, longest);
    }
    addWords(shape, weights, input, product, state);
    return softmax(runNet(shape, weights, input, state));
  };
}

/** Products of words with the network's matrices, kept: most words come again. */
function createWordProduct(shape: NetShape, weights: NetWeights, vectors: WordVectors): WordProduct {
  const size = ROLES * shape.first;
  const dims = shape.vector;
  let known = new Map<number, Float32Array>();
  return (row) => {
    let values = known.get(row);
    if (!values) {
      values = new Float32Array(size);
      for (let r = 0; r < size; r++) {
        let sum = 0;
        for (let d = 0; d < dims; d++) sum += weights.words[r * dims + d]! * vectors.values[row * dims + d]!;
        values[r] = sum;
      }
      if (known.size > 20_000) known = new Map();
      known.set(row, values);
    }
    return values;
  };
}

/** Index of the class to choose. */
export function chooseClass({ mix }: SentimentModel, probabilities: ArrayLike<number>): number {
  let best = 0;
  for (let c = 1; c < probabilities.length; c++) {
    if (probabilities[c]! * mix.factors[c]! > probabilities[best]! * mix.factors[best]!) best = c;
  }
  return best;
}
