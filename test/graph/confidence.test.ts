import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combineConfidence } from "../../src/graph/evidence.ts";

describe("combineConfidence(confidences)", () => {
  test.each([
    ["one claim as it is", [0.4], 0.4],
    ["two claims as more than either", [0.5, 0.5], 0.75],
    ["never certainty", [0.9, 0.9, 0.9], 0.99],
    ["weak claims as the surest of them", [0.2, 0.2, 0.2, 0.1], 0.2],
    ["a weak claim beside a sure one as nothing", [0.6, 0.2], 0.6],
  ])("gives %s", (_, confidences, expected) => {
    expect(combineConfidence(confidences)).toBeCloseTo(expected, 4);
  });

  test("is never less than the surest claim, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 0.97, noNaN: true }), { minLength: 1 }), (confidences) => {
        const combined = combineConfidence(confidences);
        expect(combined).toBeGreaterThanOrEqual(Math.max(...confidences) - 1e-4);
        expect(combineConfidence([...confidences].reverse())).toBeCloseTo(combined, 3);
      }),
    );
  });
});
