import type { Cluster } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ConceptEntry } from "./concept-lexicon.ts";
import { PERMITTING, type PhraseDraft, type PhraseReader, startDraft } from "./concept-reader.ts";
import type { ConceptWords } from "./concept-words.ts";
import type { Frames } from "./frames.ts";

/** Names concepts for people: "ban on exports" for "they banned all of the exports". */
export interface ConceptLabels {
  verbLabel(verb: number, entry: ConceptEntry): string;
  /** "his plan" is read as "Alba's plan". */
  ownedLabel(draft: PhraseDraft): string;
}

/** A noun's preposition that does not fit the object of its verb: "withdraw troops", "withdrawal of troops". */
const OF_OBJECT = new Set(["from", "with", "to"]);
const COUNTING = new Set(["any", "all", "no", "every"]);

export function createConceptLabels(
  tree: Tree,
  frames: Frames,
  words: ConceptWords,
  reader: PhraseReader,
  clusters: readonly Cluster[],
): ConceptLabels {
  function verbLabel(verb: number, entry: ConceptEntry): string {
    const object = frames.fillers(verb, "obj").find((t) => tree.sentence(t) === tree.sentence(verb));
    const preposition = OF_OBJECT.has(entry.preposition) ? "of" : entry.preposition || "of";
    if (object !== undefined) {
      const clause = PERMITTING.has(entry.concept) ? tree.child(verb, "xcomp", "ccomp") : -1;
      const permitted = clause < 0 ? "" : ` to ${tree.lemma(clause)}${objectOf(clause)}`;
      return `${entry.concept} ${preposition} ${argumentLabel(object)}${permitted}`;
    }
    const phrase = tree.childrenBy(verb, "obl").find((t) => hasCase(t, entry.preposition));
    return phrase === undefined ? entry.concept : `${entry.concept} ${entry.preposition} ${argumentLabel(phrase)}`;
  }

  function ownedLabel({ first, last, words: own, named, agents }: PhraseDraft): string {
    const [owner] = agents;
    const isOwners = own.size + named.size === 0 && owner !== undefined && tree.pos(first) === "PRON";
    return isOwners ? `${clusters[owner]!.name}'s ${nounLabel(first, last)}` : nounLabel(first, last);
  }

  function objectOf(verb: number): string {
    const object = tree.child(verb, "obj");
    return object < 0 ? "" : ` ${argumentLabel(object)}`;
  }

  function hasCase(token: number, preposition: string): boolean {
    return tree.childrenBy(token, "case").some((t) => tree.lemma(t) === preposition);
  }

  /** The argument as people read it: a pronoun or "the company" by its name. */
  function argumentLabel(noun: number): string {
    const cluster = clusters[words.clusterAt(noun)];
    if (cluster?.named && !words.isName(noun)) return cluster.name;
    const draft = startDraft(noun, noun);
    reader.readArgumentNoun(noun, draft, 1);
    const quantifier = tree.childrenBy(noun, "det").find((t) => COUNTING.has(tree.lemma(t)));
    return nounLabel(Math.min(quantifier ?? draft.first, draft.first), draft.last);
  }

  function nounLabel(first: number, last: number): string {
    let start = first;
    while (start < last && /^(?:DET|PRON|PUNCT|PART)$/.test(tree.pos(start)) && !COUNTING.has(tree.lemma(start)))
      start++;
    const { start: from, end } = tree.span(start, last + 1);
    const text = tree.doc.text.slice(from, end).replace(/\s+/g, " ");
    const keeps = tree.pos(start) === "PROPN" || words.isName(start) || /^\p{Lu}[\p{Lu}\p{N}]/u.test(text);
    return keeps ? text : text.charAt(0).toLowerCase() + text.slice(1);
  }

  return { verbLabel, ownedLabel };
}
