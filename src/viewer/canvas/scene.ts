import type { Visible } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import { type Emphasis, prominenceOf } from "./emphasis.ts";
import type { Point } from "./geometry.ts";
import type { DrawnLine, DrawnNode } from "./overlay.ts";

/** What the scene is made from: the graph, what shows of it, and where the renderer has put it. */
export interface SceneSource {
  readonly graph: StanceGraph;
  readonly visible: Visible;
  readonly emphasis: Emphasis | null;
  readonly pins: Readonly<Record<string, unknown>>;
  readonly positionOf: (node: string) => (Point & { readonly radius: number }) | undefined;
  readonly bendOf: (edge: string) => number;
}

/** The visible actors with their places on screen. */
export function collectNodes({ graph, visible, emphasis, pins, positionOf }: SceneSource): DrawnNode[] {
  const nodes: DrawnNode[] = [];
  const loops = countLoops(graph, visible);
  const pointsToLine = emphasis?.edges.has(emphasis.anchor) === true;
  for (const key of visible.nodes) {
    const place = positionOf(key);
    if (!place) continue;
    const { label, entityType, mentions } = graph.getNodeAttributes(key);
    nodes.push({
      key,
      at: { x: place.x, y: place.y },
      radius: place.radius,
      label,
      entityType,
      importance: mentions + graph.degree(key),
      prominence: prominenceOf(emphasis, "nodes", key),
      anchor: emphasis?.anchor === key || (pointsToLine && emphasis.nodes.has(key)),
      pinned: Object.hasOwn(pins, key),
      loops: loops.get(key) ?? 0,
    });
  }
  return nodes;
}

/** The given lines as curves on screen. Lines from an actor to itself are left out: they have no length. */
export function collectLines(source: SceneSource, edges: Iterable<string>): DrawnLine[] {
  const { graph, emphasis, positionOf, bendOf } = source;
  const lines: DrawnLine[] = [];
  for (const key of edges) {
    const [start, end] = graph.extremities(key);
    const [from, to] = [positionOf(start), positionOf(end)];
    if (start === end || !from || !to) continue;
    const edge = graph.getEdgeAttributes(key);
    lines.push({
      key,
      from,
      to,
      bend: bendOf(key),
      prominence: prominenceOf(emphasis, "edges", key),
      ...(edge.kind === "stance" && { polarity: edge.polarity }),
    });
  }
  return lines;
}

function countLoops(graph: StanceGraph, visible: Visible): Map<string, number> {
  const loops = new Map<string, number>();
  if (graph.selfLoopCount === 0) return loops;
  for (const key of visible.edges) {
    const node = graph.source(key);
    if (graph.isSelfLoop(key)) loops.set(node, (loops.get(node) ?? 0) + 1);
  }
  return loops;
}
