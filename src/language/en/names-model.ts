import { type ModelFile, readModel } from "../model-file.ts";
import { FEATURE_BITS } from "./names-features.ts";
import { COLUMNS, LABELS, POSITION_COLUMN, TYPE_COLUMN } from "./names-labels.ts";

export const NAMES_KIND = "en-names";
export const NAMES_VERSION = 1;

/** What the name tagger learnt. */
export interface NamesModel {
  /** One bit for each possible feature: whether it has weights. */
  readonly known: Uint32Array;
  /** Number of known features before each word of `known`. */
  readonly ranks: Int32Array;
  /** `COLUMNS` weights for each known feature, in the order of their numbers. */
  readonly weights: Int8Array;
  /** What a weight of 1 is worth. */
  readonly scale: number;
  readonly transitions: Float64Array;
}

interface NamesMeta {
  readonly scale: number;
  readonly transitions: readonly number[];
  readonly columns: number;
  readonly featureBits: number;
}

/** Reads the bytes of `models/en-names.bin`. */
export async function loadNames(bytes: Uint8Array): Promise<NamesModel> {
  return toNamesModel(await readModel(bytes, NAMES_KIND, NAMES_VERSION));
}

export function toNamesModel(file: ModelFile): NamesModel {
  const meta = file.meta as NamesMeta;
  const gaps = file.sections.gaps!;
  const known = new Uint32Array(1 << (FEATURE_BITS - 5));
  // Numbers of the known features as gaps of seven bits a byte, the high bit on all but the last.
  let feature = -1;
  let gap = 0;
  let shift = 0;
  for (const byte of gaps) {
    gap |= (byte & 127) << shift;
    shift += 7;
    if (byte & 128) continue;
    feature += gap;
    known[feature >>> 5]! |= 1 << (feature & 31);
    gap = 0;
    shift = 0;
  }
  const ranks = new Int32Array(known.length);
  let count = 0;
  for (let word = 0; word < known.length; word++) {
    ranks[word] = count;
    count += bitCount(known[word]!);
  }
  // The file keeps the weights column by column: like values lie together and compress better.
  const columns = file.sections.weights!;
  const weights = new Int8Array(count * COLUMNS);
  for (let c = 0; c < COLUMNS; c++) {
    for (let row = 0; row < count; row++) weights[row * COLUMNS + c] = (columns[c * count + row]! << 24) >> 24;
  }
  return { known, ranks, weights, scale: meta.scale, transitions: Float64Array.from(meta.transitions) };
}

/** The file of a model: what `toNamesModel` reads. `rows` holds `COLUMNS` weights for each of `features`, which ascend. */
export function toNamesFile(
  features: readonly number[],
  rows: Int8Array,
  scale: number,
  transitions: Float64Array,
): ModelFile {
  const gaps: number[] = [];
  let before = -1;
  for (const feature of features) {
    let gap = feature - before;
    before = feature;
    for (; gap > 127; gap >>>= 7) gaps.push((gap & 127) | 128);
    gaps.push(gap);
  }
  const weights = new Uint8Array(rows.length);
  for (let row = 0; row < features.length; row++) {
    for (let c = 0; c < COLUMNS; c++) weights[c * features.length + row] = rows[row * COLUMNS + c]! & 255;
  }
  const meta: NamesMeta = {
    scale,
    transitions: Array.from(transitions, (weight) => Number(weight.toFixed(4))),
    columns: COLUMNS,
    featureBits: FEATURE_BITS,
  };
  return { kind: NAMES_KIND, version: NAMES_VERSION, meta, sections: { gaps: Uint8Array.from(gaps), weights } };
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Adds the weights of a token's features to `columns` from `offset` on, in the model's own unit. */
export function addWeights(
  model: NamesModel,
  features: Int32Array,
  count: number,
  columns: Int32Array,
  offset: number,
): void {
  const { known, ranks, weights } = model;
  for (let k = 0; k < count; k++) {
    const feature = features[k]!;
    const word = known[feature >>> 5]!;
    const bit = feature & 31;
    if (((word >>> bit) & 1) === 0) continue;
    const row = ranks[feature >>> 5]! + (bit === 0 ? 0 : bitCount(word << (32 - bit)));
    const base = row * COLUMNS;
    for (let c = 0; c < COLUMNS; c++) columns[offset + c]! += weights[base + c]!;
  }
}

/** Turns the column sums of one token, from `at` on, into label scores, written from `offset` on. */
export function toLabelScores(
  columns: Int32Array,
  at: number,
  scale: number,
  scores: Float32Array,
  offset: number,
): void {
  for (let l = 0; l < LABELS; l++) {
    const type = TYPE_COLUMN[l]!;
    scores[offset + l] = scale * (columns[at + POSITION_COLUMN[l]!]! + (type < 0 ? 0 : columns[at + type]!));
  }
}
