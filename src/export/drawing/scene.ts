import type { EntityType, Polarity } from "../../core/index.ts";
import type { StanceGraph } from "../../graph/index.ts";
import { findCurvatures } from "./curvatures.ts";
import { type Curve, controlPoint, type Point, pointAt } from "./curve.ts";

/** An actor as a still image has it, in pixels from the upper left. */
export interface SceneNode {
  readonly key: string;
  readonly at: Point;
  readonly radius: number;
  readonly label: string;
  readonly entityType: EntityType;
  readonly importance: number;
}

/** A line from the rim of one disc to the rim of another. */
export interface SceneLine extends Curve {
  readonly width: number;
  /** Point and direction of the arrowhead. */
  readonly tip: Point;
  readonly angle: number;
  readonly polarity?: Polarity;
  readonly confidence: number;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SceneNode[];
  /** Relations first, so that stances lie over them. */
  readonly lines: readonly SceneLine[];
}

/** Room for labels at the sides, and for discs above and below. */
const MARGIN = { x: 110, y: 44 };

/**
 * Places the nodes and edges of a graph on a picture of the given width; the height follows from the graph's own shape,
 * within reason. Places that are no finite numbers stand in the middle. Edges from a node to itself are left out.
 */
export function composeScene(graph: StanceGraph, width: number, places: Readonly<Record<string, Point>> = {}): Scene {
  const points = new Map<string, Point>();
  graph.forEachNode((key, { x, y }) => {
    const place = Object.hasOwn(places, key) ? places[key]! : { x, y };
    points.set(key, Number.isFinite(place.x) && Number.isFinite(place.y) ? place : { x: 0, y: 0 });
  });
  const [left, right] = extent([...points.values()].map(({ x }) => x));
  const [low, high] = extent([...points.values()].map(({ y }) => y));
  const inner = Math.max(1, width - 2 * MARGIN.x);
  const shape = (high - low) / Math.max(1e-9, right - left);
  const innerHeight = inner * Math.min(1, Math.max(0.35, shape));
  const scale = Math.min(inner / Math.max(1e-9, right - left), innerHeight / Math.max(1e-9, high - low));
  const height = Math.round(innerHeight + 2 * MARGIN.y);
  const middle = { x: (left + right) / 2, y: (low + high) / 2 };
  const toPixels = ({ x, y }: Point): Point => ({
    x: width / 2 + (x - middle.x) * scale,
    // On paper y points down.
    y: height / 2 - (y - middle.y) * scale,
  });

  const crowd = Math.min(1, Math.max(0, Math.log10(Math.max(1, graph.size) / 40)));
  const sizes = graph.mapNodes((_, { size }) => size);
  const [smallest, largest] = extent(sizes);
  const [least, most] = [7 - 4 * crowd, 24 - 8 * crowd];
  const nodes = new Map<string, SceneNode>();
  graph.forEachNode((key, { label, entityType, size, mentions }) => {
    const share = (size - smallest) / Math.max(1, largest - smallest);
    nodes.set(key, {
      key,
      at: toPixels(points.get(key)!),
      radius: least + share * (most - least),
      label,
      entityType,
      importance: mentions + graph.degree(key),
    });
  });
  const bends = findCurvatures(graph, graph.edges());
  const lines: SceneLine[] = [];
  graph.forEachEdge((key, edge, source, target) => {
    if (source === target) return;
    const [from, to] = [nodes.get(source)!, nodes.get(target)!];
    const width = edge.kind === "stance" ? Math.min(7, 2.2 + Math.log2(Math.max(1, edge.weight))) : 1.4;
    const { confidence } = edge;
    const line = toLine(
      { key, from: from.at, to: to.at, bend: bends.get(key) ?? 0 },
      to.radius,
      width * (1 - 0.3 * crowd),
    );
    lines.push({ ...line, confidence, ...(edge.kind === "stance" && { polarity: edge.polarity }) });
  });
  lines.sort((a, b) => Number(a.polarity !== undefined) - Number(b.polarity !== undefined));
  return { width, height, nodes: [...nodes.values()], lines };
}

/** Ends a curve at the rim of the disc that it leads to. */
function toLine(curve: Curve, radius: number, width: number): Omit<SceneLine, "confidence"> {
  let [before, after] = [0, 1];
  for (let step = 0; step < 16; step++) {
    const t = (before + after) / 2;
    const { x, y } = pointAt(curve, t);
    if (Math.hypot(x - curve.to.x, y - curve.to.y) > radius + 1) before = t;
    else after = t;
  }
  const tip = pointAt(curve, before);
  const control = controlPoint(curve);
  const ahead = {
    x: (1 - before) * (control.x - curve.from.x) + before * (curve.to.x - control.x),
    y: (1 - before) * (control.y - curve.from.y) + before * (curve.to.y - control.y),
  };
  return { ...curve, width, tip, angle: Math.atan2(ahead.y, ahead.x) };
}

function extent(values: readonly number[]): [number, number] {
  let [least, most] = [values[0] ?? 0, values[0] ?? 0];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
