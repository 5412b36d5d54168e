import type { Tree } from "../language/index.ts";
import { wishedOf } from "./frame-clauses.ts";
import type { Frames } from "./frames.ts";
import type { Grader } from "./grades.ts";
import type { Effect, Sense } from "./stance-lexicon.ts";
import {
  CLAIM_NOUNS,
  CONTESTS,
  DEMANDING_VERBS,
  DENYING_VERBS,
  ENDING_VERBS,
  INFINITIVE_NOUNS,
} from "./word-classes.ts";

/** Tells where words name an act, a claim or an attitude that the sentence does not hold to be so. */
export interface Denials {
  /**
   * Whether a verb above rejects or merely asks for what the predicate says ("refused to endorse", "urged London to
   * allow", "demanded that Berlin stop"), so that its subject takes no stance by it; what is meant is read from the
   * verb above.
   */
  isUnrealized(predicate: number): boolean;
  /**
   * Whether a noun is only what the verb above it denies, rejects or does away with ("dismissed the threat", "was not
   * aware of any wrongdoing", "withdrew its support"), so that it says nothing by itself.
   */
  isDenied(noun: number): boolean;
  /** Whether the words stand in a clause that is said to be untrue: "denied that", "stopped short of", "it is not true that". */
  isDisclaimed(token: number): boolean;
  /** Whether a judgement stands in a clause that is doubted: "doubts that X is reliable". */
  isDoubted(token: number): boolean;
}

/** Relations of clauses without a subject of their own. */
const COMPLEMENTS = new Set(["xcomp", "ccomp", "advcl", "acl"]);
/** Verbs by which one gets others to act, and verbs that leave open whether one did. */
const INDUCING = new Set(
  "convince persuade get force compel pressure induce lobby press push coax cajole make have".split(" "),
);
const TRYING = new Set(
  "try seek attempt want hope aim struggle fight fail work plan intend effort attempt bid campaign".split(" "),
);
const HOPING = new Set(["hope", "wish", "pray", "desire", "expectation"]);
/** What shows that something is so: of what there is none of it for nobody is judged. */
const EVIDENCE = new Set(["evidence", "proof", "sign", "indication", "suggestion", "hint"]);
const TRUE = new Set(["true", "correct", "so"]);
const UNTRUE = new Set(["untrue", "false"]);

/** "left its coalition with X": what one leaves is over, though one may leave a protest that goes on. */
const LEAVING = new Set(["leave", "quit", "exit", "reject", "refuse"]);
const LEAGUES = new Set(["coalition", "alliance", "pact", "partnership"]);

