import type { Tree } from "../language/index.ts";
import type { FindFillers } from "./frame-phrases.ts";
import { antecedent, casesOf, isNominal, isPassive, marker, stolenObject } from "./predicate-forms.ts";
import { LIKENING_VERBS, LINKING_VERBS, NAMING_VERBS } from "./word-classes.ts";

/** Words that take one or a few out of a group. */
const PARTS = new Set(["one", "some", "two", "three", "several", "among"]);

/** Makes the function that finds what an adjective, a predicate noun or an adverb is said of. */
export function createAttributes(tree: Tree, fillers: FindFillers): (predicate: number) => readonly number[] {
  function attributed(predicate: number): readonly number[] {
    const subjects = tree.childrenBy(predicate, "nsubj", "csubj", "csubj:pass");
    const above = tree.head(predicate);
    const meant = subjects.length === 1 && tree.lemma(subjects[0]!) === "it" ? clausesBehind(predicate) : [];
    if (meant.length > 0) return meant;
    if (subjects.length > 0) {
      const isStolen = above >= 0 && stolenObject(tree, above) === subjects[0];
      return isStolen ? [above] : subjects.map((t) => antecedent(tree, t));
    }
    const gerund = gerundBefore(predicate);
    if (gerund >= 0) return [gerund];
    return above < 0 ? [] : throughHead(predicate, above);
  }

  /** Without a subject of its own, the word says it of its head or of what its head is about. */
  function throughHead(predicate: number, head: number): readonly number[] {
    const rel = tree.rel(predicate);
    if (rel === "amod" || rel === "appos" || rel === "acl") return [head];
    // "Roe, one of Doe's closest allies"
    if (rel === "nmod" && PARTS.has(tree.lemma(head)) && casesOf(tree, predicate).includes("of"))
      return fillers(head, "attr");
    if (rel === "conj") return isNominal(tree, predicate) === isNominal(tree, head) ? fillers(head, "attr") : [];
    const verb = tree.lemma(head);
    if (rel === "xcomp") {
      const objects = tree.childrenBy(head, "obj").map((t) => antecedent(tree, t));
      if (objects.length > 0) return objects;
      // "called Serbia a bully": both nouns can come out as complements.
      const sibling = tree.childrenBy(head, "xcomp").find((t) => t > head && t < predicate && tree.pos(t) === "PROPN");
      if (sibling !== undefined) return [sibling];
      return fillers(head, isPassive(tree, head) ? "obj" : "subj");
    }
    if (rel === "advmod" && tree.pos(predicate) === "ADV") return fillers(head, "subj");
    if (rel === "obj" && LINKING_VERBS.has(verb)) return fillers(head, "subj");
    // "likened X to a dictator"
    if (rel === "obl" && LIKENING_VERBS.has(verb) && casesOf(tree, predicate).includes("to"))
      return fillers(head, "obj");
    if (rel === "obl" && NAMING_VERBS.has(verb) && casesOf(tree, predicate).includes("as")) return fillers(head, "obj");
    return [];
  }

  /** "it would be wrong to single out X": what "it" announces. */
  function clausesBehind(predicate: number): number[] {
    return tree.childrenBy(predicate, "csubj", "xcomp", "ccomp", "advcl", "acl").filter((t) => {
      const mark = marker(tree, t);
      return t > predicate && tree.dep(t) !== "acl:relcl" && (mark === "to" || mark === "that" || mark === "for");
    });
  }

  /** "singling out X won't be right": a gerund right before the copula is its subject, wherever the parser hung it. */
  function gerundBefore(predicate: number): number {
    const cop = tree.child(predicate, "cop");
    if (cop < 0) return -1;
    const first = Math.min(cop, ...tree.childrenBy(predicate, "aux"));
    for (let t = first - 1; t >= Math.max(0, first - 8); t--) {
      if (tree.xpos(t) === "VBG" && tree.extent(t).end === first) return t;
    }
    return -1;
  }

  return attributed;
}
