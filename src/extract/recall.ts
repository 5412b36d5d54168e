import type { Tree } from "../language/index.ts";
import type { Sense } from "./stance-lexicon.ts";

/** A predicate that a definite noun may stand for. */
export interface Antecedent {
  readonly predicate: number;
  /** Whether noun and predicate share their stem. */
  readonly isSame: boolean;
}

/** Finds the event, told earlier, that a definite noun stands for: "the ban", "this decision". */
export interface Recall {
  /** Predicates that the noun may stand for, the likeliest first. */
  antecedents(noun: number): Antecedent[];
  /** The deed told last in the sentence before, for which "this" and "that" may stand; empty if there is none. */
  deedBefore(token: number): Antecedent[];
}

/** How many sentences back an event is recalled from. */
const MEMORY = 6;
/** The first sentences of a document tell the deed that the rest of it discusses. */
const LEAD = 2;
const DEFINITE = new Set(["the", "this", "that", "these", "those", "such"]);
const TIMES = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|week|month|year)$/;

/** "Friday's decision", "last week's ruling": a time tells which one as an article does. */
export function isTime(tree: Tree, token: number): boolean {
  return TIMES.test(tree.lemma(token).toLowerCase());
}

/** Nouns for a deed whatever it was. */
const DEEDS = new Set(
  (
    "decision move step measure ruling announcement outcome policy order action judgment judgement verdict sentence " +
    "restriction deal choice approach initiative change measures plan"
  ).split(" "),
);

/**
 * @param isDeed whether the token is an act of a named actor that reaches somebody
 */
export function createRecall(
  tree: Tree,
  sensesOf: (token: number) => readonly Sense[],
  isDeed: (token: number) => boolean,
): Recall {
  function isDefinite(noun: number): boolean {
    return tree.childrenBy(noun, "det", "nmod:poss").some((t) => DEFINITE.has(tree.lemma(t)) || isTime(tree, t));
  }

  function sameStem(noun: number, first: number): number[] {
    const stems = stemsOf(tree);
    const found: number[] = [];
    for (let t = noun - 1; t >= first; t--) {
      if (stems[t] !== stems[noun]) continue;
      if (sensesOf(t).some(({ kind }) => kind === "act" || kind === "event" || kind === "say")) found.push(t);
    }
    return found;
  }

  function deeds(noun: number, first: number): number[] {
    const { sentences } = tree.doc;
    const found: number[] = [];
    const before = sentences[tree.sentence(noun)]!.firstToken;
    for (let t = before - 1; t >= first; t--) if (isDeed(t)) found.push(t);
    const lead = Math.min(sentences[Math.min(LEAD, sentences.length) - 1]!.endToken, first);
    for (let t = 0; t < lead; t++) if (isDeed(t)) found.push(t);
    return found;
  }

  return {
    deedBefore(token) {
      const sentence = tree.sentence(token);
      if (sentence === 0) return [];
      const { firstToken, endToken } = tree.doc.sentences[sentence - 1]!;
      for (let t = endToken - 1; t >= firstToken; t--) if (isDeed(t)) return [{ predicate: t, isSame: false }];
      return [];
    },
    antecedents(noun) {
      if (tree.pos(noun) !== "NOUN" || !isDefinite(noun)) return [];
      const first = tree.doc.sentences[Math.max(0, tree.sentence(noun) - MEMORY)]!.firstToken;
      const same = sameStem(noun, first).map((predicate) => ({ predicate, isSame: true }));
      if (!DEEDS.has(tree.lemma(noun))) return same;
      return [...same, ...deeds(noun, first).map((predicate) => ({ predicate, isSame: false }))];
    },
  };
}

const readTrees = new WeakMap<Tree, readonly string[]>();

/** The stems of a document's words, worked out once. */
function stemsOf(tree: Tree): readonly string[] {
  let stems = readTrees.get(tree);
  if (!stems) {
    stems = tree.doc.lemmas.map(stemOf);
    readTrees.set(tree, stems);
  }
  return stems;
}

/** What a verb and the noun made of it share: "designate", "designation"; "exclude", "exclusion". Short words stay whole. */
function stemOf(lemma: string): string {
  const bare = lemma
    .toLowerCase()
    .replace(/(?:ation|ition|ution|ison|sion|tion|ment|ance|ence|ing|al|ure|ate|ish|e|t|d)$/, "");
  return bare.length >= 4 ? bare : lemma.toLowerCase();
}
