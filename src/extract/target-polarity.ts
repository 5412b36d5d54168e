import type { Span } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";
import { createFactFinder } from "./sentiment-features.ts";
import { targetFeatures } from "./sentiment-features-linear.ts";
import type { WordVectors } from "./sentiment-features-vectors.ts";
import type { SentimentLexicons } from "./sentiment-features-words.ts";
import { chooseClass, createSentimentScorer, readSentimentModel, type SentimentModel } from "./sentiment-model.ts";

export const TARGET_POLARITY_KIND = "en-polarity";

/** How a sentence judges a mention. */
export const TARGET_CLASSES = ["oppose", "neutral", "support"] as const;
export type TargetClass = (typeof TARGET_CLASSES)[number];

/** Reads `models/en-polarity.bin`. */
export function loadTargetPolarity(bytes: Uint8Array): Promise<SentimentModel> {
  return readSentimentModel(bytes, TARGET_POLARITY_KIND);
}

export interface TargetPolarityOptions {
  readonly model: SentimentModel;
  readonly vectors: WordVectors;
  readonly lexicons: SentimentLexicons;
}

export interface TargetJudgement {
  readonly choice: TargetClass;
  /** Calibrated. */
  readonly probabilities: Readonly<Record<TargetClass, number>>;
}

export interface TargetPolarity {
  /** Judges the mention; undefined where the span covers no word. */
  classify(doc: ParsedDoc, target: Span): TargetJudgement | undefined;
}

/** Makes the judge of single mentions: does the sentence speak well or ill of it, whoever says so? */
export function createTargetPolarity({ model, vectors, lexicons }: TargetPolarityOptions): TargetPolarity {
  const findFacts = createFactFinder(lexicons);
  const score = createSentimentScorer(model, vectors);
  return {
    classify(doc, target) {
      const facts = findFacts(doc, [target]);
      if (!facts) return undefined;
      const probabilities = score(facts, targetFeatures(facts));
      return {
        choice: TARGET_CLASSES[chooseClass(model, probabilities)]!,
        probabilities: Object.fromEntries(TARGET_CLASSES.map((name, c) => [name, probabilities[c]!])) as Record<
          TargetClass,
          number
        >,
      };
    },
  };
}
