import type { Span } from "../../../core/index.ts";
import { type Line, readLines } from "./lines.ts";

/** Lines that belong together, before their kind is known. */
export interface Paragraph {
  readonly pieces: Span[];
  /** The pieces' text, joined by blanks. */
  text: string;
  readonly isHeading: boolean;
  readonly isItem: boolean;
}

const FINAL = /[.?!…:;][)\]"'”’*_»]*$/;
const LOWER = /^["'“‘([*_]*\p{Ll}/u;
/** A line longer than this was not broken by hand. */
const WIDEST_COLUMN = 200;

/** Joins lines into paragraphs: a blank line parts them, and so does a line that ends early although more would have fitted. */
export function findParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    for (const part of joinLines(lines)) paragraphs.push(part);
    lines = [];
  };
  for (const line of readLines(text)) {
    if (line.kind === "blank" || line.kind === "rule") flush();
    else if (line.kind === "underline") {
      const isSetext = lines.length === 1 && lines[0]!.kind === "text" && lines[0]!.text.length < 120;
      if (isSetext) lines = [{ ...lines[0]!, kind: "heading" }];
      flush();
    } else {
      const last = lines.at(-1);
      if (line.kind !== "text" || last?.kind === "heading" || (last && last.quoted !== line.quoted)) flush();
      lines.push(line);
      if (line.kind === "heading") flush();
    }
  }
  flush();
  return paragraphs;
}

function* joinLines(lines: readonly Line[]): Generator<Paragraph> {
  if (lines.length === 0) return;
  const width = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  let current = startParagraph(lines[0]!);
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (goesOn(lines[i - 1]!.text, line.text, width)) {
      current.pieces.push({ start: line.start, end: line.end });
      current.text += ` ${line.text}`;
    } else {
      yield current;
      current = startParagraph(line);
    }
  }
  yield current;
}

function startParagraph(line: Line): Paragraph {
  return {
    pieces: [{ start: line.start, end: line.end }],
    text: line.text,
    isHeading: line.kind === "heading",
    isItem: line.kind === "item",
  };
}

/** Whether a line goes on in the next: it was full, or what follows cannot start anything. */
function goesOn(line: string, next: string, width: number): boolean {
  if (LOWER.test(next)) return !FINAL.test(line) || line.length > 0.5 * width;
  if (width > WIDEST_COLUMN) return false;
  const word = next.indexOf(" ") < 0 ? next.length : next.indexOf(" ");
  return line.length + 1 + word > width && line.length > 0.5 * width && line.length >= 30;
}

const CLOSED = /[.?!…:;][)\]"'”’*_»\d[]*$/;
const UNFINISHED =
  /(?:[,(–—-]|\b(?:the|a|an|of|to|in|on|at|by|for|from|with|and|or|but|nor|that|which|who|whose|as|than|into|over|about|between|against|under|his|her|its|their|our|is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|must|not|no))$/;

/**
 * Whether a paragraph goes on in another after a page break: it stops within a sentence, and the other starts in lower
 * case, or the first stops where no sentence can.
 */
export function continues(first: string, second: string): boolean {
  const words = first.split(/\s+/, 6).length;
  if (first.length < 40 || words < 6 || CLOSED.test(first)) return false;
  return LOWER.test(second) || UNFINISHED.test(first);
}
