import type { Tree } from "../language/index.ts";
import type { Composer } from "./composition.ts";
import type { ConceptEntry } from "./concept-lexicon.ts";
import type { ConceptPhrases } from "./concept-phrases.ts";
import type { Frames } from "./frames.ts";
import type { Grader } from "./grades.ts";
import type { Sense } from "./stance-lexicon.ts";

/** A concept that an attitude arrives at, by the token that heads it. */
export interface ConceptTarget {
  readonly token: number;
  readonly sign: -1 | 0 | 1;
  readonly strength: number;
  /** The words on the way, for people: "oppose → obj effort → comp". */
  readonly path: string;
  readonly hedged: boolean;
}

/** Follows attitudes to the concepts that they are about. */
export interface ConceptTargets {
  /** What an attitude of the given sign, held by way of the predicate, arrives at. */
  of(predicate: number, sense: Sense, sign: -1 | 0 | 1): ConceptTarget[];
  /** What it means to be for the thing that the token itself names, negation included. */
  at(token: number, sign: -1 | 1, path: string): ConceptTarget[];
}

const MAX_DEPTH = 5;
/** An attitude handed on from a step or frame to what it is about is a little less sure. */
const HANDED_ON = 0.9;
/** Roles of a noun that hold what it is about, with the sign it hands on. */
const CONTENTS: readonly (readonly [role: string, sign: 1 | -1])[] = [
  ["comp", 1],
  ["for", 1],
  ["of", 1],
  ["against", -1],
];
/** What a step is about can stand before it: "the tax delay". */
const STEP_CONTENTS: typeof CONTENTS = [...CONTENTS, ["compound", 1]];
/** Roles that hold who does or gets something, not what is proposed. */
const ACTORS_ONLY = new Set(["subj", "poss", "by", "iobj", "lent", "into"]);
/** An adjective before its noun mostly says which one is meant ("a safe zone"); only strong words judge it there. */
const JUDGES_INSIDE = 0.8;
const JUDGES = 0.5;

export function createConceptTargets(
  tree: Tree,
  frames: Frames,
  grader: Grader,
  composer: Composer,
  phrases: ConceptPhrases,
): ConceptTargets {
  function through(sense: Sense, predicate: number, sign: -1 | 0 | 1, strength: number, path: string, depth: number) {
    if (sense.kind === "judge" ? saysLittle(predicate, sense) : isNoAttitude(predicate)) return [];
    return sense.effects
      .filter(({ role }) => !ACTORS_ONLY.has(role))
      .flatMap((effect) =>
        frames
          .fillers(predicate, effect.role)
          .filter((filler) => filler !== predicate && tree.sentence(filler) === tree.sentence(predicate))
          .flatMap((filler) =>
            reach(
              filler,
              product(sign, effect.sign),
              strength * sense.strength,
              `${path} → ${effect.role}`,
              false,
              // "is against the ban": the noun is the predicate here, and what the preposition is about.
              tree.pos(predicate) === "ADP" ? depth : depth + 1,
              sense.kind === "say" && effect.sign < 0 && isInfinitive(tree, filler),
            ),
          ),
      );
  }

  function reach(
    token: number,
    sign: -1 | 0 | 1,
    strength: number,
    path: string,
    hedged: boolean,
    depth: number,
    isWarned = false,
  ): ConceptTarget[] {
    if (depth > MAX_DEPTH || strength < 0.15) return [];
    const grades = isClause(token) ? grader.grade(token) : undefined;
    if (grades?.supposed) return [];
    // "suggested it would be a long process": a clause that says what something is proposes nothing.
    if (depth > 0 && tree.pos(token) === "NOUN" && tree.child(token, "cop") >= 0) return [];
    // What a denied verb above leaves was reckoned there; "warn not to" is against the act, as "warn against" is.
    const turned = grades && !isWarned && grader.isNegatedHere(token) ? product(sign, -1) : sign;
    const next = `${path} ${tree.lemma(token)}`;
    const weak = hedged || (grades?.hedged ?? false);
    const entry = phrases.entryAt(token);
    const onward = (roles: typeof CONTENTS, turn: -1 | 1) =>
      roles.flatMap(([role, roleSign]) =>
        frames
          .fillers(token, role)
          .filter((filler) => filler !== token && tree.sentence(filler) === tree.sentence(token))
          .flatMap((filler) =>
            reach(filler, product(turned, roleSign * turn), strength * HANDED_ON, `${next} → ${role}`, weak, depth + 1),
          ),
      );
    const objects: typeof CONTENTS =
      tree.pos(token) === "VERB"
        ? [
            ["obj", 1],
            ["comp", 1],
          ]
        : CONTENTS;
    const here = [{ token, sign: turned, strength, path: next, hedged: weak }];
    switch (entry?.kind) {
      case "mere":
        return [];
      case "light":
        return onward(objects, 1);
      case "plan": {
        const inner = onward(CONTENTS, 1);
        return inner.length > 0 ? inner : here;
      }
      case "step":
        return onward(objects === CONTENTS ? STEP_CONTENTS : objects, entry.through < 0 ? -1 : 1);
      case "measure":
      case "act": {
        const inner = entry.through === 0 ? [] : onward(objects === CONTENTS ? STEP_CONTENTS : objects, entry.through);
        return inner.length > 0 ? inner : here;
      }
      case "idea":
      case "part":
        return here;
      default:
        return composer
          .sensesOf(token)
          .filter(({ kind }) => kind === "act" || kind === "say" || kind === "think")
          .flatMap((sense) => through(sense, token, turned, strength, next, depth));
    }
  }

  /** Taking a measure is a stance on the measure, which is read elsewhere, not on what it is applied to. */
  function isNoAttitude(predicate: number): boolean {
    const entry = phrases.entryAt(predicate);
    return entry?.kind === "mere" || (isMeasure(entry) && entry?.through === 0);
  }

  function saysLittle(predicate: number, { strength }: Sense): boolean {
    if (strength < (tree.rel(predicate) === "amod" ? JUDGES_INSIDE : JUDGES)) return true;
    // "more important than": which of two is better says nothing against either.
    return tree.subtree(predicate).some((t) => tree.lemma(t) === "than");
  }

  function isClause(token: number): boolean {
    const pos = tree.pos(token);
    return pos === "VERB" || pos === "ADJ" || tree.child(token, "cop") >= 0;
  }

  return {
    of: (predicate, sense, sign) => through(sense, predicate, sign, 1, tree.lemma(predicate), 0),
    at: (token, sign, path) => reach(token, sign, 0.8, path, false, 0),
  };
}

function isMeasure(entry: ConceptEntry | undefined): boolean {
  return entry?.kind === "measure" || entry?.kind === "act";
}

function isInfinitive(tree: Tree, token: number): boolean {
  return tree.childrenBy(token, "mark").some((mark) => tree.lemma(mark) === "to");
}

function product(a: number, b: number): -1 | 0 | 1 {
  return (a * b) as -1 | 0 | 1;
}
