import { createRandom } from "../core/index.ts";
import { compareText } from "./evidence.ts";
import { layoutPart, type Point } from "./layout-part.ts";
import type { StanceGraph } from "./schema.ts";
import { type Box, fillShelves } from "./shelves.ts";

export interface LayoutOptions {
  /** Same graph and seed, same positions. Default 1. */
  seed: number;
}

/** Between parts, in the units of node sizes. */
const GAP = 70;
/** Labels stand to the right of their nodes. */
const LABEL = 90;
/** Room of a node without an edge, and its label. */
const CELL: Box = { width: 150, height: 42 };
/** Width to height of the whole, as screens are. */
const ASPECT = 1.5;

/**
 * Places the nodes: each connected part by forces, the parts on shelves with the largest on top, and below them, in
 * rows, the nodes without an edge, grouped by type. Sets `x` and `y` on every node, centred on the origin.
 */
export function layoutGraph(graph: StanceGraph, options: Partial<LayoutOptions> = {}): void {
  const random = createRandom(options.seed ?? 1);
  const { parts, isolates } = findParts(graph);
  const laid = parts.map((part) => layoutPart(graph, part, random));
  const boxes = laid.map((part) => ({ width: part.width + LABEL, height: part.height }));
  const area = [...boxes, ...isolates.map(() => CELL)].reduce(
    (sum, box) => sum + (box.width + GAP) * (box.height + GAP),
    0,
  );
  const width = Math.max(Math.sqrt(area * ASPECT), ...boxes.map((box) => box.width));

  const upper = fillShelves(boxes, width, GAP);
  const lower = fillShelves(
    isolates.map(() => CELL),
    width,
    0,
  );
  const drop = upper.height + (laid.length > 0 && isolates.length > 0 ? GAP : 0);
  const middle = (drop + lower.height) / 2;
  const places = new Map<string, Point>();
  laid.forEach(({ points }, i) => {
    const at = upper.places[i]!;
    for (const [node, { x, y }] of points) places.set(node, { x: x + at.x - LABEL / 2, y: y + at.y + middle });
  });
  isolates.forEach((node, i) => {
    const at = lower.places[i]!;
    places.set(node, { x: at.x - LABEL / 2, y: at.y - drop + middle });
  });
  graph.updateEachNodeAttributes(
    (node, attributes) => {
      const { x, y } = places.get(node)!;
      return { ...attributes, x: round(x), y: round(y) };
    },
    { attributes: ["x", "y"] },
  );
}

/** Connected parts of two nodes and more, largest first, and the nodes without an edge, by type and mentions. */
function findParts(graph: StanceGraph): { parts: string[][]; isolates: string[] } {
  const seen = new Set<string>();
  const parts: string[][] = [];
  const isolates: string[] = [];
  for (const start of graph.nodes()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part = [start];
    for (const node of part) {
      for (const neighbor of graph.neighbors(node)) {
        if (seen.has(neighbor)) continue;
        seen.add(neighbor);
        part.push(neighbor);
      }
    }
    if (part.length === 1) isolates.push(start);
    else parts.push(part.sort(compareText));
  }
  const rank = (a: string, b: string): number => {
    const [left, right] = [graph.getNodeAttributes(a), graph.getNodeAttributes(b)];
    return compareText(left.entityType, right.entityType) || right.mentions - left.mentions || compareText(a, b);
  };
  return {
    parts: parts.sort((a, b) => b.length - a.length || compareText(a[0]!, b[0]!)),
    isolates: isolates.sort(rank),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}
