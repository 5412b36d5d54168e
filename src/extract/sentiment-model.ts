import { InputError } from "../core/index.ts";
import { readModel } from "../language/index.ts";
import { type LinearModel, softmax } from "./linear-model.ts";
import { rememberEach } from "./sentiment-features-memo.ts";
import type { WordVectors } from "./sentiment-features-vectors.ts";
import {
  addPlaces,
  createNetState,
  dot,
  type NetPlaces,
  type NetShape,
  type NetWeights,
  type NetWords,
  type PlaceRows,
  pool,
  pooledSize,
  ROLES,
  runOut,
  runPlaces,
  runWords,
  type WordProduct,
} from "./sentiment-net.ts";

export const STANCE_MODEL_KIND = "en-stance";
export const STANCE_MODEL_VERSION = 2;

/** How the models' log-probabilities become one calibrated probability, and when a class is chosen. */
export interface SentimentMix {
  /** One weight a model. */
  readonly weights: readonly number[];
  /** One shift a class. */
  readonly bias: readonly number[];
  /** The class with the largest probability times its factor is chosen: rare classes get a chance. */
  readonly factors: readonly number[];
}

/** What one task has for itself. */
export interface SentimentTask {
  readonly classes: readonly string[];
  readonly linear: LinearModel;
  readonly mix: SentimentMix;
}

/** A quick look at a pair: most pairs of a text are so plainly neutral that the judge need not be asked. */
export interface StanceGate {
  /** Of one class: how likely it is that the judge would find a stance. */
  readonly linear: LinearModel;
  /** Pairs with a lower score are not judged; -Infinity lets all through. */
  readonly least: number;
  /** What is said of them: the mean of what the judge said of such pairs. */
  readonly probabilities: readonly number[];
}

/** The models behind both judges: a network that both share, and a linear model and a mix each. */
export interface StanceModel {
  readonly gate: StanceGate;
  readonly shape: NetShape;
  readonly net: NetWeights;
  readonly pairs: SentimentTask;
  readonly targets: SentimentTask;
}

export const TASKS = ["pairs", "targets"] as const;
type TaskName = (typeof TASKS)[number];

type LinearMeta = Pick<LinearModel, "classes" | "bits" | "scale" | "bias">;

interface TaskMeta {
  readonly linear: LinearMeta;
  readonly mix: SentimentMix;
}

export interface StanceMeta {
  readonly shape: NetShape;
  /** Step of each of the network's arrays. */
  readonly scales: Readonly<Record<keyof NetWeights, number>>;
  readonly tasks: Readonly<Record<TaskName, TaskMeta>>;
  readonly gate: Omit<StanceGate, "linear"> & { readonly linear: LinearMeta };
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
 * Reads `models/en-stance.bin`.
 * @throws InputError if the bytes are no such file
 */
export async function loadStanceModel(bytes: Uint8Array): Promise<StanceModel> {
  const { meta, sections } = await readModel(bytes, STANCE_MODEL_KIND, STANCE_MODEL_VERSION);
  const { shape, scales, tasks, gate } = meta as StanceMeta;
  const section = (name: string, size: number): Int8Array => {
    const part = sections[name];
    if (part?.length !== size) {
      throw new InputError(`loadStanceModel: "${name}" is missing or cut. Use the model files of this release.`, {
        code: "cut-model",
      });
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
  const linear = (name: string, { classes, bits, scale, bias }: LinearMeta): LinearModel => {
    const weights = section(name, 2 ** bits * classes.length);
    return { classes, bits, scale, bias, weights, meta: {} };
  };
  const task = (name: TaskName): SentimentTask => {
    const { classes } = tasks[name].linear;
    return { classes, mix: tasks[name].mix, linear: linear(name, tasks[name].linear) };
  };
  return {
    shape,
    net,
    pairs: task("pairs"),
    targets: task("targets"),
    gate: { ...gate, linear: linear("gate", gate.linear) },
  };
}

/** One probability a class from what the models say, each in turn. */
export function mixSources(
  { weights, bias }: Pick<SentimentMix, "weights" | "bias">,
  sources: readonly ArrayLike<number>[],
): Float64Array {
  const scores = Float64Array.from(bias);
  sources.forEach((source, k) => {
    for (let c = 0; c < scores.length; c++) scores[c]! += weights[k]! * Math.log(source[c]! + 1e-9);
  });
  return softmax(scores);
}

/** Index of the class to choose. */
export function chooseClass(factors: readonly number[], probabilities: ArrayLike<number>): number {
  let best = 0;
  for (let c = 1; c < factors.length; c++) {
    if (probabilities[c]! * factors[c]! > probabilities[best]! * factors[best]!) best = c;
  }
  return best;
}

/** The network: first a sentence's words, then as many views of them as are wanted. */
export interface NetRunner {
  read(words: NetWords): void;
  /** Probabilities of the classes `from` … `to - 1` for the words read last. */
  judge(places: NetPlaces, from: number, to: number): Float64Array;
}

export function createNetRunner(shape: NetShape, weights: NetWeights, vectors: WordVectors): NetRunner {
  let longest = 64;
  let state = createNetState(shape, longest);
  let length = 0;
  let last: NetWords | undefined;
  const product = createWordProduct(shape, weights, vectors);
  const placeSums = rememberEach((rows: PlaceRows) => {
    const sums = new Float32Array(length * shape.second);
    addPlaces(shape, weights, length, rows, sums);
    return sums;
  });
  return {
    read(words) {
      length = words.length;
      if (length > longest) {
        longest = length;
        state = createNetState(shape, longest);
        last = undefined;
      }
      if (words === last) return;
      // The pairs of a sentence differ in which words they hide, and in little else.
      runWords(shape, weights, words, product, state, last && changedWords(last, words));
      last = words;
    },
    judge(places, from, to) {
      runPlaces(shape, weights, length, places, state, placeSums);
      pool(shape, length, places, state);
      return softmax(runOut(shape, weights, state).slice(from, to));
    },
  };
}

/** The words whose states differ between two readings of one sentence; undefined where it is another sentence. */
function changedWords(before: NetWords, { length, heads, rows, own, ownStarts }: NetWords): Set<number> | undefined {
  if (before.length !== length || heads.some((head, t) => before.heads[t] !== head)) return undefined;
  const changed = new Set<number>();
  for (let t = 0; t < length; t++) {
    const start = ownStarts[t]!;
    const size = ownStarts[t + 1]! - start;
    const old = before.ownStarts[t]!;
    let same = before.ownStarts[t + 1]! - old === size;
    for (let f = 0; same && f < size; f++) same = before.own[old + f] === own[start + f];
    if (!same) changed.add(t);
    if (before.rows[t] === rows[t]) continue;
    for (const near of [t - 1, t, t + 1, heads[t]!]) if (near >= 0 && near < length) changed.add(near);
    for (let c = 0; c < length; c++) if (heads[c] === t) changed.add(c);
  }
  return changed;
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
      for (let r = 0; r < size; r++) values[r] = dot(weights.words, r * dims, vectors.values, row * dims, dims);
      if (known.size > 20_000) known = new Map();
      known.set(row, values);
    }
    return values;
  };
}
