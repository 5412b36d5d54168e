import { describe, expect, test } from "vitest";
import type { Document } from "../../src/core/index.ts";
import { assembleGraph, layoutGraph, type StanceGraph } from "../../src/graph/index.ts";
import { makeClaim, makeEntity } from "./fixture.ts";

/** A hub with spokes, a pair, and loners. */
function makeStar(spokes: number, loners: number): StanceGraph {
  const names = Array.from({ length: spokes + loners + 3 }, (_, i) => `N${i}`);
  const document: Document = { id: "a", text: names.join(" ") };
  const claims = names.slice(1, spokes + 1).map((name) => makeClaim(document, name, "support", "N0"));
  claims.push(makeClaim(document, names.at(-1)!, "oppose", names.at(-2)!));
  const entities = names.map((name, i) => makeEntity(`person ${name}`, { mentions: 1 + (i % 5) ** 2 }));
  return assembleGraph({ documents: [document], entities, claims, generator: "test" });
}

const positions = (graph: StanceGraph) => graph.mapNodes((_, { x, y, size }) => ({ x, y, size }));

describe("layoutGraph(graph)", () => {
  const graph = makeStar(30, 12);

  test("lets no two nodes overlap", () => {
    const nodes = positions(graph);
    for (let i = 0; i < nodes.length; i++) {
      for (let k = 0; k < i; k++) {
        const [a, b] = [nodes[i]!, nodes[k]!];
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.size + b.size);
      }
    }
  });

  test("keeps everything near: as wide as a screen, and in proportion to what is in it", () => {
    const nodes = positions(graph);
    const width = Math.max(...nodes.map(({ x }) => x)) - Math.min(...nodes.map(({ x }) => x));
    const height = Math.max(...nodes.map(({ y }) => y)) - Math.min(...nodes.map(({ y }) => y));
    expect(width / height).toBeGreaterThan(0.8);
    expect(width / height).toBeLessThan(3);
    expect(Math.sqrt((width * height) / nodes.length)).toBeLessThan(200);
  });

  test("puts a part of its own, and loners, below the largest part", () => {
    const hub = graph.getNodeAttribute("entity:n0", "y");
    expect(graph.getNodeAttribute("entity:n40", "y")).toBeLessThan(hub);
  });

  test("gives the same places for the same seed and others for another", () => {
    const before = positions(graph);
    layoutGraph(graph, { seed: 1 });
    expect(positions(graph)).toEqual(before);
    layoutGraph(graph, { seed: 2 });
    expect(positions(graph)).not.toEqual(before);
  });

  test.each([
    [0, 0],
    [1, 0],
    [0, 40],
    [1200, 0],
  ])("places every node of a star of %i and %i loners", (spokes, loners) => {
    for (const { x, y } of positions(makeStar(spokes, loners))) expect(Number.isFinite(x + y)).toBe(true);
  });
});
