import type { Tree } from "../language/index.ts";
import { wishedOf } from "./frame-clauses.ts";
import type { FindFillers } from "./frame-phrases.ts";
import {
  antecedent,
  casesOf,
  hasRelativePronoun,
  isNominal,
  isPassive,
  isReciprocal,
  isWished,
  objectOfPhrase,
  stolenObject,
  strandedBehind,
} from "./predicate-forms.ts";

/** Makes the function that finds whom or what a predicate is done to. */
export function createObjects(
  tree: Tree,
  fillers: FindFillers,
  prepositional: FindFillers,
): (predicate: number) => readonly number[] {
  const antecedents = (tokens: readonly number[]): number[] => tokens.map((t) => antecedent(tree, t));

  function object(verb: number): readonly number[] {
    if (isNominal(tree, verb)) return prepositional(verb, "of");
    if (isPassive(tree, verb)) return passiveObject(verb);
    // "wants the firm broken up": what is wanted is not the firm.
    if (wishedOf(tree, verb).length > 0) return [];
    if (isReciprocal(tree, verb)) return fillers(verb, "subj");
    const own = tree.childrenBy(verb, "obj").filter((t) => casesOf(tree, t).length === 0);
    if (own.length > 0) return antecedents(own);
    const stolen = stolenObject(tree, verb);
    if (stolen >= 0) return [stolen];
    const drawnOff = objectOfPhrase(tree, verb);
    if (drawnOff >= 0) return [drawnOff];
    // "oust Jane Roe": a person alone behind the verb is sometimes taken for whom something is given to.
    const [person, second] = tree.childrenBy(verb, "iobj");
    const isAlone = person !== undefined && second === undefined && tree.child(verb, "ccomp", "xcomp", "parataxis") < 0;
    if (isAlone && tree.pos(person) === "PROPN") return antecedents([person]);
    // "the firm that Germany banned" with the pronoun left out: the noun is the object.
    if (tree.dep(verb) === "acl:relcl" && tree.child(verb, "nsubj") >= 0 && !hasRelativePronoun(tree, verb))
      return strandedBehind(tree, verb) === "" ? [tree.head(verb)] : [];
    // "criticised and then banned X": the first verb shares the object of the second.
    const shared = tree.childrenBy(verb, "conj").flatMap((c) => (c - verb <= 4 ? tree.childrenBy(c, "obj") : []));
    return antecedents(shared);
  }

  function passiveObject(verb: number): readonly number[] {
    const own = tree.childrenBy(verb, "nsubj", "csubj");
    if (own.length > 0) return antecedents(own);
    const head = tree.head(verb);
    if (tree.rel(verb) === "acl") return [head];
    if (tree.rel(verb) === "xcomp" || isWished(tree, verb)) return antecedents(tree.childrenBy(head, "obj"));
    return tree.rel(verb) === "conj" ? fillers(head, isPassive(tree, head) ? "obj" : "subj") : [];
  }

  return object;
}
