import { mix } from "../hashing.ts";
import { FEATURE_BITS, type NamesView } from "./names-features.ts";
import { CAPS } from "./names-forms.ts";
import { CLASSES, LABELS, labelOf, TYPES } from "./names-labels.ts";

const MASK = (1 << FEATURE_BITS) - 1;
/** Class sums, then begin, inside, last and unit sums. */
const WIDTH = CLASSES + 4;
export const MAX_MEMORY_FEATURES = 12;

/**
 * What a first reading of the whole document made of each word, so that a second reading knows that "Pence" at the head
 * of a sentence is the Mike Pence of the paragraph before (Krishnan and Manning 2006). Words count regardless of case.
 */
export interface NamesMemory {
  /** Number of each token's word among the document's capitalised words, -1 for other tokens. */
  readonly wordOf: Int32Array;
  /** Sums over all tokens of a word, `WIDTH` a word. */
  readonly sums: Float64Array;
  /** The same for each single token, to be taken off the sums: a token learns from the others. */
  readonly own: Float32Array;
  readonly counts: Int32Array;
}

/** Sums the label probabilities of a first reading, `LABELS` a token, over the words of a document. */
export function rememberNames(view: NamesView, marginals: Float32Array): NamesMemory {
  const n = view.facts.length;
  const words = new Map<string, number>();
  const wordOf = new Int32Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    const { caps, lowerText } = view.facts[i]!;
    if (caps === CAPS.none || caps === CAPS.other || lowerText.length < 2) continue;
    let word = words.get(lowerText);
    if (word === undefined) {
      word = words.size;
      words.set(lowerText, word);
    }
    wordOf[i] = word;
  }
  const sums = new Float64Array(words.size * WIDTH);
  const own = new Float32Array(n * WIDTH);
  const counts = new Int32Array(words.size);
  for (let i = 0; i < n; i++) {
    const word = wordOf[i]!;
    if (word < 0) continue;
    counts[word]!++;
    const at = i * LABELS;
    own[i * WIDTH] = marginals[at]!;
    for (let type = 0; type < TYPES; type++) {
      for (let position = 1; position <= 4; position++) {
        const p = marginals[at + labelOf(position, type)]!;
        own[i * WIDTH + 1 + type]! += p;
        own[i * WIDTH + CLASSES + position - 1]! += p;
      }
    }
    for (let k = 0; k < WIDTH; k++) sums[word * WIDTH + k]! += own[i * WIDTH + k]!;
  }
  return { wordOf, sums, own, counts };
}

/** 0 where nothing is known of other tokens of the word, else its likeliest class and how sure and frequent it is. */
function opinion(memory: NamesMemory, i: number): { top: number; sure: number; often: number; position: number } {
  const word = memory.wordOf[i]!;
  const others = word < 0 ? 0 : memory.counts[word]! - 1;
  if (others <= 0) return NOTHING;
  let top = 0;
  let most = -1;
  for (let k = 0; k < CLASSES; k++) {
    const sum = memory.sums[word * WIDTH + k]! - memory.own[i * WIDTH + k]!;
    if (sum > most) {
      most = sum;
      top = k;
    }
  }
  let position = 0;
  let likeliest = -1;
  for (let k = 0; k < 4; k++) {
    const sum = memory.sums[word * WIDTH + CLASSES + k]! - memory.own[i * WIDTH + CLASSES + k]!;
    if (sum > likeliest) {
      likeliest = sum;
      position = k;
    }
  }
  const share = most / others;
  return {
    top: top + 1,
    sure: share > 0.9 ? 2 : share > 0.6 ? 1 : 0,
    often: others > 3 ? 2 : others > 1 ? 1 : 0,
    position,
  };
}
const NOTHING = { top: 0, sure: 0, often: 0, position: 0 };

/** Writes what the document's memory says about token `i` as features into `out` and returns how many there are. */
export function memoryFeatures(view: NamesView, memory: NamesMemory, i: number, out: Int32Array): number {
  const first = view.first[i]!;
  const end = view.end[i]!;
  const { caps, shape, connects } = view.facts[i]!;
  if (caps === CAPS.other || (caps === CAPS.none && !connects)) return 0;
  const here = opinion(memory, i);
  const before = i > first ? opinion(memory, i - 1) : NOTHING;
  const after = i + 1 < end ? opinion(memory, i + 1) : NOTHING;
  let n = 0;
  let template = 200;
  const put = (value: number): void => {
    out[n++] = mix(template++, value) & MASK;
  };
  const code = here.top + 16 * here.sure;
  put(1);
  put(mix(code, here.often));
  put(mix(code, mix(shape, view.mode[i]!)));
  put(mix(code, here.position));
  put(mix(mix(here.top, here.position), i === first ? 1 : 0));
  put(mix(mix(before.top, before.position), mix(code, here.position)));
  put(mix(mix(after.top, after.position), mix(code, here.position)));
  put(mix(mix(before.top, caps), mix(here.top, after.top)));
  put(mix(before.top + 16 * before.sure, caps));
  put(mix(after.top + 16 * after.sure, caps));
  return n;
}
