import { compareText, createRandom } from "../core/index.ts";
import { layoutPart, type Point } from "./layout-part.ts";
import type { StanceGraph } from "./schema.ts";
import { type Box, fillShelves, type Place } from "./shelves.ts";

export interface LayoutOptions {
  /** Same graph and seed, same positions. Default 1. */
  seed: number;
}

/** Between parts, in the units of node sizes. */
const GAP = 60;
/** Labels stand to the right of their nodes. */
const LABEL = 90;
/** Room of a node without an edge, and its label. */
const CELL: Box = { width: 130, height: 32 };
/** Width to height of the whole, as screens are. */
const ASPECT = 1.5;

/**
 * Places the nodes: each connected part by forces, the largest at the upper left, the others on shelves beside and below
 * it, and at the bottom, in rows, the nodes without an edge, grouped by type. Sets `x` and `y` on every node, centred on
 * the origin.
 */
export function layoutGraph(graph: StanceGraph, options: Partial<LayoutOptions> = {}): void {
  const random = createRandom(options.seed ?? 1);
  const { parts, isolates } = findParts(graph);
  const laid = parts.map((part) => layoutPart(graph, part, random));
  const boxes = laid.map(({ width, height }) => ({ width: width + LABEL, height }));
  const cells = isolates.map(() => CELL);
  const area =
    boxes.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0) +
    cells.length * CELL.width * CELL.height;
  const width = Math.max(Math.sqrt(area * ASPECT), ...boxes.map((box) => box.width));

  const upper = placeParts(boxes, width);
  const lower = fillShelves(cells, width, 0);
  const drop = upper.height + (boxes.length > 0 && cells.length > 0 ? GAP : 0);
  const middle = (drop + lower.height) / 2;
  const places = new Map<string, Point>();
  laid.forEach(({ points }, i) => {
    const at = upper.places[i]!;
    for (const [node, { x, y }] of points) places.set(node, { x: x + at.x - LABEL / 2, y: y + at.y + middle });
  });
  isolates.forEach((node, i) => {
    const at = lower.places[i]!;
    places.set(node, { x: at.x + (10 - CELL.width) / 2, y: at.y - drop + middle });
  });
  graph.updateEachNodeAttributes(
    (node, attributes) => {
      const { x, y } = places.get(node)!;
      return { ...attributes, x: round(x), y: round(y) };
    },
    { attributes: ["x", "y"] },
  );
}

/** The largest part at the left, as many as find room at its right, the rest below. */
function placeParts(boxes: readonly Box[], width: number): { places: Place[]; height: number } {
  const [largest, ...others] = boxes;
  if (!largest) return { places: [], height: 0 };
  const room = width - largest.width - GAP;
  const fitting = others.slice(0, countFitting(others, room, largest.height));
  const beside = fillShelves(fitting, room, GAP);
  const below = fillShelves(others.slice(fitting.length), width, GAP);
  const left = fitting.length > 0 ? -width / 2 : -largest.width / 2;
  const drop = largest.height + GAP;
  return {
    places: [
      { x: left + largest.width / 2, y: -largest.height / 2 },
      ...beside.places.map(({ x, y }) => ({
        x: width / 2 - room / 2 + x,
        y: y - (largest.height - beside.height) / 2,
      })),
      ...below.places.map(({ x, y }) => ({ x, y: y - drop })),
    ],
    height: below.height > 0 ? drop + below.height : largest.height,
  };
}

/** How many of the boxes, from the first, stand on shelves in a room of this size. */
function countFitting(boxes: readonly Box[], width: number, height: number): number {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const some = boxes.slice(0, middle);
    const fits = some.every((box) => box.width <= width) && fillShelves(some, width, GAP).height <= height;
    if (fits) low = middle;
    else high = middle - 1;
  }
  return low;
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
