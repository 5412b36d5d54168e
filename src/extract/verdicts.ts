import type { Polarity, Stance } from "../core/index.ts";
import { type Dossier, type DossierPlace, readFeature } from "./dossier.ts";
import { roundConfidence } from "./stance-collection.ts";
import type { VerdictModel } from "./verdict-model.ts";

/** The model learnt from whole articles: of shorter texts its numbers say nothing. */
const LEAST_SENTENCES = 6;
/** A stance that no sentence's own reading claimed is written down if it is likelier than this. */
const LEAST_ALONE = 0.5;
/** What learned models alone claim is drawn if it is likelier than this; else it is only listed. */
const LEAST_LEARNED = 0.4;
const UNDRAWN = 0.29;
/** What a claim of both sides needs to be drawn. */
const LEAST_DRAWN = 0.3;
/** What a sentence says plainly keeps this much of its confidence, whatever the rest of the document shows. */
const KEPT = 0.7;

const SIDES = ["support", "oppose"] as const;
type Side = (typeof SIDES)[number];

/** What verdicts are given on. */
export interface VerdictOptions {
  /** What the sentences claim, one by one. */
  readonly stances: readonly Stance[];
  readonly dossiers: readonly Dossier[];
  readonly model: VerdictModel;
  readonly sentenceCount: number;
  partyOf(cluster: number): number;
  /** Makes a claim of a place where the two of a dossier meet. */
  write(dossier: Dossier, place: DossierPlace, polarity: Polarity, confidence: number): Stance;
}

/**
 * Lets all that the document shows of a pair decide how sure its claims are: the surest claim of each side gets the
 * verdict's probability or most of its own, whichever is more, and weaker ones keep their distance from it. Pairs of
 * which no sentence claimed anything get a claim where the verdict is sure enough, placed where its best sign is.
 */
export function weighByVerdicts({ stances, dossiers, model, sentenceCount, partyOf, write }: VerdictOptions): Stance[] {
  if (sentenceCount < LEAST_SENTENCES) return [...stances];
  const keyOf = (stance: Stance): string =>
    pairKey(partyOf(stance.holder.cluster), partyOf(stance.target.cluster), stance.polarity);
  const surest = new Map<string, number>();
  for (const stance of stances) {
    const key = keyOf(stance);
    surest.set(key, Math.max(surest.get(key) ?? 0, stance.confidence));
  }
  const sureness = new Map<string, number>();
  const added: Stance[] = [];
  for (const dossier of dossiers) {
    const keyOfSide = (side: Side): string => pairKey(dossier.holder, dossier.target, side);
    const claimed = { support: surest.get(keyOfSide("support")), oppose: surest.get(keyOfSide("oppose")) };
    const { stronger, values, isDivided } = rule(dossier, model, claimed);
    for (const side of SIDES) sureness.set(keyOfSide(side), values[side]);
    const place = dossier.places[stronger] ?? dossier.places.any;
    if (claimed[stronger] !== undefined || isDivided || values[stronger] < LEAST_ALONE || !place) continue;
    added.push(write(dossier, place, stronger, roundConfidence(values[stronger])));
  }
  const weighed = stances.map((stance): Stance => {
    const key = keyOf(stance);
    const value = sureness.get(key);
    if (value === undefined) return stance;
    return { ...stance, confidence: roundConfidence((stance.confidence * value) / surest.get(key)!) };
  });
  return [...weighed, ...added];
}

function pairKey(holder: number, target: number, polarity: Polarity): string {
  return `${holder} ${target} ${polarity}`;
}

interface Ruling {
  readonly stronger: Side;
  /** How sure each side's surest claim is to be. */
  readonly values: Readonly<Record<Side, number>>;
  /** Who plainly stands on both sides is not pushed to one by what is only learned. */
  readonly isDivided: boolean;
}

/** Weighs the verdict on a pair against the surest claim of each side. */
function rule(dossier: Dossier, model: VerdictModel, claimed: Readonly<Record<Side, number | undefined>>): Ruling {
  const judged = model.judge(dossier.features);
  const own = (side: Side): number => KEPT * (claimed[side] ?? 0);
  const best = (side: Side): number => Math.max(judged[side], own(side));
  const stronger = best("support") >= best("oppose") ? "support" : "oppose";
  const isDivided = readFeature(dossier, "surest mixed") >= LEAST_DRAWN;
  const weigh = (side: Side): number => {
    // Most who seem to stand on both sides stand on one: the weaker side has the verdict alone for it.
    const verdict = side === "oppose" && isOwnSide(dossier) ? 0 : judged[side];
    const value = side === stronger ? Math.max(verdict, own(side)) : verdict;
    const isPlain = readFeature(dossier, `composed ${side}`) > 0;
    return isPlain || (value >= LEAST_LEARNED && !isDivided) ? value : Math.min(value, UNDRAWN);
  };
  return { stronger, values: { support: weigh("support"), oppose: weigh("oppose") }, isDivided };
}

/** Ties of people to what is theirs: nobody is found to be against his own side who does not plainly say so. */
const OWN_SIDE = ["holds-position", "member-of", "part-of", "owns"].flatMap((predicate) => [
  `holder ${predicate} target`,
  `target ${predicate} holder`,
]);

function isOwnSide(dossier: Dossier): boolean {
  return readFeature(dossier, "composed oppose") === 0 && OWN_SIDE.some((tie) => readFeature(dossier, tie) > 0);
}
