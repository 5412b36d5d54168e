import type { Tree } from "../language/index.ts";
import type { Grader } from "./grades.ts";
import type { Sense } from "./stance-lexicon.ts";

/** Tells where a text says what ought to be done. */
export interface Demands {
  /** Token of the clause that is asserted when the predicate is a demand ("it is time to …"), or -1 where it is none. */
  clauseOf(predicate: number): number;
  /** What it says of whoever is told to do it: that he resign, apologise, step down. */
  shameOf(predicate: number): Sense | undefined;
}

const DEONTIC = new Set(["should", "must", "ought"]);
/** Words above an infinitive that make a demand of it. */
const DEMANDING = new Set(["need", "ought"]);
/** Acts, with their particle, that whoever is told to do them has reason to be ashamed of. */
const SHAMING = new Set([
  ..."resign apologize apologise quit recant go".split(" "),
  ...["step down", "step aside", "stand down", "bow out", "drop out", "back down", "back off"],
]);
const SHAME: Sense = {
  lemma: "resign",
  wordClass: "v",
  kind: "judge",
  holder: [],
  effects: [{ role: "subj", sign: -1, weight: 1 }],
  strength: 0.8,
  factuality: "statement",
};
const NOBODY = /^(?:none|nobody|nothing|neither)$/i;
/** Verbs of imperatives that recommend to voters. */
const RECOMMENDING = new Set("vote elect re-elect reelect reject".split(" "));

export function createDemands(tree: Tree, grader: Grader): Demands {
  function clauseOf(predicate: number): number {
    // "none of this should stop X": what ought not to be so is no demand to do anything.
    if (tree.childrenBy(predicate, "nsubj").some((t) => NOBODY.test(tree.lemma(t)))) return -1;
    if (isImperative(predicate)) return predicate;
    const modals = tree.childrenBy(predicate, "aux").map((t) => tree.lemma(t).toLowerCase());
    if (modals.some((modal) => DEONTIC.has(modal))) return predicate;
    // "cannot be allowed to": what cannot be is what ought not to be. "cannot win" is a forecast.
    if (modals.some((modal) => modal === "can" || modal === "could")) {
      return grader.isNegatedHere(predicate) && tree.child(predicate, "aux:pass") >= 0 ? predicate : -1;
    }
    const head = tree.head(predicate);
    if (head < 0) return -1;
    if (tree.rel(predicate) === "conj" && tree.child(predicate, "nsubj", "aux") < 0) return clauseOf(head);
    if (!tree.childrenBy(predicate, "mark").some((t) => tree.lemma(t) === "to")) return -1;
    // "it is time for X to resign"
    if (tree.lemma(head) === "time" && tree.child(head, "cop") >= 0) return head;
    // "needs to stop", but not "needed loans to finance".
    const isPresent = tree.xpos(head) !== "VBD" && tree.child(head, "obj") < 0;
    return tree.rel(predicate) === "xcomp" && DEMANDING.has(tree.lemma(head)) && isPresent ? head : -1;
  }

  /** "Vote for X", also where it was read as a noun. */
  function isImperative(verb: number): boolean {
    if (tree.head(verb) >= 0 || !RECOMMENDING.has(tree.form(verb).toLowerCase())) return false;
    if (tree.child(verb, "nsubj", "mark", "det", "cop") >= 0) return false;
    if (tree.xpos(verb) === "VB") return tree.childrenBy(verb, "aux").every((t) => tree.lemma(t) === "do");
    return verb === tree.doc.sentences[tree.sentence(verb)]!.firstToken;
  }

  function shameOf(predicate: number): Sense | undefined {
    const lemma = tree.lemma(predicate);
    const particle = tree.childrenBy(predicate, "compound:prt", "advmod").map((t) => `${lemma} ${tree.lemma(t)}`);
    const isBare = tree.child(predicate, "obl", "obj", "xcomp", "compound:prt", "advmod") < 0;
    const isGoing = lemma !== "go" || isBare;
    return (SHAMING.has(lemma) && isGoing) || particle.some((phrase) => SHAMING.has(phrase)) ? SHAME : undefined;
  }

  return { clauseOf, shameOf };
}
