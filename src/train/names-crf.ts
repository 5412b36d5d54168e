import { createRandom } from "../core/index.ts";
import { FEATURE_BITS, MAX_FEATURES, type NamesView, nameFeatures } from "../language/en/names-features.ts";
import { COLUMNS, LABELS, POSITION_COLUMN, TRANSITIONS, TYPE_COLUMN } from "../language/en/names-labels.ts";
import { createLattice } from "../language/en/names-lattice.ts";
import { memoryFeatures, rememberNames } from "../language/en/names-memory.ts";
import { toNamesFile } from "../language/en/names-model.ts";
import type { ModelFile } from "../language/model-file.ts";
import { labelSet } from "./names-corpora.ts";
import { shuffle } from "./shuffle.ts";

/** A document ready for training: its features as numbers and what its tokens may be. */
export interface CrfDocument {
  readonly view: NamesView;
  readonly domain: number;
  readonly weight: number;
  readonly allowed: readonly (Uint8Array | undefined)[];
  /** Features of token t are `features[offsets[t] … offsets[t + 1])`. */
  readonly features: Int32Array;
  readonly offsets: Int32Array;
  /** What the document's memory adds, laid out likewise; set once a first reading is there. */
  memory?: { readonly features: Int32Array; readonly offsets: Int32Array };
}

export function toCrfDocument(
  view: NamesView,
  domain: number,
  weight: number,
  allowed: readonly (Uint8Array | undefined)[],
): CrfDocument {
  return { view, domain, weight, allowed, ...collect(view, (i, out) => nameFeatures(view, i, domain, out)) };
}

/** Adds the features of a document's memory, drawn from the label probabilities of a first reading. */
export function setMemory(document: CrfDocument, marginals: Float32Array): void {
  const memory = rememberNames(document.view, marginals);
  document.memory = collect(document.view, (i, out) => memoryFeatures(document.view, memory, i, out));
}

function collect(
  view: NamesView,
  write: (token: number, out: Int32Array) => number,
): { features: Int32Array; offsets: Int32Array } {
  const n = view.facts.length;
  const buffer = new Int32Array(MAX_FEATURES);
  const offsets = new Int32Array(n + 1);
  const features = new Int32Array(n * MAX_FEATURES);
  let at = 0;
  for (let i = 0; i < n; i++) {
    const count = write(i, buffer);
    for (let f = 0; f < count; f++) features[at++] = buffer[f]!;
    offsets[i + 1] = at;
  }
  return { features: features.slice(0, at), offsets };
}

export interface CrfOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Features seen in fewer tokens than this are not learnt. */
  readonly minimum: number;
  /** Share of a token's features that are left out at each visit. */
  readonly dropout: number;
  /** Share by which weights shrink at the end of an epoch. */
  readonly decay: number;
  readonly seed: number;
}

export const DEFAULT_CRF_OPTIONS: CrfOptions = {
  epochs: 8,
  rate: 0.1,
  minimum: 3,
  dropout: 0.15,
  decay: 0.01,
  seed: 1,
};

/** A sentence none of whose tokens is further off is visited this often only. */
const SETTLED = 0.01;
const REVISIT = 0.3;
/** Where "outside" is all that is allowed and leads by this score, there is nothing to learn. */
const PLAIN_MARGIN = 7;

/** Weights as trained: row 0 is for features without weights. */
export interface CrfWeights {
  readonly rowOf: Int32Array;
  readonly rows: Float32Array;
  readonly transitions: Float64Array;
}

/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by AdaGrad (Duchi, Hazan and
 * Singer 2011) on sentences whose labels may be known in part (Tsuboi et al. 2008): the gradient is the difference
 * between expectations under the allowed labellings and under all. The weights are the mean of the last three epochs.
 */
