import { describe, expect, test } from "vitest";
import { compareActors, findContested, findTurns, listStatements } from "../../src/analyse/index.ts";
import { draw, nameIn } from "./draw.ts";

describe("compareActors(statements, left, right)", () => {
  const graph = draw(
    "2019-01-01 A support x",
    "2019-01-01 B support x",
    "2019-01-01 A oppose y sure 0.6",
    "2019-02-01 A oppose y sure 0.9",
    "2019-01-01 B support y",
    "2019-01-01 A support z",
    "2019-01-01 B mixed z",
    "2019-01-01 A support w",
    "2019-01-01 B oppose v",
    "2019-01-01 A oppose B",
    "2019-01-01 C oppose x",
  );
  const name = nameIn(graph);
  const found = compareActors(listStatements(graph), "entity:a", "entity:b");
  const targets = (list: readonly { target: string }[]) => list.map(({ target }) => name(target)).join("");

  test("tells agreement, disagreement, and what only one speaks of", () => {
    expect(targets(found.agree)).toBe("x");
    expect(targets(found.disagree)).toBe("y");
    expect(targets(found.unclear)).toBe("z");
    expect(targets(found.onlyLeft)).toBe("w");
    expect(targets(found.onlyRight)).toBe("v");
  });
  test("keeps what they say of each other apart", () => {
    expect(found.ofEachOther.left?.net).toBe(-1);
    expect(found.ofEachOther.right).toBeUndefined();
  });
  test("decides by the surest statement", () => expect(found.disagree[0]!.left.best.date).toBe("2019-02-01"));
});

describe("findTurns(statements)", () => {
  const turns = (...lines: string[]) => {
    const graph = draw(...lines);
    return findTurns(listStatements(graph)).map(
      ({ before, after, days, gap }) =>
        `${before.date ?? "-"} ${before.polarity} > ${after.date ?? "-"} ${after.polarity} ${days ?? "-"} ${gap}`,
    );
  };
  test.each([
    ["nothing where nothing turns", ["2019-01-01 A support x", "2019-09-01 A support x"], []],
    ["nothing between two holders", ["2019-01-01 A support x", "2019-09-01 B oppose x"], []],
    ["nothing through mixed views", ["2019-01-01 A support x", "2019-09-01 A mixed x"], []],
    [
      "a change months apart, from the last before it to the first after it",
      ["2019-01-01 A support x", "2019-02-01 A support x", "2019-09-01 A oppose x", "2019-10-01 A oppose x"],
      ["2019-02-01 support > 2019-09-01 oppose 212 months"],
    ],
    [
      "one weeks apart",
      ["2019-01-01 A support x", "2019-02-01 A oppose x"],
      ["2019-01-01 support > 2019-02-01 oppose 31 weeks"],
    ],
    [
      "reports that differ",
      ["2019-01-01 A oppose x", "2019-01-08 A support x"],
      ["2019-01-01 oppose > 2019-01-08 support 7 same-week"],
    ],
    [
      "there and back again",
      ["2019-01-01 A oppose x", "2019-01-03 A support x", "2020-01-01 A oppose x"],
      ["2019-01-03 support > 2020-01-01 oppose 363 months", "2019-01-01 oppose > 2019-01-03 support 2 same-week"],
    ],
    [
      "a day of both once",
      ["2019-01-01 A oppose x", "2019-01-02 A support x", "2019-01-02 A oppose x"],
      ["2019-01-02 oppose > 2019-01-02 support 0 same-week"],
    ],
    ["an undated pair", ["- A oppose x", "2019-01-08 A support x"], ["2019-01-08 support > - oppose - undated"]],
  ])("finds %s", (_, lines, expected) => expect(turns(...lines)).toEqual(expected));
});

describe("findContested(statements)", () => {
  test("puts the most evenly disputed first and leaves out what is agreed", () => {
    const graph = draw(
      ...["A", "B", "C"].map((holder) => `2019-01-01 ${holder} support x`),
      "2019-01-01 D oppose x",
      ...["A", "B"].map((holder) => `2019-01-01 ${holder} support y`),
      ...["C", "D"].map((holder) => `2019-01-01 ${holder} oppose y`),
      "2019-01-01 A support z",
    );
    const found = findContested(listStatements(graph)).map(
      ({ key, supporters, opponents }) => `${nameIn(graph)(key)} ${supporters.length}:${opponents.length}`,
    );
    expect(found).toEqual(["y 2:2", "x 3:1"]);
  });
});
