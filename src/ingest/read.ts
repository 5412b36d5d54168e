import { type Document, InputError, type Messages, UsageError } from "../core/index.ts";
import { decodeText } from "./decode.ts";
import { DEFAULT_MAX_LENGTH, type DocumentFields, makeDocument, stem } from "./document.ts";
import { findDeclaredEncoding, readHtml } from "./html.ts";
import { readJson, readJsonLine, readJsonLines } from "./json.ts";
import { readMarkdown } from "./markdown.ts";
import { isPdf, readPdf } from "./pdf.ts";
import type { Reader } from "./reader.ts";
import { readText } from "./text.ts";

export const INPUT_FORMATS = ["txt", "md", "html", "json", "jsonl", "pdf"] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

const READERS: Record<Exclude<InputFormat, "pdf">, Reader> = {
  txt: readText,
  md: readMarkdown,
  html: readHtml,
  json: readJson,
  jsonl: readJsonLines,
};

const EXTENSIONS: ReadonlyMap<string, InputFormat> = new Map([
  ["txt", "txt"],
  ["text", "txt"],
  ["md", "md"],
  ["markdown", "md"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["json", "json"],
  ["jsonl", "jsonl"],
  ["ndjson", "jsonl"],
  ["pdf", "pdf"],
]);

/** Extensions, without the dot, of the files that a folder is searched for. */
export const INPUT_EXTENSIONS: readonly string[] = [...EXTENSIONS.keys()];

/** A file as it came, not yet read. */
export interface Source {
  /** The file's name, or what messages should call it. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface ReadOptions {
  /** Default: by the name's extension, else by how the text begins. */
  readonly format?: InputFormat | undefined;
  /** Label of the Encoding Standard for bytes; default: found out. */
  readonly encoding?: string | undefined;
  /** Id of the document; default: the name without folder and extension. */
  readonly id?: string | undefined;
  /** Characters that one document may have. Default {@link DEFAULT_MAX_LENGTH}. */
  readonly maxLength?: number | undefined;
}

/**
 * Reads the documents of one file.
 *
 * What goes wrong in one record becomes a message and the other records are read. What makes the whole file useless is
 * thrown.
 *
 * PDF is known by its first bytes, whatever its name. @throws InputError if the file is binary, is not what its format says, or holds too long a document
 * @example await readDocuments({ name: "a.txt", content: "Berlin backs the plan." }, messages)
 */
export async function readDocuments(
  source: Source,
  messages: Messages,
  options: ReadOptions = {},
): Promise<Document[]> {
  const format = options.format ?? formatOf(source.name);
  if (options.format !== undefined && !INPUT_FORMATS.includes(options.format)) {
    throw new UsageError(`Unknown input format "${options.format}"; expected one of ${INPUT_FORMATS.join(", ")}.`, {
      code: "unknown-format",
    });
  }
  const id = options.id ?? stem(source.name);
  const context = { name: source.name, id, messages };
  if (typeof source.content !== "string" && isPdf(source.content)) {
    return makeDocuments(await readPdf(source.content, context), options.maxLength, messages);
  }
  if (format === "pdf") {
    throw new InputError(`${source.name} is no PDF file: it does not begin as one.`, { code: "broken-pdf" });
  }
  const text =
    typeof source.content === "string"
      ? source.content.replace(/^\uFEFF/, "")
      : await decodeText(
          source.content,
          {
            name: source.name,
            encoding: options.encoding,
            declared: format === "html" ? findDeclaredEncoding(source.content) : undefined,
          },
          messages,
        );
  if (text.trim() === "") {
    messages.add({
      severity: "warning",
      reason: `${source.name} is empty; it was left out.`,
      ruleId: "ingest/empty",
      docId: id,
    });
    return [];
  }
  const fields = await READERS[format ?? guessFormat(text)](text, context);
  return makeDocuments(fields, options.maxLength, messages);
}

/** Reads one line of JSON Lines, for files too big to be held as one string. */
export function readDocumentLine(
  text: string,
  line: number,
  source: Omit<Source, "content">,
  messages: Messages,
  options: ReadOptions = {},
): Document[] {
  const id = options.id ?? stem(source.name);
  return makeDocuments(readJsonLine(text, line, { name: source.name, id, messages }), options.maxLength, messages);
}

function makeDocuments(
  fields: readonly DocumentFields[],
  maxLength = DEFAULT_MAX_LENGTH,
  messages: Messages,
): Document[] {
  if (fields.length === 1) {
    const document = makeDocument(fields[0]!, maxLength, messages);
    return document ? [document] : [];
  }
  return fields.flatMap((one) => {
    try {
      return makeDocument(one, maxLength, messages) ?? [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      messages.add({ severity: "error", reason: error.message, ruleId: `ingest/${error.code}`, docId: one.id });
      return [];
    }
  });
}

/** The format that a file's extension stands for, or undefined. */
export function formatOf(name: string): InputFormat | undefined {
  return EXTENSIONS.get(/\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "");
}

/** How a text without a name begins tells what it is. */
export function guessFormat(text: string): Exclude<InputFormat, "pdf"> {
  const start = text.trimStart();
  if (start.startsWith("[{") || /^\[\s*\{/.test(start)) return "json";
  if (start.startsWith("{")) {
    const newline = start.indexOf("\n");
    try {
      JSON.parse(newline < 0 ? start : start.slice(0, newline));
      return "jsonl";
    } catch {
      return /^\{\s*"/.test(start) ? "json" : "txt";
    }
  }
  if (/^<(?:!doctype\s+html|html|head|body|article)[\s>]/i.test(start)) return "html";
  return /^---[ \t]*\r?\n/.test(text) ? "md" : "txt";
}
