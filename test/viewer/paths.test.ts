import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseGraph } from "../../src/graph/index.ts";
import { DEFAULT_FILTERS, findVisible } from "../../src/viewer/model/filters.ts";
import { pathInWords } from "../../src/viewer/model/path-words.ts";
import { findPaths, type Path } from "../../src/viewer/model/paths.ts";
import { indexDocuments } from "../../src/viewer/model/stance-graph.ts";
import type { PathQuery } from "../../src/viewer/state/view-state.ts";
import { makeSmallGraph } from "./make-small-graph.ts";

const graph = parseGraph(makeSmallGraph());
const all = findVisible(graph, DEFAULT_FILTERS);
const query = (from: string, to: string, more: Partial<PathQuery> = {}): PathQuery => ({
  from: `entity:${from}`,
  to: `entity:${to}`,
  directed: false,
  over: "all",
  nth: 0,
  ...more,
});
const stops = (path: Path) => [path[0]!.from, ...path.map(({ to }) => to)];

const MOST_WALKED = 5;

/** Lengths of all ways without a repeated actor, by walking them all. */
function allLengths(from: string, to: string, passed: readonly string[] = [from]): number[] {
  if (from === to) return [passed.length - 1];
  if (passed.length > MOST_WALKED) return [];
  return [...new Set(graph.neighbors(from))]
    .filter((next) => !passed.includes(next))
    .flatMap((next) => allLengths(next, to, [...passed, next]));
}

describe("findPaths(graph, visible, query)", () => {
  const pairs = fc.constantFrom(...all.nodes);
  test("gives unbroken ways from end to end that pass nobody twice, the shortest first, none of them twice", () => {
    fc.assert(
      fc.property(pairs, pairs, fc.boolean(), (from, to, directed) => {
        const paths = findPaths(graph, all, { from, to, directed, over: "all", nth: 0 });
        if (from === to) expect(paths).toEqual([]);
        for (const path of paths) {
          const way = stops(path);
          expect([way[0], way.at(-1), new Set(way).size]).toEqual([from, to, way.length]);
          for (const hop of path) {
            const ends = graph.extremities(hop.edge);
            expect(hop.reversed ? ends : [...ends].reverse()).toEqual([hop.to, hop.from]);
            if (directed) expect(hop.reversed).toBe(false);
          }
        }
        const lengths = paths.map((path) => path.length);
        expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
        expect(new Set(paths.map((path) => stops(path).join())).size).toBe(paths.length);
      }),
      { numRuns: 60 },
    );
  });

  test("finds the same lengths as walking everywhere", () => {
    const lengths = allLengths("entity:port", "entity:audit-office")
      .sort((a, b) => a - b)
      .slice(0, 4);
    const found = findPaths(graph, all, query("port", "audit-office"), 4).map((path) => path.length);
    expect(found.filter((length) => length <= MOST_WALKED)).toEqual(lengths);
    expect(lengths.length).toBeGreaterThan(1);
  });

  test("keeps to the kinds of lines that are asked for", () => {
    for (const over of ["stances", "support", "oppose"] as const) {
      for (const path of findPaths(graph, all, query("ada-quill", "skerry-fishers-union", { over }))) {
        for (const { edge } of path) {
          const attributes = graph.getEdgeAttributes(edge);
          expect(attributes.kind).toBe("stance");
          if (over !== "stances" && attributes.kind === "stance") expect(attributes.polarity).toBe(over);
        }
      }
    }
  });

  test("keeps to what is visible", () => {
    const [edge] = findPaths(graph, all, query("audit-office", "tidewater-power"))[0]!;
    const without = { nodes: all.nodes, edges: new Set([...all.edges].filter((key) => key !== edge!.edge)) };
    const detour = findPaths(graph, without, query("audit-office", "tidewater-power"))[0];
    expect(detour?.length ?? 99).toBeGreaterThan(1);
    expect(findPaths(graph, all, query("nobody", "tidewater-power"))).toEqual([]);
  });
});

test("pathInWords(graph, path, documents) writes a sentence with one note for each step", () => {
  const path = findPaths(graph, all, query("audit-office", "tidewater-power"))[0]!;
  expect(pathInWords(graph, path, indexDocuments(graph))).toBe(
    "Audit Office investigates Tidewater Power[1].\n\n[1] “The Audit Office said it was looking into Tidewater Power " +
      "and its contracts.” (“Islanders march against the barrage”, Northern Herald, 3 February 2031)\n",
  );
});
