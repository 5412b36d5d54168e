import type { Span } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";

/** How a sentence judges a mention. */
export const TARGET_CLASSES = ["oppose", "neutral", "support"] as const;
export type TargetClass = (typeof TARGET_CLASSES)[number];

/** How likely each class is for a mention, and which one to take. */
export interface TargetJudgement {
  readonly choice: TargetClass;
  /** Calibrated. */
  readonly probabilities: Readonly<Record<TargetClass, number>>;
}

/** Does the sentence speak well or ill of a mention, whoever says so? */
export interface TargetPolarity {
  /** Judges the mention; undefined where the span covers no word. */
  classify(doc: ParsedDoc, target: Span): TargetJudgement | undefined;
}