export function trainCrf(
  documents: readonly CrfDocument[],
  options: CrfOptions,
  log: (line: string) => void = () => undefined,
): CrfWeights {
  const random = createRandom(options.seed);
  const outside = labelSet([0]);
  const counts = new Uint16Array(1 << FEATURE_BITS);
  for (const { features } of documents)
    for (const feature of features) if (counts[feature]! < 60_000) counts[feature]!++;
  const rowOf = new Int32Array(1 << FEATURE_BITS);
  let rowCount = 1;
  for (let f = 0; f < counts.length; f++) if (counts[f]! >= options.minimum) rowOf[f] = rowCount++;
  const rows = new Float32Array(rowCount * COLUMNS);
  const squares = new Float32Array(rowCount * COLUMNS);
  const transitions = new Float64Array(TRANSITIONS);
  const transitionSquares = new Float64Array(TRANSITIONS);
  const expected = new Float64Array(TRANSITIONS);
  const meanRows = new Float32Array(rowCount * COLUMNS);
  const meanTransitions = new Float64Array(TRANSITIONS);
  const averaged = Math.min(3, options.epochs);

  const sentences: { readonly document: CrfDocument; readonly first: number; readonly end: number; loss: number }[] =
    [];
  for (const document of documents) {
    for (const { firstToken, endToken } of document.view.doc.sentences) {
      if (endToken > firstToken) sentences.push({ document, first: firstToken, end: endToken, loss: 1 });
    }
  }
  const lattice = createLattice();
  const gradient = new Float64Array(COLUMNS);
  const keep = 1 - options.dropout;
  let room = 0;
  let columns = new Float32Array(0);
  let all = new Float32Array(0);
  let known = new Float32Array(0);
  let used = new Int32Array(0);
  let usedEnds = new Int32Array(0);
  let isPlain = new Uint8Array(0);

  /** Sums the columns of a sentence's tokens, with some features left out. */
  const sumColumns = (document: CrfDocument, first: number, length: number): void => {
    if (length > room) {
      room = 2 * length;
      columns = new Float32Array(room * COLUMNS);
      all = new Float32Array(room * LABELS);
      known = new Float32Array(room * LABELS);
      used = new Int32Array(room * MAX_FEATURES);
      usedEnds = new Int32Array(room + 1);
      isPlain = new Uint8Array(room);
    }
    columns.fill(0, 0, length * COLUMNS);
    let at = 0;
    let to = 0;
    const gather = (features: Int32Array, from: number, end: number): void => {
      for (let k = from; k < end; k++) {
        const row = rowOf[features[k]!]!;
        if (row === 0 || random() < options.dropout) continue;
        used[at++] = row;
        const base = row * COLUMNS;
        for (let c = 0; c < COLUMNS; c++) columns[to + c]! += rows[base + c]!;
      }
    };
    // A sentence is read as at first, without memory, every other time.
    const memory = random() < 0.5 ? undefined : document.memory;
    for (let t = 0; t < length; t++) {
      to = t * COLUMNS;
      gather(document.features, document.offsets[first + t]!, document.offsets[first + t + 1]!);
      if (memory) gather(memory.features, memory.offsets[first + t]!, memory.offsets[first + t + 1]!);
      usedEnds[t + 1] = at;
      const allowed = document.allowed[first + t];
      isPlain[t] =
        allowed !== undefined && allowed === outside && leadOfOutside(columns, to) / keep > PLAIN_MARGIN ? 1 : 0;
    }
  };

  /** One step of AdaGrad on the stretch of tokens from `from` to before `to`; returns how far off the worst token is. */
  const learn = (document: CrfDocument, first: number, from: number, to: number): number => {
    const length = to - from;
    lattice.reserve(length);
    for (let t = 0; t < length; t++) {
      const at = (from + t) * COLUMNS;
      for (let l = 0; l < LABELS; l++) {
        const type = TYPE_COLUMN[l]!;
        lattice.scores[t * LABELS + l] =
          (columns[at + POSITION_COLUMN[l]!]! + (type < 0 ? 0 : columns[at + type]!)) / keep;
      }
    }
    expected.fill(0);
    lattice.marginals(length, transitions, known, document.allowed.slice(first + from, first + to), expected, 1);
    // No labelling is allowed where a gold name runs over the end of a sentence.
    if (known.subarray(0, LABELS).every((p) => p === 0)) return 0;
    lattice.marginals(length, transitions, all, undefined, expected, -1);
    let worst = 0;
    for (let t = 0; t < length; t++) {
      gradient.fill(0);
      let most = 0;
      for (let l = 0; l < LABELS; l++) {
        const difference = document.weight * (known[t * LABELS + l]! - all[t * LABELS + l]!);
        gradient[POSITION_COLUMN[l]!]! += difference;
        if (TYPE_COLUMN[l]! >= 0) gradient[TYPE_COLUMN[l]!]! += difference;
        if (difference > most) most = difference;
      }
      if (most > worst) worst = most;
      if (most < 1e-3) continue;
      for (let k = usedEnds[from + t]!; k < usedEnds[from + t + 1]!; k++) {
        const base = used[k]! * COLUMNS;
        for (let c = 0; c < COLUMNS; c++) {
          const g = gradient[c]!;
          if (g > -1e-4 && g < 1e-4) continue;
          squares[base + c]! += g * g;
          rows[base + c]! += (options.rate * g) / Math.sqrt(squares[base + c]! + 0.1);
        }
      }
    }
    for (let k = 0; k < TRANSITIONS; k++) {
      const g = document.weight * expected[k]!;
      if (g === 0) continue;
      transitionSquares[k]! += g * g;
      transitions[k]! += (options.rate * g) / Math.sqrt(transitionSquares[k]! + 0.1);
    }
    return worst;
  };

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(sentences, random);
    let loss = 0;
    for (const sentence of sentences) {
      if (sentence.loss < SETTLED && random() > REVISIT) continue;
      const { document, first, end } = sentence;
      const length = end - first;
      sumColumns(document, first, length);
      sentence.loss = 0;
      for (let t = 0; t < length; t++) {
        if (isPlain[t]) continue;
        const from = Math.max(0, t - 1);
        while (t < length && !isPlain[t]) t++;
        sentence.loss = Math.max(sentence.loss, learn(document, first, from, Math.min(length, t + 1)));
      }
      loss += sentence.loss;
    }
    for (let k = 0; k < rows.length; k++) rows[k]! *= 1 - options.decay;
    if (epoch >= options.epochs - averaged) {
      for (let k = 0; k < rows.length; k++) meanRows[k]! += rows[k]! / averaged;
      for (let k = 0; k < TRANSITIONS; k++) meanTransitions[k]! += transitions[k]! / averaged;
    }
    log(`epoch ${epoch + 1}: ${rowCount} features, loss ${loss.toFixed(0)}`);
  }
  return { rowOf, rows: meanRows, transitions: meanTransitions };
}

