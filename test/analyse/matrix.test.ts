import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cosineDistance, findStanceMatrix, listStatements, MATRIX_ORDERS, seriate } from "../../src/analyse/index.ts";
import { draw, nameIn } from "./draw.ts";

describe("seriate(count, distance)", () => {
  const line = (places: readonly number[]) => (a: number, b: number) => Math.abs(places[a]! - places[b]!);
  const lengthOf = (order: readonly number[], distance: (a: number, b: number) => number) =>
    order.slice(1).reduce((sum, item, index) => sum + distance(order[index]!, item), 0);

  test("puts points of a line in their order, from one end or the other", () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 24 }), (places) => {
        const found = seriate(places.length, line(places)).map((item) => places[item]!);
        const sorted = places.toSorted((a, b) => a - b);
        expect([sorted.join(), sorted.reverse().join()]).toContain(found.join());
      }),
    ));

  test("names every item once, whatever the distances, and the same way each time", () =>
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 })), (vectors) => {
        const distance = (a: number, b: number) => cosineDistance(vectors[a]!, vectors[b]!);
        const order = seriate(vectors.length, distance);
        expect(order.toSorted((a, b) => a - b)).toEqual(vectors.map((_, index) => index));
        expect(seriate(vectors.length, distance)).toEqual(order);
      }),
    ));

  test("finds the shortest way through four items that any order has", () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 3, maxLength: 3 }), (points) => {
        const distance = (a: number, b: number) =>
          Math.abs(points[a]![0] - points[b]![0]) + Math.abs(points[a]![1] - points[b]![1]);
        // With three items every order but one that parts the nearest two is in the tree.
        const best = Math.min(
          ...[
            [0, 1, 2],
            [1, 0, 2],
            [0, 2, 1],
          ].map((order) => lengthOf(order, distance)),
        );
        expect(lengthOf(seriate(3, distance), distance)).toBe(best);
      }),
    ));
});

test.each([
  [[1, 0], [2, 0], 0],
  [[1, 0], [-1, 0], 2],
  [[1, 0], [0, 1], 1],
  [[0, 0], [0, 1], 1],
])("cosineDistance(%j, %j) is %d", (a, b, distance) => expect(cosineDistance(a, b)).toBe(distance));

describe("findStanceMatrix(statements, options)", () => {
  const graph = draw(
    "2019-01-01 A support x",
    "2019-01-02 A support x",
    "2019-01-03 A oppose y",
    "2019-01-01 B support x",
    "2019-01-01 B oppose y",
    "2019-01-01 C oppose x",
    "2019-01-01 C support y",
    "2019-01-01 D oppose x",
    "2019-01-02 D support x",
    "2019-01-01 E mixed z",
  );
  const statements = listStatements(graph);
  const name = nameIn(graph);
  const rows = (options = {}) =>
    findStanceMatrix(statements, { nameOf: name, ...options })
      .rows.map(name)
      .join("");

  test("holds the net stance and the statements of each cell", () => {
    const { cellAt } = findStanceMatrix(statements);
    expect(cellAt("entity:a", "entity:x")).toMatchObject({ net: 1, sides: { support: 2, oppose: 0, mixed: 0 } });
    expect(cellAt("entity:d", "entity:x")).toMatchObject({ net: 0, sides: { support: 1, oppose: 1, mixed: 0 } });
    expect(cellAt("entity:e", "entity:x")).toBeUndefined();
  });

  test.each([
    ["name", "ABCDE"],
    ["most", "ABCDE"],
    ["side", "ABCDE"],
  ] as const)("orders holders by %s", (order, expected) => expect(rows({ order })).toBe(expected));

  test("puts like profiles side by side, supporters first", () => {
    const order = rows({ order: "similar" });
    expect(Math.abs(order.indexOf("A") - order.indexOf("B"))).toBe(1);
    expect(order.indexOf("A")).toBeLessThan(order.indexOf("C"));
  });

  test("keeps the most frequent and says what is left out", () => {
    const matrix = findStanceMatrix(statements, { holders: 2, targets: 2 });
    expect(matrix.rows.map(name).sort()).toEqual(["A", "B"]);
    expect(matrix.totals).toEqual({ holders: 5, targets: 3, statements: 10, shown: 5 });
  });

  test("is empty for nothing", () => expect(findStanceMatrix([]).rows).toEqual([]));

  test("shows every statement that it says it shows, in each order", () => {
    const letters = fc.constantFrom("A", "B", "C", "D", "E", "F");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(letters, fc.constantFrom("support", "oppose", "mixed"), fc.constantFrom("x", "y", "z")), {
          maxLength: 14,
        }),
        fc.constantFrom(...MATRIX_ORDERS),
        fc.integer({ min: 1, max: 6 }),
        (lines, order, limit) => {
          const drawn = listStatements(draw(...lines.map((line) => `2019-01-01 ${line.join(" ")}`)));
          const matrix = findStanceMatrix(drawn, { order, holders: limit, targets: limit });
          let cells = 0;
          for (const row of matrix.rows)
            for (const column of matrix.columns) cells += matrix.cellAt(row, column)?.statements.length ?? 0;
          expect(cells).toBe(matrix.totals.shown);
          expect(matrix.rows.length).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 40 },
    );
  });
});
