import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { Frames } from "./frames.ts";
import { companionNoun, isPassive } from "./predicate-forms.ts";
import type { Sense } from "./stance-lexicon.ts";

/** Finds who holds what a predicate of the lexicon states. */
export interface Holders {
  /** Actors that hold the sense's attitude, empty where the sentence names none. */
  holdersOf(predicate: number, sense: Sense): number[];
  /** The words that fill the first filled role of a holder and stand for an actor. */
  holderTokens(predicate: number, sense: Sense): readonly number[];
}

export function createHolders(tree: Tree, frames: Frames, actors: Actors): Holders {
  function holderTokens(predicate: number, sense: Sense): readonly number[] {
    for (const name of sense.holder) {
      // "was unpersuaded by X": an adjective of attitude that was tagged as a passive verb has no agent.
      const role = name === "subj" && sense.wordClass === "a" && tree.pos(predicate) === "VERB" ? "attr" : name;
      const found = fillersOf(predicate, sense, role)
        .filter((filler) => filler !== predicate && actors.actorsOf(filler).length > 0)
        .filter((filler) => role !== "between" || actors.mentionAt(filler) >= 0);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** "came under fire from X": of a verb and its noun, the phrase may hang on the noun. */
  function fillersOf(predicate: number, { lemma, wordClass }: Sense, role: string): readonly number[] {
    const own = frames.fillers(predicate, role);
    if (own.length > 0 || wordClass !== "v" || role === "subj") return own;
    const noun = companionNoun(tree, predicate, lemma);
    return noun < 0 ? own : frames.fillers(noun, role);
  }

  function hasCase(token: number, preposition: string): boolean {
    return tree.childrenBy(token, "case").some((mark) => tree.lemma(mark) === preposition);
  }

  /** The actors that fill a role, each once. */
  function actorsIn(predicate: number, role: string): number[] {
    return [...new Set(frames.fillers(predicate, role).flatMap((token) => actors.actorsOf(token)))];
  }

  function holdersOf(predicate: number, sense: Sense): number[] {
    if (sense.holder.length === 0) return [];
    const named = holderTokens(predicate, sense).flatMap((token) => actors.actorsOf(token));
    if (named.length > 0) return [...new Set(named)];
    // "is in favour of X", "was at odds with X": a predicate in a phrase is its subject's.
    if (tree.child(predicate, "cop") >= 0 && tree.child(predicate, "case") >= 0) {
      const subjects = actorsIn(predicate, "attr");
      if (subjects.length > 0) return subjects;
    }
    // "spoke in support of X", "marched in protest against X", "is locked in a dispute with X": whoever does that holds it.
    if (tree.rel(predicate) === "obl" && hasCase(predicate, "in")) {
      const verb = tree.head(predicate);
      const doers = actorsIn(verb, isPassive(tree, verb) ? "obj" : "subj");
      if (doers.length > 0) return doers;
    }
    // "launched a boycott of X": the one who launches it, and not the one whom it is of.
    if (sense.effects.some(({ role }) => role === "of")) {
      const lenders = actorsIn(predicate, "lent");
      if (lenders.length > 0) return lenders;
    }
    // "issued a warning": the noun's holder is the subject of the verb that lends itself to it.
    // "Critics of X, like Y and Z": those of them that are named.
    return tree.pos(predicate) === "NOUN" ? [...actors.actorsOf(predicate)] : [];
  }

  return { holdersOf, holderTokens };
}
