import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combineConfidence } from "../../src/graph/evidence.ts";

/** One claim a document. */
function apart(confidences: readonly number[]) {
  return confidences.map((confidence, index) => ({ docId: `d${index}`, confidence }));
}

describe("combineConfidence(claims)", () => {
  test.each([
    ["one claim as it is", [0.4], 0.4],
    ["two documents as more than either", [0.5, 0.5], 0.75],
    ["never certainty", [0.9, 0.9, 0.9], 0.99],
    ["weak documents as the surest of them", [0.2, 0.2, 0.2, 0.1], 0.2],
    ["a weak document beside a sure one as nothing", [0.6, 0.2], 0.6],
  ])("gives %s", (_, confidences, expected) => {
    expect(combineConfidence(apart(confidences))).toBeCloseTo(expected, 4);
  });

  test("counts one document once, by its surest claim", () => {
    const claims = [0.5, 0.4, 0.3].map((confidence) => ({ docId: "a", confidence }));
    expect(combineConfidence(claims)).toBe(0.5);
    expect(combineConfidence([...claims, { docId: "b", confidence: 0.5 }])).toBe(0.75);
  });

  test("is never less than the surest claim, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 0.97, noNaN: true }), { minLength: 1 }), (confidences) => {
        const combined = combineConfidence(apart(confidences));
        expect(combined).toBeGreaterThanOrEqual(Math.max(...confidences) - 1e-4);
        expect(combineConfidence(apart(confidences).reverse())).toBeCloseTo(combined, 3);
      }),
    );
  });
});
