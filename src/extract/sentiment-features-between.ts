import { hashPair, hashTriple } from "./linear-model.ts";
import type { SeenMention } from "./sentiment-features-context.ts";
import { type FeatureCollector, K } from "./sentiment-features-kinds.ts";
import { DET, PUNCT } from "./sentiment-features-mention.ts";
import { pathBetween } from "./sentiment-features-path.ts";
import { countNames } from "./sentiment-features-sentence.ts";
import { NAME } from "./sentiment-features-words.ts";

/** How two mentions stand to each other, in the tree and in the text. */
export function betweenFeatures(features: FeatureCollector, p: SeenMention, q: SeenMention): void {
  path(features, p, q);
  distance(features, p, q);
}

/** The way through the tree from one mention to the other: relations, words and classes. */
function path(features: FeatureCollector, p: SeenMention, q: SeenMention): void {
  const { words, children } = p.view;
  const { up, top, down } = pathBetween(p, q);
  let labels = 0;
  let plain = 0;
  for (const [way, tokens] of [up, down].entries()) {
    for (const t of tokens) {
      labels = hashTriple(labels, way, words.introduced[t]!);
      plain = hashTriple(plain, way, words.rels[t]!);
    }
  }
  const ends = hashPair(
    up.length > 0 ? words.introduced[up.at(-1)!]! : 1,
    down.length > 0 ? words.introduced[down[0]!]! : 1,
  );
  features.put(K.path, labels);
  features.put(K.plainPath, plain);
  features.put(K.pathLength, up.length, down.length);
  // Where one mention hangs on the other, its own words are not looked at.
  const seen = !p.holds(top) && !q.holds(top);
  const lemma = seen ? words.lemmas[top]! : NAME;
  const fine = seen ? words.fine[top]! : 0;
  const middle = seen ? words.middle[top]! : 0;
  const stance = seen ? words.stance[top]! : 0;
  features.put(K.top, lemma);
  features.put(K.topWord, ends, lemma);
  features.put(K.topFine, ends, fine);
  features.put(K.topMiddle, ends, middle);
  features.put(K.topStance, ends, stance);
  features.put(K.topPathWord, labels, lemma);
  features.put(K.topPathMiddle, plain, middle);
  features.put(K.topPathFine, plain, fine);
  features.put(K.topPathStance, plain, stance);
  const inner = [...up.slice(1), ...(seen ? [top] : []), ...down.slice(0, -1)];
  let signsOnPath = 0;
  let lemmas = 0;
  inner.forEach((t, i) => {
    const side = t === top ? 2 : i < up.length - 1 ? 0 : 1;
    lemmas = hashPair(lemmas, words.lemmas[t]!);
    features.put(K.pathWord + side, words.lemmas[t]!);
    features.put(K.pathFine + side, words.fine[t]!);
    features.put(K.pathMiddle + side, words.middle[t]!);
    features.put(K.pathRelWord + side, words.introduced[t]!, words.lemmas[t]!);
    features.put(K.pathRelMiddle + side, words.rels[t]!, words.middle[t]!);
    if (words.stance[t]) {
      signsOnPath = hashTriple(signsOnPath, side, words.stance[t]!);
      features.put(K.pathStance + side, words.stance[t]!);
    }
    for (const c of children[t]!) {
      if (p.holds(c) || q.holds(c) || inner.includes(c)) continue;
      const rel = words.rels[c]!;
      if (rel === PUNCT || rel === DET) continue;
      features.put(K.pathSibling + side, rel, words.lemmas[c]!);
      features.put(K.pathSiblingMiddle + side, rel, words.middle[c]!);
      if (words.negators[c]) features.put(K.pathNegated, side);
    }
  });
  features.put(K.pathSigns, signsOnPath);
  features.put(K.pathSignsEnds, ends, signsOnPath);
  features.put(K.pathLemmas, lemmas);
}

/** Order, distance, quotation and other names. */
function distance(features: FeatureCollector, p: SeenMention, q: SeenMention): void {
  const { words } = p.view;
  const order = p.first < q.first ? 1 : 0;
  const [left, right] = order ? [p, q] : [q, p];
  const gap = right.first - left.end;
  features.put(K.order, order);
  features.put(K.gap, order, gap <= 0 ? 0 : Math.min(7, 1 + Math.floor(Math.log2(gap))));
  features.put(K.between, countNames(words, left.end, right.first));
  features.put(K.rels, words.introduced[p.head]!, words.introduced[q.head]!);
  features.put(K.quotes, words.quoted[p.head]!, words.quoted[q.head]!);
  if (gap > 6) return;
  let middle = order;
  for (let i = left.end; i < right.first; i++) {
    middle = hashPair(middle, words.lemmas[i]!);
    features.put(K.middleWord, order, words.lemmas[i]!);
  }
  features.put(K.middle, middle);
}
