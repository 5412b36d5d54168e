import type { Cluster } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ConceptEntry } from "./concept-lexicon.ts";
import type { ConceptWords } from "./concept-words.ts";
import type { Frames } from "./frames.ts";

/** The pieces of a phrase as they are collected. */
export interface PhraseDraft {
  readonly words: Set<string>;
  readonly named: Set<number>;
  readonly agents: Set<number>;
  /** Countries named right before the noun: its doers if it is about something else as well ("the US ban on arms"). */
  readonly places: Set<number>;
  first: number;
  last: number;
}

/** Collects what stands around the head of a concept and tells it from others. */
export interface PhraseReader {
  /** `isPlan`: the noun is a plan, which is known by whose it is. */
  readNoun(noun: number, draft: PhraseDraft, depth: number, isPlan: boolean): void;
  readVerb(verb: number, entry: ConceptEntry, draft: PhraseDraft): void;
  readArgumentNoun(noun: number, draft: PhraseDraft, depth: number): void;
  /** "condemned the ban on X": parsers hang the phrase on the verb; right behind the noun it is the noun's. Or -1. */
  strayArgument(noun: number, entry: ConceptEntry | undefined): number;
}

/** Prepositions whose phrase tells concepts apart. */
const ARGUMENTS = new Set("of on for against with in to from between toward over about".split(" "));
/** What fills these says when, where in passing, or how much. */
const VERB_ARGUMENTS = new Set(["from", "into"]);
/** Nouns of time and amount: "a ban next year", "dozens of bills". */
const IDLE = new Set(
  (
    "year month week day hour decade century today tomorrow yesterday weekend morning afternoon evening night time " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " +
    "september october november december percent percentage dollar euro pound dozen hundred thousand million billion " +
    "trillion number lot amount kind sort type series set range way part level term case place thing people person " +
    "country nation state world government man woman one mr ms mrs cent per share"
  ).split(" "),
);
/** Nouns whose infinitive is part of what they name: "the right to vote". */
const WITH_INFINITIVE = new Set(["right", "requirement", "mandate", "permission"]);
/** What is permitted is part of the permission. */
export const PERMITTING = new Set(["permission"]);
const MODIFIERS = ["amod", "compound", "nmod:desc"];

export function startDraft(first: number, last: number): PhraseDraft {
  return { words: new Set(), named: new Set(), agents: new Set(), places: new Set(), first, last };
}

