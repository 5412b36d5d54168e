import { hashPair, hashTriple, type LinearModel, scoreClasses } from "./linear-model.ts";
import type { SentimentFacts } from "./sentiment-features.ts";
import { pathBetween } from "./sentiment-features-path.ts";
import { sourceRelation } from "./sentiment-features-speech.ts";

/** Scores from -3 to 3 are cut in this many steps of a half. */
const STEPS = 13;
const HINT = 0x6b1;
const FAVOUR = 0x6b2;
const ANCHOR = 0x6b3;

/** How the linear model of target polarity scores a mention seen alone: each score of one class over another. */
export type TargetScores = readonly [opposed: number, supported: number, favour: number];

export function targetScores(model: LinearModel, features: ArrayLike<number>): TargetScores {
  const [oppose, neutral, support] = scoreClasses(model, features) as unknown as [number, number, number];
  return [oppose - neutral, support - neutral, support - oppose];
}

/** What decides whether a judgement of one mention is the other's: how the two stand to each other. */
export function pairAnchors(facts: SentimentFacts): number[] {
  const { context } = facts;
  const { words } = context;
  const [p, q] = context.mentions as [(typeof context.mentions)[0], (typeof context.mentions)[0]];
  const { up, top, down } = pathBetween(context, p.head, q.head);
  const order = p.first < q.first ? 1 : 0;
  const ends = hashPair(words.rels[up.at(-1) ?? top]!, words.rels[down[0] ?? top]!);
  return [
    hashPair(sourceRelation(facts, 0, 1), sourceRelation(facts, 1, 0)),
    hashPair(words.rels[p.head]!, words.rels[q.head]!),
    words.quoted[p.head]! * 4 + words.quoted[q.head]! * 2 + order,
    hashPair(ends, words.stance[top]!),
    hashTriple(Math.min(3, up.length), Math.min(3, down.length), order),
  ].map((anchor, i) => hashTriple(ANCHOR, i, anchor));
}

/**
 * What target polarity says of a pair's mentions, as features of the pair: one for every step that a score has passed
 * or not, and the rough score together with each anchor.
 */
function pairHints(anchors: ArrayLike<number>, p: TargetScores, q: TargetScores): number[] {
  const hints: number[] = [];
  for (const [side, scores] of [p, q].entries()) {
    for (let kind = 0; kind < 3; kind++) {
      const slot = HINT * 8 + side * 3 + kind;
      for (let step = 0; step < STEPS; step++) {
        hints.push(hashTriple(slot, step, scores[kind]! > (step - 6) / 2 ? 1 : 0));
      }
    }
    const favour = hashTriple(FAVOUR, side, Math.max(-2, Math.min(2, Math.round(scores[2] / 1.2))));
    for (let i = 0; i < anchors.length; i++) hints.push(hashPair(anchors[i]!, favour));
  }
  for (let i = 0; i < anchors.length; i++) hints.push(anchors[i]!);
  return hints;
}

/** All that the linear model of pairs reads: the pair's own features, and what the hints add. */
export function joinFeatures(
  features: Uint32Array,
  anchors: ArrayLike<number>,
  p: TargetScores,
  q: TargetScores,
): Uint32Array {
  const hints = pairHints(anchors, p, q);
  const all = new Uint32Array(features.length + hints.length);
  all.set(features);
  all.set(hints, features.length);
  return all;
}
