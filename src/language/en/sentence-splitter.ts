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

/** Where the splitter stands: what depends on the sentence so far. */
export interface SplitterContext {
  /** First word of the sentence. */
  start: number;
  /** Straight double quotes so far in the block. */
  quotes: number;
  /** Brackets open in the sentence. */
  brackets: number;
}

/** Takes word `i` into account. */
export function readWord(context: SplitterContext, form: string): void {
  if (form === '"') context.quotes++;
  else if (form === "(" || form === "[") context.brackets++;
  else if ((form === ")" || form === "]") && context.brackets > 0) context.brackets--;
}

/** Lets a sentence start at word `i`. */
export function startSentence(context: SplitterContext, i: number): void {
  context.start = i;
  context.brackets = 0;
}

/** Writes the hashed features of the candidate end after word `i` into `out`. */
export function splitterFeatures(words: SplitterWords, i: number, context: SplitterContext, out: Int32Array): void {
  const { forms, spaced } = words;
  const at = (j: number): string => (j >= 0 && j < forms.length ? plain(forms[j]!) : "");
  const here = at(i);
  const next = at(i + 1);
  const after = at(i + 2);
  const before = at(i - 1);
  let mark = i;
  while (mark > context.start && mark > i - 3 && CLOSING.has(forms[mark]!)) mark--;
  const dot = here.length > 1 && here.endsWith(".") && here !== "...";
  const hHere = hashText(here);
  const hNext = hashText(next.toLowerCase());
  const hBefore = hashText(before.toLowerCase());
  const hMark = hashText(at(mark));
  const sNext = shape(next);
  const sAfter = shape(after);
  const sBefore = shape(before);
  const sMark = shape(at(mark - 1));
  const gap = (spaced[i + 1] ?? 0) | ((spaced[i + 2] ?? 0) << 1) | ((spaced[i] ?? 0) << 2);
  const length = Math.min(6, i - context.start + 1);
  const parity = context.quotes & 1;
  const straight = next === '"' || next === "'" ? 1 + parity : here === '"' || here === "'" ? 3 + parity : 0;
  const open = Math.min(context.brackets, 2);
  const kind = dot ? hashText("abbreviation") : hHere;
  out[0] = mix(hHere, 1);
  out[1] = mix(mix(hHere, sNext), 2);
  out[2] = mix(mix(hHere, hNext), 3);
  out[3] = mix(mix(kind, mix(sNext, gap)), 4);
  out[4] = mix(hNext, 5);
  out[5] = mix(mix(kind, hBefore), 6);
  out[6] = mix(mix(kind, mix(sBefore, sNext)), 7);
  out[7] = mix(mix(kind, mix(sNext, sAfter)), 8);
  out[8] = mix(mix(kind, mix(length, sNext)), 9);
  out[9] = mix(mix(straight, mix(kind, sNext)), 10);
  out[10] = mix(mix(straight, mix(kind, sAfter)), 11);
  out[11] = mix(mix(hBefore, hNext), 12);
  out[12] = mix(mix(kind, mix(hNext, hashText(after.toLowerCase()))), 13);
  out[13] = mix(mix(gap, kind), 14);
  out[14] = mix(mix(kind, mix(hashText(at(i - 2)), sNext)), 15);
  out[15] = mix(mix(kind, mix(Math.min(4, before.length), sNext)), 16);
  out[16] = mix(mix(mix(kind, sBefore), mix(straight, gap)), 17);
  out[17] = mix(mix(mix(kind, sAfter), mix(straight, sNext)), 18);
  out[18] = mix(mix(mix(kind, hNext), mix(sAfter, gap)), 19);
  out[19] = mix(mix(kind, open), 20);
  out[20] = mix(mix(kind, mix(open, sNext)), 21);
  out[21] = mix(mix(hHere, mix(hMark, sNext)), 22);
  out[22] = mix(mix(hHere, mix(sMark, sNext)), 23);
  out[23] = mix(mix(mix(hHere, sBefore), mix(hashText(at(i - 2)), hashText(at(i - 3)))), 24);
  out[24] = mix(mix(mix(hNext, sAfter), hashText(at(i + 3))), 25);
}

export const SPLITTER_FEATURES = 25;

/** Finds the ends of sentences: indexes one past the last word of each. */
export function splitSentences(words: SplitterWords, weights: SplitterWeights): number[] {
  const ends: number[] = [];
  const features = new Int32Array(SPLITTER_FEATURES);
  const mask = weights.length - 1;
  const count = words.forms.length;
  const context: SplitterContext = { start: 0, quotes: 0, brackets: 0 };
  for (let i = 0; i < count; i++) {
    readWord(context, words.forms[i]!);
    let isEnd = i === count - 1 || i - context.start + 1 >= LONGEST_SENTENCE;
    if (!isEnd && isCandidate(words, i)) {
      splitterFeatures(words, i, context, features);
      let score = 0;
      for (let f = 0; f < SPLITTER_FEATURES; f++) score += weights[features[f]! & mask]!;
      isEnd = score > 0;
    }
    if (isEnd) {
      ends.push(i + 1);
      startSentence(context, i + 1);
    }
  }
  return ends;
}
