import type { EntityType, Polarity } from "../../core/index.ts";
import type { Visible } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { Curve, Point } from "./geometry.ts";

export interface DrawnNode {
  readonly key: string;
  readonly at: Point;
  readonly radius: number;
  readonly label: string;
  readonly entityType: EntityType;
  readonly importance: number;
  /** Ringed: what the reader points to or has chosen. */
  readonly ringed: boolean;
  readonly pinned: boolean;
  /** How many visible lines lead from the node to itself; the renderer cannot draw those. */
  readonly loops: number;
}

export interface DrawnLine extends Curve {
  readonly polarity?: Polarity;
  readonly width: number;
  /** Radius of the disc that it leads to, where its head ends. */
  readonly targetRadius: number;
}

export type Placed = Point & { readonly radius: number };

/** What the scene is made from: the graph, what shows of it, and where the renderer has put it. */
export interface SceneSource {
  readonly graph: StanceGraph;
  readonly positionOf: (node: string) => Placed | undefined;
  readonly bendOf: (edge: string) => number;
  readonly widthOf: (edge: string) => number;
  readonly isRinged: (node: string) => boolean;
  readonly isPinned: (node: string) => boolean;
  readonly loopsOf: (node: string) => number;
  readonly width: number;
  readonly height: number;
}

/** How far outside the stage an actor still counts: its label may reach in. */
const MARGIN = 80;

/** The first `limit` of the given actors that are on screen, in the order given. */
export function collectNodes(source: SceneSource, nodes: Iterable<string>, limit: number): DrawnNode[] {
  const { graph, width, height } = source;
  const found: DrawnNode[] = [];
  for (const key of nodes) {
    const place = source.positionOf(key);
    if (!place || place.x < -MARGIN || place.y < -MARGIN || place.x > width + MARGIN || place.y > height + MARGIN) {
      continue;
    }
    const { label, entityType, mentions } = graph.getNodeAttributes(key);
    found.push({
      key,
      at: place,
      radius: place.radius,
      label,
      entityType,
      importance: mentions + graph.degree(key),
      ringed: source.isRinged(key),
      pinned: source.isPinned(key),
      loops: source.loopsOf(key),
    });
    if (found.length >= limit) break;
  }
  return found;
}

/** The given lines as curves on screen. Lines from an actor to itself are left out: they have no length. */
export function collectLines(source: SceneSource, edges: Iterable<string>): DrawnLine[] {
  const { graph, width, height } = source;
  const lines: DrawnLine[] = [];
  const places = new Map<string, Placed | undefined>();
  const placeOf = (node: string) => {
    if (!places.has(node)) places.set(node, source.positionOf(node));
    return places.get(node);
  };
  for (const key of edges) {
    const [start, end] = graph.extremities(key);
    if (start === end) continue;
    const [from, to] = [placeOf(start), placeOf(end)];
    if (!from || !to) continue;
    // Wholly on one side of the stage: not to be seen, bends apart.
    if (Math.max(from.x, to.x) < -MARGIN || Math.min(from.x, to.x) > width + MARGIN) continue;
    if (Math.max(from.y, to.y) < -MARGIN || Math.min(from.y, to.y) > height + MARGIN) continue;
    const edge = graph.getEdgeAttributes(key);
    lines.push({
      key,
      from,
      to,
      bend: source.bendOf(key),
      width: source.widthOf(key),
      targetRadius: to.radius,
      ...(edge.kind === "stance" && { polarity: edge.polarity }),
    });
  }
  return lines;
}

/** How many visible lines lead from each actor to itself. */
export function countLoops(graph: StanceGraph, visible: Visible): Map<string, number> {
  const loops = new Map<string, number>();
  if (graph.selfLoopCount === 0) return loops;
  for (const key of visible.edges) {
    const node = graph.source(key);
    if (graph.isSelfLoop(key)) loops.set(node, (loops.get(node) ?? 0) + 1);
  }
  return loops;
}

/** The visible stances whose signs are drawn: those with most statements, at most `limit`. */
export function chooseSigned(graph: StanceGraph, visible: Visible, limit: number): string[] {
  const stances: (readonly [edge: string, weight: number])[] = [];
  for (const key of visible.edges) {
    const { kind, weight } = graph.getEdgeAttributes(key);
    if (kind === "stance") stances.push([key, weight]);
  }
  if (stances.length > limit) stances.sort(([, a], [, b]) => b - a);
  return stances.slice(0, limit).map(([edge]) => edge);
}

/** The visible actors, those that matter most first: their names are placed first. */
export function orderByImportance(graph: StanceGraph, visible: Visible): string[] {
  const importance = new Map<string, number>();
  for (const key of visible.nodes) importance.set(key, graph.getNodeAttribute(key, "mentions") + graph.degree(key));
  return [...visible.nodes].sort((a, b) => importance.get(b)! - importance.get(a)!);
}
