import type { Span } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";

/** What can hold between two mentions called p and q: who favours or rejects whom. */
export const PAIR_CLASSES = ["neutral", "p+q", "q+p", "p-q", "q-p"] as const;
export type PairClass = (typeof PAIR_CLASSES)[number];

/** The same class when p and q change places. */
export const SWAPPED: Readonly<Record<PairClass, PairClass>> = {
  neutral: "neutral",
  "p+q": "q+p",
  "q+p": "p+q",
  "p-q": "q-p",
  "q-p": "p-q",
};

/** How likely each class is for a pair, and which one to take. */
export interface PairJudgement {
  /** Taken so that rare classes are found too; not always the likeliest. */
  readonly choice: PairClass;
  /** Calibrated; p is the span that was given first. */
  readonly probabilities: Readonly<Record<PairClass, number>>;
}

/** What do two mentions of a sentence think of each other? */
export interface PairStance {
  /** Judges the pair; undefined where a span covers no word or the two share one. */
  classify(doc: ParsedDoc, p: Span, q: Span): PairJudgement | undefined;
}
