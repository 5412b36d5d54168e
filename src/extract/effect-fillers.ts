import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { Frames } from "./frames.ts";
import { casesOf, companionNoun, isPassive } from "./predicate-forms.ts";
import type { Effect, Sense } from "./stance-lexicon.ts";

/** The words that an effect of a predicate is about, in the order of its frame. */
export type EffectFillers = (predicate: number, sense: Sense, effect: Effect) => readonly number[];

/** Verbs that mean nothing hostile of a place. */
const IN_PLACES = new Set([
  "contest",
  "leave",
  "seize",
  "capture",
  "retake",
  "recapture",
  "storm",
  "overrun",
  "evacuate",
]);
const SETTLEMENTS = new Set("town city village port airport suburb district province hill bridge border".split(" "));
/** Verbs whose pronoun object is what was said before. */
const FACT_VERBS = new Set(["deny", "dispute", "confirm", "admit", "acknowledge", "regret", "doubt"]);
/** Tokens in which an object that the parse lost is looked for. */
const LOST_WITHIN = 14;

/** Makes the function that tells which words a predicate's effect is about. */
export function createEffectFillers(
  tree: Tree,
  frames: Frames,
  actors: Actors,
  mentions: readonly Mention[],
  sensesOf: (token: number) => readonly Sense[],
): EffectFillers {
  function candidates(predicate: number, sense: Sense, { role }: Effect): readonly number[] {
    const found = frames.fillers(predicate, role);
    if (found.length === 0 && role === "attr" && sense.wordClass === "n" && sense.lemma.includes(" ")) {
      return hostOf(predicate);
    }
    if (found.length === 0 && sense.wordClass === "v") {
      return role === "obj" ? lostObject(predicate, sense) : objectsPhrase(predicate, sense, role);
    }
    // "between X and the authors of a book on Y": those named themselves, and nobody behind them.
    return role === "between" ? found.filter((token) => actors.mentionAt(token) >= 0) : found;
  }

  /** "Lebanon won with the help of X", "the agency, under pressure from X, gave in": whom the phrase of the noun is said of. */
  function hostOf(noun: number): readonly number[] {
    const head = tree.head(noun);
    if (head < 0) return [];
    if (tree.pos(head) !== "VERB") {
      const before = tree.extent(noun).first - 1;
      return tree.rel(noun) === "nmod" && before >= 0 && tree.form(before) === "," ? [head] : [];
    }
    return frames.fillers(head, isPassive(tree, head) ? "obj" : "subj");
  }

  /** "cast her ballot for X", "came to the aid of X": of a verb and its noun, the phrase may hang on the noun. */
  function objectsPhrase(verb: number, { lemma }: Sense, role: string): readonly number[] {
    const noun = companionNoun(tree, verb, lemma);
    return noun < 0 ? [] : frames.fillers(noun, role);
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
    // "X and Y clashed with Z": not with each other.
    if (role === "subj" && sense.holder.includes("subj")) return !isWithOthers(predicate);
    // "Israel denied it": what is denied is not Israel's rival.
    if (role === "obj" && FACT_VERBS.has(sense.lemma) && tree.pos(filler) === "PRON") return false;
    // "are contesting Ohio", "left Paris": one is run for and the other travelled from.
    if (role === "obj" && IN_PLACES.has(sense.lemma)) return !isPlace(filler) && !SETTLEMENTS.has(tree.lemma(filler));
    // "warned that X is a threat": who warns holds the judgement, which is read off the judging word itself.
    if (role === "comp" && sign < 0 && sense.factuality === "statement")
      return !sensesOf(filler).some(({ kind }) => kind === "judge");
    return true;
  }

  function isWithOthers(verb: number): boolean {
    return tree
      .childrenBy(verb, "obl")
      .some((t) => casesOf(tree, t).some((mark) => mark === "with" || mark === "against"));
  }

  function isPlace(token: number): boolean {
    const mention = actors.mentionAt(token);
    return mention >= 0 && mentions[mention]!.entityType === "place";
  }

  return (predicate, sense, effect) =>
    candidates(predicate, sense, effect).filter(
      (filler) => filler !== predicate && isAbout(predicate, sense, effect, filler),
    );
}
