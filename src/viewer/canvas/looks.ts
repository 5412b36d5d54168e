import { MultiDirectedGraph } from "graphology";
import type { EdgeAttributes, NodeAttributes } from "../../graph/index.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import { mix, type Palette } from "./colors.ts";
import type { EdgeStyle } from "./guards.ts";

/** How an actor is drawn. The renderer's own words: a disc of `size` pixels at `x`, `y`. */
export interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  borderColor: string;
}

export interface EdgeLook {
  size: number;
  color: string;
  curvature: number;
  type: EdgeStyle;
}

export type Drawing = MultiDirectedGraph<NodeLook, EdgeLook>;

const UNSET = "#808080";

/** The graph that is drawn: the same keys and ends, looks only. The stance graph is never changed to show something. */
export function copyLooks(graph: StanceGraph): Drawing {
  const drawing: Drawing = new MultiDirectedGraph();
  const sizes = graph.mapNodes((_, { size }) => size);
  const smallest = sizes.reduce((least, size) => Math.min(least, size), Number.POSITIVE_INFINITY);
  const range = Math.max(1, sizes.reduce((most, size) => Math.max(most, size), 0) - smallest);
  // The more there is to show, the finer it is drawn.
  const crowd = Math.min(1, Math.max(0, Math.log10(Math.max(1, graph.size) / 40)));
  const [least, most] = [6 - 3 * crowd, 20 - 5 * crowd];
  graph.forEachNode((key, { x, y, size }) => {
    drawing.addNode(key, {
      x,
      y,
      size: least + ((size - smallest) / range) * (most - least),
      color: UNSET,
      borderColor: UNSET,
    });
  });
  graph.forEachEdge((key, edge, source, target) => {
    const size = edge.kind === "stance" ? 2.5 + 1.2 * Math.log2(Math.max(1, edge.weight)) : 1.7;
    drawing.addDirectedEdgeWithKey(key, source, target, {
      size: Math.min(7, size) * (1 - 0.2 * crowd),
      color: UNSET,
      curvature: 0,
      type: "arrow",
    });
  });
  return drawing;
}

/** The disc of an actor as it shows now. `scale` shrinks it on a small stage. */
export function styleNode(look: NodeLook, node: NodeAttributes, palette: Palette, scale: number) {
  return {
    ...look,
    size: look.size * scale,
    color: palette.entityType[node.entityType],
    borderColor: palette.paper,
  };
}

/** The line as it shows now: the surer the claim, the fuller its colour; relations keep back so that stances speak. */
export function styleEdge(look: EdgeLook, edge: EdgeAttributes, palette: Palette, scale: number) {
  const isStance = edge.kind === "stance";
  const color = isStance ? palette.polarity[edge.polarity] : palette.relation;
  return {
    ...look,
    size: look.size * scale,
    color: mix(color, palette.paper, isStance ? 0.4 + 0.5 * edge.confidence : 0.6),
    zIndex: isStance ? 1 : 0,
  };
}
