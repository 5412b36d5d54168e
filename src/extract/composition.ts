import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import { createDenials, type Denials, isAsking } from "./denials.ts";
import type { Frames } from "./frames.ts";
import type { Grader } from "./grades.ts";
import { createRecall } from "./recall.ts";
import { createSenseFinder } from "./senses.ts";
import type { Effect, Sense, StanceLexicon } from "./stance-lexicon.ts";

/** A mention that an attitude arrives at, with the sign it arrives with. */
export interface Reached {
  readonly mention: number;
  readonly sign: -1 | 0 | 1;
  readonly strength: number;
  /** The words on the way, for people: "block → participation → by". */
  readonly path: string;
  /** Whether a judgement or attitude lies on the way ("risk", "concern"), not only events. */
  readonly evaluative: boolean;
}

export interface Composer extends Denials {
  /** The word's senses here, the best fitting phrasal or prepositional reading alone where there is one. */
  sensesOf(token: number): readonly Sense[];
  /** Everything that an attitude of the given sign toward the predicate's arguments reaches. */
  reachArguments(predicate: number, sense: Sense, sign: -1 | 0 | 1): Reached[];
  /** Actors that hold the sense's attitude, empty where the sentence names none. */
  holdersOf(predicate: number, sense: Sense): number[];
}

const MAX_DEPTH = 5;
/** A neutral noun or verb hands an attitude on to those it belongs to, but less surely. */
const CARRIED = 0.75;
/** To oppose an act is, a little less surely, to oppose whoever does it. */
const BLAMED = 0.8;

/** What a noun recalls from an earlier sentence is less sure than what stands beside it. */
const RECALLED = 0.7;
const ORIGIN = 0.6;
/** Tokens in which an object that the parse lost is looked for. */
const LOST_WITHIN = 14;
/** What somebody makes, and stands behind. */
const WORKS = new Set(["law", "work", "event", "product"]);
/** "the decision" may be another than the last deed told. */
const GUESSED = 0.55;

const CARRIER_ROLES = ["poss", "by", "of", "compound", "with", "from", "lent"];

