import type { Span } from "../../core/index.ts";

/** A block's text as it reads, without markup, with the offset in the document of every character. */
export interface CleanText {
  readonly text: string;
  /** Offset in the document of each UTF-16 unit of `text`. */
  readonly offsets: Int32Array;
}

/** No emphasis, link or code span is looked for further than this, so that a stray mark costs little. */
const MARKUP_REACH = 300;
const ESCAPED = /[!-/:-@[-`{-~]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const SPACE = /[\s\u0085\u180e]/;
/** White space that is not one blank between two words. */
const UNEVEN_SPACE = /[^\S ]|[\u0085\u180e]| {2}|^ | $/;

/**
 * Reads the pieces of a block as one line: white space, line breaks and the gaps between pieces become one blank;
 * Markdown's emphasis, code marks, escapes, link targets and images, and invisible characters go.
 */
export function cleanBlock(document: string, pieces: readonly Span[]): CleanText {
  if (pieces.length === 1) {
    const { start, end } = pieces[0]!;
    const text = document.slice(start, end);
    if (!UNEVEN_SPACE.test(text) && !findMarkup(text)) {
      return { text, offsets: Int32Array.from({ length: text.length }, (_, i) => start + i) };
    }
  }
  const length = pieces.reduce((sum, piece) => sum + piece.end - piece.start + 1, 0);
  const offsets = new Int32Array(length);
  const units: string[] = [];
  let size = 0;
  let blank = true;
  const put = (unit: string, offset: number): void => {
    if (SPACE.test(unit)) {
      if (blank) return;
      blank = true;
      units.push(" ");
    } else {
      blank = false;
      units.push(unit);
    }
    offsets[size++] = offset;
  };
  for (const piece of pieces) {
    const text = document.slice(piece.start, piece.end);
    const hidden = findMarkup(text);
    for (let i = 0; i < text.length; i++) if (hidden?.[i] !== 1) put(text[i]!, piece.start + i);
    if (size > 0) put(" ", piece.end);
  }
  while (units.at(-1) === " ") units.pop();
  return { text: units.join(""), offsets: offsets.subarray(0, units.length) };
}

/** Marks the units of a text that are markup with 1; undefined if there is none. */
export function findMarkup(text: string): Uint8Array | undefined {
  if (!/[\\*_`[\]]/.test(text) && !INVISIBLE.test(text)) return undefined;
  const hidden = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if (hidden[i] === 1) continue;
    if (INVISIBLE.test(unit)) hidden[i] = 1;
    else if (unit === "\\" && i + 1 < text.length && ESCAPED.test(text[i + 1]!)) hidden[i++] = 1;
    else if (unit === "*" || unit === "_" || unit === "`") i = hidePair(text, i, hidden);
    else if (unit === "[" || (unit === "!" && text[i + 1] === "[")) hideLink(text, i, hidden);
  }
  return hidden;
}

/** Hides a run of emphasis or code marks and the run that closes it; returns the last place of the opening run. */
function hidePair(text: string, start: number, hidden: Uint8Array): number {
  const mark = text[start]!;
  let after = start;
  while (text[after] === mark) after++;
  const run = after - start;
  const opens = run <= 3 && isOpen(text, start, after, mark);
  if (!opens) return after - 1;
  const limit = Math.min(text.length, after + MARKUP_REACH);
  for (let i = after; i < limit; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === mark) {
      let end = i;
      while (text[end] === mark) end++;
      if (end - i === run && isClose(text, i, end, mark)) {
        hidden.fill(1, start, after);
        hidden.fill(1, i, end);
        return after - 1;
      }
      i = end - 1;
    }
  }
  return after - 1;
}

const WORD = /[\p{L}\p{N}]/u;

function isOpen(text: string, start: number, after: number, mark: string): boolean {
  if (after >= text.length || SPACE.test(text[after]!)) return false;
  return mark === "*" ? start === 0 || !/\d/.test(text[start - 1]!) : start === 0 || !WORD.test(text[start - 1]!);
}

function isClose(text: string, start: number, end: number, mark: string): boolean {
  if (SPACE.test(text[start - 1]!)) return false;
  return mark === "*" || end >= text.length || !WORD.test(text[end]!);
}

/** Hides the brackets and the target of `[text](target)`, and the whole of `![text](target)`. */
function hideLink(text: string, start: number, hidden: Uint8Array): void {
  const image = text[start] === "!";
  const open = image ? start + 1 : start;
  const close = findClosing(text, open, "[", "]");
  if (close < 0 || text[close + 1] !== "(") return;
  const end = findClosing(text, close + 1, "(", ")");
  if (end < 0) return;
  const target = text.slice(close + 2, end);
  if (!/^(?:<[^<>]*>|\S*)(?:\s+["'(].*["')])?$/s.test(target) || !/[/.#:]|^$/.test(target)) return;
  if (image) hidden.fill(1, start, end + 1);
  else {
    hidden[open] = 1;
    hidden.fill(1, close, end + 1);
  }
}

function findClosing(text: string, at: number, open: string, close: string): number {
  let depth = 0;
  const limit = Math.min(text.length, at + 2 * MARKUP_REACH);
  for (let i = at; i < limit; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}
