import { findHeading } from "./heading.ts";
import type { Reader } from "./reader.ts";

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Front matter is a few lines; more is a text that begins with a rule. */
const MAX_FRONT_MATTER = 20_000;

/**
 * Reads Markdown with YAML front matter (`title`, `date`, `publisher`, `author`, `url`, `id`). What follows the front
 * matter is the text, its markup included. Front matter that is no YAML is left out, with a message.
 */
export const readMarkdown: Reader = async (text, { id, name, messages }) => {
  const match = FRONT_MATTER.exec(text.slice(0, MAX_FRONT_MATTER));
  if (!match) return [{ id, text, ...findHeading(text) }];
  const body = text.slice(match[0].length).replace(/^(?:[ \t]*\r?\n)+/, "");
  let fields: Record<string, unknown> = {};
  try {
    const { parse } = await import("yaml");
    const value: unknown = parse(match[1] ?? "", { maxAliasCount: 10, schema: "core", logLevel: "error" });
    if (typeof value === "object" && value !== null && !Array.isArray(value)) fields = value as Record<string, unknown>;
    else if (value !== null) throw new Error("it holds no fields");
  } catch (error) {
    messages.add({
      severity: "warning",
      reason: `${name}: the front matter is not YAML (${(error as Error).message.split("\n")[0]}). It was left out; the text was read.`,
      ruleId: "ingest/front-matter",
      docId: id,
    });
  }
  const found = findHeading(body);
  return [
    {
      id: typeof fields.id === "string" && fields.id.trim() ? fields.id : id,
      text: body,
      title: fields.title ?? found.title,
      date: fields.date ?? fields.published ?? found.date,
      publisher: fields.publisher ?? fields.source,
      author: fields.author ?? fields.authors ?? found.author,
      url: fields.url ?? fields.link,
    },
  ];
};
