import { parseDate } from "./date.ts";

/** What the first lines of a plain text say about it. */
export interface Heading {
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
}

/** Headline, byline and date stand in the first lines or nowhere. */
const MAX_LINES = 8;
const MAX_TITLE = 200;
const MAX_LINE = 160;
const PARTICLES = new Set([
  "de",
  "del",
  "della",
  "di",
  "da",
  "dos",
  "van",
  "von",
  "der",
  "den",
  "al",
  "el",
  "bin",
  "ibn",
  "la",
  "le",
  "and",
  "y",
]);
const BYLINE = /^(?:written\s+)?by[:\s]\s*(?=\S)/i;
const DATELINE =
  /^[\p{Lu}][\p{L} .'’/-]{1,40}(?:, [\p{L} .]{2,30})?, ([A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})\b/u;

interface Line {
  readonly text: string;
  /** A blank line follows, or the end. */
  readonly blankAfter: boolean;
}

/**
 * Finds the headline, the byline and the date at the top of a plain text, where a newspaper's text as people copy it has
 * them. The text itself is left alone. What is not plainly there stays undefined: a wrong title is worse than none.
 */
export function findHeading(text: string): Heading {
  const lines = firstLines(text);
  if (lines.length === 0) return {};
  const { title, next } = findTitle(lines);
  let author: string | undefined;
  let date: string | undefined;
  for (let i = next; i < lines.length && i < next + 5; i++) {
    const line = lines[i]!.text;
    if (line.length > MAX_LINE) {
      date ??= parseDate(DATELINE.exec(line)?.[1] ?? "");
      break;
    }
    const parts = line.split(/\s*[|•·]\s*|\s+[–—-]\s+/).filter(Boolean);
    const partDate = parts.map((part) => parseDate(part) ?? dateAfterComma(part)).find(Boolean);
    date ??= partDate;
    if (author === undefined) {
      const name = parts.find((part) => BYLINE.test(part));
      if (name !== undefined) author = cleanByline(name);
      else if (isBareName(parts[0]!) && (partDate ?? parseDate(lines[i + 1]?.text ?? ""))) author = parts[0];
      else if (partDate === undefined) break;
    } else if (partDate === undefined) break;
  }
  return {
    ...(title !== undefined && { title }),
    ...(author && { author }),
    ...(date !== undefined && { date }),
  };
}

function firstLines(text: string): Line[] {
  const raw = text.slice(0, 6000).split(/\r\n|[\n\r\u2028\u2029]/);
  const lines: Line[] = [];
  for (let i = 0; i < raw.length && lines.length < MAX_LINES; i++) {
    const line = raw[i]!.trim();
    if (line) lines.push({ text: line, blankAfter: !raw[i + 1]?.trim() });
  }
  return lines;
}

function findTitle(lines: readonly Line[]): { title?: string; next: number } {
  const first = lines[0]!;
  const second = lines[1];
  if (BYLINE.test(first.text) || parseDate(first.text)) return { next: 0 };
  const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(first.text);
  if (heading) return { title: cleanTitle(heading[1]!), next: 1 };
  if (!second || !looksLikeTitle(first.text)) return { next: 0 };
  const frontFollows = BYLINE.test(second.text) || parseDate(second.text) !== undefined || isBareName(second.text);
  if (first.blankAfter || frontFollows) return { title: cleanTitle(first.text), next: 1 };
  const wrapped = `${first.text} ${second.text}`;
  if (second.blankAfter && lines.length > 2 && looksLikeTitle(wrapped)) return { title: cleanTitle(wrapped), next: 2 };
  return { next: 0 };
}

/** Short, starts like one, and does not end as a sentence of the text would. */
function looksLikeTitle(line: string): boolean {
  if (line.length > MAX_TITLE || line.split(/\s+/).length > 30) return false;
  if (!/^[\p{Lu}\p{N}"'“‘#*_«(]/u.test(line)) return false;
  return !/[.;,:]["'”’)*_]*$/.test(line) || /\b(?:\p{Lu}\.){2,}$/u.test(line);
}

function cleanTitle(line: string): string {
  return line.replace(/^\*\*(.+)\*\*$|^__(.+)__$/, "$1$2").replace(/\*([^*]+)\*/g, "$1");
}

function isBareName(line: string): boolean {
  const words = line.split(/[\s,]+/).filter(Boolean);
  if (words.length < 2 || words.length > 8 || line.length > 70) return false;
  return words.every((word) => PARTICLES.has(word.toLowerCase()) || /^\p{Lu}[\p{L}.'’-]*$/u.test(word));
}

/** "By Jane Roe in Berlin, Staff Writer" → "Jane Roe". */
function cleanByline(part: string): string {
  const name = part
    .replace(BYLINE, "")
    .replace(/,\s+(?=\d|[\p{L}\s]*\b(?:writer|correspondent|reporter|editor|staff|contributor|press|news)\b).*$/iu, "")
    .replace(/,?\s+(?:in|for|at|of)\s+\p{Lu}.*$/u, "")
    .replace(/,\s+\p{Lu}\p{L}+\.? \d{1,2}.*$/u, "")
    .replace(/[.,;]+$/, "")
    .trim();
  return name.length <= 100 ? name : "";
}

function dateAfterComma(part: string): string | undefined {
  for (let at = part.indexOf(", "); at >= 0; at = part.indexOf(", ", at + 1)) {
    const date = parseDate(part.slice(at + 2));
    // A year alone after a comma ends many a headline.
    if (date !== undefined && date.length > 4) return date;
  }
  return undefined;
}
