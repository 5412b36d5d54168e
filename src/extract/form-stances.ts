import type { Doc, Stance } from "../core/index.ts";
import type { Countries } from "../language/index.ts";
import { findAffixed } from "./affixed.ts";
import type { Reached } from "./attitude.ts";
import { findLawsuits } from "./lawsuits.ts";
import { findLoyal } from "./loyal.ts";
import { findMakings } from "./makers.ts";
import { findMutual } from "./mutual.ts";
import type { Sense } from "./stance-lexicon.ts";
import type { READING_LAYERS, StanceReading } from "./stance-reading.ts";
import type { StanceWriter } from "./stance-writing.ts";

/** What the name of a case says of its sides. */
const SUING: Sense = {
  lemma: "v.",
  wordClass: "n",
  kind: "act",
  holder: [],
  effects: [],
  strength: 0.7,
  factuality: "act",
};

const ALLIED: Sense = { ...SUING, lemma: "ally" };

/** What a law says of whose it is. */
const MAKING: Sense = { ...SUING, lemma: "make", strength: 0.5 };

/** What the post of somebody's spokesman, lawyer or running mate says of him. */
const SERVING: Sense = { ...SUING, lemma: "serve", strength: 0.45 };

export interface FormStances {
  readonly stances: readonly Stance[];
  /** Of those who serve another by their post; anything that a sentence states goes before. */
  readonly loyal: readonly Stance[];
}

/** Claims that the form of a name or phrase makes, whatever the sentence around it says. */
export function findFormStances(
  doc: Doc<(typeof READING_LAYERS)[number] | "relations">,
  { tree, frames, actors, grader }: StanceReading,
  { write }: StanceWriter,
  countries: Countries,
): FormStances {
  const { mentions, clusters, relations } = doc;
  const claim = (token: number, holder: number, mention: number, sense: Sense, path: string): Stance[] => {
    const sign = sense === SUING ? -1 : 1;
    const reached: Reached = { mention, sign, strength: sense.strength, path, evaluative: true, recalled: false };
    const stance = write({ token, sense, holder, grades: grader.grade(token), by: "holder" }, reached);
    return stance ? [stance] : [];
  };
  const infer = (stance: Stance): Stance => ({ ...stance, explicit: false });
  const senseOf = (sign: -1 | 1): Sense => (sign > 0 ? ALLIED : SUING);
  return {
    stances: [
      ...findLawsuits(tree, actors).flatMap(({ token, plaintiff, defendant }) =>
        claim(token, plaintiff, defendant, SUING, "v."),
      ),
      ...findMutual(tree, frames, actors, grader, mentions).flatMap(({ token, holder, target, sign }) =>
        claim(token, holder, target, senseOf(sign), `are ${tree.form(token)}`),
      ),
      ...findAffixed(tree, frames, actors, grader, mentions, clusters, countries).flatMap(
        ({ token, holder, target, sign }) => claim(token, holder, target, senseOf(sign), tree.form(token)),
      ),
      ...findMakings(frames, actors, mentions).flatMap(({ maker, work }) =>
        claim(mentions[work]!.head, maker, work, MAKING, "made by").map(infer),
      ),
    ],
    loyal: findLoyal(tree, frames, actors, mentions, clusters, relations).flatMap(({ token, holder, target, role }) =>
      claim(token, holder, target, SERVING, role).map(infer),
    ),
  };
}
