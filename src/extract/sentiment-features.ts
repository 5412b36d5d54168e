import type { Span } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";
import { type ComposedSign, createSignComposer, swapSigns } from "./sentiment-features-composition.ts";
import { createContextReader, type SentimentContext, swapMentions } from "./sentiment-features-context.ts";
import type { WordVectors } from "./sentiment-features-vectors.ts";
import { createWordReader, type SentimentLexicons } from "./sentiment-features-words.ts";

/** Everything that features are read from. */
export interface SentimentFacts {
  readonly context: SentimentContext;
  /** Composed when first asked for. */
  readonly signs: readonly ComposedSign[];
}

/** Gathers what the learned stance models read around the given spans; undefined where a span covers no word. */
export type FactFinder = (doc: ParsedDoc, spans: readonly Span[]) => SentimentFacts | undefined;

export function createFactFinder(lexicons: SentimentLexicons, vectors: WordVectors): FactFinder {
  const compose = createSignComposer(lexicons.stance, lexicons.hedges);
  const readContext = createContextReader(createWordReader(lexicons, vectors.rowOf));
  return (doc, spans) => {
    const context = readContext(doc, spans);
    let signs: readonly ComposedSign[] | undefined;
    return (
      context && {
        context,
        get signs() {
          signs ??= compose(context);
          return signs;
        },
      }
    );
  };
}

/** The facts of a pair with its mentions in each other's place. */
export function swapFacts({ context, signs }: SentimentFacts): SentimentFacts {
  return { context: swapMentions(context), signs: swapSigns(signs) };
}
