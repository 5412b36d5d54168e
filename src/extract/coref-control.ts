import type { Tree } from "../language/index.ts";
import type { CorefNode } from "./coref-nodes.ts";
import { ASKING_VERBS } from "./word-classes.ts";

/** Verbs besides those of asking whose object does what the clause behind it says. */
const FORCING = new Set(
  (
    "force compel pressure let allow permit enable cause help accuse suspect blame prevent stop keep discourage deter " +
    "require call appeal plead"
  ).split(" "),
);
const CLAUSES = new Set(["xcomp", "advcl", "ccomp"]);
const MARKS = new Set(["to", "of", "from", "into"]);

/**
 * Whose a possessive is in a clause whose doer is the object of the verb above: "urged Russia to end its attacks",
 * "accused Acme of hiding its debts". Head of that object's phrase, or -1.
 */
export function findControlled(tree: Tree, { head, pronoun }: CorefNode): number {
  if (!pronoun?.possessive || pronoun.kind === "relative") return -1;
  let clause = tree.head(head);
  for (let steps = 0; steps < 5 && clause >= 0 && tree.pos(clause) !== "VERB"; steps++) clause = tree.head(clause);
  if (clause < 0 || tree.pos(clause) !== "VERB" || !CLAUSES.has(tree.rel(clause))) return -1;
  if (tree.child(clause, "nsubj") >= 0 || !tree.children(clause).some((t) => t < clause && MARKS.has(tree.lemma(t))))
    return -1;
  const verb = tree.head(clause);
  if (verb < 0 || verb > clause) return -1;
  const lemma = tree.lemma(verb);
  if (!ASKING_VERBS.has(lemma) && !FORCING.has(lemma)) return -1;
  const asked = tree.childrenBy(verb, "obj", "iobj", "obl").filter((t) => t > verb && t < clause);
  return asked.length === 1 ? asked[0]! : -1;
}
