import type { Visible } from "../model/filters.ts";
import { findPaths, type Path } from "../model/paths.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { Hover, ViewState } from "../state/view-state.ts";

/** What stands out while the rest steps back. */
export interface Emphasis {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Those of the actors that are ringed: the one pointed to, or the ends of the line. */
  readonly ringed: ReadonlySet<string>;
}

/** An actor stands out with its visible lines and neighbours, a line with its two ends. */
export function findEmphasis(graph: StanceGraph, visible: Visible, anchor: Hover | null): Emphasis | null {
  if (!anchor) return null;
  if (anchor.kind === "edge") {
    if (!visible.edges.has(anchor.key)) return null;
    const ends = new Set(graph.extremities(anchor.key));
    return { nodes: ends, edges: new Set([anchor.key]), ringed: ends };
  }
  if (!visible.nodes.has(anchor.key)) return null;
  const nodes = new Set([anchor.key]);
  const edges = new Set<string>();
  graph.forEachEdge(anchor.key, (edge, _, source, target) => {
    if (!visible.edges.has(edge)) return;
    edges.add(edge);
    nodes.add(source).add(target);
  });
  return { nodes, edges, ringed: new Set([anchor.key]) };
}

/** A path stands out from end to end. */
export function emphasizePath(path: Path): Emphasis | null {
  if (path.length === 0) return null;
  return {
    nodes: new Set(path.flatMap(({ from, to }) => [from, to])),
    edges: new Set(path.map(({ edge }) => edge)),
    ringed: new Set([path[0]!.from, path.at(-1)!.to]),
  };
}

/** What stands out in a view: what is pointed to, else what is open, else the path that is read. */
export function emphasisOf(graph: StanceGraph, visible: Visible, view: ViewState): Emphasis | null {
  const found = findEmphasis(graph, visible, view.hover) ?? findEmphasis(graph, visible, view.selection);
  if (found || !view.path) return found;
  return emphasizePath(findPaths(graph, visible, view.path, view.path.nth + 1)[view.path.nth] ?? []);
}
