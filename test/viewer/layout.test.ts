import { describe, expect, test } from "vitest";
import { parseGraph } from "../../src/graph/index.ts";
import { layoutCircle } from "../../src/viewer/layout/circle.ts";
import { findPlaces } from "../../src/viewer/layout/places.ts";
import { findSignedTies } from "../../src/viewer/layout/signed-ties.ts";
import { layoutStances } from "../../src/viewer/layout/stance-aware.ts";
import { findCommunities } from "../../src/viewer/model/communities.ts";
import { DEFAULT_FILTERS, findVisible } from "../../src/viewer/model/filters.ts";
import { makeSmallGraph } from "./make-small-graph.ts";

const graph = parseGraph(makeSmallGraph());
const all = findVisible(graph, DEFAULT_FILTERS);
const few = findVisible(graph, { ...DEFAULT_FILTERS, target: "entity:sound-barrage" });

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;
const distance = (places: Places, a: string, b: string) =>
  Math.hypot(places.get(a)!.x - places.get(b)!.x, places.get(a)!.y - places.get(b)!.y);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("layoutStances(graph, visible)", () => {
  const places = layoutStances(graph, all);
  test("places every visible actor, each somewhere else", () => {
    expect([...places.keys()].sort()).toEqual([...all.nodes].sort());
    const spots = new Set([...places.values()].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`));
    expect(spots.size).toBe(places.size);
    for (const { x, y } of places.values()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });

  test("brings allies near and opponents apart", () => {
    const ties = findSignedTies(graph, all);
    const lengths = (sign: 1 | -1) =>
      ties.filter(({ weight }) => weight * sign > 0.3).map(({ from, to }) => distance(places, from, to));
    expect(lengths(1).length).toBeGreaterThan(3);
    expect(lengths(-1).length).toBeGreaterThan(3);
    expect(mean(lengths(1)) * 1.3).toBeLessThan(mean(lengths(-1)));
  });

  test("parts the two sides of one dispute", () => {
    const sides = layoutStances(graph, few);
    const holders = (polarity: string) =>
      [...few.edges]
        .filter(
          (edge) =>
            graph.getEdgeAttributes(edge).kind === "stance" &&
            graph.getEdgeAttribute(edge, "polarity" as never) === polarity,
        )
        .map((edge) => graph.source(edge));
    const toTarget = (key: string) => distance(sides, key, "entity:sound-barrage");
    expect(mean(holders("support").map(toTarget))).toBeLessThan(mean(holders("oppose").map(toTarget)));
  });

  test("gives the same places every time", () => {
    expect(layoutStances(graph, all)).toEqual(places);
  });

  test("does without actors and with one", () => {
    expect(layoutStances(graph, { nodes: new Set(), edges: new Set() }).size).toBe(0);
    const one = layoutStances(graph, { nodes: new Set(["entity:port"]), edges: new Set() });
    expect(Number.isFinite(one.get("entity:port")!.x)).toBe(true);
  });
});

describe("layoutCircle(graph, visible)", () => {
  test("keeps every actor at the same distance from the middle, and groups side by side", () => {
    const places = layoutCircle(graph, all);
    const radii = [...places.values()].map(({ x, y }) => Math.round(Math.hypot(x, y)));
    expect(new Set(radii).size).toBe(1);
    const order = [...places.keys()];
    for (const members of findCommunities(graph, all)) {
      const at = members.map((key) => order.indexOf(key)).sort((a, b) => a - b);
      expect(at.at(-1)! - at[0]!).toBe(members.length - 1);
    }
  });
});

describe("findCommunities(graph, visible)", () => {
  test("finds groups of three and more, each actor in one at most, the same every time", () => {
    const groups = findCommunities(graph, all);
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.every((members) => members.length >= 3)).toBe(true);
    const members = groups.flat();
    expect(new Set(members).size).toBe(members.length);
    expect(findCommunities(graph, all)).toEqual(groups);
  });

  test("opposition alone ties nobody together", () => {
    const opposed = findVisible(graph, {
      ...DEFAULT_FILTERS,
      hiddenPolarities: ["support", "mixed"],
      target: "entity:sound-barrage",
    });
    expect(findCommunities(graph, opposed)).toEqual([]);
  });
});

describe("findPlaces(graph, visible, view)", () => {
  test("takes what forces left, and the built place of everybody else", () => {
    const places = findPlaces(graph, all, { layout: "forces", places: { "entity:port": { x: 7, y: 8 } } });
    const { x, y } = graph.getNodeAttributes("entity:norland");
    expect([places.get("entity:port"), places.get("entity:norland")]).toEqual([
      { x: 7, y: 8 },
      { x, y },
    ]);
  });
  test("lays hidden actors nowhere new", () => {
    const places = findPlaces(graph, few, { layout: "circle", places: {} });
    const hidden = graph.nodes().find((key) => !few.nodes.has(key))!;
    expect(places.get(hidden)!.x).toBe(graph.getNodeAttribute(hidden, "x"));
  });
});
