import { hashText } from "./linear-model.ts";
import type { SentimentView } from "./sentiment-features-context.ts";
import { type FeatureCollector, K } from "./sentiment-features-kinds.ts";
import { type DocWords, NAME } from "./sentiment-features-words.ts";

const END = hashText("END");

/** What a sentence says by itself: its words, pairs of words and word classes, its names and its length. */
export function sentenceFeatures(features: FeatureCollector, { length, words }: SentimentView): void {
  const { lemmas } = words;
  for (let i = 0; i < length; i++) {
    const lemma = lemmas[i]!;
    features.put(K.word, lemma);
    features.put(K.twoWords, lemma, i + 1 < length ? lemmas[i + 1]! : END);
    if (i + 2 < length) features.put(K.threeWords, lemma, lemmas[i + 1]!, lemmas[i + 2]!);
    features.put(K.fine, words.fine[i]!);
  }
  features.put(K.lastWord, lemmas[length - 1]!);
  features.put(K.names, countNames(words, 0, length));
  features.put(K.length, Math.min(6, Math.floor(length / 10)));
}

/** The words of one zone: before, between or after the mentions. */
export function zoneFeatures(
  features: FeatureCollector,
  { words, length }: SentimentView,
  from: number,
  to: number,
  zone: number,
): void {
  const { lemmas } = words;
  for (let i = from; i < to; i++) {
    features.put(K.zoneWord + zone, lemmas[i]!);
    features.put(K.zoneTwo + zone, lemmas[i]!, i + 1 < length ? lemmas[i + 1]! : END);
    features.put(K.zoneMiddle + zone, words.middle[i]!);
    if (words.stance[i]) features.put(K.zoneStance + zone, words.stance[i]!, negatedNear(words, i) ? 1 : 0);
  }
}

export function negatedNear({ negators }: DocWords, token: number): boolean {
  for (let i = Math.max(0, token - 3); i < token; i++) if (negators[i]) return true;
  return false;
}

/** Names that begin between two words, up to four. */
export function countNames({ lemmas }: DocWords, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (lemmas[i] === NAME && lemmas[i - 1] !== NAME) count++;
  return Math.min(4, count);
}

/** -3 … 3 */
export function bucket(value: number): number {
  const size = Math.abs(value);
  return Math.sign(value) * (size < 0.05 ? 0 : size < 0.6 ? 1 : size < 1.2 ? 2 : 3);
}
