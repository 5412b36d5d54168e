import type { Visible } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";

/** What stands out while the rest steps back. */
export interface Emphasis {
  /** The actor or line that the reader points to. */
  readonly anchor: string;
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

export type Prominence = "plain" | "strong" | "faint";

/** How far an actor or a line stands out. */
export function prominenceOf(emphasis: Emphasis | null, kind: "nodes" | "edges", key: string): Prominence {
  if (!emphasis) return "plain";
  return emphasis[kind].has(key) ? "strong" : "faint";
}

/** An actor stands out with its visible lines and neighbours, a line with its two ends. */
export function findEmphasis(
  graph: StanceGraph,
  visible: Visible,
  anchor: { readonly kind: "node" | "edge"; readonly key: string } | null,
): Emphasis | null {
  if (!anchor) return null;
  if (anchor.kind === "edge") {
    if (!visible.edges.has(anchor.key)) return null;
    return { anchor: anchor.key, nodes: new Set(graph.extremities(anchor.key)), edges: new Set([anchor.key]) };
  }
  if (!visible.nodes.has(anchor.key)) return null;
  const nodes = new Set([anchor.key]);
  const edges = new Set<string>();
  graph.forEachEdge(anchor.key, (edge, _, source, target) => {
    if (!visible.edges.has(edge)) return;
    edges.add(edge);
    nodes.add(source).add(target);
  });
  return { anchor: anchor.key, nodes, edges };
}
