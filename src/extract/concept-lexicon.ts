import { InputError } from "../core/index.ts";

export const CONCEPT_KINDS = [
  "measure",
  "act",
  "idea",
  "part",
  "plan",
  "light",
  "step",
  "mere",
  "word",
  "drop",
] as const;
/**
 * What a word is to a concept. Heads: a measure, which nobody takes without being for it (`measure`); another act that can
 * be proposed (`act`); an idea that is debated under its bare name
 * (`idea`), one that says something only with a modifier or argument (`part`). Heads of others: a frame whose content is
 * the concept, but which can stand for it (`plan`), one that never does (`light`), a step for or against what it is about
 * (`step`); a verb that takes no side on what it is about (`mere`). Modifiers: one that counts as another (`word`), one that tells nothing apart (`drop`).
 */
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

export interface ConceptEntry {
  /** The word under which it is merged: "ban" for "prohibit". */
  readonly concept: string;
  readonly kind: ConceptKind;
  /** Between the noun and what it is about: "ban on". Empty where the noun takes none. */
  readonly preposition: string;
  /** What an attitude toward the word means for a concept that it is about: "repeal the tax" is against the tax. 0: it stops here. */
  readonly through: -1 | 0 | 1;
}

export interface ConceptLexicon {
  find(lemma: string, wordClass: "n" | "v" | "a"): ConceptEntry | undefined;
}

/**
 * Reads the table `lexicon/concepts.tsv`: a header line, then `lemma pos concept kind preposition through`.
 * @throws InputError naming the line that does not fit
 */
export function parseConceptLexicon(table: string): ConceptLexicon {
  const entries = new Map<string, ConceptEntry>();
  table.split("\n").forEach((line, index) => {
    if (index === 0 || line.trim() === "") return;
    const [lemma, pos, concept, kind, preposition, through] = line.trimEnd().split("\t");
    if (!lemma || !pos || !concept || !CONCEPT_KINDS.includes(kind as ConceptKind) || through === undefined) {
      throw new InputError(`concepts.tsv:${index + 1}: expected 6 columns, got "${line.slice(0, 80)}".`, {
        code: "lexicon-row",
      });
    }
    entries.set(`${pos} ${lemma}`, {
      concept,
      kind: kind as ConceptKind,
      preposition: preposition === "-" ? "" : preposition!,
      through: through === "+" ? 1 : through === "-" ? -1 : 0,
    });
  });
  return { find: (lemma, wordClass) => entries.get(`${wordClass} ${lemma}`) };
}
