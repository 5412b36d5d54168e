import type { Span } from "../core/index.ts";
import type { Tree } from "../language/index.ts";

/** The tokens' forms joined by blanks; hyphens, dots and apostrophes keep touching as they do in the text. */
export function readForms(tree: Tree, first: number, end: number): string {
  const { tokens } = tree.doc;
  let text = "";
  for (let t = first; t < end; t++) {
    if (t > first && tokens[t]!.start > tokens[t - 1]!.end) text += " ";
    text += tokens[t]!.form;
  }
  return text;
}

/** First token of the span whose head lies outside it. */
export function headOf(tree: Tree, first: number, end: number): number {
  for (let t = first; t < end; t++) {
    const head = tree.head(t);
    if ((head < first || head >= end) && tree.pos(t) !== "PUNCT") return t;
  }
  return end - 1;
}

/** Index of the first token that starts at or after the offset. */
export function firstTokenAt(tokens: readonly Span[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
