import { UndirectedGraph } from "graphology";
import forceAtlas2Module from "graphology-layout-forceatlas2";
import noverlapModule from "graphology-layout-noverlap";
import { createRandom, type Random } from "../core/index.ts";
import { compareText } from "./evidence.ts";
import { type Circle, packCircles } from "./pack.ts";
import type { StanceGraph } from "./schema.ts";

export interface LayoutOptions {
  /** Same graph and seed, same positions. Default 1. */
  seed: number;
}

// Both packages are CommonJS: bundlers hand over the function, TypeScript's Node resolution types a module around it.
const forceAtlas2 = unwrap(forceAtlas2Module);
const noverlap = unwrap(noverlapModule);

/** Above this many nodes forces are approximated (Barnes and Hut). */
const BARNES_HUT_ORDER = 1000;
/** Free space around a node for its label, in the units of node sizes. */
const MARGIN = 9;
/** How far apart neighbours should stand on average, in the same units. */
const SPREAD = 95;

interface Point {
  x: number;
  y: number;
}

/**
 * Places the nodes: each connected part by ForceAtlas2 (Jacomy and others, 2014) from seeded positions and without
 * overlaps, the parts packed around the largest, and nodes without an edge in a ring about them all, grouped by type.
 * Sets `x` and `y` on every node, centred on the origin.
 */
export function layoutGraph(graph: StanceGraph, options: Partial<LayoutOptions> = {}): void {
  const random = createRandom(options.seed ?? 1);
  const { parts, isolates } = findParts(graph);
  const places = new Map<string, Point>();
  const laid = parts.map((part) => layoutPart(graph, part, random));
  const centres = packCircles(laid.map(({ radius }) => radius));
  laid.forEach(({ points }, i) => {
    for (const [node, { x, y }] of points) places.set(node, { x: x + centres[i]!.x, y: y + centres[i]!.y });
  });
  placeRing(graph, isolates, centres, places);
  graph.updateEachNodeAttributes(
    (node, attributes) => {
      const { x, y } = places.get(node)!;
      return { ...attributes, x: round(x), y: round(y) };
    },
    { attributes: ["x", "y"] },
  );
}

/** Connected parts of two nodes and more, largest first, and the nodes without an edge. */
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
  return { parts: parts.sort((a, b) => b.length - a.length || compareText(a[0]!, b[0]!)), isolates };
}

interface Part {
  readonly points: ReadonlyMap<string, Point>;
  /** Of the circle around the part's origin that holds all of it. */
  readonly radius: number;
}

function layoutPart(graph: StanceGraph, nodes: readonly string[], random: Random): Part {
  // Forces act between pairs, however many edges join them.
  const simple = new UndirectedGraph<Point & { size: number }, { weight: number }>();
  const side = SPREAD * Math.sqrt(nodes.length);
  for (const node of nodes) {
    const size = graph.getNodeAttribute(node, "size");
    simple.addNode(node, { x: (random() - 0.5) * side, y: (random() - 0.5) * side, size });
  }
  for (const node of nodes) {
    graph.forEachOutEdge(node, (_, { weight }, source, target) => {
      simple.updateEdge(source, target, (known) => ({ weight: (known.weight ?? 0) + Math.sqrt(weight) }));
    });
  }
  const order = nodes.length;
  forceAtlas2.assign(simple, {
    iterations: order <= 100 ? 600 : order <= BARNES_HUT_ORDER ? 400 : order <= 10_000 ? 200 : 80,
    getEdgeWeight: "weight",
    settings: {
      barnesHutOptimize: order > BARNES_HUT_ORDER,
      edgeWeightInfluence: 0.5,
      gravity: 0.6,
      scalingRatio: 12,
      strongGravityMode: false,
      slowDown: 1 + Math.log(order),
      outboundAttractionDistribution: false,
    },
  });
  rescale(simple, side);
  separate(simple, random);
  noverlap.assign(simple, {
    maxIterations: order <= BARNES_HUT_ORDER ? 300 : 60,
    settings: {
      margin: MARGIN,
      ratio: 1,
      expansion: 1.1,
      gridSize: Math.max(4, Math.ceil(Math.sqrt(order))),
      speed: 3,
    },
  });
  return centre(simple);
}

/** Scales so that the part's typical extent fits its number of nodes, whatever the forces came to. */
function rescale(graph: UndirectedGraph<Point & { size: number }>, side: number): void {
  let squares = 0;
  const middle = meanPoint(graph);
  graph.forEachNode((_, { x, y }) => {
    squares += (x - middle.x) ** 2 + (y - middle.y) ** 2;
  });
  // A disc filled evenly has a root mean square radius of R / √2.
  const factor = side / 2 / Math.max(1e-6, Math.sqrt((2 * squares) / graph.order));
  graph.updateEachNodeAttributes((_, point) => ({
    ...point,
    x: (point.x - middle.x) * factor,
    y: (point.y - middle.y) * factor,
  }));
}

/** Noverlap draws a random number where two nodes share a place; none may, or the layout would not be repeatable. */
function separate(graph: UndirectedGraph<Point & { size: number }>, random: Random): void {
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

function centre(graph: UndirectedGraph<Point & { size: number }>): Part {
  const middle = meanPoint(graph);
  const points = new Map<string, Point>();
  let radius = 0;
  graph.forEachNode((node, { x, y, size }) => {
    const point = { x: x - middle.x, y: y - middle.y };
    points.set(node, point);
    radius = Math.max(radius, Math.hypot(point.x, point.y) + size + MARGIN);
  });
  return { points, radius };
}

function meanPoint(graph: UndirectedGraph<Point & { size: number }>): Point {
  const sum = { x: 0, y: 0 };
  graph.forEachNode((_, { x, y }) => {
    sum.x += x;
    sum.y += y;
  });
  return { x: sum.x / graph.order, y: sum.y / graph.order };
}

/** Rings of evenly spaced nodes, as close around the parts as their labels allow. */
function placeRing(
  graph: StanceGraph,
  nodes: readonly string[],
  parts: readonly Circle[],
  places: Map<string, Point>,
): void {
  const sorted = [...nodes].sort((a, b) => {
    const [left, right] = [graph.getNodeAttributes(a), graph.getNodeAttributes(b)];
    return compareText(left.entityType, right.entityType) || right.mentions - left.mentions || compareText(a, b);
  });
  const spacing = SPREAD * 0.6;
  let radius = Math.max(0, ...parts.map((circle) => Math.hypot(circle.x, circle.y) + circle.radius)) + spacing * 0.6;
  for (let first = 0; first < sorted.length; radius += spacing) {
    const room = Math.max(1, Math.floor((2 * Math.PI * radius) / spacing));
    const ring = sorted.slice(first, first + room);
    ring.forEach((node, i) => {
      const angle = (2 * Math.PI * i) / ring.length - Math.PI / 2;
      places.set(node, { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius });
    });
    first += ring.length;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}

function unwrap<T>(module: T | { default: T }): T {
  return (module as { default?: T }).default ?? (module as T);
}
