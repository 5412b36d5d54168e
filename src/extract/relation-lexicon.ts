import { InputError, PREDICATES, type Predicate } from "../core/index.ts";
import type { LexicalClass } from "./stance-lexicon.ts";

/** A word that states a relation between two of its arguments. */
export interface RelationFrame {
  readonly predicate: Predicate;
  /** Roles that may give the subject, and the object; the first one filled wins. */
  readonly subject: readonly string[];
  readonly object: readonly string[];
}

export interface RelationLexicon {
  find(lemma: string, wordClass: LexicalClass): readonly RelationFrame[];
}

/**
 * Reads `lexicon/relations.tsv`: a header line, then `lemma pos predicate subject object`.
 * @throws InputError naming the line whose predicate is not in the closed list
 */
export function parseRelationLexicon(table: string): RelationLexicon {
  const frames = new Map<string, RelationFrame[]>();
  table.split("\n").forEach((line, index) => {
    if (index === 0 || line.trim() === "") return;
    const [lemma, pos, name, subject, object] = line.trimEnd().split("\t");
    const predicate = PREDICATES.find((known) => known === name);
    if (!predicate || !subject || !object) {
      throw new InputError(`relations.tsv:${index + 1}: expected 5 columns and a known predicate, got "${line}".`, {
        code: "lexicon-row",
      });
    }
    const key = `${pos} ${lemma}`;
    const frame = { predicate, subject: subject.split(","), object: object.split(",") };
    frames.set(key, [...(frames.get(key) ?? []), frame]);
  });
  const none: readonly RelationFrame[] = [];
  return { find: (lemma, wordClass) => frames.get(`${wordClass} ${lemma}`) ?? none };
}
