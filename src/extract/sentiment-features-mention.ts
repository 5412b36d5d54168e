import { hashPair, hashText } from "./linear-model.ts";
import type { SeenMention } from "./sentiment-features-context.ts";
import { type FeatureCollector, K } from "./sentiment-features-kinds.ts";
import { bucket, negatedNear } from "./sentiment-features-sentence.ts";

export const PUNCT = hashText("punct");
export const DET = hashText("det");
const START = hashText("START");
const END = hashText("END");

/** What is said around one mention, in the text and in the tree; `m` tells the first mention of a pair from the second. */
export function mentionFeatures(features: FeatureCollector, mention: SeenMention, m: number): void {
  const { words, length } = mention.view;
  around(features, mention, m);
  governors(features, mention, m);
  dependents(features, mention, m);
  sums(features, mention, m);
  features.put(K.quoted + m, words.quoted[mention.head]!);
  features.put(K.rel + m, words.introduced[mention.head]!);
  features.put(K.first + m, mention.first === 0 ? 1 : 0);
  features.put(K.xpos + m, words.xpos[mention.head]!);
  features.put(K.place + m, Math.min(5, Math.floor((6 * mention.first) / length)));
}

/** The words beside a mention. */
function around(features: FeatureCollector, { view, first, end }: SeenMention, m: number): void {
  const { words, length } = view;
  const at = (i: number): number => (i < 0 ? START : i >= length ? END : words.lemmas[i]!);
  const fine = (i: number): number => (i < 0 || i >= length ? 0 : words.fine[i]!);
  for (let d = 1; d <= 4; d++) {
    features.put(K.near + m, -d, at(first - d));
    features.put(K.near + m, d, at(end - 1 + d));
    features.put(K.nearFine + m, -d, fine(first - d));
    features.put(K.nearFine + m, d, fine(end - 1 + d));
    features.put(K.nearAny + m, 0, at(first - d));
    features.put(K.nearAny + m, 1, at(end - 1 + d));
  }
  features.put(K.nearTwo + m, 0, at(first - 2), at(first - 1));
  features.put(K.nearTwo + m, 1, at(end), at(end + 1));
  features.put(K.nearThree + m, at(end), at(end + 1), at(end + 2));
  features.put(K.nearBoth + m, at(first - 1), at(end));
}

/** The words that a mention hangs on, with the relations on the way. */
function governors(features: FeatureCollector, mention: SeenMention, m: number): void {
  const { view, chain } = mention;
  const { words, children } = view;
  let rels = 0;
  for (let i = 0; i + 1 < chain.length && i < 4; i++) {
    const token = chain[i]!;
    rels = hashPair(rels, words.introduced[token]!);
    const head = chain[i + 1]!;
    features.put(K.governor + m, rels, words.lemmas[head]!);
    features.put(K.governorFine + m, rels, words.fine[head]!);
    features.put(K.governorMiddle + m, rels, words.middle[head]!);
    features.put(K.governorWord + m, i, words.lemmas[head]!);
    features.put(K.governorStance + m, rels, words.stance[head]!);
    if (i > 1) continue;
    const own = hashPair(i, words.rels[token]!);
    for (const t of children[head]!) {
      if (t === token || mention.holds(t)) continue;
      const rel = words.rels[t]!;
      if (rel === PUNCT || rel === DET) continue;
      features.put(K.sibling + m, own, rel, words.lemmas[t]!);
      features.put(K.siblingMiddle + m, own, rel, words.middle[t]!);
      features.put(K.siblingHead + m, own, hashPair(words.lemmas[head]!, rel), words.lemmas[t]!);
      if (words.negators[t]) features.put(K.siblingNegator + m, i, words.stance[head]!);
    }
  }
  features.put(K.governorPath + m, rels);
}

/** The words that hang on a mention. */
function dependents(features: FeatureCollector, mention: SeenMention, m: number): void {
  const { words, children } = mention.view;
  for (const t of children[mention.head]!) {
    if (mention.holds(t)) continue;
    const rel = words.rels[t]!;
    features.put(K.dependent + m, rel, words.lemmas[t]!);
    features.put(K.dependentFine + m, rel, words.fine[t]!);
    features.put(K.dependentRel + m, rel);
    if (words.stance[t]) features.put(K.dependentStance + m, rel, words.stance[t]!);
  }
}

/** General polarity by distance in the tree and in the text. */
function sums(features: FeatureCollector, { view, first, end, positions }: SeenMention, m: number): void {
  const { words, length } = view;
  const { ups, downs } = positions;
  const near = [0, 0, 0, 0, 0, 0];
  for (let t = 0; t < length; t++) {
    if (words.polarity[t] === 0 || (t >= first && t < end)) continue;
    const value = words.polarity[t]! * (negatedNear(words, t) ? -1 : 1);
    const distance = ups[t]! + downs[t]!;
    near[distance <= 2 ? 0 : distance <= 4 ? 1 : 2]! += value;
    const gap = t < first ? first - t : t - end + 1;
    near[gap <= 3 ? 3 : gap <= 8 ? 4 : 5]! += value;
    features.put(K.polarityPlace + m, Math.min(4, ups[t]!), Math.min(4, downs[t]!), Math.sign(value));
  }
  for (let i = 0; i < near.length; i++) features.put(K.polaritySum + m, i, bucket(near[i]!));
  features.put(K.polarityTotal + m, bucket(near[0]! + near[1]! + near[2]!));
}
