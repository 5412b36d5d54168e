import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { compareText, createRandom } from "../../core/index.ts";
import type { Visible } from "./filters.ts";
import type { StanceGraph } from "./stance-graph.ts";

/** Fewer than these are no group worth a ring. */
const LEAST = 3;

type Ties = UndirectedGraph<object, { weight: number }>;
type Detect = (ties: Ties, options: { rng: () => number; getEdgeWeight: string }) => Record<string, number>;
// The package is CommonJS: bundlers hand over the function, Node's resolution types a module around it.
const detect = louvain as unknown as Detect;

/**
 * Actors that hang together by what is visible: Louvain communities (Blondel et al., 2008) over support and relations.
 * Opposition ties nobody together and is left out. Seeded, so the same view gives the same groups; the largest come
 * first, those of fewer than three actors are left out.
 */
export function findCommunities(graph: StanceGraph, visible: Visible): string[][] {
  const ties: Ties = new UndirectedGraph();
  for (const key of visible.edges) {
    const edge = graph.getEdgeAttributes(key);
    const [source, target] = graph.extremities(key);
    if (source === target || (edge.kind === "stance" && edge.polarity !== "support")) continue;
    ties.updateEdge(source, target, (old) => ({ weight: (old.weight ?? 0) + Math.max(1, edge.weight) }));
  }
  if (ties.size === 0) return [];
  const groups = new Map<number, string[]>();
  for (const [key, group] of Object.entries(detect(ties, { rng: createRandom(1), getEdgeWeight: "weight" }))) {
    const members = groups.get(group);
    if (members) members.push(key);
    else groups.set(group, [key]);
  }
  return [...groups.values()]
    .filter((members) => members.length >= LEAST)
    .map((members) => members.sort(compareText))
    .sort((a, b) => b.length - a.length || compareText(a[0]!, b[0]!));
}
