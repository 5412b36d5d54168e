import { InputError } from "../core/index.ts";
import type { DocumentFields } from "./document.ts";
import type { Reader, ReaderContext } from "./reader.ts";

/** Reads one document, a list of documents, or an object whose `documents` is such a list. */
export const readJson: Reader = (text, context) => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${context.name} is not JSON: ${(error as Error).message}`, { code: "invalid-json" });
  }
  const list = Array.isArray(value)
    ? value
    : isRecord(value) && Array.isArray(value.documents)
      ? value.documents
      : undefined;
  if (!list) return [toFields(value, context.id, context.name)];
  return list.flatMap((item: unknown, index) => {
    try {
      return [toFields(item, `${context.id}-${index + 1}`, `${context.name}, item ${index + 1}`)];
    } catch (error) {
      return skip(error, context);
    }
  });
};

/** Reads JSON Lines: a document a line. A line that is none becomes a message; the others are read. */
export const readJsonLines: Reader = (text, context) => {
  const found: DocumentFields[] = [];
  let line = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    line++;
    found.push(...readJsonLine(text.slice(start, end), line, context));
    start = end + 1;
  }
  return found;
};

/** One line of JSON Lines, counted from 1. Blank lines give nothing. */
export function readJsonLine(text: string, line: number, context: ReaderContext): readonly DocumentFields[] {
  const record = text.trim();
  if (record === "") return [];
  const place = `${context.name}:${line}`;
  try {
    let value: unknown;
    try {
      value = JSON.parse(record);
    } catch (error) {
      throw new InputError(`${place} is not JSON: ${(error as Error).message}`, { code: "invalid-json" });
    }
    return [toFields(value, `${context.id}-${line}`, place)];
  } catch (error) {
    return skip(error, context);
  }
}

function toFields(value: unknown, id: string, place: string): DocumentFields {
  if (!isRecord(value) || typeof value.text !== "string") {
    throw new InputError(`${place}: expected an object with a string "text"; found ${describe(value)}.`, {
      code: "no-text",
    });
  }
  const given = typeof value.id === "number" ? String(value.id) : value.id;
  return {
    id: typeof given === "string" && given.trim() ? given : id,
    text: value.text,
    title: value.title,
    date: value.date,
    publisher: value.publisher,
    author: value.author,
    url: value.url,
  };
}

function skip(error: unknown, { messages }: ReaderContext): [] {
  if (!(error instanceof InputError)) throw error;
  messages.add({ severity: "error", reason: error.message, ruleId: "ingest/bad-record" });
  return [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (isRecord(value)) return `the fields ${Object.keys(value).slice(0, 8).join(", ") || "(none)"}`;
  return Array.isArray(value) ? "a list" : value === null ? "null" : `a ${typeof value}`;
}
