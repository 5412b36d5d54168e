import type { Span } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";
import { createFactFinder } from "./sentiment-features.ts";
import { pairFeatures } from "./sentiment-features-linear.ts";
import type { WordVectors } from "./sentiment-features-vectors.ts";
import type { SentimentLexicons } from "./sentiment-features-words.ts";
import { chooseClass, createSentimentScorer, readSentimentModel, type SentimentModel } from "./sentiment-model.ts";

export const PAIR_STANCE_KIND = "en-stance";

/** What can hold between two mentions, the first in the text called p: who favours or rejects whom. */
export const PAIR_CLASSES = ["neutral", "p+q", "q+p", "p-q", "q-p"] as const;
export type PairClass = (typeof PAIR_CLASSES)[number];

/** Reads `models/en-stance.bin`. */
export function loadPairStance(bytes: Uint8Array): Promise<SentimentModel> {
  return readSentimentModel(bytes, PAIR_STANCE_KIND);
}

export interface PairStanceOptions {
  readonly model: SentimentModel;
  readonly vectors: WordVectors;
  readonly lexicons: SentimentLexicons;
}

/** How likely each class is for a pair, and which one to take. */
export interface PairJudgement {
  /** Taken so that rare classes are found too; not always the likeliest. */
  readonly choice: PairClass;
  /** Calibrated, in the order of `PAIR_CLASSES`; p is the span that was given first. */
  readonly probabilities: Readonly<Record<PairClass, number>>;
}

export interface PairStance {
  /** Judges the pair; undefined where a span covers no word or the two overlap. */
  classify(doc: ParsedDoc, p: Span, q: Span): PairJudgement | undefined;
}

const SWAPPED: Readonly<Record<PairClass, PairClass>> = {
  neutral: "neutral",
  "p+q": "q+p",
  "q+p": "p+q",
  "p-q": "q-p",
  "q-p": "p-q",
};

/** Makes the judge of pairs: what do two mentions of a sentence think of each other? */
export function createPairStance({ model, vectors, lexicons }: PairStanceOptions): PairStance {
  const findFacts = createFactFinder(lexicons);
  const score = createSentimentScorer(model, vectors);

  function inOrder(doc: ParsedDoc, p: Span, q: Span): PairJudgement | undefined {
    const facts = findFacts(doc, [p, q]);
    if (!facts) return undefined;
    const [first, second] = facts.context.mentions;
    if (first!.end > second!.first) return undefined;
    const probabilities = score(facts, pairFeatures(facts));
    return {
      choice: PAIR_CLASSES[chooseClass(model, probabilities)]!,
      probabilities: Object.fromEntries(PAIR_CLASSES.map((name, c) => [name, probabilities[c]!])) as Record<
        PairClass,
        number
      >,
    };
  }

  return {
    classify(doc, p, q) {
      if (p.start <= q.start) return inOrder(doc, p, q);
      // The model knows pairs in text order only.
      const turned = inOrder(doc, q, p);
      if (!turned) return undefined;
      return {
        choice: SWAPPED[turned.choice],
        probabilities: Object.fromEntries(
          PAIR_CLASSES.map((name) => [name, turned.probabilities[SWAPPED[name]]]),
        ) as Record<PairClass, number>,
      };
    },
  };
}
