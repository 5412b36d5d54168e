import { hashText } from "./linear-model.ts";
import { NEXT, type SeenMention } from "./sentiment-features-context.ts";

const SUBJECTS = ["nsubj", "nsubj:outer", "obl:agent"].map((rel) => hashText(rel));
const CLAUSES = ["ccomp", "xcomp", "parataxis", "advcl"].map((rel) => hashText(rel));
const ARGUMENTS = ["obj", "obl", "iobj"].map((rel) => hashText(rel));
const INSERTED = [...["parataxis", "ccomp", "advcl", "conj"].map((rel) => hashText(rel)), NEXT];

/**
 * Whether a mention is the source of words that hold another one of its view: 1 in the clause of its verb ("P said Q
 * lied"), 2 in the clause that the verb is put into or after ("Q lied, said P"), 3 only in quotation marks beside it,
 * 4 as the one spoken to or of; 0 not at all.
 */
export function sourceRelation({ view, chain }: SeenMention, other: SeenMention): number {
  const { heads, words } = view;
  const step = chain.findIndex((_, i) => i > 0 && i <= 3 && SUBJECTS.includes(words.rels[chain[i - 1]!]!));
  if (step < 0) return 0;
  const verb = chain[step]!;
  if (!words.speech[verb]) return 0;
  const up = other.chain;
  const below = up.indexOf(verb);
  if (below > 0) {
    const branch = words.rels[up[below - 1]!]!;
    return CLAUSES.includes(branch) ? 1 : ARGUMENTS.includes(branch) ? 4 : 0;
  }
  if (INSERTED.includes(words.rels[verb]!) && up.includes(heads[verb]!)) return 2;
  return words.quoted[other.head] && !words.quoted[verb] ? 3 : 0;
}