export function createComposer(
  tree: Tree,
  frames: Frames,
  actors: Actors,
  grader: Grader,
  lexicon: StanceLexicon,
  mentions: readonly Mention[],
): Composer {
  const sensesOf = createSenseFinder(tree, frames, actors, lexicon);
  const denials = createDenials(tree, frames, grader, sensesOf);
  const memory = createRecall(tree, sensesOf, isDeed);

  function reachArguments(predicate: number, sense: Sense, sign: -1 | 0 | 1): Reached[] {
    return argumentsOf(predicate, sense, sign, 1, tree.lemma(predicate), sense.kind !== "event", 0);
  }

  function argumentsOf(
    predicate: number,
    sense: Sense,
    sign: -1 | 0 | 1,
    strength: number,
    path: string,
    evaluative: boolean,
    depth: number,
  ): Reached[] {
    return sense.effects.flatMap((effect) =>
      fillersOf(predicate, sense, effect)
        .filter((filler) => filler !== predicate && isAbout(predicate, sense, effect, filler))
        .flatMap((filler) =>
          reach(
            filler,
            product(sign, effect.sign),
            strength * sense.strength * effect.weight,
            `${path} → ${effect.role}`,
            evaluative,
            depth + 1,
            isAsking(sense, effect),
          ),
        ),
    );
  }

  function fillersOf(predicate: number, sense: Sense, { role }: Effect): readonly number[] {
    const found = frames.fillers(predicate, role);
    if (role === "obj" && found.length === 0 && sense.wordClass === "v") return lostObject(predicate, sense);
    // "between X and the authors of a book on Y": those named themselves, and nobody behind them.
    return role === "between" ? found.filter((token) => actors.mentionAt(token) >= 0) : found;
  }

  /** An object that the parser hung elsewhere: the first name right behind a verb that always takes one. */
  function lostObject(verb: number, sense: Sense): number[] {
    if (sense.strength < 0.8 || sense.kind === "event" || tree.child(verb, "nsubj") < 0) return [];
    if (tree.child(verb, "obj", "ccomp", "xcomp", "obl", "aux:pass", "nsubj:pass") >= 0) return [];
    const end = Math.min(verb + LOST_WITHIN, tree.doc.sentences[tree.sentence(verb)]!.endToken);
    for (let t = verb + 1; t < end; t++) {
      const mention = actors.mentionAt(t);
      if (actors.isInName(t) && mention >= 0 && actors.isActor(mention)) return [mentions[mention]!.head];
      if (/^[,;:.!?"”“()]$/.test(tree.form(t)) || tree.pos(t) === "SCONJ" || tree.child(t, "nsubj") >= 0) return [];
    }
    return [];
  }

  /** Whether the filler of a role is what the predicate is about, and not who holds it or says it. */
  function isAbout(predicate: number, sense: Sense, { role, sign }: Effect, filler: number): boolean {
    // "an outspoken opponent": an adjective that names nobody is no modifier to be for or against.
    if (role === "compound" && tree.pos(filler) === "ADJ" && actors.mentionAt(filler) < 0) return false;
    // "a Democratic opponent", "a German critic": where someone belongs is not whom he is for or against.
    if (role === "compound" && sense.holder.includes("attr") && tree.pos(filler) === "ADJ") return false;
    // "the American ban on X" is no ban on America; "the X ban" is one on X.
    if (role === "compound" && sense.holder.includes("compound")) {
      return (
        tree.pos(filler) !== "ADJ" &&
        !sense.effects.some((other) => other.role !== role && frames.fillers(predicate, other.role).length > 0)
      );
    }
    // "warned that X is a threat": who warns holds the judgement, which is read off the judging word itself.
    if (role === "comp" && sign < 0 && sense.factuality === "statement")
      return !sensesOf(filler).some(({ kind }) => kind === "judge");
    return true;
  }

  /** `isAsked`: this is what someone was urged to do, which says nothing for or against whoever should do it. */
  function reach(
    token: number,
    sign: -1 | 0 | 1,
    strength: number,
    path: string,
    evaluative: boolean,
    depth: number,
    isAsked = false,
  ): Reached[] {
    if (depth > MAX_DEPTH || strength < 0.15) return [];
    // "before reversing himself"
    if (/sel(?:f|ves)$/.test(tree.lemma(token)) && tree.pos(token) === "PRON") return [];
    const mention = actors.mentionAt(token);
    // "is a reliable partner" is said of its subject, whatever kind of person the noun names.
    const isPredicate = tree.pos(token) === "NOUN" && tree.child(token, "cop") >= 0;
    if (mention >= 0 && (actors.isActor(mention) || (mentions[mention]!.entityType === "person" && !isPredicate))) {
      const own = actors.isActor(mention) && !isAsked ? [{ mention, sign, strength, path, evaluative }] : [];
      // "defied the Norwegian campaign to ban X": the campaign stands for Norway and says something of X as well.
      if (mentions[mention]!.kind === "nominal") return [...own, ...throughNoun(token, sign, strength, path, depth)];
      return [...own, ...throughMaker(mention, sign, strength, path, evaluative, depth)];
    }
    const members = mention < 0 || !actors.isActor(mention) ? actors.membersOf(token) : [];
    if (members.length > 0) return members.map((member) => ({ mention: member, sign, strength, path, evaluative }));
    const senses = sensesOf(token);
    const next = `${path} ${tree.lemma(token)}`;
    const grades = isClause(token) ? grader.grade(token) : undefined;
    // "has yet to decide whether to let X in": what is left open is neither wanted nor rejected.
    if (grades?.supposed) return [];
    // "insisted that he had never criticised X": what was not said says nothing.
    if (grades?.negated && senses.some(({ kind }) => kind === "say")) return [];
    const turned = grades?.negated ? product(sign, -1) : sign;
    if (senses.length === 0) {
      return isAsked ? [] : carry(token, turned, strength * CARRIED, next, evaluative, depth);
    }
    const found = senses.flatMap((sense) => [
      ...argumentsOf(token, sense, turned, strength, next, evaluative || isEvaluative(sense), depth),
      ...(isAsked ? [] : blame(token, sense, turned, strength, next, evaluative, depth)),
    ]);
    if (found.length === 0 && !isAsked && isPredicate)
      return carry(token, turned, strength * CARRIED, next, evaluative, depth);
    return found.length > 0 || isAsked ? found : elsewhere(token, turned, strength, next, evaluative, depth);
  }

  /** "Obama's Clean Air Plan", "the Air Act proposed by X": to be against a work is to be against its maker, less surely. */
  function throughMaker(
    mention: number,
    sign: -1 | 0 | 1,
    strength: number,
    path: string,
    evaluative: boolean,
    depth: number,
  ): Reached[] {
    const { head, entityType } = mentions[mention]!;
    if (!WORKS.has(entityType ?? "")) return [];
    return ["poss", "by"]
      .flatMap((role) => frames.fillers(head, role))
      .filter((maker) => maker !== head)
      .flatMap((maker) => reach(maker, sign, strength * BLAMED, `${path} → by`, evaluative, depth + 1));
  }

  /** A noun that names nobody says of others what its relative clause says, or what was told before. */
  function elsewhere(
    noun: number,
    sign: -1 | 0 | 1,
    strength: number,
    path: string,
    evaluative: boolean,
    depth: number,
  ): Reached[] {
    // "the raid that killed X", "a law that bans X"
    const clauses = tree.childrenBy(noun, "acl:relcl").filter((t) => frames.fillers(t, "subj").includes(noun));
    const found = clauses.flatMap((t) =>
      sensesOf(t).flatMap((sense) => {
        const turned = grader.grade(t).negated ? product(sign, -1) : sign;
        return argumentsOf(t, sense, turned, strength, `${path} ${tree.lemma(t)}`, evaluative, depth);
      }),
    );
    return found.length > 0 ? found : recall(noun, sign, strength, path, evaluative, depth);
  }

  /** What an action noun that stands for an actor says of others. */
  function throughNoun(noun: number, sign: -1 | 0 | 1, strength: number, path: string, depth: number): Reached[] {
    return sensesOf(noun)
      .filter(({ kind, wordClass }) => wordClass === "n" && (kind === "act" || kind === "say"))
      .flatMap((sense) =>
        argumentsOf(noun, sense, sign, strength, `${path} ${tree.lemma(noun)}`, true, depth).filter(
          ({ mention }) => !within(noun, mention),
        ),
      );
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
  function recall(
    noun: number,
    sign: -1 | 0 | 1,
    strength: number,
    path: string,
    evaluative: boolean,
    depth: number,
  ): Reached[] {
    for (const { predicate, isSame } of memory.antecedents(noun)) {
      const sure = strength * (isSame ? RECALLED : GUESSED);
      for (const sense of sensesOf(predicate)) {
        if (sense.kind !== "act" && sense.kind !== "event" && sense.kind !== "say") continue;
        const turned = isClause(predicate) && grader.grade(predicate).negated ? product(sign, -1) : sign;
        const known = [
          ...argumentsOf(predicate, sense, turned, sure, path, evaluative, depth),
          ...blame(predicate, sense, sign, sure, path, evaluative, depth),
        ];
        if (known.length > 0) return known;
      }
    }
    return [];
  }

  /** An act that a named actor really did, and that was for or against somebody. */
  function isDeed(token: number): boolean {
    if (!isClause(token)) return false;
    return sensesOf(token).some((sense) => {
      if (sense.kind !== "act" || sense.strength < 0.6) return false;
      const { negated, supposed, question } = grader.grade(token);
      if (negated || supposed || question || holderTokens(token, sense).length === 0) return false;
      return argumentsOf(token, sense, 1, 1, "", true, 1).length > 0;
    });
  }

  function isClause(token: number): boolean {
    const pos = tree.pos(token);
    return pos === "VERB" || pos === "ADJ" || tree.child(token, "cop") >= 0;
  }

  function isEvaluative(sense: Sense): boolean {
    return sense.kind === "judge" || sense.kind === "think";
  }

  /** Whoever does what is favoured or rejected is favoured or rejected with it. */
  function blame(
    token: number,
    sense: Sense,
    sign: -1 | 0 | 1,
    strength: number,
    path: string,
    evaluative: boolean,
    depth: number,
  ): Reached[] {
    if (sense.kind === "judge" || sense.kind === "event") return [];
    return holderTokens(token, sense).flatMap((holder) =>
      reach(holder, sign, strength * BLAMED, `${path} → by`, evaluative, depth + 1),
    );
  }

  /** Words that the lexicon does not know pass the attitude on to whom they belong, or to who does them. */
  function carry(
    token: number,
    sign: -1 | 0 | 1,
    strength: number,
    path: string,
    evaluative: boolean,
    depth: number,
  ): Reached[] {
    // "lamented that X did not match Y": what a verb that says nothing denies says nothing.
    if (tree.pos(token) === "VERB" && grader.grade(token).negated) return [];
    for (const role of carrierRoles(token)) {
      const found = frames
        .fillers(token, role)
        .filter((filler) => filler !== token)
        .flatMap((filler) => {
          // "a German club" is not Germany, nor "a 5G network" 5G: these carry less than possession.
          const carried = role === "compound" && isOrigin(filler) ? strength * ORIGIN : strength;
          return reach(filler, sign, carried, `${path} → ${role}`, evaluative, depth + 1);
        });
      if (found.length > 0) return found;
    }
    return tree.pos(token) === "NOUN" ? elsewhere(token, sign, strength, path, evaluative, depth) : [];
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

  function holderTokens(predicate: number, sense: Sense): readonly number[] {
    for (const name of sense.holder) {
      // "was unpersuaded by X": an adjective of attitude that was tagged as a passive verb has no agent.
      const role = name === "subj" && sense.wordClass === "a" && tree.pos(predicate) === "VERB" ? "attr" : name;
      const found = frames
        .fillers(predicate, role)
        .filter((filler) => filler !== predicate && actors.actorsOf(filler).length > 0)
        .filter((filler) => role !== "between" || actors.mentionAt(filler) >= 0);
      if (found.length > 0) return found;
    }
    return [];
  }

  function hasCase(token: number, preposition: string): boolean {
    return tree.childrenBy(token, "case").some((mark) => tree.lemma(mark) === preposition);
  }

  function holdersOf(predicate: number, sense: Sense): number[] {
    const named = holderTokens(predicate, sense).flatMap((token) => actors.actorsOf(token));
    if (named.length > 0) return [...new Set(named)];
    // "is in favour of X", "was at odds with X": a predicate in a phrase is its subject's.
    if (sense.holder.length > 0 && tree.child(predicate, "cop") >= 0 && tree.child(predicate, "case") >= 0) {
      const subjects = frames.fillers(predicate, "attr").flatMap((token) => actors.actorsOf(token));
      if (subjects.length > 0) return [...new Set(subjects)];
    }
    // "spoke in support of X", "marched in protest against X": whoever does that holds it.
    if (sense.holder.length > 0 && tree.rel(predicate) === "obl" && hasCase(predicate, "in")) {
      const doers = frames.fillers(tree.head(predicate), "subj").flatMap((token) => actors.actorsOf(token));
      if (doers.length > 0) return [...new Set(doers)];
    }
    // "launched a boycott of X": the one who launches it, and not the one whom it is of.
    if (sense.holder.length > 0 && sense.effects.some(({ role }) => role === "of")) {
      const lenders = frames.fillers(predicate, "lent").flatMap((token) => actors.actorsOf(token));
      if (lenders.length > 0) return [...new Set(lenders)];
    }
    // "issued a warning": the noun's holder is the subject of the verb that lends itself to it.
    const actor = sense.holder.length > 0 && tree.pos(predicate) === "NOUN" ? actors.actorOf(predicate) : -1;
    return actor >= 0 ? [actor] : [];
  }

  return { sensesOf, reachArguments, ...denials, holdersOf };
}

function product(a: -1 | 0 | 1, b: -1 | 0 | 1): -1 | 0 | 1 {
  return (a * b) as -1 | 0 | 1;
}
