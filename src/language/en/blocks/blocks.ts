import { type Block, type Component, hull, type Span } from "../../../core/index.ts";
import { blockKind, datelineLength, isBoilerplate, leadingDateLength } from "./kinds.ts";
import { continues, findParagraphs, type Paragraph } from "./paragraphs.ts";

/** A longer block is cut, at the end of a sentence if there is one: what reads a block may hold all of it at once. */
export const LONGEST_BLOCK = 20_000;
/** How many lines of furniture may stand between the two halves of a cut sentence. */
const FURNITURE = 3;

/** Finds the blocks of a text: title, byline, date, headings, paragraphs and boilerplate, in text order. */
export function findBlocks(text: string, title?: string): Block[] {
  const paragraphs = findParagraphs(text);
  const kinds: Block["kind"][] = [];
  let hasTitle = false;
  for (let index = 0; index < paragraphs.length; index++) {
    const { text: content, isHeading, isItem } = paragraphs[index]!;
    const isLast = index === paragraphs.length - 1;
    const kind: Block["kind"] =
      !isHeading && goesOnLater(paragraphs, index)
        ? "paragraph"
        : blockKind(content, { index, isLast, isHeading, isItem, title, hasTitle });
    hasTitle ||= kind === "title" || title !== undefined;
    kinds.push(kind);
  }
  const blocks: Block[] = [];
  const taken = new Set<number>();
  for (let index = 0; index < paragraphs.length; index++) {
    if (taken.has(index)) continue;
    const pieces = [...paragraphs[index]!.pieces];
    if (kinds[index] === "paragraph") {
      let last = index;
      for (let next = findRest(paragraphs, kinds, last); next >= 0; next = findRest(paragraphs, kinds, last)) {
        pieces.push(...paragraphs[next]!.pieces);
        // What stands between the halves is furniture; it would break the order of the text.
        for (let between = last + 1; between <= next; between++) taken.add(between);
        last = next;
      }
    }
    pushBlocks(blocks, text, kinds[index]!, pieces);
  }
  return blocks;
}

function goesOnLater(paragraphs: readonly Paragraph[], index: number): boolean {
  for (let next = index + 1; next < paragraphs.length && next <= index + 1 + FURNITURE; next++) {
    if (!isBoilerplate(paragraphs[next]!.text)) return continues(paragraphs[index]!.text, paragraphs[next]!.text);
  }
  return false;
}

/** Index of the paragraph in which the given one goes on, or -1. */
function findRest(paragraphs: readonly Paragraph[], kinds: readonly Block["kind"][], index: number): number {
  for (let next = index + 1; next < paragraphs.length && next <= index + 1 + FURNITURE; next++) {
    if (kinds[next] === "boilerplate") continue;
    const isText = kinds[next] === "paragraph" || kinds[next] === "heading";
    const { text, isItem, isHeading } = paragraphs[next]!;
    return isText && !isItem && !isHeading && continues(paragraphs[index]!.text, text) ? next : -1;
  }
  return -1;
}

function pushBlocks(blocks: Block[], text: string, kind: Block["kind"], pieces: Span[]): void {
  if (kind === "paragraph") {
    const first = pieces[0]!;
    const head = text.slice(first.start, Math.min(first.end, first.start + 200));
    const length = datelineLength(head) || (blocks.length <= FURNITURE ? leadingDateLength(head) : 0);
    if (length > 0 && length < first.end - first.start) {
      let end = first.start + length;
      while (/\s/.test(text[end - 1]!)) end--;
      blocks.push({ kind: "dateline", start: first.start, end, pieces: [{ start: first.start, end }] });
      pieces[0] = { start: first.start + length, end: first.end };
    }
  }
  let group: Span[] = [];
  let size = 0;
  const flush = (): void => {
    if (group.length > 0) blocks.push({ kind, ...hull(group), pieces: group });
    group = [];
    size = 0;
  };
  for (const piece of pieces) {
    for (const part of cutPiece(text, piece)) {
      if (size + part.end - part.start > LONGEST_BLOCK) flush();
      group.push(part);
      size += part.end - part.start;
    }
  }
  flush();
}

function* cutPiece(text: string, piece: Span): Generator<Span> {
  let { start } = piece;
  while (piece.end - start > LONGEST_BLOCK) {
    const window = text.slice(start, start + LONGEST_BLOCK);
    const sentence = window.lastIndexOf(". ") + 1;
    const blank = Math.max(window.lastIndexOf(" "), window.lastIndexOf("\t"));
    let length = sentence > LONGEST_BLOCK / 2 ? sentence : blank > 0 ? blank : LONGEST_BLOCK;
    if (/[\ud800-\udbff]/.test(window[length - 1]!)) length--; // never between the halves of a character
    yield { start, end: start + length };
    start += length;
    while (start < piece.end && /\s/.test(text[start]!)) start++;
  }
  if (start < piece.end) yield { start, end: piece.end };
}

/** Makes the component that finds the blocks of a document. It reads plain text and Markdown. */
export function createEnglishBlocker(): Component<never, "blocks"> {
  return {
    name: "en.blocks",
    requires: [],
    assigns: ["blocks"],
    run: (doc) => ({ blocks: findBlocks(doc.text, doc.title) }),
  };
}
