import { InputError } from "../core/index.ts";

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

export const LINEAR_MAGIC = "SGLINEAR";
export const LINEAR_VERSION = 1;

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
  const mask = 2 ** model.bits - 1;
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
  const mask = 2 ** model.bits - 1;
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

interface ModelHeader {
  readonly name: string;
  readonly classes: readonly string[];
  readonly bits: number;
  readonly scale: number;
  readonly bias: readonly number[];
  readonly meta: Record<string, unknown>;
}

/**
 * Reads what `writeLinearModels` wrote: magic, version, length of the header, a JSON header, then the weights of every
 * model as signed bytes; the whole gzipped.
 *
 * @throws InputError if the bytes are no such file, are of another version, or end too early
 */
export async function readLinearModels(bytes: Uint8Array): Promise<LinearModels> {
  const data = await inflate(bytes);
  const magic = String.fromCharCode(...data.subarray(0, LINEAR_MAGIC.length));
  if (magic !== LINEAR_MAGIC) {
    throw new InputError(`readLinearModels: expected a file that starts with "${LINEAR_MAGIC}", got "${magic}".`, {
      code: "bad-model",
    });
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = LINEAR_MAGIC.length;
  const version = view.getUint32(at, true);
  if (version !== LINEAR_VERSION) {
    throw new InputError(
      `readLinearModels: version ${version}; this program reads ${LINEAR_VERSION}. Train it again.`,
      {
        code: "bad-model-version",
      },
    );
  }
  const headerLength = view.getUint32(at + 4, true);
  at += 8;
  const headers = JSON.parse(new TextDecoder().decode(data.subarray(at, at + headerLength))) as ModelHeader[];
  at += headerLength;
  const models = new Map<string, LinearModel>();
  for (const { name, ...header } of headers) {
    const length = 2 ** header.bits * header.classes.length;
    if (at + length > data.length) {
      throw new InputError(`readLinearModels: the file ends inside the weights of "${name}".`, { code: "bad-model" });
    }
    models.set(name, { ...header, weights: new Int8Array(data.slice(at, at + length).buffer) });
    at += length;
  }
  return models;
}

/** One model of a file that may hold several; throws if it is not there. */
export function getModel(models: LinearModels, name: string): LinearModel {
  const model = models.get(name);
  if (!model) {
    const names = [...models.keys()].join(", ");
    throw new InputError(`getModel: no model "${name}" in this file; it holds ${names}.`, { code: "bad-model" });
  }
  return model;
}

async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
