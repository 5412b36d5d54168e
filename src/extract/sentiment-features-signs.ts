import { hashTriple } from "./linear-model.ts";
import type { SentimentFacts } from "./sentiment-features.ts";
import { type FeatureCollector, K } from "./sentiment-features-kinds.ts";
import { bucket } from "./sentiment-features-sentence.ts";

export const HOLDERS = { other: 8, nobody: 9 } as const;
export const SENSE_KINDS = { act: 1, say: 2, think: 3, event: 4, judge: 5 } as const;
export const BY = { holder: 1, namer: 2, speaker: 3, none: 4 } as const;

/** What composition says. */
export function signFeatures(features: FeatureCollector, { context, signs: found }: SentimentFacts): void {
  const best = new Map<number, number>();
  for (const { holder, by, target, sign, strength, kind, steps, hedged } of found) {
    const who = (typeof holder === "number" ? holder : HOLDERS[holder]) * 16 + target;
    features.put(K.sign, who, sign);
    features.put(K.signKind, who, sign, SENSE_KINDS[kind] * 8 + BY[by]);
    features.put(K.signSteps, who, sign, Math.min(3, steps));
    if (hedged) features.put(K.signHedged, who, sign);
    features.put(K.signTarget, target, sign);
    best.set(who, (best.get(who) ?? 0) + sign * strength);
  }
  let all = 0;
  for (const [who, value] of [...best].sort((a, b) => a[0] - b[0])) {
    features.put(K.signSum, who, bucket(value));
    all = hashTriple(all, who, Math.sign(value));
  }
  features.put(K.signAll, all);
  context.mentions.forEach((_, m) => {
    if (!found.some(({ target }) => target === m)) features.put(K.signNone, m);
  });
}
