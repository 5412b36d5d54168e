import type { Span } from "../../../core/index.ts";

/** A line of the source, without what marks it up. */
export interface Line extends Span {
  /** The line's text from `start` to `end`. */
  readonly text: string;
  readonly kind: "text" | "blank" | "rule" | "heading" | "item" | "underline";
  /** How deep it is quoted (`>`). */
  readonly quoted: number;
}

const BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
const QUOTE = /^(?:[ \t]{0,3}>[ \t]?)+/;
const HEADING = /^[ \t]{0,3}#{1,6}(?=[ \t]+\S)[ \t]+/;
const BULLET = /^[ \t]*[-*+•‣◦▪●·][ \t]+(?=\S)/;
const NUMBER = /^[ \t]*(?=(?:\d{1,3}|[a-zA-Z])[.)][ \t]+\S)/;
const RULE = /^[ \t]*(?:(?:[-*_=~#+.•·][ \t]*){3,}|\|[\s|:-]+\||`{3,}.*|~{3,}.*)$/;

/** Cuts a text into lines. A form feed ends a line, as a page does. */
export function* readLines(text: string): Generator<Line> {
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    yield readLine(text, start, match.index);
    if (match[0] === "\f") yield { start: match.index, end: match.index, text: "", kind: "blank", quoted: 0 };
    start = match.index + match[0].length;
  }
  yield readLine(text, start, text.length);
}

function readLine(text: string, from: number, to: number): Line {
  // Marks stand at the edge: a line of megabytes needs no look further in.
  const head = text.slice(from, Math.min(to, from + 200));
  const quote = QUOTE.exec(head)?.[0] ?? "";
  const rest = head.slice(quote.length);
  const whole = to - from <= 200;
  let start = from + quote.length;
  let kind: Line["kind"] = "text";
  if (whole && RULE.test(rest)) kind = /^[ \t]*(?:={3,}|-{3,})[ \t]*$/.test(rest) ? "underline" : "rule";
  else {
    const heading = HEADING.exec(rest);
    const bullet = BULLET.exec(rest);
    if (heading) {
      kind = "heading";
      start += heading[0].length;
    } else if (bullet) {
      kind = "item";
      start += bullet[0].length;
    } else if (NUMBER.test(rest)) kind = "item";
  }
  let end = to;
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  if (kind === "heading") {
    let trimmed = end;
    while (trimmed > start && text[trimmed - 1] === "#") trimmed--;
    if (trimmed < end && isBlank(text, trimmed - 1)) end = trimmed;
    while (end > start && isBlank(text, end - 1)) end--;
  }
  if (start >= end) kind = "blank";
  return { start, end, text: text.slice(start, end), kind, quoted: quote.split(">").length - 1 };
}

function isBlank(text: string, at: number): boolean {
  return /[\s\u0085\u200b\ufeff]/.test(text[at]!);
}
