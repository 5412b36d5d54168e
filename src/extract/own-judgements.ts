import { createDeedTest } from "./deeds.ts";
import type { Grades } from "./grades.ts";
import { isOurselves } from "./ourselves.ts";
import { createDemands } from "./own-demands.ts";
import { createVerdicts } from "./own-verdicts.ts";
import type { Sense } from "./stance-lexicon.ts";
import type { StanceReading } from "./stance-reading.ts";

/** A predicate by which the document itself judges or demands. */
export interface OwnJudgement {
  readonly token: number;
  readonly sense: Sense;
  /** The sign with which its arguments are to be read. */
  readonly turn: 1 | -1;
  readonly grades: Grades;
  readonly by: "judgement" | "demand" | "first person";
}

/** Acts by which a newspaper or writer takes a side, beside what is said and thought. */
const SIDING = new Set("back reject vote endorse defend oppose support favor favour".split(" "));
/** What is said by not saying it: "we do not endorse" is against, "I never thanked" tells nothing. */
const TELLING = new Set("endorse support recommend welcome".split(" "));
/** Words of thought and speech that open a clause of the writer's own: "we believe that …". */
const OPENING = new Set(
  "think believe feel say argue contend hold maintain fear suspect know submit reckon insist repeat".split(" "),
);
/** "It is clear that …" */
const PLAIN = new Set("clear obvious plain evident past".split(" "));
const WEAKENING = new Set(["may", "might", "could", "can"]);

/** Reads predicates of main clauses as the writer's own judgements, demands and words in the first person. */
export function createOwnJudge({
  tree,
  frames,
  actors,
  composer,
  grader,
}: StanceReading): (token: number) => OwnJudgement[] {
  const demands = createDemands(tree, grader);
  const isDeed = createDeedTest(tree, actors, composer.sensesOf);
  const verdicts = createVerdicts(tree, frames, actors, composer.sensesOf);

  /** Whether the sentence as a whole asserts the clause: its root, beside it, or what "we believe that" opens. */
  function isAsserted(predicate: number): boolean {
    let t = predicate;
    for (let head = tree.head(t); head >= 0; t = head, head = tree.head(t)) {
      const rel = tree.rel(t);
      // "Editor's note: X is a liar", read as if the note were a liar.
      if (rel === "conj" || (rel === "appos" && tree.lemma(head) === "note")) continue;
      if (rel !== "ccomp" && rel !== "csubj") return false;
      const isOpened =
        OPENING.has(tree.lemma(head)) && tree.childrenBy(head, "nsubj").some((s) => isOurselves(tree, s));
      const isPlain = PLAIN.has(tree.lemma(head)) && tree.child(head, "cop") >= 0;
      if ((!isOpened && !isPlain) || grader.grade(head).negated) return false;
    }
    return true;
  }

  function isWeakened(clause: number): boolean {
    return tree.childrenBy(clause, "aux").some((t) => WEAKENING.has(tree.lemma(t)));
  }

  function isVerdict(clause: number): boolean {
    return isAsserted(clause) && !isWeakened(clause) && verdicts.isOfDeed(clause);
  }

  function findVerdicts(token: number): Sense[] {
    const own = verdicts.senseAt(token);
    if (own) return isVerdict(token) ? [own] : [];
    return composer.sensesOf(token).filter((sense) => {
      if (sense.kind !== "judge") return false;
      const clause = verdicts.clauseOf(token, sense);
      return clause >= 0 && isVerdict(clause);
    });
  }

  function findDemands(token: number): Sense[] {
    const clause = demands.clauseOf(token);
    if (clause < 0 || !isAsserted(clause)) return [];
    const shame = grader.grade(token).negated ? undefined : demands.shameOf(token);
    const acts = composer
      .sensesOf(token)
      .filter(({ kind }) => kind === "act" || kind === "say" || kind === "think")
      .filter((sense) => isOfDeeds(token, sense));
    return shame ? [shame, ...acts] : acts;
  }

  /** Whether what it is done to or said of is somebody, or an act or words of theirs: not "finance her first year". */
  function isOfDeeds(token: number, { effects }: Sense): boolean {
    return effects.every(({ role }) => frames.fillers(token, role).every(isDeed));
  }

  /** "We endorse", "I oppose", "this newspaper supports". */
  function findOwnWords(token: number): Sense[] {
    if (tree.pos(token) !== "VERB" || !isAsserted(token)) return [];
    if (!frames.fillers(token, "subj").some((subject) => isOurselves(tree, subject))) return [];
    const lemma = tree.lemma(token);
    const isSilent = grader.grade(token).negated && !TELLING.has(lemma);
    return composer
      .sensesOf(token)
      .filter(({ kind }) => kind === "think" || (kind === "say" && !isSilent) || (kind === "act" && SIDING.has(lemma)))
      .filter((sense) => isOfDeeds(token, sense));
  }

  return (token) => {
    const grades = grader.grade(token);
    if (grades.question || grades.supposed || grades.conditional) return [];
    if (composer.isDisclaimed(token) || composer.isDenied(token) || composer.isDoubted(token)) return [];
    const turn = grades.negated ? -1 : 1;
    const read = (by: OwnJudgement["by"], senses: readonly Sense[]): OwnJudgement[] =>
      senses.map((sense) => ({ token, sense, turn, grades, by }));
    const demanded = findDemands(token);
    if (demanded.length > 0) return read("demand", demanded);
    const verdict = grades.hedged ? [] : findVerdicts(token);
    return [...read("judgement", verdict), ...read("first person", findOwnWords(token))];
  };
}
