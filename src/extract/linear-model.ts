import { InputError } from "../core/index.ts";
import { readModel } from "../language/index.ts";

/**
 * A linear model over hashed binary features: a table of `2 ** bits` rows with one weight a class.
 * A feature is an unsigned 32-bit number (see {@link hashText}); its low bits choose the row.
 * With one class it scores candidates (a ranker, or a yes/no decision through {@link sigmoid}); with more it chooses a class.
 */
export interface LinearModel {
  readonly classes: readonly string[];
  readonly bits: number;
  /** `weights[row * classes.length + class]`, times `scale` where they are quantised. */
  readonly weights: Int8Array | Float32Array;
  readonly scale: number;
  /** Added to the score of every class. */
  readonly bias: readonly number[];
  /** What else the model's user must know: thresholds, calibration, word lists. Numbers and strings only. */
  readonly meta: Readonly<Record<string, unknown>>;
}

/** Several models that are used together and shipped in one file. */
export type LinearModels = ReadonlyMap<string, LinearModel>;

/** FNV-1a over UTF-16 units, with a final mix so that the low bits are usable as a row number. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Joins two hashes or small numbers to one feature; order counts. */
export function hashPair(a: number, b: number): number {
  return mix(Math.imul(a, 0x9e3779b1) ^ ((b + 0x7f4a7c15) | 0));
}

/** Joins three. */
export function hashTriple(a: number, b: number, c: number): number {
  return hashPair(hashPair(a, b), c);
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The score of class `index` (0 for a ranker) over the first `count` features. */
export function scoreClass(
  model: LinearModel,
  features: ArrayLike<number>,
  count = features.length,
  index = 0,
): number {
  const { weights, classes, scale, bias } = model;
  const width = classes.length;
  const mask = (1 << model.bits) - 1;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += weights[(features[i]! & mask) * width + index]!;
  return sum * scale + bias[index]!;
}

/** The scores of all classes, written into `into` where given. */
export function scoreClasses(
  model: LinearModel,
  features: ArrayLike<number>,
  count = features.length,
  into: Float64Array = new Float64Array(model.classes.length),
): Float64Array {
  const { weights, classes, scale, bias } = model;
  const width = classes.length;
  const mask = (1 << model.bits) - 1;
  into.fill(0);
  for (let i = 0; i < count; i++) {
    const row = (features[i]! & mask) * width;
    for (let k = 0; k < width; k++) into[k]! += weights[row + k]!;
  }
  for (let k = 0; k < width; k++) into[k] = into[k]! * scale + bias[k]!;
  return into;
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array): Float64Array {
  let max = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > max) max = score;
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - max);
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
  return scores;
}

export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

interface LinearHeader {
  readonly name: string;
  readonly classes: readonly string[];
  readonly bits: number;
  readonly scale: number;
  readonly bias: readonly number[];
  readonly meta: Record<string, unknown>;
}

export const LINEAR_VERSION = 1;

/**
 * Reads a file of one or more linear models: the headers are the file's `meta`, and the weights, as signed bytes, its
 * sections. `writeLinearModels` in the training code makes such files.
 *
 * @param kind what the file must say that it is for, such as `en-attribution`
 * @throws InputError if the bytes are no such file
 */
export async function readLinearModels(bytes: Uint8Array, kind: string): Promise<LinearModels> {
  const { meta, sections } = await readModel(bytes, kind, LINEAR_VERSION);
  const models = new Map<string, LinearModel>();
  for (const { name, ...header } of meta as readonly LinearHeader[]) {
    const weights = sections[name];
    if (weights?.length !== 2 ** header.bits * header.classes.length) {
      throw new InputError(`readLinearModels: the weights of "${name}" in "${kind}" are missing or cut.`, {
        code: "cut-model",
      });
    }
    models.set(name, { ...header, weights: new Int8Array(weights.buffer, weights.byteOffset, weights.length) });
  }
  return models;
}

/** One model of a file that may hold several; throws if it is not there. */
export function getModel(models: LinearModels, name: string): LinearModel {
  const model = models.get(name);
  if (!model) {
    const names = [...models.keys()].join(", ");
    throw new InputError(`getModel: no model "${name}" in this file; it holds ${names}.`, { code: "wrong-model" });
  }
  return model;
}
