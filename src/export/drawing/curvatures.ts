import type { StanceGraph } from "../../graph/index.ts";

/** How far apart neighbouring lines of one pair bend. */
const STEP = 0.2;
/** Even a lone line bends a little, so that its direction can be read from the curve. */
const LONE = 0.08;

/**
 * The bend of every edge, as the edge's control point divided by its length, so that parallel and opposite edges fan
 * out. A positive bend goes to the left of the way from source to target; so edges both ways part by themselves, and
 * only edges that share a direction need different bends. Self-loops get 0.
 */
export function findCurvatures(graph: StanceGraph, edges: Iterable<string>): Map<string, number> {
  const groups = new Map<string, string[]>();
  for (const edge of edges) {
    const [source, target] = graph.extremities(edge);
    const pair = JSON.stringify([source, target]);
    const group = groups.get(pair);
    if (group) group.push(edge);
    else groups.set(pair, [edge]);
  }
  const bends = new Map<string, number>();
  for (const [pair, group] of groups) {
    const [source, target] = JSON.parse(pair) as [string, string];
    const loop = source === target;
    const opposed = groups.has(JSON.stringify([target, source]));
    group.forEach((edge, index) => {
      // With traffic both ways every direction keeps to its own side; alone, the fan is centred on the straight line.
      const bend = opposed
        ? STEP * (index + 0.75)
        : group.length === 1
          ? LONE
          : STEP * (index - (group.length - 1) / 2);
      bends.set(edge, loop ? 0 : bend);
    });
  }
  return bends;
}
