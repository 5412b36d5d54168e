import type { Tree } from "../language/index.ts";
import { infinitiveHost } from "./frame-clauses.ts";
import type { FindFillers } from "./frame-phrases.ts";
import { antecedent, casesOf, hasRelativePronoun, isNominal, isPassive, marker } from "./predicate-forms.ts";
import { LIGHT_VERBS } from "./word-classes.ts";

/** Prepositions before a gerund that is what the object of the verb above does. */
const OBJECT_ACTS = new Set(["for", "of", "from", "into"]);

/** Verbs that ask those behind a preposition to do something. */
const ASKED_BEHIND: ReadonlyMap<string, readonly string[]> = new Map([
  ["call", ["on", "upon"]],
  ["appeal", ["to"]],
  ["plead", ["with"]],
]);

const TEAMING = new Set("team partner work ally collaborate cooperate band unite conspire collude plot".split(" "));

/** What no confidence is put to, and how one gets it put. */
const BALLOTS = new Set(["vote", "motion", "resolution"]);
const TABLING = new Set(["call", "table", "move", "propose", "trigger", "demand", "seek", "initiate", "pass"]);

/** Finds who does what a predicate says. */
interface Subjects {
  /** The doer of a verb: its own subject, its agent, or the subject it borrows from the clause above. */
  subject(verb: number): readonly number[];
  /** Whoever is named by "by". */
  agents(predicate: number): readonly number[];
  /** Subject of the light verb whose object the noun is, or its agent: "a warning issued", "the campaign is led by". */
  lentSubject(noun: number): readonly number[];
}

