import type { Tree } from "../language/index.ts";
import { casesOf, isNominal, marker, strandedBehind } from "./predicate-forms.ts";
import { LIGHT_VERBS, MAKING_VERBS } from "./word-classes.ts";

/** Tokens that head the fillers of a predicate's role; roles as in `Frames`. */
export type FindFillers = (predicate: number, role: string) => readonly number[];

/** Prepositions whose phrase says nothing of a name before it, so that it belongs to the noun further left. */
const NAMES_TAKE_NO = new Set(["about", "against", "for", "including", "on", "over", "to", "toward", "with"]);

/** Makes the function that finds what a preposition joins to a predicate: "ban on X", "sided with X", "the raid by X". */
export function createPrepositional(tree: Tree, fillers: FindFillers): FindFillers {
  function prepositional(predicate: number, preposition: string): readonly number[] {
    const own = tree.children(predicate).filter((t) => {
      if (preposition === "by" && objectBefore(predicate, t) >= 0) return false;
      const rel = tree.rel(t);
      if (rel === "obl" || rel === "nmod" || rel === "obj") return casesOf(tree, t).includes(preposition);
      if (rel === "advcl" || rel === "acl" || rel === "xcomp" || rel === "ccomp")
        return marker(tree, t) === preposition;
      return false;
    });
    if (own.length === 0 && strandedBehind(tree, predicate) === preposition) return [tree.head(predicate)];
    if (own.length > 0) return own;
    if (!isNominal(tree, predicate)) return behindArguments(predicate, preposition);
    return preposition === "by" ? agentsOfNoun(predicate) : misplacedPhrase(predicate, preposition);
  }

  /** "complained to Y about X", "defend the reef against X": a verb's phrase that the parser hung on what stands before it. */
  function behindArguments(verb: number, preposition: string): number[] {
    if (!NAMES_TAKE_NO.has(preposition)) return [];
    return tree
      .childrenBy(verb, "obj", "iobj", "obl")
      .filter((t) => t > verb && (tree.pos(t) === "PROPN" || preposition === "against"))
      .flatMap((t) => tree.childrenBy(t, "nmod").filter((phrase) => casesOf(tree, phrase).includes(preposition)));
  }

  /** The agent of a noun whose phrase hangs elsewhere. */
  function agentsOfNoun(noun: number): number[] {
    const verb = tree.head(noun);
    // "the killing of workers by troops": the agent hangs on those it was done to.
    const nested = tree
      .childrenBy(noun, "nmod")
      .filter((t) => tree.pos(t) !== "PROPN" && casesOf(tree, t).includes("of"))
      .flatMap((t) => tree.childrenBy(t, "nmod").filter((phrase) => casesOf(tree, phrase).includes("by")));
    if (nested.length > 0) return nested;
    const borrowed = verb < 0 ? [] : tree.childrenBy(verb, "obl").filter((t) => objectBefore(verb, t) === noun);
    if (borrowed.length > 0) return borrowed;
    // "warnings against X issued by Y": the agent of a light verb, which may hang on any noun of the phrase.
    const end = tree.extent(noun).end;
    for (let t = noun + 1; t < end; t++) {
      if (tree.xpos(t) === "VBN" && tree.dep(t) === "acl" && LIGHT_VERBS.has(tree.lemma(t)))
        return [...fillers(t, "by")];
    }
    // "the plan proposed by Y" is Y's; "the plan criticised by Y" is not.
    const participles = tree
      .childrenBy(noun, "acl")
      .filter(
        (t) =>
          tree.dep(t) === "acl" &&
          tree.xpos(t) === "VBN" &&
          (MAKING_VERBS.has(tree.lemma(t)) || LIGHT_VERBS.has(tree.lemma(t))),
      );
    return participles.flatMap((t) => [...fillers(t, "by")]);
  }

  /** "blocked participation by X": an active verb has no agent, so the phrase is its object's. That object, or -1. */
  function objectBefore(verb: number, phrase: number): number {
    if (isNominal(tree, verb) || tree.dep(phrase) !== "obl" || !casesOf(tree, phrase).includes("by")) return -1;
    const object = tree.child(verb, "obj");
    return object >= 0 && tree.extent(phrase).first === tree.extent(object).end ? object : -1;
  }

  /**
   * A phrase of the noun that the parser hung elsewhere: on the verb right behind the object ("upheld the ban on X"),
   * anywhere behind a light verb ("issued a warning yesterday against X"), on the name before it ("warnings by Y about X").
   */
  function misplacedPhrase(noun: number, preposition: string): number[] {
    const isPhrase = (t: number) => t > noun && casesOf(tree, t).includes(preposition);
    const nested = NAMES_TAKE_NO.has(preposition)
      ? tree.childrenBy(noun, "nmod").filter((t) => tree.pos(t) === "PROPN")
      : [];
    const behindName = nested.flatMap((name) => tree.childrenBy(name, "nmod").filter(isPhrase));
    if (behindName.length > 0) return behindName;
    const verb = tree.head(noun);
    if (verb < 0) return [];
    const isRightBehind = (t: number) => tree.extent(t).first === tree.extent(noun).end;
    // "a motion of no confidence in X", "marched in protest at X": on the word that the noun's own phrase hangs on.
    if (tree.rel(noun) === "nmod" || tree.rel(noun) === "obl")
      return tree.childrenBy(verb, tree.rel(noun)).filter((t) => isPhrase(t) && isRightBehind(t));
    if (tree.rel(noun) !== "obj" && tree.dep(noun) !== "nsubj:pass") return [];
    const phrases = tree.childrenBy(verb, "obl").filter(isPhrase);
    if (LIGHT_VERBS.has(tree.lemma(verb))) return phrases;
    return phrases.filter(isRightBehind);
  }

  return prepositional;
}
