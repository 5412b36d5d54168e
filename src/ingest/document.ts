import { type Document, InputError, type Messages } from "../core/index.ts";
import { parseDate } from "./date.ts";

/** What a format's reader found, before it is cleaned. */
export interface DocumentFields {
  readonly id: string;
  readonly text: string;
  readonly title?: unknown;
  readonly date?: unknown;
  readonly publisher?: unknown;
  readonly author?: unknown;
  readonly url?: unknown;
}

/** A document of more characters than this (a million words and a bit) is taken for a mistake. */
export const DEFAULT_MAX_LENGTH = 2_000_000;

/**
 * Makes a Document of what a reader found. The text keeps its length: only a lone surrogate, which no file can hold,
 * becomes U+FFFD, so that offsets still fit after the text went through a file. Fields are trimmed; a date that cannot
 * be read and an address that is not http(s) are dropped, with a message.
 *
 * @returns undefined, with the warning `ingest/empty`, where there is no text
 * @throws InputError `too-long`
 */
export function makeDocument(fields: DocumentFields, maxLength: number, messages: Messages): Document | undefined {
  const id = cleanId(fields.id);
  const warn = (rule: string, reason: string): void =>
    messages.add({ severity: "warning", reason, ruleId: `ingest/${rule}`, docId: id });
  const text = wellFormed(fields.text);
  if (text !== fields.text)
    warn("lone-surrogate", `"${id}" holds half a character (a lone surrogate); it was read as U+FFFD.`);
  if (text.trim() === "") {
    warn("empty", `"${id}" has no text; it was left out.`);
    return undefined;
  }
  if (text.length > maxLength) {
    throw new InputError(
      `"${id}" has ${text.length.toLocaleString("en")} characters, more than the ${maxLength.toLocaleString("en")} that one document may have. Split it into its articles.`,
      { code: "too-long" },
    );
  }
  if (text.includes("\0")) warn("control-characters", `"${id}" holds NUL characters; they were kept.`);

  const title = cleanField(fields.title);
  const publisher = cleanField(fields.publisher);
  const author = cleanField(fields.author);
  const written = cleanField(fields.date);
  const date = written === undefined ? undefined : parseDate(written);
  if (written !== undefined && date === undefined) {
    warn(
      "unknown-date",
      `"${id}": cannot read the date "${written.slice(0, 80)}"; expected YYYY-MM-DD or "23 February 2019".`,
    );
  }
  const address = cleanField(fields.url);
  const url = address !== undefined && /^https?:\/\/[^\s<>"]+$/i.test(address) ? address : undefined;
  if (address !== undefined && url === undefined) {
    warn("unknown-url", `"${id}": "${address.slice(0, 80)}" is no http(s) address; it was dropped.`);
  }
  return {
    id,
    text,
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(publisher !== undefined && { publisher }),
    ...(author !== undefined && { author }),
    ...(url !== undefined && { url }),
  };
}

/** Replaces lone surrogates by U+FFFD; the length stays. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** The file's name without folder and extension. */
export function stem(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const dot = base.lastIndexOf(".");
  return dot > 0 ? base.slice(0, dot) : base;
}

function cleanId(id: string): string {
  // Ids become keys of plain objects in the graph file.
  if (id === "__proto__") return "proto";
  return (
    wellFormed(id)
      .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
      .trim()
      .slice(0, 500) || "document"
  );
}

/** A string on one line; a list of people or outlets joined; undefined for nothing or for what is no text. */
function cleanField(value: unknown): string | undefined {
  if (Array.isArray(value)) return cleanField(value.map(cleanField).filter(Boolean).join(", "));
  if (typeof value === "number") return String(value);
  if (typeof value === "object" && value !== null && "name" in value) return cleanField(value.name);
  if (typeof value !== "string") return undefined;
  return (
    wellFormed(value)
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim()
      .slice(0, 1000) || undefined
  );
}
