import { UndirectedGraph } from "graphology";
import forceAtlas2Module from "graphology-layout-forceatlas2";
import noverlapModule from "graphology-layout-noverlap";
import type { Random } from "../core/index.ts";
import type { StanceGraph } from "./schema.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A connected part, laid out about the origin. */
export interface LaidPart {
  readonly points: ReadonlyMap<string, Point>;
  readonly width: number;
  readonly height: number;
}

// Both packages are CommonJS: bundlers hand over the function, TypeScript's Node resolution types a module around it.
const forceAtlas2 = unwrap(forceAtlas2Module);
const noverlap = unwrap(noverlapModule);

type Simple = UndirectedGraph<{ x: number; y: number; size: number }, { weight: number }>;

/** Above this many nodes forces are approximated (Barnes and Hut). */
const BARNES_HUT_ORDER = 1000;
/** Free space around a node, in the units of node sizes. */
const MARGIN = 17;
/** Side of the square that one node has to itself on average; a few nodes need less. */
const SPREAD = 84;
const SMALL_SPREAD = 52;
const SMALL_ORDER = 6;
/** Labels are wide and so are screens: all is laid out upright and then stretched. */
const STRETCH = 2;

/**
 * Lays out connected nodes: ForceAtlas2 (Jacomy and others, 2014) from random places, far nodes drawn in, overlaps
 * removed. `random` decides the places to start from and with it the result.
 */
export function layoutPart(graph: StanceGraph, nodes: readonly string[], random: Random): LaidPart {
  const order = nodes.length;
  const side = (order <= SMALL_ORDER ? SMALL_SPREAD : SPREAD) * Math.sqrt(order);
  const simple = toSimple(graph, nodes, side, random);
  forceAtlas2.assign(simple, {
    iterations: order <= 100 ? 600 : Math.max(50, Math.round(400 / Math.max(1, order / BARNES_HUT_ORDER))),
    getEdgeWeight: "weight",
    settings: {
      barnesHutOptimize: order > BARNES_HUT_ORDER,
      edgeWeightInfluence: 0.5,
      gravity: 0.6,
      scalingRatio: 12,
      linLogMode: true,
      slowDown: 1 + Math.log(order),
    },
  });
  spreadEvenly(simple, side);
  separate(simple, random);
  noverlap.assign(simple, {
    maxIterations: order <= BARNES_HUT_ORDER ? 400 : 60,
    settings: {
      margin: MARGIN,
      ratio: 1,
      expansion: 1.1,
      gridSize: Math.max(4, Math.ceil(Math.sqrt(order))),
      speed: 3,
    },
  });
  return frame(simple);
}

/** Forces act between pairs, however many edges join them. */
function toSimple(graph: StanceGraph, nodes: readonly string[], side: number, random: Random): Simple {
  const simple: Simple = new UndirectedGraph();
  for (const node of nodes) {
    const size = graph.getNodeAttribute(node, "size");
    simple.addNode(node, { x: (random() - 0.5) * side, y: (random() - 0.5) * side, size });
  }
  for (const node of nodes) {
    graph.forEachOutEdge(node, (_, { weight }, source, target) => {
      simple.updateEdge(source, target, (known) => ({ weight: (known.weight ?? 0) + Math.sqrt(weight) }));
    });
  }
  return simple;
}

/** Fits the part to the room its nodes need, and draws far nodes in and a crowded middle apart. */
function spreadEvenly(graph: Simple, side: number): void {
  const middle = { x: mean(graph, "x"), y: mean(graph, "y") };
  let far = 1e-6;
  graph.forEachNode((_, { x, y }) => {
    far = Math.max(far, Math.hypot(x - middle.x, y - middle.y));
  });
  graph.updateEachNodeAttributes((_, point) => {
    const [x, y] = [point.x - middle.x, point.y - middle.y];
    const radius = Math.hypot(x, y);
    const factor = radius > 0 ? ((radius / far) ** 0.75 * side * 0.6) / radius : 0;
    return { ...point, x: x * factor, y: y * factor };
  });
}

/** Noverlap draws a random number where two nodes share a place; none may, or the layout would not be repeatable. */
function separate(graph: Simple, random: Random): void {
  const taken = new Set<string>();
  graph.updateEachNodeAttributes((_, point) => {
    let { x, y } = point;
    while (taken.has(`${Math.fround(x)} ${Math.fround(y)}`)) {
      x += random() - 0.5;
      y += random() - 0.5;
    }
    taken.add(`${Math.fround(x)} ${Math.fround(y)}`);
    return { ...point, x, y };
  });
}

function frame(graph: Simple): LaidPart {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  graph.forEachNode((_, { x, y, size }) => {
    box.left = Math.min(box.left, x * STRETCH - size);
    box.right = Math.max(box.right, x * STRETCH + size);
    box.bottom = Math.min(box.bottom, y - size);
    box.top = Math.max(box.top, y + size);
  });
  const middle = { x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2 };
  const points = new Map<string, Point>();
  graph.forEachNode((node, { x, y }) => points.set(node, { x: x * STRETCH - middle.x, y: y - middle.y }));
  return { points, width: box.right - box.left, height: box.top - box.bottom };
}

function mean(graph: Simple, axis: "x" | "y"): number {
  return graph.reduceNodes((sum, _, point) => sum + point[axis], 0) / graph.order;
}

function unwrap<T>(module: T | { default: T }): T {
  return (module as { default?: T }).default ?? (module as T);
}
