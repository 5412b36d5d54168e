import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import { createDeedTest, isActorAt } from "./deeds.ts";
import type { Frames } from "./frames.ts";
import type { Sense } from "./stance-lexicon.ts";
import { LINKING_VERBS } from "./word-classes.ts";

/** Reads judging words that are predicated of something. */
export interface Verdicts {
  /** The predicate of the clause that the judging word is part of, or -1: an adjective in passing predicates nothing. */
  clauseOf(token: number, sense: Sense): number;
  /** Whether what the predicate is said of is an actor, an act, or words of theirs: what a judgement of it passes on. */
  isOfDeed(predicate: number): boolean;
  /** What the word says here where the lexicon does not know: "deserves blame", "is the best choice". */
  senseAt(token: number): Sense | undefined;
}

type SensesOf = (token: number) => readonly Sense[];

/** Below this a judging word describes as often as it judges. */
const MIN_STRENGTH = 0.6;
/** Words that tell facts, law or standing more often than what the writer thinks of it. */
const FACTUAL = new Set(
  (
    "accurate advantage advanced affordable assault asset attack backdoor bankrupt beleaguered bleak bought broken bulwark challenge champion " +
    "cheap competitive constitutional controversial cooperative correct costly crime crisis criminal crucial deadly decorated defeat dire dirty " +
    "dominant effective embattled error essential excited experienced extraordinary fake false fatal fault favorite favourite felon formidable " +
    "gift good great guilty historic honor honour icon illegal illicit important impossible improvement inaccurate incorrect infamous innocent " +
    "inexperienced landmark lawful lead leader legal legend legendary legitimate lethal liability liable milestone monopoly murderer mysterious need " +
    "negative odd offender partisan pioneer popular popularity populist positive powerful powerhouse priority privilege problem productive " +
    "prosperous qualified racist radical rapist reformer remarkable renowned respected retaliatory risk robust sad scandal secretive skilled " +
    "solution spy stable strange strength strong success successful surprising tense terrorist threat tragedy tragic true unbeatable " +
    "unconstitutional unlawful unpopular untrue victorious vulnerable welcoming"
  ).split(" "),
);
/** Verbs that judge whoever they are said of, and seldom report. */
const VERDICT_VERBS = new Set(
  "deserve merit blunder dither err fearmonger misjudge overreach overreact overstep scaremonger scapegoat shirk stink make defy beggar".split(
    " ",
  ),
);
const DESERVING = new Set(["deserve", "merit"]);
const GIVEN =
  /^(?:praise|credit|thank|applause|support|vote|respect|admiration|gratitude|backing|better|re-?election|promotion|medal|commendation|honou?r|recognition|win|succeed|serve|lead)$/;
const SUFFERED =
  /^(?:blame|condemnation|censure|criticism|scorn|contempt|rebuke|punishment|defeat|derision|ridicule|opprobrium|impeachment|rejection|lose|fail)$/;
/** What voters are told to take, where it is the best. */
const CHOICES = new Set("choice candidate option pick bet alternative".split(" "));
const BEST = new Set("good best better right sensible superior".split(" "));
const WORST = new Set("bad worst worse wrong poor".split(" "));

export function createVerdicts(tree: Tree, frames: Frames, actors: Actors, sensesOf: SensesOf): Verdicts {
  const isDeed = createDeedTest(tree, actors, sensesOf);

  function clauseOf(token: number, sense: Sense): number {
    const lemma = tree.lemma(token);
    if (sense.strength < MIN_STRENGTH || FACTUAL.has(lemma)) return -1;
    if (sense.wordClass === "v") {
      const rel = tree.rel(token);
      return VERDICT_VERBS.has(lemma) && rel !== "amod" && rel !== "acl" ? token : -1;
    }
    return predicationOf(token);
  }

  function predicationOf(token: number): number {
    if (tree.child(token, "cop") >= 0) return token;
    const head = tree.head(token);
    if (head < 0) return -1;
    const rel = tree.rel(token);
    if (rel === "conj" && tree.child(token, "nsubj", "cop") < 0) return predicationOf(head);
    // "is a reckless plan": what is said of the noun that is the predicate.
    if (rel === "amod") return tree.pos(head) === "NOUN" && tree.child(head, "cop") >= 0 ? head : -1;
    if ((rel === "xcomp" || rel === "obj") && LINKING_VERBS.has(tree.lemma(head))) return head;
    return -1;
  }

  function isOfDeed(predicate: number): boolean {
    const role = tree.pos(predicate) === "VERB" ? "subj" : "attr";
    return frames
      .fillers(predicate, role)
      .every((subject) => (isActorAt(actors, subject) ? !isNarrated(predicate) : isDeed(subject)));
  }

  /** "was gracious in defeat": how somebody was on the day is part of the story; "was wrong to" judges. */
  function isNarrated(predicate: number): boolean {
    if (!tree.childrenBy(predicate, "cop").some((t) => tree.xpos(t) === "VBD")) return false;
    return !/^(?:wrong|right|mistaken)$/.test(tree.lemma(predicate)) && tree.child(predicate, "xcomp", "csubj") < 0;
  }

  function senseAt(token: number): Sense | undefined {
    const lemma = tree.lemma(token);
    if (DESERVING.has(lemma) && tree.pos(token) === "VERB") {
      const due = tree.child(token, "obj", "xcomp");
      const sign = due < 0 ? 0 : signOfDue(due);
      return sign === 0 ? undefined : verdict(lemma, "v", "subj", sign);
    }
    if (CHOICES.has(lemma) && tree.child(token, "cop") >= 0) {
      const marks = tree.childrenBy(token, "amod").map((t) => tree.lemma(t));
      if (marks.some((mark) => BEST.has(mark))) return verdict(lemma, "n", "attr", 1);
      if (marks.some((mark) => WORST.has(mark))) return verdict(lemma, "n", "attr", -1);
    }
    return undefined;
  }

  function signOfDue(due: number): -1 | 0 | 1 {
    const lemma = tree.lemma(due);
    if (GIVEN.test(lemma)) return 1;
    if (SUFFERED.test(lemma)) return -1;
    // "deserves to be fired": what is done to whoever deserves it.
    if (tree.child(due, "aux:pass") < 0) return 0;
    return sensesOf(due).flatMap(({ effects }) => effects.filter(({ role }) => role === "obj"))[0]?.sign ?? 0;
  }

  return { clauseOf, isOfDeed, senseAt };
}

function verdict(lemma: string, wordClass: "v" | "n", role: string, sign: -1 | 1): Sense {
  const effects = [{ role, sign, weight: 1 }];
  return { lemma, wordClass, kind: "judge", holder: [], effects, strength: 0.8, factuality: "statement" };
}
