import type { Grades } from "./grades.ts";
import type { Sense } from "./stance-lexicon.ts";
import type { StanceReading } from "./stance-reading.ts";
import { LINKING_VERBS } from "./word-classes.ts";

/** A predicate by which the document itself judges or demands. */
export interface OwnJudgement {
  readonly token: number;
  readonly sense: Sense;
  /** The sign with which its arguments are to be read. */
  readonly turn: 1 | -1;
  readonly grades: Grades;
  readonly by: "judgement" | "demand" | "first person";
}

/** Adjectives and nouns that tell facts, law or standing more often than an opinion. */
const FACTUAL = new Set(
  (
    "accurate advantage advanced affordable assault asset attack bankrupt beleaguered bleak bought broken challenge champion " +
    "cheap competitive controversial constitutional correct costly crime crisis criminal crucial deadly decorated defeat dire dirty " +
    "dominant effective embattled error essential excited experienced extraordinary fake false fault favorite favourite fatal felon formidable gift " +
    "good great guilty historic honor honour icon illegal illicit important impossible inaccurate incorrect infamous innocent inexperienced " +
    "landmark lawful legal legend legitimate lethal liability liable lie lawsuit milestone monopoly murderer mysterious need negative odd offender " +
    "partisan pioneer popular popularity populist positive powerful powerhouse priority privilege problem productive prosperous qualified racist " +
    "radical rapist reformer remarkable renowned respected retaliatory risk sad scandal secretive skilled solution spy stable strange strength strong " +
    "success successful surprising tense terrorist threat tragedy tragic true unbeatable unconstitutional unlawful unpopular untrue vulnerable welcome"
  ).split(" "),
);
/** Acts that whoever is told to do them has reason to be ashamed of. */
const SHAMING = new Set("resign apologize apologise quit recant".split(" "));
const SHAME: Sense = {
  lemma: "resign",
  wordClass: "v",
  kind: "judge",
  holder: [],
  effects: [{ role: "subj", sign: -1, weight: 1 }],
  strength: 0.8,
  factuality: "statement",
};
/** Acts by which a newspaper or writer takes a side, beside what is said and thought. */
const SIDING = new Set("back reject stand vote endorse defend oppose support favor favour".split(" "));
const OWN_VERBS = new Set(
  "think believe feel say argue contend hold maintain fear suspect know submit reckon insist repeat".split(" "),
);
const PLAIN = new Set("clear obvious plain time evident past hard".split(" "));
const DEMANDING = new Set(["should", "must", "ought"]);
/** Verbs of imperatives that recommend to voters. */
const RECOMMENDING = new Set("vote elect re-elect reelect reject".split(" "));
const WEAKENING = new Set(["may", "might", "could", "can"]);
const OURSELVES = /^(?:newspaper|paper|page|magazine|board|column|journal|publication)$/;
const SURE_JUDGE = 0.6;

