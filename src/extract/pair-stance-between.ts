import type { Span } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";
import type { PairStance } from "./pair-stance.ts";
import type { TargetPolarity } from "./target-polarity.ts";

/** How one side is judged: `score` runs from -1 (surely opposed) to 1 (surely supported). */
export interface Judgement {
  readonly polarity: "support" | "oppose" | "neutral";
  readonly score: number;
}

/**
 * What the holder's mention thinks of the target's, by the words of their sentence. The other direction is asked for
 * by swapping the spans; at most one of the two is not neutral. Spans that cover no word, or that overlap, are neutral
 * with a score of 0.
 */
export function judgeBetween(scorer: PairStance, doc: ParsedDoc, holder: Span, target: Span): Judgement {
  const found = scorer.classify(doc, holder, target);
  if (!found) return { polarity: "neutral", score: 0 };
  const { choice, probabilities } = found;
  const support = probabilities["p+q"];
  const oppose = probabilities["p-q"];
  if (choice === "p+q") return { polarity: "support", score: round(support) };
  if (choice === "p-q") return { polarity: "oppose", score: round(-oppose) };
  return { polarity: "neutral", score: round((support - oppose) / 2) };
}

/**
 * How the sentence of the target's mention speaks of it, whoever says so. A span that covers no word is neutral with
 * a score of 0.
 */
export function judgeToward(scorer: TargetPolarity, doc: ParsedDoc, target: Span): Judgement {
  const found = scorer.classify(doc, target);
  if (!found) return { polarity: "neutral", score: 0 };
  const { choice, probabilities } = found;
  if (choice === "support") return { polarity: "support", score: round(probabilities.support) };
  if (choice === "oppose") return { polarity: "oppose", score: round(-probabilities.oppose) };
  return { polarity: "neutral", score: round((probabilities.support - probabilities.oppose) / 2) };
}

/** Three decimals: the calibration holds for no more. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
