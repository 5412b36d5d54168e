import type { Polarity, Stance } from "../core/index.ts";

/** A claim as a learned model proposes it. */
export interface ProposedStance {
  readonly stance: Stance;
  /** The model's own probability, 0…1. */
  readonly probability: number;
}

/** The stances of one document while they are found. */
export interface StanceCollection {
  /** Of the claims that one sentence makes about a pair with one sign, the surest is kept. */
  keep(stance: Stance | undefined): void;
  /**
   * Lets learned proposals confirm what was kept for the same sentence, and stand alone for pairs of which nothing was
   * kept in the whole document: there with the side that has more behind it.
   */
  weigh(proposals: readonly ProposedStance[]): void;
  /** Whether a claim of the same sentence, pair and sign was kept. */
  has(stance: Stance): boolean;
  all(): readonly Stance[];
}

/** No claim is surer than this, whatever confirms it: of those that would be, nine in ten are right in whole articles. */
export const SUREST = 0.9;

export function createStanceCollection(): StanceCollection {
  const found = new Map<string, Stance>();
  return { keep, weigh, has: (stance) => found.has(keyOf(stance)), all: () => [...found.values()] };

  function keep(stance: Stance | undefined): void {
    if (!stance) return;
    const key = keyOf(stance);
    const known = found.get(key);
    if (!known || stance.confidence > known.confidence) found.set(key, stance);
  }

  function weigh(proposals: readonly ProposedStance[]): void {
    const composed = new Set([...found.values()].map(pairOf));
    const alone = new Map<string, Stance[]>();
    for (const { stance, probability } of proposals) {
      const same = found.get(keyOf(stance));
      const pair = pairOf(stance);
      if (same) {
        // Two independent ways to one claim: it is wrong only if both are.
        const confidence = roundConfidence(Math.min(SUREST, 1 - (1 - same.confidence) * (1 - probability)));
        found.set(keyOf(stance), { ...same, confidence, reason: `${same.reason}; confirmed by a learned model` });
      } else if (!composed.has(pair) && !stance.negated) alone.set(pair, [...(alone.get(pair) ?? []), stance]);
    }
    for (const stances of alone.values()) {
      const side = strongerSide(stances);
      for (const stance of stances) if (stance.polarity === side) keep(stance);
    }
  }
}

function strongerSide(stances: readonly Stance[]): Polarity {
  const behind = (polarity: Polarity) =>
    stances.reduce((sum, stance) => (stance.polarity === polarity ? sum + stance.confidence : sum), 0);
  return behind("support") > behind("oppose") ? "support" : "oppose";
}

function keyOf({ evidence, holder, target, polarity }: Stance): string {
  return `${evidence.start} ${holder.cluster} ${target.cluster} ${polarity}`;
}

/** Who holds it about whom, as a key. */
export function pairOf({ holder, target }: Stance): string {
  return `${holder.cluster} ${target.cluster}`;
}

/** Two decimals: more would be false precision and would make graph files long. */
export function roundConfidence(value: number): number {
  return Math.round(value * 100) / 100;
}
