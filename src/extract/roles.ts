import type { EntityType, Gender } from "../core/index.ts";

/** What a common noun says of the thing it names. */
export interface Role {
  readonly type: EntityType;
  readonly gender: Gender;
  /** Whether it speaks for the country or organization in its modifiers: "a German official" does, "a German tourist" does not. */
  readonly speaks: boolean;
  /**
   * Of an organization: "company", "media", "court" …; of a person `epithet`, where news uses the noun in place of a name
   * just given ("the senator"); empty where the noun tells neither.
   */
  readonly kind: string;
}

/** Common nouns that act or are acted on. */
export interface Roles {
  /** By lemma in lower case ("official", "troops"), or by the last part of a compound ("vice-president"). */
  get(lemma: string): Role | undefined;
}

const GENDERS: ReadonlySet<string> = new Set(["female", "male"]);

/** Reads the bytes of `data/lexicon/roles.tsv`. */
export function loadRoles(bytes: Uint8Array): Roles {
  return parseRoles(new TextDecoder().decode(bytes));
}

/** Reads a table with the columns noun, type, gender, `speaks`, kind; the last three may be empty. Lines with `#` are comments. */
export function parseRoles(table: string): Roles {
  const roles = new Map<string, Role>();
  for (const line of table.split("\n")) {
    if (line.startsWith("#") || line.trim() === "") continue;
    const [noun, type, gender = "", speaks = "", kind = ""] = line.split("\t");
    roles.set(noun!, {
      type: type as EntityType,
      gender: GENDERS.has(gender) ? (gender as Gender) : type === "person" || type === "group" ? "unknown" : "neuter",
      speaks: speaks === "speaks",
      kind,
    });
  }
  return {
    get(lemma) {
      const known = roles.get(lemma);
      if (known) return known;
      const hyphen = lemma.lastIndexOf("-");
      return hyphen > 0 ? roles.get(lemma.slice(hyphen + 1)) : undefined;
    },
  };
}
