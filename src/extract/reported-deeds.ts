import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { Composer } from "./composition.ts";
import type { Frames } from "./frames.ts";
import type { Grader } from "./grades.ts";
import { createDemands } from "./own-demands.ts";
import type { PolarityLexicon } from "./sentiment-features-words.ts";
import type { Sense } from "./stance-lexicon.ts";

/** Gives the judgement that lies in telling what somebody does, as a sense with the doer for its target; or nothing. */
export type DeedSenses = (token: number) => readonly Sense[];

/** To tell of harm is to blame, if not always. */
const HARM = 0.36;
/** To tell of good done is less often praise. */
const GOOD = 0.3;
/** Words less good or bad than this are neither. */
const NEUTRAL = 0.25;
/** Roles of what suffers or gains. */
const DONE_TO = new Set(["obj", "against", "to", "in"]);

/**
 * "Roe said Acme had misled investors", "Roe says the plan would cost jobs": whoever tells that somebody harms people or
 * good things is against the doer, and for him if he helps them or harms bad things. What is done to a named actor tells
 * nothing of this kind.
 *
 */
export function createDeedSenses(
  tree: Tree,
  frames: Frames,
  actors: Actors,
  grader: Grader,
  mentions: readonly Mention[],
  polarity: PolarityLexicon,
  { sensesOf, isUnrealized }: Pick<Composer, "sensesOf" | "isUnrealized">,
): DeedSenses {
  const demands = createDemands(tree, grader);

  /** 1 for the better, -1 for the worse, 0 for what says neither or is about a named actor. */
  function outcome(verb: number, sense: Sense): number {
    for (const { role, sign } of sense.effects) {
      if (!DONE_TO.has(role) || sign === 0) continue;
      const fillers = frames.fillers(verb, role).filter((t) => tree.pos(t) === "NOUN");
      if (fillers.length === 0) continue;
      if (fillers.some((t) => actors.mentionAt(t) >= 0 && actors.isActor(actors.mentionAt(t)))) return 0;
      const worth = Math.min(...fillers.map(worthOf));
      if (sign > 0 && Math.abs(worth) < NEUTRAL) return 0;
      return worth <= -NEUTRAL ? -sign : sign;
    }
    return 0;
  }

  /** How good or bad the noun is, with what is said of it: "higher prices". People are good, unless the noun judges them. */
  function worthOf(noun: number): number {
    const mention = actors.mentionAt(noun);
    if (mention >= 0 && /^(?:person|group)$/.test(mentions[mention]!.entityType ?? "")) {
      const isJudged = sensesOf(noun).some(
        ({ kind, effects }) => kind === "judge" && effects.some(({ sign }) => sign < 0),
      );
      return isJudged ? -1 : 1;
    }
    const own = polarity.polarityOf(tree.lemma(noun), "n");
    const modifiers = tree.childrenBy(noun, "amod").map((t) => polarity.polarityOf(tree.lemma(t), "a"));
    return [own, ...modifiers].reduce((best, one) => (Math.abs(one) > Math.abs(best) ? one : best), 0);
  }

  return (token) => {
    if (tree.pos(token) !== "VERB") return [];
    const { negated, deontic } = grader.grade(token);
    // "said Roe should resign"
    const shame = deontic && !negated ? demands.shameOf(token) : undefined;
    if (shame) return [shame];
    const senses = sensesOf(token).filter(({ kind }) => kind === "act" || kind === "event");
    const sign = senses.map((sense) => outcome(token, sense)).find((one) => one !== 0);
    if (!sign) return [];
    // "urged X to cut supplies" tells of nothing that X has done.
    if (negated || deontic || isUnrealized(token)) return [];
    return [
      {
        lemma: tree.lemma(token),
        wordClass: "v",
        kind: "judge",
        holder: [],
        effects: [{ role: "subj", sign: sign > 0 ? 1 : -1, weight: 1 }],
        strength: sign > 0 ? GOOD : HARM,
        factuality: "statement",
      },
    ];
  };
}
