import { hashPair, hashTriple } from "./linear-model.ts";
import type { SeenMention } from "./sentiment-features-context.ts";
import { pathBetween } from "./sentiment-features-path.ts";
import { sourceRelation } from "./sentiment-features-speech.ts";

/** Scores from -3 to 3 are cut in this many steps of a half. */
const STEPS = 13;
const HINT = 0x6b1;
const FAVOUR = 0x6b2;
const ANCHOR = 0x6b3;

/** How the linear model of target polarity scores a mention seen alone: each score of one class over another. */
export type TargetScores = readonly [opposed: number, supported: number, favour: number];

export function targetScores([oppose, neutral, support]: ArrayLike<number> & Iterable<number>): TargetScores {
  return [oppose! - neutral!, support! - neutral!, support! - oppose!];
}

/** What decides whether a judgement of one mention is the other's: how the two stand to each other. */
export function pairAnchors(p: SeenMention, q: SeenMention): Uint32Array {
  const { words } = p.view;
  const { up, top, down } = pathBetween(p, q);
  const order = p.first < q.first ? 1 : 0;
  const ends = hashPair(words.rels[up.at(-1) ?? top]!, words.rels[down[0] ?? top]!);
  const stance = p.holds(top) || q.holds(top) ? 0 : words.stance[top]!;
  return Uint32Array.of(
    hashTriple(ANCHOR, 0, hashPair(sourceRelation(p, q), sourceRelation(q, p))),
    hashTriple(ANCHOR, 1, hashPair(words.rels[p.head]!, words.rels[q.head]!)),
    hashTriple(ANCHOR, 2, words.quoted[p.head]! * 4 + words.quoted[q.head]! * 2 + order),
    hashTriple(ANCHOR, 3, hashPair(ends, stance)),
    hashTriple(ANCHOR, 4, hashTriple(Math.min(3, up.length), Math.min(3, down.length), order)),
  );
}

/** What target polarity says of the pair's first (0) or second (1) mention: one feature for every step passed or not. */
export function stepHints(side: number, scores: TargetScores): Uint32Array {
  const hints = new Uint32Array(3 * STEPS);
  for (let kind = 0; kind < 3; kind++) {
    const slot = HINT * 8 + side * 3 + kind;
    for (let step = 0; step < STEPS; step++) {
      hints[kind * STEPS + step] = hashTriple(slot, step, scores[kind]! > (step - 6) / 2 ? 1 : 0);
    }
  }
  return hints;
}

/** The anchors, alone and with the rough score of each mention. */
export function anchorHints(anchors: Uint32Array, p: TargetScores, q: TargetScores): Uint32Array {
  const size = anchors.length;
  const hints = new Uint32Array(3 * size);
  hints.set(anchors);
  for (const [side, scores] of [p, q].entries()) {
    const favour = hashTriple(FAVOUR, side, Math.max(-2, Math.min(2, Math.round(scores[2] / 1.2))));
    for (let i = 0; i < size; i++) hints[(1 + side) * size + i] = hashPair(anchors[i]!, favour);
  }
  return hints;
}
