import type { Tree } from "../language/index.ts";
import { isNominal, isWished, marker } from "./predicate-forms.ts";
import { ASKING_VERBS, INFINITIVE_NOUNS, WISHING_VERBS } from "./word-classes.ts";

const HELPING_VERBS = new Set(["help", "assist", "aid", "enable", "allow", "force", "compel"]);

/** The clauses that say what a predicate is about: "wants to ban", "the plan to ban", "said that". */
export function findComplements(tree: Tree, predicate: number): number[] {
  const clauses = tree.childrenBy(predicate, "ccomp", "xcomp");
  if (isNominal(tree, predicate) || tree.pos(predicate) === "ADJ") {
    return [
      ...clauses,
      ...tree
        .childrenBy(predicate, "acl")
        .filter((t) => tree.dep(t) === "acl" && (marker(tree, t) === "to" || marker(tree, t) === "that")),
      ...tree.childrenBy(predicate, "advcl").filter((t) => marker(tree, t) === "to"),
      ...infinitivesOf(tree, predicate),
    ];
  }
  // Purpose clauses hang on the verb as adverbials: "moved to ban", "voted to block".
  const purposes = tree.childrenBy(predicate, "advcl").filter((t) => marker(tree, t) === "to" && t > predicate);
  // "is considering banning": a gerund right behind its verb is its complement, whatever the parser calls it.
  const gerunds = tree
    .childrenBy(predicate, "parataxis", "advcl")
    .filter((t) => t === predicate + 1 && tree.xpos(t) === "VBG");
  // "asked governments to do without X": the parser hangs the infinitive on the object.
  const lemma = tree.lemma(predicate);
  const asked =
    ASKING_VERBS.has(lemma) || HELPING_VERBS.has(lemma)
      ? tree
          .childrenBy(predicate, "obj", "iobj")
          .flatMap((t) => tree.childrenBy(t, "acl"))
          .filter((t) => tree.dep(t) === "acl" && marker(tree, t) === "to")
      : [];
  const wished = wishedOf(tree, predicate).filter((t) => !clauses.includes(t));
  return [...clauses, ...purposes, ...gerunds, ...asked, ...wished].filter((t) => infinitiveHost(tree, t) < 0);
}

/**
 * "wants Congress to act", "wants the firm broken up" (read as a firm broken up that is wanted): what is wished for of
 * the object, which is not itself wanted.
 */
export function wishedOf(tree: Tree, verb: number): number[] {
  const objects = tree.childrenBy(verb, "obj");
  const hung = objects.flatMap((object) => tree.childrenBy(object, "acl"));
  const states = [...hung, ...tree.childrenBy(verb, "xcomp", "advmod", "advcl")].filter((t) => isWished(tree, t));
  if (objects.length === 0 || !WISHING_VERBS.has(tree.lemma(verb))) return states;
  const acts = tree.childrenBy(verb, "xcomp").filter((t) => marker(tree, t) === "to" && !states.includes(t));
  return [...acts, ...states];
}

/** "defied the campaign to ban X": the noun right before an infinitive that hangs on the verb, if the noun takes one; or -1. */
export function infinitiveHost(tree: Tree, infinitive: number): number {
  const verb = tree.head(infinitive);
  const rel = tree.rel(infinitive);
  if (verb < 0 || (rel !== "advcl" && rel !== "xcomp") || marker(tree, infinitive) !== "to") return -1;
  const mark = tree.child(infinitive, "mark", "case");
  const noun = mark - 1;
  if (noun > verb && tree.head(noun) === verb && INFINITIVE_NOUNS.has(tree.lemma(noun))) return noun;
  // "resisted calls by X to ban Y"
  const owned = tree.childrenBy(verb, "obj").find((t) => t > verb && tree.extent(t).end === mark);
  return owned !== undefined && INFINITIVE_NOUNS.has(tree.lemma(owned)) && tree.child(owned, "nmod") >= 0 ? owned : -1;
}

function infinitivesOf(tree: Tree, noun: number): number[] {
  const verb = tree.head(noun);
  return verb < 0 || !INFINITIVE_NOUNS.has(tree.lemma(noun))
    ? []
    : tree.childrenBy(verb, "advcl", "xcomp").filter((t) => infinitiveHost(tree, t) === noun);
}
