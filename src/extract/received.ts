import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { Composer } from "./composition.ts";
import type { Frames } from "./frames.ts";
import { casesOf } from "./predicate-forms.ts";
import type { Sense } from "./stance-lexicon.ts";
import { RECEIVING_VERBS } from "./word-classes.ts";

/** What someone gets from others: "faced criticism from Y", "denied Y's accusations", "has the backing of Y". */
export interface Received {
  /** Mentions of those whose words or deeds they are. */
  readonly holders: readonly number[];
  /** Mentions of those who get them. */
  readonly targets: readonly number[];
  readonly sign: -1 | 1;
  readonly path: string;
}

/** Verbs that keep others' words and deeds from their object. */
const WARDING_VERBS = new Set("defend protect shield shelter insulate".split(" "));
/** Verbs after which "of" names the giver: "won the support of Y", but not "rejected criticism of Y". */
const GIVEN_OF = new Set(
  "receive win get gain earn draw attract provoke spark enjoy suffer have escape pay incur".split(" "),
);

/**
 * Reads a noun of speech or attitude without an object of its own that a verb says its subject gets. Undefined where the
 * noun is not received, names its object, or nobody is named whose it is.
 */
export function findReceived(
  tree: Tree,
  frames: Frames,
  actors: Actors,
  composer: Composer,
  noun: number,
  sense: Sense,
): Received | undefined {
  const verb = tree.head(noun);
  const warded = verb < 0 ? undefined : findWarded();
  if (warded) return warded;
  if (verb < 0 || tree.rel(noun) !== "obj" || sense.wordClass !== "n" || sense.holder.length === 0) return undefined;
  const lemma = tree.lemma(verb);
  // "best suited to draw support": not drawn yet.
  if (!RECEIVING_VERBS.has(lemma) || tree.childrenBy(verb, "mark").some((t) => tree.lemma(t) === "to"))
    return undefined;
  const sign = sense.effects.find((effect) => effect.sign !== 0 && effect.role !== "comp")?.sign;
  if (!sign || (!GIVEN_OF.has(lemma) && (sign > 0 || sense.kind !== "say" || sense.strength < 0.6))) return undefined;
  const byOf = GIVEN_OF.has(lemma) ? actorsIn("of") : [];
  if (byOf.length === 0 && composer.reachArguments(noun, sense, 1).length > 0) return undefined;
  const holders = [...actorsIn("from"), ...actorsIn("by"), ...actorsIn("poss"), ...byOf];
  const targets = frames.fillers(verb, "subj").flatMap((token) => actors.actorsOf(token));
  if (holders.length === 0 || targets.length === 0) return undefined;
  return { holders, targets, sign, path: `${tree.lemma(noun)} → ${lemma} → subj` };

  /** "defended X against accusations by Y": what Y says or does is against X. */
  function findWarded(): Received | undefined {
    if (!WARDING_VERBS.has(tree.lemma(verb)) || tree.rel(noun) !== "obl" || sense.wordClass !== "n") return undefined;
    const isAgainst = casesOf(tree, noun).some((mark) => mark === "against" || mark === "from");
    if (!isAgainst || sense.holder.length === 0 || !sense.effects.some((effect) => effect.sign < 0)) return undefined;
    const holders = [...actorsIn("from"), ...actorsIn("by"), ...actorsIn("poss")];
    const targets = frames.fillers(verb, "obj").flatMap((token) => actors.actorsOf(token));
    if (holders.length === 0 || targets.length === 0) return undefined;
    return { holders, targets, sign: -1, path: `${tree.lemma(noun)} → ${tree.lemma(verb)} → obj` };
  }

  function actorsIn(role: string): number[] {
    return frames.fillers(noun, role).flatMap((token) => actors.actorsOf(token));
  }
}
