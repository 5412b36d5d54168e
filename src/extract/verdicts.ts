import type { Polarity, Stance } from "../core/index.ts";
import type { Dossier, DossierPlace } from "./dossier.ts";
import { roundConfidence } from "./stance-collection.ts";
import type { VerdictModel } from "./verdict-model.ts";

/** The model learnt from whole articles: of shorter texts its numbers say nothing. */
const LEAST_SENTENCES = 6;
/** A stance that no sentence's own reading claimed is written down if it is likelier than this. */
const LEAST_ALONE = 0.3;
/** What a sentence says plainly keeps this much of its confidence, whatever the rest of the document shows. */
const KEPT = 0.7;

const SIDES = ["support", "oppose"] as const;

/**
 * Lets all that the document shows of a pair decide how sure its claims are: the surest claim of each side gets the
 * verdict's probability or most of its own, whichever is more, and weaker ones keep their distance from it. Pairs of which no sentence claimed anything get a
 * claim where the verdict is sure enough, placed where its best sign is.
 *
 * @param writePlace makes a claim without confidence of a place where the two meet
 */
export function weighByVerdicts(
  stances: readonly Stance[],
  dossiers: readonly Dossier[],
  model: VerdictModel,
  partyOf: (cluster: number) => number,
  sentenceCount: number,
  writePlace: (dossier: Dossier, place: DossierPlace, polarity: Polarity, confidence: number) => Stance,
): Stance[] {
  if (sentenceCount < LEAST_SENTENCES) return [...stances];
  const keyOf = (holder: number, target: number, polarity: Polarity) => `${holder} ${target} ${polarity}`;
  const surest = new Map<string, number>();
  const pairOf = ({ holder, target, polarity }: Stance) =>
    keyOf(partyOf(holder.cluster), partyOf(target.cluster), polarity);
  for (const stance of stances) {
    const key = pairOf(stance);
    surest.set(key, Math.max(surest.get(key) ?? 0, stance.confidence));
  }
  const verdicts = new Map<string, number>();
  const added: Stance[] = [];
  for (const dossier of dossiers) {
    const verdict = model.judge(dossier.features);
    for (const side of SIDES) {
      const key = keyOf(dossier.holder, dossier.target, side);
      verdicts.set(key, verdict[side]);
      const place = dossier.places[side] ?? dossier.places.any;
      if (surest.has(key) || verdict[side] < LEAST_ALONE || !place) continue;
      added.push(writePlace(dossier, place, side, roundConfidence(verdict[side])));
    }
  }
  const weighed = stances.map((stance): Stance => {
    const key = pairOf(stance);
    const verdict = verdicts.get(key);
    if (verdict === undefined) return stance;
    const own = surest.get(key)!;
    return { ...stance, confidence: roundConfidence((stance.confidence * Math.max(verdict, KEPT * own)) / own) };
  });
  return [...weighed, ...added];
}
