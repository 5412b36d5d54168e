import { describe, expect, test } from "vitest";
import { daysBetween, listStatements, netStance, periodOf } from "../../src/analyse/index.ts";
import { makeGraph } from "../graph/fixture.ts";
import { draw, nameIn } from "./draw.ts";

describe("listStatements(graph, filter)", () => {
  const graph = draw("2020-01-02 A support x", "- A oppose x", "2019-05-01 B oppose x via ?", "2019-05 A support x");
  const name = nameIn(graph);
  const show = (filter = {}) =>
    listStatements(graph, filter).map(({ date, holder, polarity }) => `${date ?? "-"} ${name(holder)} ${polarity}`);

  test("lists by date, the undated last", () =>
    expect(show()).toEqual(["2019-05 A support", "2019-05-01 B oppose", "2020-01-02 A support", "- A oppose"]));
  test("keeps to the edges that are given", () =>
    expect(show({ edges: new Set(graph.outEdges("entity:b")) })).toEqual(["2019-05-01 B oppose"]));
  test("keeps what is accepted", () =>
    expect(show({ accepts: (_: unknown, document: { date?: string }) => document.date === "2020-01-02" })).toEqual([
      "2020-01-02 A support",
    ]));
  test("passes over relations", () =>
    expect(listStatements(makeGraph()).every(({ edge }) => edge.startsWith("stance:"))).toBe(true));
});

test.each([
  [{ support: 0, oppose: 0, mixed: 0 }, 0],
  [{ support: 2, oppose: 0, mixed: 0 }, 1],
  [{ support: 1, oppose: 3, mixed: 0 }, -0.5],
  [{ support: 1, oppose: 0, mixed: 1 }, 0.5],
])("netStance(%j) is %d", (sides, net) => expect(netStance(sides)).toBe(net));

describe("periodOf(date, unit)", () => {
  test.each([
    ["2019-02-23", "week", "2019-W08"],
    ["2018-12-31", "week", "2019-W01"],
    ["2021-01-03", "week", "2020-W53"],
    ["1969-12-29", "week", "1970-W01"],
    ["2019-02", "week", undefined],
    ["2019-02-31", "week", undefined],
    ["2019-02-23", "month", "2019-02"],
    ["2019", "month", undefined],
    ["2019", "year", "2019"],
    [undefined, "year", undefined],
  ] as const)("of %s by %s is %s", (date, unit, period) => expect(periodOf(date, unit)).toBe(period));

  test("daysBetween counts over leap days and is undefined without two days", () => {
    expect(daysBetween("2020-02-28", "2020-03-01")).toBe(2);
    expect(daysBetween("2020-03-01", "2020-02-28")).toBe(-2);
    expect(daysBetween("2020-03", "2020-02-28")).toBeUndefined();
  });
});
