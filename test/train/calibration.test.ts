import { describe, expect, test } from "vitest";
import { expectedCalibrationError, likeliestDecisions, toBins } from "../../src/train/calibration.ts";

/** `right` of `all` decisions were right, each held with the same probability. */
function decisions(probability: number, right: number, all: number) {
  return Array.from({ length: all }, (_, i) => ({ probability, correct: i < right }));
}

describe("expectedCalibrationError(decisions)", () => {
  test.each([
    ["is 0 where three of four held at 0.75 are right", decisions(0.75, 3, 4), 0],
    ["is 1 where all that was certain is wrong", decisions(1, 0, 3), 1],
    ["is the same for too much and for too little trust", decisions(0.25, 2, 4), 0.25],
    ["weighs each bin by its decisions", [...decisions(0.95, 0, 1), ...decisions(0.5, 1, 2)], 0.95 / 3],
    ["does not let one bin make up for another", [...decisions(0.9, 0, 1), ...decisions(0.1, 1, 1)], 0.9],
    ["is 0 without decisions", [], 0],
  ])("%s", (_, given, expected) => expect(expectedCalibrationError(given)).toBeCloseTo(expected, 12));

  test("with fewer bins sees less", () => {
    const mixed = [...decisions(0.9, 0, 1), ...decisions(0.1, 1, 1)];
    expect(expectedCalibrationError(mixed, 1)).toBeCloseTo(0, 12);
  });
});

describe("likeliestDecisions(probabilities, labels)", () => {
  test("takes the likeliest class of each", () => {
    expect(
      likeliestDecisions(
        [
          [0.2, 0.5, 0.3],
          [0.6, 0.1, 0.3],
        ],
        [1, 2],
      ),
    ).toEqual([
      { probability: 0.5, correct: true },
      { probability: 0.6, correct: false },
    ]);
  });
});

describe("toBins(decisions)", () => {
  test("counts decisions and right ones by probability, without empty bins", () => {
    expect(toBins([...decisions(0.25, 1, 3), ...decisions(1, 2, 2), ...decisions(0.9, 0, 1)])).toEqual([
      { from: 0.2, to: 0.3, count: 3, correct: 1 },
      { from: 0.9, to: 1, count: 3, correct: 2 },
    ]);
  });
});
