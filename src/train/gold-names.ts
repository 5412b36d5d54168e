import type { EntityType, Name, Span } from "../core/index.ts";
import type { GoldEntity } from "./gold-graphs.ts";

/** A place where a text has a name that the gold graph lists. */
export interface NameOccurrence extends Span {
  /** The types of all gold entities that carry the name. */
  readonly types: readonly EntityType[];
}

/**
 * Finds where a text has the names and aliases of gold entities: whole words, case as listed, and of names that
 * overlap the first, then the longest.
 */
export function findGoldNames(text: string, entities: readonly GoldEntity[]): NameOccurrence[] {
  const typesOf = new Map<string, EntityType[]>();
  for (const { name, aliases = [], type, alsoType } of entities) {
    for (const form of [name, ...aliases].map(normalise).filter((form) => form !== "")) {
      typesOf.set(form, [...(typesOf.get(form) ?? []), type, ...(alsoType ? [alsoType] : [])]);
    }
  }
  if (typesOf.size === 0) return [];
  const longestFirst = [...typesOf.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(toPattern).join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    types: typesOf.get(normalise(found))!,
  }));
}

/** One blank between words, and no article, which our names leave out. */
function normalise(form: string): string {
  return form
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^[Tt]he /, "");
}

/** The form itself, with any white space between its words. */
function toPattern(form: string): string {
  return form
    .split(" ")
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("\\s+");
}

/** Whether a found name is this occurrence: the same span, and one of its types; an adjective stands for what it means. */
export function isOccurrence(name: Name, { start, end, types }: NameOccurrence): boolean {
  if (name.start !== start || name.end !== end) return false;
  return name.type === "demonym" ? true : types.includes(name.type);
}
