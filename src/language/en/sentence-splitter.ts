import { hashText, mix } from "../hashing.ts";

/** What the sentence splitter looks at: the words of a block, in order. */
export interface SplitterWords {
  readonly forms: readonly string[];
  /** 1 where a blank stands before the word. */
  readonly spaced: ArrayLike<number>;
}

/** No sentence is longer; a text that never ends one (a table, a word list) is cut here. */
export const LONGEST_SENTENCE = 250;

/** Weights of the splitter: a power of two of signed numbers. */
export type SplitterWeights = ArrayLike<number>;

const CLOSING = new Set([")", "]", "}", '"', "”", "’", "'", "''", "’’", "»", "*", "**"]);
const ENDING = /[.?!…:;]$|^-+$|^[—–]$|^[:;]['-]?[()DP]$/;

/** Whether a sentence could end after word `i`: after a mark that ends sentences, or what closes around one. */
export function isCandidate(words: SplitterWords, i: number): boolean {
  const form = words.forms[i]!;
  if (ENDING.test(form)) return true;
  if (!CLOSING.has(form)) return false;
  for (let j = i - 1; j >= 0 && j >= i - 3; j--) {
    if (ENDING.test(words.forms[j]!)) return true;
    if (!CLOSING.has(words.forms[j]!)) break;
  }
  return form === ")" || form === "]";
}

/** Curly quotes and dashes count as their ASCII forms: some treebanks have only those. */
function plain(form: string): string {
  switch (form) {
    case "“":
    case "”":
    case "``":
    case "''":
      return '"';
    case "’":
    case "‘":
      return "'";
    case "…":
      return "...";
    case "—":
    case "–":
      return "--";
    default:
      return form;
  }
}

function shape(form: string): number {
  if (form === "") return 0;
  if (/^\d/.test(form)) return 1;
  if (/^\p{Lu}[\p{Lu}.]+$/u.test(form)) return 2;
  if (/^\p{Lu}/u.test(form)) return 3;
  if (/^\p{Ll}/u.test(form)) return 4;
  return 5;
}

/** Writes the hashed features of the candidate end after word `i` into `out` and returns how many there are. */
export function splitterFeatures(
  words: SplitterWords,
  i: number,
  sentenceStart: number,
  quotes: number,
  out: Int32Array,
): number {
  const { forms, spaced } = words;
  const at = (j: number): string => (j >= 0 && j < forms.length ? plain(forms[j]!) : "");
  const here = at(i);
  const next = at(i + 1);
  const after = at(i + 2);
  const before = at(i - 1);
  const dot = here.length > 1 && here.endsWith(".") && here !== "...";
  const hHere = hashText(here);
  const hNext = hashText(next.toLowerCase());
  const hBefore = hashText(before.toLowerCase());
  const sNext = shape(next);
  const sAfter = shape(after);
  const sBefore = shape(before);
  const gap = (spaced[i + 1] ?? 0) | ((spaced[i + 2] ?? 0) << 1) | ((spaced[i] ?? 0) << 2);
  const length = Math.min(6, i - sentenceStart + 1);
  const straight =
    next === '"' || next === "'" ? 1 + (quotes & 1) : here === '"' || here === "'" ? 3 + (quotes & 1) : 0;
  const kind = dot ? hashText("abbreviation") : hHere;
  let n = 0;
  const put = (template: number, value: number): void => {
    out[n++] = mix(template, value);
  };
  put(1, hHere);
  put(2, mix(hHere, sNext));
  put(3, mix(hHere, hNext));
  put(4, mix(kind, mix(sNext, gap)));
  put(5, hNext);
  put(6, mix(kind, hBefore));
  put(7, mix(kind, mix(sBefore, sNext)));
  put(8, mix(kind, mix(sNext, sAfter)));
  put(9, mix(kind, mix(length, sNext)));
  put(10, mix(straight, mix(kind, sNext)));
  put(11, mix(straight, mix(kind, sAfter)));
  put(12, mix(hBefore, hNext));
  put(13, mix(kind, mix(hNext, hashText(after.toLowerCase()))));
  put(14, mix(gap, kind));
  put(15, mix(kind, mix(hashText(at(i - 2)), sNext)));
  put(16, mix(kind, mix(Math.min(4, before.length), sNext)));
  put(17, mix(mix(kind, sBefore), mix(straight, gap)));
  put(18, mix(mix(kind, sAfter), mix(straight, sNext)));
  return n;
}

export const MAX_SPLITTER_FEATURES = 18;

/** Finds the ends of sentences: indexes one past the last word of each. */
export function splitSentences(words: SplitterWords, weights: SplitterWeights): number[] {
  const ends: number[] = [];
  const features = new Int32Array(MAX_SPLITTER_FEATURES);
  const mask = weights.length - 1;
  const count = words.forms.length;
  let start = 0;
  let quotes = 0;
  for (let i = 0; i < count; i++) {
    const form = words.forms[i]!;
    if (form === '"') quotes++;
    let isEnd = i === count - 1 || i - start + 1 >= LONGEST_SENTENCE;
    if (!isEnd && isCandidate(words, i)) {
      const n = splitterFeatures(words, i, start, quotes, features);
      let score = 0;
      for (let f = 0; f < n; f++) score += weights[features[f]! & mask]!;
      isEnd = score > 0;
    }
    if (isEnd) {
      ends.push(i + 1);
      start = i + 1;
    }
  }
  return ends;
}