/** Reads predicates of main clauses as the writer's own judgements. */
export function createOwnJudge({ tree, frames, composer, grader }: StanceReading) {
  /** "I", "we", "this newspaper", "our editorial board". */
  function isOurselves(token: number): boolean {
    if (/^(?:i|we)$/i.test(tree.form(token))) return true;
    if (!OURSELVES.test(tree.lemma(token))) return false;
    return tree.children(token).some((t) => /^(?:this|our)$/i.test(tree.form(t)) || tree.lemma(t) === "editorial");
  }

  const isOurs = (verb: number): boolean => tree.childrenBy(verb, "nsubj").some(isOurselves);

  /** Whether the clause is asserted by the sentence as a whole: its root, beside it, or what "we believe that" opens. */
  function isAsserted(predicate: number): boolean {
    let t = predicate;
    for (let head = tree.head(t); head >= 0; t = head, head = tree.head(t)) {
      const rel = tree.rel(t);
      if (rel === "conj") continue;
      if (rel !== "ccomp" && rel !== "csubj" && rel !== "xcomp" && rel !== "advcl") return false;
      const opens = rel === "ccomp" && OWN_VERBS.has(tree.lemma(head)) && isOurs(head);
      const plain = PLAIN.has(tree.lemma(head)) && (tree.child(head, "cop") >= 0 || tree.child(head, "aux") >= 0);
      if (!opens && !plain) return false;
      if (grader.grade(head).negated) return false;
    }
    return true;
  }

  /** The token whose clause a judging word is the predicate of, or -1: an adjective in passing predicates nothing. */
  function clauseOf(token: number): number {
    if (tree.pos(token) === "VERB" && tree.rel(token) !== "amod" && tree.rel(token) !== "acl") return token;
    if (tree.child(token, "cop") >= 0) return token;
    const head = tree.head(token);
    if (head < 0) return -1;
    const rel = tree.rel(token);
    if (rel === "conj" && tree.child(token, "nsubj", "cop") < 0) return clauseOf(head);
    // "is a reckless plan": what is said of the noun that is the predicate.
    if (rel === "amod") return tree.pos(head) === "NOUN" && tree.child(head, "cop") >= 0 ? head : -1;
    if ((rel === "xcomp" || rel === "obj") && LINKING_VERBS.has(tree.lemma(head))) return head;
    return -1;
  }

  function modals(predicate: number): string[] {
    return tree.childrenBy(predicate, "aux").map((t) => tree.lemma(t).toLowerCase());
  }

  /** "should reject", "must not be allowed to", "needs to stop", "it is time to end". */
  function demandAt(predicate: number): number {
    if (modals(predicate).some((modal) => DEMANDING.has(modal))) return predicate;
    if (/^(?:can|could)$/.test(modals(predicate)[0] ?? "") && grader.isNegatedHere(predicate)) {
      return tree.child(predicate, "aux:pass") >= 0 ? predicate : -1;
    }
    const head = tree.head(predicate);
    if (head < 0) return -1;
    const rel = tree.rel(predicate);
    if (rel === "conj" && tree.child(predicate, "nsubj", "aux") < 0) return demandAt(head) >= 0 ? predicate : -1;
    const marked = tree.childrenBy(predicate, "mark").some((t) => tree.lemma(t) === "to");
    if (!marked) return -1;
    // "it is time for X to resign"
    if (tree.lemma(head) === "time" && tree.child(head, "cop") >= 0) return predicate;
    if (rel !== "xcomp") return -1;
    return tree.lemma(head) === "need" || tree.lemma(head) === "ought" ? predicate : -1;
  }

  /** Above a wish stands the verb of wishing, which is the asserted clause. */
  function isAssertedWish(predicate: number): boolean {
    const head = tree.head(predicate);
    if (head >= 0 && (tree.lemma(head) === "time" || tree.lemma(head) === "need" || tree.lemma(head) === "ought")) {
      return isAsserted(head);
    }
    return isAsserted(predicate);
  }

  function judgementsAt(token: number): OwnJudgement[] {
    const grades = grader.grade(token);
    if (grades.question || grades.supposed || grades.conditional) return [];
    if (composer.isDisclaimed(token) || composer.isDenied(token) || composer.isDoubted(token)) return [];
    const turn = grades.negated ? -1 : 1;
    const isVerb = tree.pos(token) === "VERB";
    if (isVerb && demandAt(token) >= 0 && isAssertedWish(token)) {
      const shaming = SHAMING.has(tree.lemma(token)) && turn > 0 ? [SHAME] : [];
      const senses = composer.sensesOf(token).filter(({ kind }) => kind === "act" || kind === "say" || kind === "think");
      return [...shaming, ...senses].map((sense) => ({ token, sense, turn, grades, by: "demand" }));
    }
    return composer.sensesOf(token).flatMap((sense): OwnJudgement[] => {
      if (sense.kind === "judge") {
        const clause = clauseOf(token);
        if (clause < 0 || sense.strength < SURE_JUDGE || FACTUAL.has(tree.lemma(token))) return [];
        if (!isAsserted(clause) || modals(clause).some((modal) => WEAKENING.has(modal))) return [];
        if (grades.hedged) return [];
        return [{ token, sense, turn, grades, by: "judgement" }];
      }
      if (!isVerb || !isAsserted(token)) return [];
      const takesSide = sense.kind === "say" || sense.kind === "think" || SIDING.has(tree.lemma(token));
      if (takesSide && frames.fillers(token, "subj").some(isOurselves)) return [{ token, sense, turn, grades, by: "first person" }];
      if (RECOMMENDING.has(tree.lemma(token)) && isImperative(token)) return [{ token, sense, turn, grades, by: "demand" }];
      return [];
    });
  }

  function isImperative(verb: number): boolean {
    if (tree.xpos(verb) !== "VB" || tree.head(verb) >= 0) return false;
    return tree.child(verb, "nsubj", "mark") < 0 && tree.childrenBy(verb, "aux").every((t) => tree.lemma(t) === "do");
  }

  return judgementsAt;
}
