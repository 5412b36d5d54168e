import { hashText, type LinearModel, scoreClasses } from "./linear-model.ts";

const STEPS = Array.from({ length: 13 }, (_, i) => (i - 6) / 2);

/**
 * What the linear model of target polarity says of a mention, as features for pairs: one for every step that the
 * score of one class over another has passed or not.
 *
 * @param side 0 for the pair's first mention, 1 for its second
 */
export function targetHints(model: LinearModel, features: ArrayLike<number>): (side: 0 | 1) => number[] {
  const [oppose, neutral, support] = scoreClasses(model, features) as unknown as [number, number, number];
  const scores = { n: oppose - neutral, p: support - neutral, d: support - oppose };
  return (side) =>
    Object.entries(scores).flatMap(([name, score]) =>
      STEPS.map((step) => hashText(`hint ${name}${side} ${score > step ? ">" : "<"}${step}`)),
    );
}