/** By how much "outside" leads the best other label. */
function leadOfOutside(columns: Float32Array, at: number): number {
  let position = columns[at + 1]!;
  for (let c = 2; c < 5; c++) if (columns[at + c]! > position) position = columns[at + c]!;
  let type = columns[at + 5]!;
  for (let c = 6; c < COLUMNS; c++) if (columns[at + c]! > type) type = columns[at + c]!;
  return columns[at]! - position - type;
}

/** The weights as a model file: rows whose weights all stay below `prune` are left out, the others kept as bytes. */
export function toModelFile({ rowOf, rows, transitions }: CrfWeights, prune: number): ModelFile {
  let largest = 0;
  for (const weight of rows) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 127;
  const features: number[] = [];
  for (let feature = 0; feature < rowOf.length; feature++) {
    const base = rowOf[feature]! * COLUMNS;
    let most = 0;
    if (base > 0) for (let c = 0; c < COLUMNS; c++) most = Math.max(most, Math.abs(rows[base + c]!));
    if (base > 0 && most >= prune) features.push(feature);
  }
  const bytes = new Int8Array(features.length * COLUMNS);
  for (let row = 0; row < features.length; row++) {
    const base = rowOf[features[row]!]! * COLUMNS;
    for (let c = 0; c < COLUMNS; c++) {
      const weight = rows[base + c]!;
      bytes[row * COLUMNS + c] = Math.abs(weight) < prune / 4 ? 0 : Math.round(weight / scale);
    }
  }
  return toNamesFile(features, bytes, scale, transitions);
}