export function createPhraseReader(
  tree: Tree,
  frames: Frames,
  words: ConceptWords,
  clusters: readonly Cluster[],
): PhraseReader {
  const { hyphenated, isHyphenPart, wordAt, nounForm, isName, clusterAt, nameAround } = words;

  function readNoun(noun: number, draft: PhraseDraft, depth: number, isPlan: boolean): void {
    for (const child of tree.children(noun)) {
      const rel = tree.rel(child);
      if (MODIFIERS.includes(tree.dep(child)) || MODIFIERS.includes(rel)) {
        if (child < noun && !isHyphenPart(child, noun)) readModifier(child, draft, depth);
      } else if (rel === "nmod" && tree.dep(child) === "nmod:poss") {
        const owner = clusterAt(child);
        if (owner >= 0 && depth === 0) {
          draft.agents.add(owner);
          if (isPlan) extend(draft, child);
        }
      } else if (rel === "nmod" && child > noun && depth < 2) {
        readArgument(child, draft, depth);
      } else if (rel === "acl" && WITH_INFINITIVE.has(tree.lemma(noun)) && child > noun && depth === 0) {
        draft.words.add(wordAt(child));
        extend(draft, child);
        for (const object of tree.childrenBy(child, "obj")) {
          extend(draft, object);
          readArgumentNoun(object, draft, 1);
        }
      }
    }
  }

  function readModifier(token: number, draft: PhraseDraft, depth: number): void {
    if (tree.pos(token) === "NUM" || tree.pos(token) === "DET" || tree.pos(token) === "PUNCT") return;
    const { first } = hyphenated(token);
    if (isName(token)) {
      const cluster = clusterAt(token);
      if (cluster < 0) return;
      // "the Norwegian ban on X" is Norway's act; "the Acme ban" is against Acme.
      if (words.isNationality(token)) draft.agents.add(cluster);
      else if (depth === 0 && words.isPlace(token)) draft.places.add(cluster);
      else draft.named.add(cluster);
      draft.first = Math.min(draft.first, nameAround(token).first);
      return;
    }
    const word = wordAt(token);
    const entry = words.modifierAt(token);
    if (entry?.kind === "drop") return;
    if (tree.pos(token) === "ADJ" && /^(?:JJR|JJS)$/.test(tree.xpos(token)) && !entry) return;
    if (IDLE.has(word)) return;
    draft.words.add(entry?.concept ?? nounForm(word));
    draft.first = Math.min(draft.first, first);
    if (depth < 2) {
      for (const child of tree.childrenBy(token, ...MODIFIERS)) {
        if (child < token && !isHyphenPart(child, token)) readModifier(child, draft, depth + 1);
      }
      for (const child of tree.childrenBy(token, "conj")) if (child < draft.last) readModifier(child, draft, depth + 1);
    }
  }

  function readArgument(noun: number, draft: PhraseDraft, depth: number): void {
    const mark = tree.childrenBy(noun, "case").map((t) => tree.lemma(t));
    if (mark.includes("by")) {
      const agent = clusterAt(noun);
      if (agent >= 0) draft.agents.add(agent);
      return;
    }
    if (mark.some((word) => ARGUMENTS.has(word))) readArgumentNoun(noun, draft, depth + 1);
  }

  function readArgumentNoun(noun: number, draft: PhraseDraft, depth: number): void {
    const pos = tree.pos(noun);
    const cluster = clusterAt(noun);
    if (isName(noun) || clusters[cluster]?.named) {
      // "to ban it", "the arrest of its finance chief": whoever that is.
      if (cluster >= 0) draft.named.add(cluster);
      const name = nameAround(noun);
      draft.first = Math.min(draft.first, name.first);
      draft.last = Math.max(draft.last, name.last);
    } else {
      if (pos !== "NOUN" && pos !== "PROPN" && pos !== "VERB") return;
      const word = wordAt(noun);
      if (IDLE.has(word)) return;
      draft.words.add(nounForm(word));
      extend(draft, noun);
      readNoun(noun, draft, depth, false);
      const stray = strayArgument(noun, words.entryAt(noun));
      if (stray >= 0) readArgumentNoun(stray, draft, 2);
    }
    for (const other of tree.childrenBy(noun, "conj")) if (tree.pos(other) === pos) readArgumentNoun(other, draft, 2);
  }

  function readVerb(verb: number, entry: ConceptEntry, draft: PhraseDraft): void {
    for (const object of frames.fillers(verb, "obj")) {
      if (tree.sentence(object) === tree.sentence(verb)) readArgumentNoun(object, draft, 0);
    }
    if (PERMITTING.has(entry.concept)) {
      for (const child of tree.childrenBy(verb, "xcomp", "ccomp")) {
        draft.words.add(wordAt(child));
        for (const object of frames.fillers(child, "obj")) readArgumentNoun(object, draft, 1);
      }
    }
    for (const child of tree.childrenBy(verb, "obl")) {
      const mark = tree.childrenBy(child, "case").map((t) => tree.lemma(t));
      const fits = mark.includes(entry.preposition)
        ? entry.preposition !== "of"
        : mark.some((m) => VERB_ARGUMENTS.has(m));
      if (fits) readArgumentNoun(child, draft, 1);
    }
  }

  function extend(draft: PhraseDraft, token: number): void {
    const { first, last } = hyphenated(token);
    draft.first = Math.min(draft.first, first);
    draft.last = Math.max(draft.last, last);
  }

  function strayArgument(noun: number, entry: ConceptEntry | undefined): number {
    const verb = tree.head(noun);
    const preposition = entry?.preposition ?? "";
    if (preposition === "" || verb < 0 || tree.rel(noun) !== "obj") return -1;
    const { end } = tree.extent(noun);
    if (tree.doc.tokens[end] === undefined || tree.lemma(end) !== preposition) return -1;
    const argument = tree.head(end);
    return argument > end && tree.head(argument) === verb && tree.rel(argument) === "obl" ? argument : -1;
  }

  return { readNoun, readVerb, readArgumentNoun, strayArgument };
}
