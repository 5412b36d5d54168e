import type { SentimentFacts } from "./sentiment-features.ts";
import { betweenFeatures } from "./sentiment-features-between.ts";
import type { SeenMention, SentimentContext, SentimentView } from "./sentiment-features-context.ts";
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
  /** The part of `pair` that is soon read: neither hints nor what composition says. Mentions in text order. */
  glance(context: SentimentContext): FeatureSet;
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

  const between = kept(({ view, mentions }: SentimentContext) => {
    const [p, q] = mentions as [SeenMention, SeenMention];
    if (p.first < q.first) zoneFeatures(collector, view, p.end, q.first, BETWEEN);
    else zoneFeatures(collector, view, q.end, p.first, BETWEEN + TURNED);
    betweenFeatures(collector, p, q);
  });
  const signs = (facts: SentimentFacts): Uint32Array => {
    signFeatures(collector, facts);
    return collector.take();
  };

  return {
    pair(facts) {
      const { view, mentions } = facts.context;
      const [p, q] = mentions as [SeenMention, SeenMention];
      const order = p.first < q.first ? "inOrder" : "turned";
      const [left, right] = order === "inOrder" ? [p, q] : [q, p];
      return {
        shared: [sentence(view), before[order](left), after[order](right), aboutFirst(p), aboutSecond(q)],
        own: [between(facts.context), signs(facts)],
      };
    },
    glance(context) {
      const [p, q] = context.mentions as [SeenMention, SeenMention];
      return { shared: [aboutFirst(p), aboutSecond(q)], own: [between(context)] };
    },
    target(facts) {
      const [target] = facts.context.mentions as [SeenMention];
      const shared = [sentence(facts.context.view), before.inOrder(target), after.inOrder(target), aboutFirst(target)];
      return { shared, own: [signs(facts)] };
    },
  };
}
