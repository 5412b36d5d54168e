import { compareText } from "../../core/index.ts";
import { findCommunities } from "../model/communities.ts";
import type { Visible } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { Place } from "../state/view-state.ts";

/** Room on the rim for one actor, in the graph's units, which are about pixels. */
const ROOM = 26;

/**
 * The visible actors on a circle, from the top clockwise: those that hang together side by side, and among them those
 * with most lines first. Every line of a circle can be followed by eye, which no other layout promises.
 */
export function layoutCircle(graph: StanceGraph, visible: Visible): Map<string, Place> {
  const byDegree = (a: string, b: string) => graph.degree(b) - graph.degree(a) || compareText(a, b);
  const groups = findCommunities(graph, visible).map((members) => members.sort(byDegree));
  const grouped = new Set(groups.flat());
  const order = [...groups.flat(), ...[...visible.nodes].filter((key) => !grouped.has(key)).sort(byDegree)];
  const radius = Math.max(120, (order.length * ROOM) / (2 * Math.PI));
  return new Map(
    order.map((key, index) => {
      const angle = Math.PI / 2 - (2 * Math.PI * index) / order.length;
      return [key, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }];
    }),
  );
}
