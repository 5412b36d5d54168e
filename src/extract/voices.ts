import type { Document, Voice } from "../core/index.ts";

/** Longer than any newspaper's name or byline of one person. */
const MAX_NAME = 100;
/** What programs write where they know no name. */
const NO_NAME = /^(?:null|none|nil|undefined|nan|n\/?a|unknown|untitled|anonymous|anon|admin|guest|author|publisher)$/i;
/** Bylines of a body, not of a person. */
const BODY =
  /\b(?:editors?|editorial|board|staff|desk|team|news|newsroom|press|agency|agencies|wires?|services?|reporters?|correspondents?|contributors?|department|associated|reuters|times|post|journal|media|network|service|the)\b/i;

/**
 * Who holds what the document says in its own voice: the author, where it names one person and speaks as "I", else the
 * publisher; undefined where it names neither. Metadata come from anywhere, so what is no name is none: "null", "N/A",
 * a line without letters, or more than a hundred characters.
 */
export function findVoice({ publisher, author }: Pick<Document, "publisher" | "author">, speaksAsI: boolean) {
  const person = speaksAsI ? readPerson(author) : undefined;
  if (person !== undefined) return { role: "author", name: person } satisfies Voice;
  const name = readName(publisher);
  return name === undefined ? undefined : ({ role: "publisher", name } satisfies Voice);
}

function readName(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const name = value.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return name.length > MAX_NAME || NO_NAME.test(name) || !/\p{L}/u.test(name) ? undefined : name;
}

/** "By Jane Roe, Staff Writer" → "Jane Roe". Several people, a newsroom or one bare word are nobody. */
function readPerson(value: unknown): string | undefined {
  const byline = readName(value)?.replace(/^by\s+/i, "");
  const [name, ...rest] = byline?.split(/\s*[,|•·]\s*/) ?? [];
  if (!name || rest.some((part) => isFullName(part) && !BODY.test(part))) return undefined;
  return isFullName(name) && !BODY.test(name) ? toTitleCase(name) : undefined;
}

function isFullName(name: string): boolean {
  const words = name.split(" ");
  if (words.length < 2 || words.length > 5 || /[\d@/<>{}]/.test(name)) return false;
  return words.every((word) =>
    /^(?:\p{Lu}[\p{L}.'’-]*|de|del|della|di|da|van|von|der|den|al|el|bin|ibn|la|le|y)$/u.test(word),
  );
}

/** Bylines are often in capitals: "JANE ROE" → "Jane Roe". */
function toTitleCase(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name.replace(/\p{L}{3,}|\p{L}+(?=[\s-]|$)/gu, (word) => word[0] + word.slice(1).toLowerCase());
}
