import type { Cluster } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { ConceptEntry, ConceptLexicon } from "./concept-lexicon.ts";
import { isInfinitive } from "./predicate-forms.ts";

/** Reads single words as parts of concepts: their class, their form in the table, the names that they belong to. */
export interface ConceptWords {
  /** Noun or verb; neither for names and for what is no head of a concept. */
  classOf(token: number): "n" | "v" | undefined;
  /** First and last token of the word, with what hyphens join to it: "roll-out", "same-sex". */
  hyphenated(token: number): { readonly first: number; readonly last: number };
  /** Whether `child` is joined to `head` by a hyphen. */
  isHyphenPart(child: number, head: number): boolean;
  /** The word under which the table has it, parts joined by hyphens included. */
  wordAt(token: number): string;
  /** What the table says of the word, as noun or verb; nothing for names and their parts. */
  entryAt(token: number): ConceptEntry | undefined;
  /** The concept of an adjective or noun that modifies another; `undefined` for a word that the table does not have. */
  modifierAt(token: number): ConceptEntry | undefined;
  /** Nouns of one concept count as one word: "migration", "immigration". */
  nounForm(word: string): string;
  isName(token: number): boolean;
  /** The cluster of the actor that the token names, or -1. */
  clusterAt(token: number): number;
  isNationality(token: number): boolean;
  isPlace(token: number): boolean;
  /** First and last token of the name that holds the token. */
  nameAround(token: number): { readonly first: number; readonly last: number };
}

/** Adverbs that make another word of the verb before them, however they are tagged. */
const PARTICLES = new Set(["out", "in", "down", "off", "away", "up"]);

const NO_DOCTRINES = new Set(
  (
    "criticism mechanism journalism tourism organism optimism pessimism enthusiasm skepticism scepticism heroism " +
    "metabolism professionalism magnetism cynicism euphemism organization organisation civilization civilisation " +
    "realization realisation visualization characterization"
  ).split(" "),
);

export function createConceptWords(
  tree: Tree,
  actors: Actors,
  clusters: readonly Cluster[],
  lexicon: ConceptLexicon,
): ConceptWords {
  const { tokens } = tree.doc;
  const isName = (token: number) => actors.isInName(token);
  const isHyphen = (token: number) => tokens[token]?.form === "-";
  const touches = (a: number, b: number) => tokens[a] !== undefined && tokens[a]!.end === tokens[b]?.start;

  function classOf(token: number): "n" | "v" | undefined {
    const pos = tree.pos(token);
    if (pos === "NOUN") return isInfinitive(tree, token) ? "v" : "n";
    if (pos === "PROPN") return tree.form(token) === tree.form(token).toLowerCase() ? "n" : undefined;
    return pos === "VERB" ? "v" : undefined;
  }

  function hyphenated(token: number): { readonly first: number; readonly last: number } {
    let first = token;
    let last = token;
    while (isHyphen(first - 1) && touches(first - 2, first - 1) && touches(first - 1, first)) first -= 2;
    while (isHyphen(last + 1) && touches(last, last + 1) && touches(last + 1, last + 2)) last += 2;
    return { first, last };
  }

  function isHyphenPart(child: number, head: number): boolean {
    const { first, last } = hyphenated(head);
    return child >= first && child <= last;
  }

  function wordAt(token: number): string {
    const { first, last } = hyphenated(token);
    if (first === last) return tree.lemma(token).toLowerCase();
    let word = "";
    for (let t = first; t < last; t++) word += tree.form(t);
    return (word + (last === token ? tree.lemma(last) : tree.form(last))).toLowerCase();
  }

  const entries = new Map<number, ConceptEntry | undefined>();
  function entryAt(token: number): ConceptEntry | undefined {
    let entry = entries.get(token);
    if (entry === undefined && !entries.has(token)) {
      entry = readEntry(token);
      entries.set(token, entry);
    }
    return entry;
  }

  function readEntry(token: number): ConceptEntry | undefined {
    if (isName(token)) return undefined;
    const wordClass = classOf(token);
    if (wordClass === undefined) return undefined;
    const word = wordAt(token);
    const known = lexicon.find(word, wordClass);
    if (wordClass === "v") {
      // "shut out", "build off": with a particle the verb is another word.
      const object = tree.child(token, "obj");
      const phrasal = object < 0 ? undefined : lexicon.find(`${word} ${tree.lemma(object)}`, "v");
      if (phrasal) return phrasal;
      const particle = particleOf(token);
      return particle === undefined ? known : lexicon.find(`${word} ${tree.lemma(particle)}`, "v");
    }
    if (known) return known;
    const gerund = tree.xpos(token) === "VBG" ? lexicon.find(word, "v") : undefined;
    return gerund ?? ism(word);
  }

  /** "shut out X", "shut X out of Y": the second is seldom parsed as a particle. */
  function particleOf(verb: number): number | undefined {
    const own = tree.children(verb).find((t) => tree.dep(t) === "compound:prt" || PARTICLES.has(tree.lemma(t)));
    const object = own === undefined ? tree.child(verb, "obj") : -1;
    if (object < 0) return own;
    const { end } = tree.extent(object);
    return tokens[end] !== undefined && tree.lemma(end) === "out" ? end : undefined;
  }

  function nounForm(word: string): string {
    const known = lexicon.find(word, "n");
    return known && known.kind !== "light" && known.kind !== "step" ? known.concept : word;
  }

  function clusterAt(token: number): number {
    const mention = actors.mentionAt(token);
    return mention >= 0 && actors.isActor(mention) ? actors.clusterOf(mention) : -1;
  }

  function isNationality(token: number): boolean {
    return tree.pos(token) === "ADJ" || tree.rel(token) === "amod";
  }

  function isPlace(token: number): boolean {
    return clusters[clusterAt(token)]?.entityType === "place";
  }

  function nameAround(token: number): { first: number; last: number } {
    const mention = actors.mentionAt(token);
    let first = token;
    let last = token;
    while (first > 0 && isName(first - 1) && actors.mentionAt(first - 1) === mention) first--;
    while (isName(last + 1) && actors.mentionAt(last + 1) === mention) last++;
    return { first, last };
  }

  return {
    classOf,
    hyphenated,
    isHyphenPart,
    wordAt,
    entryAt,
    modifierAt: (token) => lexicon.find(wordAt(token), "a"),
    nounForm,
    isName,
    clusterAt,
    isNationality,
    isPlace,
    nameAround,
  };
}

/** Names of doctrines and practices need no row of their own. */
function ism(word: string): ConceptEntry | undefined {
  return /[a-z]{4}(?:ism|ization|isation)$/.test(word) && !NO_DOCTRINES.has(word)
    ? { concept: word.replace(/isation$/, "ization"), kind: "idea", preposition: "of", through: 0 }
    : undefined;
}
