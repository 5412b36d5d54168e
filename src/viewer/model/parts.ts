import type { Visible } from "./filters.ts";
import type { StanceGraph } from "./stance-graph.ts";

/** The visible actors of the largest part of the graph that visible lines hold together. */
export function findLargestPart(graph: StanceGraph, visible: Visible): string[] {
  const neighbours = new Map<string, string[]>();
  for (const edge of visible.edges) {
    const [source, target] = graph.extremities(edge);
    for (const [from, to] of [[source, target] as const, [target, source] as const]) {
      const list = neighbours.get(from);
      if (list) list.push(to);
      else neighbours.set(from, [to]);
    }
  }
  const seen = new Set<string>();
  let largest: string[] = [];
  for (const start of visible.nodes) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    // The list grows while it is walked: every actor reached is walked from in its turn.
    for (const node of part) {
      for (const next of neighbours.get(node) ?? []) {
        if (!seen.has(next)) part.push(next);
        seen.add(next);
      }
    }
    if (part.length > largest.length) largest = part;
  }
  return largest;
}
