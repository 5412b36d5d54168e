import type { SentimentFacts } from "./sentiment-features.ts";
import { betweenFeatures } from "./sentiment-features-between.ts";
import type { SeenMention, SentimentView } from "./sentiment-features-context.ts";
import { FeatureCollector } from "./sentiment-features-kinds.ts";
import { rememberEach } from "./sentiment-features-memo.ts";
import { mentionFeatures } from "./sentiment-features-mention.ts";
import { sentenceFeatures, zoneFeatures } from "./sentiment-features-sentence.ts";
import { signFeatures } from "./sentiment-features-signs.ts";

/** Hashed features in parts. */
export interface FeatureSet {
  /** What belongs to a sentence or to one of its mentions: the same array for all that is asked about them. */
  readonly shared: readonly Uint32Array[];
  readonly own: readonly Uint32Array[];
}

export interface LinearFeatures {
  /** What is said between the context's two mentions, as seen from the first. */
  pair(facts: SentimentFacts): FeatureSet;
  /** How the context's only mention is judged. */
  target(facts: SentimentFacts): FeatureSet;
}

/** Zones of a pair in text order; where the first mention stands second in the text, `TURNED` is added. */
const BEFORE = 1;
const BETWEEN = 2;
const AFTER = 3;
const TURNED = 3;

export function createLinearFeatures(): LinearFeatures {
  const collector = new FeatureCollector();
  const kept = <K extends object>(put: (key: K) => void): ((key: K) => Uint32Array) =>
    rememberEach((key) => {
      put(key);
      return collector.take();
    });
  const zone = (put: (mention: SeenMention, zone: number) => void, number: number) => ({
    inOrder: kept((mention: SeenMention) => put(mention, number)),
    turned: kept((mention: SeenMention) => put(mention, number + TURNED)),
  });
  const sentence = kept((view: SentimentView) => sentenceFeatures(collector, view));
  const before = zone(({ view, first }, number) => zoneFeatures(collector, view, 0, first, number), BEFORE);
  const after = zone(({ view, end }, number) => zoneFeatures(collector, view, end, view.length, number), AFTER);
  const aboutFirst = kept((mention: SeenMention) => mentionFeatures(collector, mention, 0));
  const aboutSecond = kept((mention: SeenMention) => mentionFeatures(collector, mention, 1));

  return {
    pair(facts) {
      const { view, mentions } = facts.context;
      const [p, q] = mentions as [SeenMention, SeenMention];
      const order = p.first < q.first ? "inOrder" : "turned";
      const [left, right] = order === "inOrder" ? [p, q] : [q, p];
      const shared = [sentence(view), before[order](left), after[order](right), aboutFirst(p), aboutSecond(q)];
      zoneFeatures(collector, view, left.end, right.first, order === "inOrder" ? BETWEEN : BETWEEN + TURNED);
      betweenFeatures(collector, p, q);
      signFeatures(collector, facts);
      return { shared, own: [collector.take()] };
    },
    target(facts) {
      const [target] = facts.context.mentions as [SeenMention];
      const shared = [sentence(facts.context.view), before.inOrder(target), after.inOrder(target), aboutFirst(target)];
      signFeatures(collector, facts);
      return { shared, own: [collector.take()] };
    },
  };
}
