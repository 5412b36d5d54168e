import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addConll, type Chains, conllF1, createConllCounts } from "../../src/train/coref-conll.ts";

function count(gold: Chains, found: Chains) {
  const counts = createConllCounts();
  addConll(gold, found, counts);
  const share = (a: number, b: number) => Number((a / Math.max(1, b)).toFixed(4));
  const ratesOf = (sums: (typeof counts)["muc"]) => [
    share(sums.recall, sums.recallOf),
    share(sums.precision, sums.precisionOf),
  ];
  return {
    muc: ratesOf(counts.muc),
    bCubed: ratesOf(counts.bCubed),
    ceafE: ratesOf(counts.ceafE),
    f1: conllF1(counts),
  };
}

describe("addConll(gold, found)", () => {
  test("counts the textbook's example", () => {
    // Luo 2005, figure 1 (c): two of the three chains in one.
    const gold = [
      [1, 2, 3, 4, 5],
      [6, 7],
      [8, 9, 10, 11, 12],
    ];
    const found = [
      [1, 2, 3, 4, 5, 8, 9, 10, 11, 12],
      [6, 7],
    ];
    const { muc, bCubed, ceafE } = count(gold, found);
    expect(muc).toEqual([1, 0.9]);
    expect(bCubed).toEqual([1, 0.5833]);
    expect(ceafE).toEqual([0.5556, 0.8333]);
  });

  test("gives 0 where nothing is found, and where nothing was to be found", () => {
    expect(count([[1, 2]], []).f1).toBe(0);
    expect(count([], [[1, 2]]).f1).toBe(0);
  });

  test("finds the alignment of greatest similarity, not the first", () => {
    // [1 2 3] goes best with the second chain, so that [4 5] may have the first.
    expect(
      count(
        [
          [1, 2, 3],
          [4, 5],
        ],
        [
          [1, 4, 5],
          [2, 3],
        ],
      ).ceafE,
    ).toEqual([0.8, 0.8]);
  });

  const someChains = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 24 }).map((labels): Chains => {
    const chains = Array.from({ length: 6 }, (_, label) => [...labels.keys()].filter((m) => labels[m] === label));
    return chains.filter((chain) => chain.length > 1);
  });

  test("gives 1 to the gold itself, and the same with sides changed", () => {
    fc.assert(
      fc.property(someChains, someChains, (gold, found) => {
        if (gold.length > 0) expect(count(gold, gold).f1).toBeCloseTo(1, 12);
        expect(count(gold, found).f1).toBeCloseTo(count(found, gold).f1, 12);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