export function createDenials(
  tree: Tree,
  frames: Frames,
  grader: Grader,
  sensesOf: (token: number) => readonly Sense[],
): Denials {
  function isClause(token: number): boolean {
    const pos = tree.pos(token);
    return pos === "VERB" || pos === "ADJ" || tree.child(token, "cop") >= 0;
  }

  function isUnrealized(predicate: number): boolean {
    const above = tree.head(predicate);
    if (above < 0) return false;
    if (tree.child(predicate, "nsubj") >= 0) return isDemanded(predicate, above) || isHoped(predicate, above);
    if (tree.rel(predicate) === "conj") return isClause(above) && isUnrealized(above);
    if (!COMPLEMENTS.has(tree.rel(predicate)) && tree.rel(predicate) !== "parataxis") return false;
    if (isSoughtOfOthers(above) || isLacking(above) || wishedOf(tree, above).includes(predicate)) return true;
    const purpose = tree.rel(predicate) === "acl" ? above : nounBefore(predicate);
    if (purpose >= 0 && isGivenUp(purpose)) return true;
    return sensesOf(above).some((sense) =>
      sense.effects.some(
        (effect) =>
          (effect.sign < 0 || isAsking(sense, effect)) && frames.fillers(above, effect.role).includes(predicate),
      ),
    );
  }

  /** "tried to convince a court to block X": the court has not done so yet. */
  function isSoughtOfOthers(verb: number): boolean {
    const above = tree.head(verb);
    if (above < 0 || !INDUCING.has(tree.lemma(verb)) || tree.child(verb, "obj", "iobj") < 0) return false;
    return COMPLEMENTS.has(tree.rel(verb)) && TRYING.has(tree.lemma(above));
  }

  /** "dropped its plan to ban X", read as if the dropping were for banning: the noun before the infinitive, or -1. */
  function nounBefore(infinitive: number): number {
    const noun = tree.child(infinitive, "mark") - 1;
    const isHost = noun >= 0 && tree.head(noun) === tree.head(infinitive) && INFINITIVE_NOUNS.has(tree.lemma(noun));
    return isHost ? noun : -1;
  }

  /** "lacked the money to arm X" */
  function isLacking(above: number): boolean {
    const verb = tree.rel(above) === "obj" ? tree.head(above) : above;
    return verb >= 0 && tree.lemma(verb) === "lack";
  }

  /** "reversed its decision to let X in", "dropped plans to ban X": a purpose of one's own that the verb above rejects. */
  function isGivenUp(noun: number): boolean {
    const owner = tree.child(noun, "nmod:poss");
    if (tree.pos(noun) !== "NOUN" || (owner >= 0 && tree.pos(owner) !== "PRON")) return false;
    const verb = tree.head(noun);
    if (verb < 0 || tree.rel(noun) !== "obj") return false;
    return sensesOf(verb).some((sense) =>
      sense.effects.some(({ role, sign }) => sign < 0 && frames.fillers(verb, role).includes(noun)),
    );
  }

  /** "demanded that Berlin stop X": the bare form of the verb says that it is only wished for. */
  function isDemanded(predicate: number, above: number): boolean {
    if (tree.rel(predicate) !== "ccomp" || !DEMANDING_VERBS.has(tree.lemma(above))) return false;
    return tree.form(predicate) === tree.lemma(predicate) && tree.child(predicate, "aux", "cop") < 0;
  }

  /** "hopes that Berlin will stop X", "expressed hope that Berlin would": it is not known what Berlin will do. */
  function isHoped(predicate: number, above: number): boolean {
    if (!/^(?:ccomp|acl)$/.test(tree.rel(predicate))) return false;
    if (!tree.childrenBy(predicate, "aux").some((t) => /^(?:will|would|'ll|might|may|could)$/i.test(tree.form(t))))
      return false;
    return [above, tree.child(above, "obj")].some((t) => t >= 0 && t < predicate && HOPING.has(tree.lemma(t)));
  }

  function isDenied(noun: number): boolean {
    if (tree.pos(noun) !== "NOUN") return false;
    let child = noun;
    for (let head = tree.head(noun); head >= 0; child = head, head = tree.head(head)) {
      const rel = tree.rel(child);
      if (rel !== "obj" && rel !== "obl" && rel !== "nmod" && rel !== "conj" && tree.dep(child) !== "nsubj:pass")
        return false;
      const rejects = sensesOf(head).some((sense) =>
        sense.effects.some(
          ({ role, sign }) => sign <= 0 && role !== "comp" && frames.fillers(head, role).includes(child),
        ),
      );
      if (rejects) return true;
      if (isClause(head)) return grader.grade(head).negated;
    }
    return false;
  }

  function isDisclaimed(token: number): boolean {
    let child = token;
    for (let head = tree.head(token); head >= 0; child = head, head = tree.head(head)) {
      if (EVIDENCE.has(tree.lemma(head)) && isMissing(head)) return true;
      const rel = tree.rel(child);
      if (rel === "ccomp" || rel === "xcomp" || rel === "advcl" || rel === "acl" || rel === "csubj") {
        if (isUntrueHere(head, child)) return true;
      }
    }
    const noun = tree.head(token);
    return noun >= 0 && isEnded(token);
  }

  /** "found no evidence", "never found proof", "there is no sign" */
  function isMissing(evidence: number): boolean {
    if (tree.pos(evidence) !== "NOUN") return false;
    if (grader.grade(evidence).negated) return true;
    const verb = tree.rel(evidence) === "obj" ? tree.head(evidence) : -1;
    return verb >= 0 && grader.grade(verb).negated;
  }

  function isDoubted(token: number): boolean {
    const above = tree.head(token);
    if (above < 0 || tree.rel(token) !== "ccomp") return false;
    return sensesOf(above).some(
      ({ kind, factuality, effects }) =>
        kind !== "event" && factuality !== "statement" && effects.some(({ role, sign }) => role === "comp" && sign < 0),
    );
  }

  function isUntrueHere(head: number, clause: number): boolean {
    const lemma = tree.lemma(head);
    if (tree.pos(head) === "VERB" && DENYING_VERBS.has(lemma)) {
      return tree.rel(clause) !== "advcl" && !grader.grade(head).negated && !isOthers(head, clause);
    }
    if (CLAIM_NOUNS.has(lemma)) {
      const verb = tree.head(head);
      return verb >= 0 && DENYING_VERBS.has(tree.lemma(verb)) && frames.fillers(head, "poss").length === 0;
    }
    if (TRUE.has(lemma)) return grader.grade(head).negated;
    if (UNTRUE.has(lemma)) return !grader.grade(head).negated;
    // "stopped short of condemning"
    if (lemma === "short") return true;
    return lemma === "stop" && tree.children(head).some((t) => tree.lemma(t) === "short" && t < clause);
  }

  /** "rejected Warsaw's claim that X is a threat": the clause hangs on the verb, but it is what Warsaw claims. */
  function isOthers(verb: number, clause: number): boolean {
    const noun = tree.child(verb, "obj");
    return noun >= 0 && noun < clause && CLAIM_NOUNS.has(tree.lemma(noun)) && frames.fillers(noun, "poss").length > 0;
  }

  /** "withdrew its support", "sanctions imposed on X were lifted": a noun of attitude under a verb that ends it. */
  function isEnded(token: number): boolean {
    const noun = tree.dep(token) === "acl" && tree.xpos(token) === "VBN" ? tree.head(token) : token;
    if (tree.pos(noun) !== "NOUN") return false;
    const isObject = tree.rel(noun) === "obj" || tree.dep(noun) === "nsubj:pass";
    // "urged X to end its attacks": so far they go on.
    const verb = tree.head(noun);
    if (!isObject || !endsNoun(verb, noun) || isUnrealized(verb)) return false;
    // "lost its battle with X": who loses has fought.
    return !(tree.lemma(verb) === "lose" && CONTESTS.has(tree.lemma(noun)));
  }

  function endsNoun(verb: number, noun: number): boolean {
    const lemma = tree.lemma(verb);
    return ENDING_VERBS.has(lemma) || (LEAVING.has(lemma) && LEAGUES.has(tree.lemma(noun)));
  }

  return { isUnrealized, isDenied, isDisclaimed, isDoubted };
}

/** "urged X to act", "called for X to act": the clause, or the one who should act where the parse took X for the object. */
export function isAsking(sense: Sense, { role, sign }: Effect): boolean {
  if (sense.kind !== "say") return false;
  // "warned X not to interfere"
  if (sense.lemma === "warn" && role === "comp") return true;
  if (sign <= 0) return false;
  return role === "comp" || (role === "for" && sense.effects.some((other) => other.role === "comp" && other.sign > 0));
}
