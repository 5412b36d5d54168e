import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/core/index.ts";
import { classifyByTrees } from "../../src/extract/boosted-trees.ts";
import { BOOSTING_OPTIONS, type BoostingExample, trainBoostedTrees } from "../../src/train/boosting.ts";

const OPTIONS = { ...BOOSTING_OPTIONS, rounds: 40, columns: 1 };

describe("trainBoostedTrees(examples, classCount, options)", () => {
  test("learns what needs two features at once", () => {
    const examples = drawExamples(600, ([a, b]) => (a! > 0.5 === b! > 0.5 ? 1 : 0));
    const model = trainBoostedTrees(examples, 2, OPTIONS);
    const fresh = drawExamples(300, ([a, b]) => (a! > 0.5 === b! > 0.5 ? 1 : 0), 2);
    const right = fresh.filter(({ features, label }) => classifyByTrees(model, features)[label]! > 0.5);
    expect(right.length / fresh.length).toBeGreaterThan(0.9);
  });

  test("gives the share of a class where the features tell nothing", () => {
    const examples = Array.from({ length: 400 }, (_, i) => ({ features: [0, 1], label: i % 4 === 0 ? 1 : 0 }));
    const model = trainBoostedTrees(examples, 2, OPTIONS);
    expect(classifyByTrees(model, [0, 1])[1]).toBeCloseTo(0.25, 1);
  });

  test("gives the same trees for the same examples and seed", () => {
    const examples = drawExamples(200, ([a]) => (a! > 0.3 ? 1 : 0));
    const twice = [1, 2].map(() => JSON.stringify(trainBoostedTrees(examples, 2, OPTIONS)));
    expect(twice[0]).toBe(twice[1]);
  });

  test("gives probabilities for whatever features", () => {
    const model = trainBoostedTrees(
      drawExamples(200, ([a]) => Math.floor(a! * 3)),
      3,
      OPTIONS,
    );
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 2, maxLength: 2 }), (features) => {
        const probabilities = [...classifyByTrees(model, features)];
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...probabilities)).toBeGreaterThan(0);
      }),
    );
  });
});

function drawExamples(count: number, labelOf: (features: number[]) => number, seed = 1): BoostingExample[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const features = [random(), random()];
    return { features, label: labelOf(features) };
  });
}