export function createSubjects(tree: Tree, fillers: FindFillers, prepositional: FindFillers): Subjects {
  const antecedents = (tokens: readonly number[]): number[] => tokens.map((t) => antecedent(tree, t));

  function agents(predicate: number): readonly number[] {
    const own = prepositional(predicate, "by");
    if (own.length > 0 || isNominal(tree, predicate)) return own;
    // "was slapped with a fine by X": the phrase hangs on the noun before it.
    const borrowed = tree.childrenBy(predicate, "obl").flatMap((t) => tree.childrenBy(t, "nmod").filter(isAgent));
    if (borrowed.length > 0) return borrowed;
    // "was allowed to operate by X", "was cleared of wrongdoing by X": the agent stands behind what was done.
    return tree
      .childrenBy(predicate, "xcomp", "advcl")
      .filter((t) => !isPassive(tree, t) && (tree.rel(t) === "xcomp" || OBJECT_ACTS.has(marker(tree, t))))
      .flatMap((t) => prepositional(t, "by"));
  }

  const isAgent = (token: number): boolean => casesOf(tree, token).includes("by");

  function subject(verb: number): readonly number[] {
    if (isPassive(tree, verb)) return agents(verb);
    const own = tree.childrenBy(verb, "nsubj").filter((t) => tree.dep(t) !== "nsubj:pass");
    if (own.length > 0) return isAppositive(verb, own[0]!) ? [tree.head(verb)] : antecedents(own);
    // "Roe had earlier rebuked X": the parser hung the subject on the auxiliary.
    const lent = tree.childrenBy(verb, "aux").flatMap((t) => tree.childrenBy(t, "nsubj"));
    if (lent.length > 0) return antecedents(lent);
    const clause = tree.childrenBy(verb, "csubj", "csubj:pass");
    if (clause.length > 0) return clause;
    return borrowedSubject(verb);
  }

  /** "The Institute, a think tank has issued …": for want of a comma, parsers take what describes the subject for it. */
  function isAppositive(verb: number, subject: number): boolean {
    const head = tree.head(verb);
    return (
      tree.dep(verb) === "acl:relcl" &&
      tree.pos(head) === "PROPN" &&
      tree.pos(subject) === "NOUN" &&
      tree.child(subject, "det") >= 0 &&
      !hasRelativePronoun(tree, verb) &&
      tree.childrenBy(verb, "punct").some((t) => t < subject && tree.form(t) === ",")
    );
  }

  /** The understood subject of a clause without one. */
  function borrowedSubject(verb: number): readonly number[] {
    const head = tree.head(verb);
    if (head < 0) return [];
    const host = infinitiveHost(tree, verb);
    if (host >= 0) return nounHolder(host);
    switch (tree.rel(verb)) {
      case "conj":
        return isNominal(tree, head) ? [] : fillers(head, "subj");
      case "xcomp":
      case "ccomp": {
        const objects = tree.childrenBy(head, "obj", "iobj");
        return objects.length > 0 ? antecedents(objects) : subjectAbove(head);
      }
      case "advcl": {
        const partners = marker(tree, verb) === "to" ? partnersOf(head, verb) : [];
        if (partners.length > 0) return [...subjectAbove(head), ...partners];
        // "criticised X for blocking Y", "accused X of attacking Y", "kept X from joining Y": X does it.
        const doer = OBJECT_ACTS.has(marker(tree, verb)) && !isPassive(tree, head) ? tree.childrenBy(head, "obj") : [];
        if (doer.length > 0) return antecedents(doer);
        // "called on X to leave Y", "appealed to X to help Y"
        const asked = marker(tree, verb) === "to" ? askedBefore(head, verb) : [];
        return asked.length > 0 ? antecedents(asked) : subjectAbove(head);
      }
      case "parataxis":
        return subjectAbove(head);
      case "acl":
        // "the company seeking…" is its own subject; "a campaign to ban…" is whoever runs the campaign, and "the risk of
        // using…" is nobody's.
        if (tree.xpos(verb) === "VBG" && marker(tree, verb) !== "") return nounHolder(head);
        return tree.xpos(verb) === "VBG" || tree.xpos(verb) === "VBD" ? [head] : nounHolder(head);
      default:
        return [];
    }
  }

  /** Those who are asked by a verb with a preposition, before what they are asked to do. */
  function askedBefore(verb: number, infinitive: number): readonly number[] {
    const prepositions = ASKED_BEHIND.get(tree.lemma(verb)) ?? [];
    return prepositions.flatMap((preposition) => prepositional(verb, preposition)).filter((t) => t < infinitive);
  }

  /** "X teamed up with Y to fight Z": Y fights as well. */
  function partnersOf(verb: number, infinitive: number): readonly number[] {
    const lemma = tree.lemma(verb);
    const isJoint =
      TEAMING.has(lemma) ||
      (lemma === "join" && tree.childrenBy(verb, "obj").some((t) => /^(?:force|hand)$/.test(tree.lemma(t))));
    return isJoint ? prepositional(verb, "with").filter((t) => t < infinitive) : [];
  }

  /** What stands as the subject of the verb above, whether it acts or suffers. */
  function subjectAbove(verb: number): readonly number[] {
    return isPassive(tree, verb) ? antecedents(tree.childrenBy(verb, "nsubj:pass")) : fillers(verb, "subj");
  }

  /** Whoever is behind an action noun: its possessor, agent or modifier, or the subject of its light verb. */
  function nounHolder(noun: number): readonly number[] {
    for (const role of ["poss", "by", "compound"]) {
      const found = fillers(noun, role);
      if (found.length > 0) return found;
    }
    return fillers(noun, "lent");
  }

  function lentSubject(noun: number): readonly number[] {
    const head = tree.head(noun);
    if (head < 0) return [];
    // "took part in the offensive", "participated in the raid"
    if (tree.rel(noun) === "obl" && casesOf(tree, noun).includes("in")) {
      return isTakingPart(head) ? fillers(head, "subj").filter((subject) => subject !== noun) : [];
    }
    // "called a vote of no confidence"
    if (tree.rel(noun) === "nmod" && BALLOTS.has(tree.lemma(head)) && casesOf(tree, noun).includes("of")) {
      const verb = tree.rel(head) === "obj" ? tree.head(head) : -1;
      const isAsked = verb >= 0 && (LIGHT_VERBS.has(tree.lemma(verb)) || TABLING.has(tree.lemma(verb)));
      return isAsked ? fillers(verb, "subj") : fillers(head, "by");
    }
    if (!LIGHT_VERBS.has(tree.lemma(head))) return [];
    const isObject = tree.rel(noun) === "obj" || tree.rel(noun) === "xcomp" || tree.dep(noun) === "nsubj:pass";
    return isObject ? fillers(head, "subj").filter((subject) => subject !== noun) : [];
  }

  function isTakingPart(verb: number): boolean {
    const lemma = tree.lemma(verb);
    if (lemma === "take") return tree.childrenBy(verb, "obj").some((t) => tree.lemma(t) === "part");
    return lemma === "participate" || lemma === "engage" || lemma === "join" || lemma === "assist";
  }

  return { subject, agents, lentSubject };
}
