import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import {
  type Attitude,
  arriveAt,
  handOn,
  isSpent,
  product,
  type Reached,
  type Sign,
  startAttitude,
  turnIf,
} from "./attitude.ts";
import { createDenials, type Denials, isAsking } from "./denials.ts";
import { createEffectFillers } from "./effect-fillers.ts";
import type { Frames } from "./frames.ts";
import type { Grader } from "./grades.ts";
import { createHolders, type Holders } from "./holders.ts";
import { createOwners } from "./owners.ts";
import { type Antecedent, createRecall } from "./recall.ts";
import { createSenseFinder } from "./senses.ts";
import type { Sense, StanceLexicon } from "./stance-lexicon.ts";
import { isPointer, topicOf } from "./topics.ts";

export interface Composer extends Denials, Pick<Holders, "holdersOf"> {
  /** The word's senses here, the best fitting phrasal or prepositional reading alone where there is one. */
  sensesOf(token: number): readonly Sense[];
  /** Everything that an attitude of the given sign toward the predicate's arguments reaches. */
  reachArguments(predicate: number, sense: Sense, sign: Sign): Reached[];
}

/** A neutral noun or verb hands an attitude on to those it belongs to, but less surely. */
const CARRIED = 0.75;
/** To oppose an act is, a little less surely, to oppose whoever does it. */
const BLAMED = 0.8;
/** What a noun recalls from an earlier sentence is less sure than what stands beside it. */
const RECALLED = 0.7;
/** "the decision" may be another than the last deed told. */
const GUESSED = 0.55;
/** To be against somebody's plan, told of before, is to be against whose it is. */
const OWNED = 0.6;
const ORIGIN = 0.6;
/** What somebody makes, and stands behind. */
const WORKS = new Set(["law", "work", "event", "product"]);

/** Verbs for what one would like others to do. */
const HOPING = new Set(["hope", "want", "wish", "expect", "like", "prefer", "pray", "wait"]);

/** Nouns behind the name of the thing itself: "the Medicaid program" is Medicaid. */
const NAMED_KINDS = new Set(
  "program programme scheme plan policy law act bill treaty accord agreement deal pact project visa system vaccine drug app".split(
    " ",
  ),
);

/** Participles for what a thing is there to do. */
const INTENDED = new Set("design mean intend aim seek draft craft calculate".split(" "));

const CARRIER_ROLES = ["poss", "by", "of", "compound", "with", "from", "lent"];

