import { InputError } from "../core/index.ts";
import type { DocumentFields } from "./document.ts";
import { findHeading } from "./heading.ts";
import { joinPdfLines, type PdfLine } from "./pdf-lines.ts";
import type { ReaderContext } from "./reader.ts";

/** Pages beyond this are no article and no report; the file is refused. */
export const MAX_PDF_PAGES = 1000;

const MAGIC = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** Whether the bytes begin as PDF files do. */
export function isPdf(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/**
 * Reads the text of a PDF file (pdf.js): lines joined into paragraphs, words divided at a line's end put together, running
 * heads and page numbers left out. Pictures of text are not read. Title and author come from the first lines, then from
 * the file's own properties. No script in the file runs and nothing is fetched.
 *
 * @throws InputError `locked` for a file with a password, `no-text` for a scan, `broken-pdf`, `too-many-pages`
 */
export async function readPdf(bytes: Uint8Array, { id, name }: ReaderContext): Promise<readonly DocumentFields[]> {
  const { getDocumentProxy } = await import("unpdf");
  let pages: PdfLine[][];
  let properties: Record<string, unknown>;
  try {
    // pdf.js takes the bytes it is given away from their owner.
    const pdf = await getDocumentProxy(bytes.slice(), { isEvalSupported: false, verbosity: 0 });
    if (pdf.numPages > MAX_PDF_PAGES) {
      throw new InputError(
        `${name} has ${pdf.numPages.toLocaleString("en")} pages, more than the ${MAX_PDF_PAGES.toLocaleString("en")} that are read. Split it.`,
        { code: "too-many-pages" },
      );
    }
    try {
      pages = [];
      for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number));
      properties = ((await pdf.getMetadata()).info ?? {}) as Record<string, unknown>;
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw explain(error, name);
  }
  const text = joinPdfLines(pages);
  if (text === "") {
    throw new InputError(`${name} holds no text, only pictures of it. Run it through OCR first, and bring the text.`, {
      code: "no-text",
    });
  }
  const found = findHeading(text);
  const title =
    typeof properties.Title === "string" && !/\.\w{2,5}$|^untitled/i.test(properties.Title) && properties.Title;
  return [
    {
      id,
      text,
      title: found.title ?? (title || undefined),
      date: found.date,
      author: found.author ?? (properties.Author || undefined),
    },
  ];
}

type Proxy = Awaited<ReturnType<typeof import("unpdf").getDocumentProxy>>;

async function readPage(pdf: Proxy, number: number): Promise<PdfLine[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const lines: PdfLine[] = [];
  let line: { text: string; x: number; y: number; size: number; end: number } | undefined;
  for (const item of items) {
    if (!("str" in item)) continue;
    const [, , , scale = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.abs(scale) || item.height || 10;
    const here = line && Math.abs(y - line.y) < 0.4 * Math.max(size, line.size) && x > line.x - 1;
    if (line && !here) {
      lines.push(line);
      line = undefined;
    }
    if (item.str !== "") {
      if (!line) line = { text: item.str, x, y, size, end: x + item.width };
      else {
        // Some files draw word by word and leave the blanks to the eye.
        const gap = x - line.end > 0.15 * size && !/\s$/.test(line.text) && !/^\s/.test(item.str) ? " " : "";
        line = { ...line, text: line.text + gap + item.str, end: x + item.width, size: Math.max(line.size, size) };
      }
    }
    if (item.hasEOL && line) {
      lines.push(line);
      line = undefined;
    }
  }
  if (line) lines.push(line);
  page.cleanup();
  return lines.filter(({ text }) => text.trim() !== "");
}

function explain(error: unknown, name: string): InputError {
  const { name: kind, message } = error as Error;
  if (kind === "PasswordException") {
    return new InputError(`${name} is locked with a password. Save a copy without one first.`, {
      code: "locked",
      cause: error,
    });
  }
  return new InputError(`${name} cannot be read as PDF: ${message}`, { code: "broken-pdf", cause: error });
}
