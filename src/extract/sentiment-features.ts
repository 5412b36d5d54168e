import type { Span } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";
import { createSignComposer } from "./sentiment-features-composition.ts";
import { createSentimentContext } from "./sentiment-features-context.ts";
import type { SentimentFacts } from "./sentiment-features-linear.ts";
import { type SentimentLexicons, wordFacts } from "./sentiment-features-words.ts";

/** Gathers what the learned stance models read around the given spans; undefined where a span covers no word. */
export type FactFinder = (doc: ParsedDoc, spans: readonly Span[]) => SentimentFacts | undefined;

export function createFactFinder(lexicons: SentimentLexicons): FactFinder {
  const compose = createSignComposer(lexicons.stance, lexicons.hedges);
  return (doc, spans) => {
    const context = createSentimentContext(doc, spans);
    if (!context) return undefined;
    return { context, words: wordFacts(context, lexicons), signs: compose(context) };
  };
}
