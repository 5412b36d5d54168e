/** A line of text as it stands on a page; `y` grows upwards. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Height of its letters. */
  readonly size: number;
  /** Where it ends. */
  readonly end: number;
}

/**
 * Joins the lines of all pages into paragraphs with a blank line between. A paragraph ends where the next line is further
 * away than lines are, is set larger or smaller, is indented, or follows a short line that ends a sentence. Lines that
 * most pages have at their top or bottom, and page numbers there, are left out.
 */
export function joinPdfLines(pages: readonly (readonly PdfLine[])[]): string {
  const running = findRunning(pages);
  const paragraphs: string[] = [];
  let paragraph = "";
  let last: PdfLine | undefined;
  const end = (): void => {
    const text = paragraph.replace(/[\s\u00a0]+/g, " ").trim();
    if (text) paragraphs.push(text);
    paragraph = "";
  };
  for (const page of pages) {
    const lines = page.filter(
      (line, i) => !(isMargin(i, page.length) && running.has(form(line.text))) && !isNumber(line, i, page.length),
    );
    const step = lineStep(lines);
    const [left, right] = [Math.min(...lines.map(({ x }) => x)), Math.max(...lines.map((line) => line.end))];
    lines.forEach((line, i) => {
      if (last && startsParagraph(last, line, { first: i === 0, step, left, width: right - left })) end();
      paragraph = joinLines(paragraph, line.text);
      last = line;
    });
  }
  end();
  return paragraphs.join("\n\n");
}

interface PageShape {
  /** The line is the first of its page, so its distance says nothing. */
  readonly first: boolean;
  /** Usual distance from line to line. */
  readonly step: number;
  readonly left: number;
  readonly width: number;
}

function startsParagraph(last: PdfLine, line: PdfLine, { first, step, left, width }: PageShape): boolean {
  const ended = /[.!?…:]["'”’)\]]*\s*$/.test(last.text);
  if (Math.abs(line.size - last.size) > 0.15 * last.size) return true;
  if (first) return ended && last.end - last.x < 0.85 * width;
  const distance = last.y - line.y;
  // Upwards: a new column.
  if (distance < 0) return ended && last.end - last.x < 0.4 * width;
  if (distance > 1.35 * step) return true;
  if (line.x > left + 0.8 * line.size && line.x < left + 4 * line.size && last.x < line.x - 0.5 * line.size)
    return true;
  return ended && last.end < left + 0.75 * width && line.x <= last.x + 1;
}

/** "exam-" and "ple" are one word; "US-" and "China" keep their hyphen, and so does a dash between blanks. */
function joinLines(paragraph: string, line: string): string {
  const [before, after] = [paragraph.trimEnd(), line.trimStart()];
  if (before === "") return after;
  if (/\p{L}\u00ad$/u.test(before)) return before.slice(0, -1) + after;
  if (/\p{Ll}{2}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after;
  return /[-\u2010]$/.test(before) && !/\s[-\u2010]$/.test(before) ? before + after : `${before} ${after}`;
}

/** The commonest distance between neighbouring lines. */
function lineStep(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (let i = 1; i < lines.length; i++) {
    const distance = Math.round((lines[i - 1]!.y - lines[i]!.y) * 2) / 2;
    if (distance > 1) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  const [common] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  return common ?? 1.2 * (lines[0]?.size ?? 10);
}

const isMargin = (index: number, count: number): boolean => index < 2 || index >= count - 2;

/** A line as running heads are compared: page numbers differ. */
const form = (text: string): string => text.trim().replace(/\d+/g, "#");

/** What stands at the top or bottom of at least three pages, and of half of them. */
function findRunning(pages: readonly (readonly PdfLine[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const margin = page.filter((_, i) => isMargin(i, page.length));
    for (const text of new Set(margin.map((line) => form(line.text)))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const least = Math.max(3, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([text]) => text));
}

function isNumber({ text }: PdfLine, index: number, count: number): boolean {
  return count > 1 && isMargin(index, count) && /^(?:page\s+)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?$/i.test(text.trim());
}