export function createComposer(
  tree: Tree,
  frames: Frames,
  actors: Actors,
  grader: Grader,
  lexicon: StanceLexicon,
  mentions: readonly Mention[],
): Composer {
  const sensesOf = createSenseFinder(tree, lexicon, actors.isInName);
  const denials = createDenials(tree, frames, grader, sensesOf);
  const { holdersOf, holderTokens } = createHolders(tree, frames, actors);
  const effectFillers = createEffectFillers(tree, frames, actors, mentions, sensesOf);
  const memory = createRecall(tree, sensesOf, isDeed);
  const deeds = new Map<number, boolean>();
  const { ownersOf } = createOwners(tree, frames, actors, grader);

  /** What the attitude toward a predicate means for the predicate's own arguments. */
  function toArguments(predicate: number, sense: Sense, attitude: Attitude, isAsked = false): Reached[] {
    return sense.effects.flatMap((effect) => {
      // "urged X to halt the sale": what it means for X that the sale ends says nothing of X.
      if (isAsked && effect.role === "subj" && effect.sign > 0 && tree.child(predicate, "nsubj") < 0) return [];
      const fillers = effectFillers(predicate, sense, effect);
      if (fillers.length === 0) return [];
      const step = handOn(attitude, effect.role, attitude.strength * sense.strength * effect.weight);
      const handed = { ...step, sign: product(attitude.sign, effect.sign) };
      return fillers.flatMap((filler) => reach(filler, handed, isAsking(sense, effect)));
    });
  }

  /** `isAsked`: this is what someone was urged to do, which says nothing for or against whoever should do it. */
  function reach(token: number, attitude: Attitude, isAsked = false): Reached[] {
    if (isSpent(attitude)) return [];
    // "before reversing himself"
    if (/sel(?:f|ves)$/.test(tree.lemma(token)) && tree.pos(token) === "PRON") return [];
    const topic = isPointer(tree, token) ? topicOf(tree, token) : -1;
    if (topic >= 0) return reach(topic, attitude, isAsked);
    const mention = actors.mentionAt(token);
    // "is a reliable partner" is said of its subject, whatever kind of person the noun names.
    const isPredicate = tree.pos(token) === "NOUN" && tree.child(token, "cop") >= 0;
    const isActor = mention >= 0 && actors.isActor(mention);
    // "rivals such as X and Y": an unnamed group is those of it that are named.
    const members = isActor ? [] : actors.membersOf(token);
    if (members.length > 0) return members.map((member) => arriveAt(member, attitude));
    if (isActor || (mention >= 0 && mentions[mention]!.entityType === "person" && !isPredicate)) {
      const own = isActor && !isAsked ? [arriveAt(mention, attitude)] : [];
      // "defied the Norwegian campaign to ban X": the campaign stands for Norway and says something of X as well.
      const isNominal = mentions[mention]!.kind === "nominal";
      return [...own, ...(isNominal ? throughNoun(token, attitude) : throughMaker(mention, attitude))];
    }
    if (/^(?:this|that)$/i.test(tree.form(token)) && isPointer(tree, token) && !isAsked && !attitude.recalled)
      return throughDeed(token, attitude);
    return throughPredicate(token, attitude, isAsked, isPredicate);
  }

  /** What the word itself says of others, or whom it belongs to. */
  function throughPredicate(token: number, attitude: Attitude, isAsked: boolean, isPredicate: boolean): Reached[] {
    const senses = sensesOf(token);
    const grades = isClause(token) ? grader.grade(token) : undefined;
    // "has yet to decide whether to let X in": what is left open is neither wanted nor rejected.
    if (grades?.supposed) return [];
    // "insisted that he had never criticised X": what was not said says nothing.
    if (grades?.negated && senses.some(({ kind }) => kind === "say")) return [];
    const next = past(token, turnIf(grades !== undefined && isTurned(token, grades.negated, attitude), attitude));
    if (senses.length === 0) return isAsked ? [] : carry(token, weaken(next, CARRIED));
    // "a disgusting fraud" is not the opposite of a fraud: the noun says by itself what it says.
    const saying = attitude.path.endsWith("→ attr") ? senses.filter(({ kind }) => kind !== "judge") : senses;
    const found = saying.flatMap((sense) => [
      ...toArguments(token, sense, { ...next, evaluative: next.evaluative || isEvaluative(sense) }, isAsked),
      ...(isAsked ? [] : blame(token, sense, next)),
    ]);
    if (found.length > 0 || isAsked || saying.length < senses.length) return found;
    // "froze the assets of X": what the noun is worth says nothing of whose it is.
    const isJudging = senses.every(({ kind }) => kind === "judge");
    if (isPredicate || isJudging) return carry(token, weaken(next, CARRIED));
    const told = elsewhere(token, next);
    return told.length > 0 ? told : toDoer(token, senses, weaken(next, CARRIED));
  }

  /** "'This is a disgrace,' said Roe": the deed that the sentence before tells is its doer's. */
  function throughDeed(pointer: number, attitude: Attitude): Reached[] {
    const told = handOn({ ...attitude, recalled: true }, "by", attitude.strength * OWNED);
    return memory.deedBefore(pointer).flatMap(({ predicate }) => {
      const act = sensesOf(predicate).find(({ kind }) => kind === "act");
      return act ? holderTokens(predicate, act).flatMap((holder) => reach(holder, told)) : [];
    });
  }

  /** Whether the clause turns the attitude: "does not want X to win" was turned where the attitude began. */
  function isTurned(token: number, isNegated: boolean, { path }: Attitude): boolean {
    const above = tree.head(token);
    if (!isNegated || above < 0 || !path.endsWith("→ comp")) return isNegated;
    return grader.isNegatedHere(above) ? grader.isNegatedHere(token) : true;
  }

  function past(token: number, attitude: Attitude): Attitude {
    return { ...attitude, path: `${attitude.path} ${tree.lemma(token)}` };
  }

  /** "Obama's Clean Air Plan", "the Air Act proposed by X": to be against a work is to be against its maker, less surely. */
  function throughMaker(mention: number, attitude: Attitude): Reached[] {
    const { head, entityType } = mentions[mention]!;
    if (!WORKS.has(entityType ?? "")) return [];
    const makers = ["poss", "by"].flatMap((role) => frames.fillers(head, role)).filter((maker) => maker !== head);
    return makers.flatMap((maker) => reach(maker, handOn(attitude, "by", attitude.strength * BLAMED)));
  }

  /** A noun that names nobody says of others what its relative clause says, or what was told before. */
  function elsewhere(noun: number, attitude: Attitude): Reached[] {
    // "the raid that killed X", "a law that bans X"
    const clauses = [
      ...tree.childrenBy(noun, "acl:relcl").filter((t) => frames.fillers(t, "subj").includes(noun)),
      // "a bill designed to weaken X"
      ...tree
        .childrenBy(noun, "acl")
        .filter((t) => INTENDED.has(tree.lemma(t)))
        .flatMap((t) => frames.fillers(t, "comp")),
      // "a resolution condemning X"
      ...tree.childrenBy(noun, "acl").filter((t) => tree.xpos(t) === "VBG" && tree.child(t, "mark", "case") < 0),
    ];
    const found = clauses.flatMap((t) =>
      sensesOf(t).flatMap((sense) => toArguments(t, sense, past(t, turnIf(grader.grade(t).negated, attitude)))),
    );
    return found.length > 0 ? found : recall(noun, attitude);
  }

  /** "Acme's purchase of a bank": whoever brings about an event that touches nobody named. */
  function toDoer(noun: number, senses: readonly Sense[], attitude: Attitude): Reached[] {
    if (tree.pos(noun) !== "NOUN" || !senses.every(({ kind }) => kind === "event")) return [];
    for (const role of ["poss", "by"]) {
      const doers = frames
        .fillers(noun, role)
        .flatMap((doer) => reach(doer, handOn(attitude, role, attitude.strength)));
      if (doers.length > 0) return doers;
    }
    return [];
  }

  /** What an action noun that stands for an actor says of others. */
  function throughNoun(noun: number, attitude: Attitude): Reached[] {
    return sensesOf(noun)
      .filter(({ kind, wordClass }) => wordClass === "n" && (kind === "act" || kind === "say"))
      .flatMap((sense) => toArguments(noun, sense, { ...past(noun, attitude), evaluative: true }))
      .filter(({ mention }) => !within(noun, mention));
  }

  /** Whether the mention only says whose noun it is. */
  function within(noun: number, mention: number): boolean {
    const { head } = mentions[mention]!;
    return tree.head(head) === noun && head < noun;
  }

  /**
   * "the ban", "this designation", "the decision": a definite noun that says nothing of its arguments stands for an event
   * told before, so the attitude reaches whoever that one did.
   */
  function recall(noun: number, attitude: Attitude): Reached[] {
    const told = { ...attitude, recalled: true };
    const antecedents = memory.antecedents(noun);
    const same = firstReached(
      antecedents.filter(({ isSame }) => isSame),
      weaken(told, RECALLED),
    );
    if (same.length > 0) return same;
    const owned = handOn(told, "of", attitude.strength * OWNED);
    const owners = ownersOf(noun).flatMap((owner) => reach(owner, owned));
    if (owners.length > 0) return owners;
    return firstReached(
      antecedents.filter(({ isSame }) => !isSame),
      weaken(told, GUESSED),
    );
  }

  function firstReached(antecedents: readonly Antecedent[], recalled: Attitude): Reached[] {
    for (const { predicate } of antecedents) {
      for (const sense of sensesOf(predicate)) {
        if (sense.kind !== "act" && sense.kind !== "event" && sense.kind !== "say") continue;
        const isDenied = isClause(predicate) && grader.grade(predicate).negated;
        const known = [
          ...toArguments(predicate, sense, turnIf(isDenied, recalled)),
          ...blame(predicate, sense, recalled),
        ];
        if (known.length > 0) return known;
      }
    }
    return [];
  }

  function isDeed(token: number): boolean {
    let known = deeds.get(token);
    if (known === undefined) {
      known = readDeed(token);
      deeds.set(token, known);
    }
    return known;
  }

  /** An act that a named actor really did, and that was for or against somebody. */
  function readDeed(token: number): boolean {
    if (!isClause(token)) return false;
    return sensesOf(token).some((sense) => {
      if (sense.kind !== "act" || sense.strength < 0.6) return false;
      const { negated, supposed, question } = grader.grade(token);
      if (negated || supposed || question || holderTokens(token, sense).length === 0) return false;
      return toArguments(token, sense, { ...startAttitude(1, "", true), depth: 1 }).length > 0;
    });
  }

  function isClause(token: number): boolean {
    const pos = tree.pos(token);
    return pos === "VERB" || pos === "ADJ" || tree.child(token, "cop") >= 0;
  }

  /** Whoever does what is favoured or rejected is favoured or rejected with it. */
  function blame(token: number, sense: Sense, attitude: Attitude): Reached[] {
    if (sense.kind === "judge" || sense.kind === "event") return [];
    // "hoped that the agency would approve X": what it is hoped to do says nothing of the agency.
    const above = tree.head(token);
    if (above >= 0 && HOPING.has(tree.lemma(above)) && /^[cx]comp$/.test(tree.rel(token))) return [];
    const blamed = handOn(attitude, "by", attitude.strength * BLAMED);
    return holderTokens(token, sense).flatMap((holder) => reach(holder, blamed));
  }

  /** Words that the lexicon does not know pass the attitude on to whom they belong, or to who does them. */
  function carry(token: number, attitude: Attitude): Reached[] {
    // "lamented that X did not match Y": what a verb that says nothing denies says nothing.
    if (tree.pos(token) === "VERB" && grader.grade(token).negated) return [];
    for (const role of carrierRoles(token)) {
      const found = frames
        .fillers(token, role)
        .filter((filler) => filler !== token)
        .flatMap((filler) => {
          // "a German club" is not Germany, nor "a 5G network" 5G: these carry less than possession.
          const part = role === "compound" && isOrigin(filler) && !NAMED_KINDS.has(tree.lemma(token)) ? ORIGIN : 1;
          return reach(filler, handOn(attitude, role, attitude.strength * part));
        });
      if (found.length > 0) return found;
    }
    return tree.pos(token) === "NOUN" ? elsewhere(token, attitude) : [];
  }

  function isOrigin(token: number): boolean {
    const mention = actors.mentionAt(token);
    return tree.pos(token) === "ADJ" || (mention >= 0 && mentions[mention]!.entityType === "product");
  }

  function carrierRoles(token: number): readonly string[] {
    if (tree.pos(token) === "VERB") return ["comp", "subj"];
    if (tree.pos(token) === "ADJ") return ["attr"];
    // "X is a reliable partner": what is said of the noun is said of its subject.
    return tree.child(token, "cop") >= 0 ? ["attr", ...CARRIER_ROLES] : CARRIER_ROLES;
  }

  return {
    sensesOf,
    reachArguments: (predicate, sense, sign) =>
      toArguments(predicate, sense, startAttitude(sign, tree.lemma(predicate), sense.kind !== "event")),
    ...denials,
    holdersOf,
  };
}

function weaken(attitude: Attitude, factor: number): Attitude {
  return { ...attitude, strength: attitude.strength * factor };
}

function isEvaluative(sense: Sense): boolean {
  return sense.kind === "judge" || sense.kind === "think";
}
