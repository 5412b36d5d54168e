import { compareText } from "../../core/index.ts";
import type { PathQuery } from "../state/view-state.ts";
import type { Visible } from "./filters.ts";
import type { StanceGraph } from "./stance-graph.ts";

/** One step of a path: the line it takes, and whether it goes against the line's direction. */
export interface Hop {
  readonly edge: string;
  readonly from: string;
  readonly to: string;
  readonly reversed: boolean;
}

export type Path = readonly Hop[];

/** Partial paths that may be looked at: enough for any real question, and an end for graphs made to have none. */
const MOST_STEPS = 50_000;

/**
 * The shortest ways between two actors that pass no actor twice, the shortest first; of two as short, the one with the
 * surer lines. Only visible lines count. Between two actors the surest line is taken, so paths differ in their actors.
 *
 * Best-first search with the exact distance to the end as its guess (A*; Hart, Nilsson and Raphael, 1968), gone on
 * with after the first find.
 *
 * @param limit most paths to give
 * @returns an empty list where nothing leads there
 */
export function findPaths(graph: StanceGraph, visible: Visible, query: PathQuery, limit = 10): Path[] {
  const { from, to } = query;
  if (from === to || !visible.nodes.has(from) || !visible.nodes.has(to)) return [];
  const steps = indexSteps(graph, visible, query);
  const distances = findDistances(steps.back, to);
  if (!distances.has(from)) return [];
  const found: Path[] = [];
  // One list of partial paths for each whole length that they can have at best; the surest of a list goes first.
  const queues: Partial[][] = [];
  const put = (partial: Partial) => {
    const length = partial.hops.length + distances.get(partial.at)!;
    queues[length] ??= [];
    queues[length].push(partial);
  };
  put({ at: from, hops: [], doubt: 0 });
  let budget = MOST_STEPS;
  for (let length = 0; length < queues.length && found.length < limit; length++) {
    while (queues[length]?.length && found.length < limit && budget-- > 0) {
      const partial = takeSurest(queues[length]!);
      if (partial.at === to) {
        found.push(partial.hops);
        continue;
      }
      const passed = new Set([from, ...partial.hops.map((hop) => hop.to)]);
      for (const hop of steps.on.get(partial.at) ?? []) {
        if (passed.has(hop.to) || !distances.has(hop.to)) continue;
        const doubt = partial.doubt + 1 - graph.getEdgeAttribute(hop.edge, "confidence");
        put({ at: hop.to, hops: [...partial.hops, hop], doubt });
      }
    }
  }
  return found;
}

interface Partial {
  readonly at: string;
  readonly hops: Path;
  /** Sum of what the lines lack in confidence. */
  readonly doubt: number;
}

function takeSurest(partials: Partial[]): Partial {
  let best = 0;
  for (let at = 1; at < partials.length; at++) if (partials[at]!.doubt < partials[best]!.doubt) best = at;
  const [taken] = partials.splice(best, 1);
  return taken!;
}

/** The steps that may be taken from each actor, and the same turned round. One step for each neighbour. */
function indexSteps(graph: StanceGraph, visible: Visible, { directed, over }: PathQuery) {
  const best = new Map<string, Hop>();
  const consider = (hop: Hop) => {
    const key = JSON.stringify([hop.from, hop.to]);
    const other = best.get(key);
    if (!other || isSurer(graph, hop, other)) best.set(key, hop);
  };
  for (const edge of visible.edges) {
    const attributes = graph.getEdgeAttributes(edge);
    if (over !== "all" && attributes.kind !== "stance") continue;
    if (over !== "all" && over !== "stances" && attributes.kind === "stance" && attributes.polarity !== over) continue;
    const [from, to] = graph.extremities(edge);
    if (from === to) continue;
    consider({ edge, from, to, reversed: false });
    if (!directed) consider({ edge, from: to, to: from, reversed: true });
  }
  const on = new Map<string, Hop[]>();
  const back = new Map<string, string[]>();
  for (const hop of [...best.values()].sort((a, b) => compareText(a.to, b.to))) {
    on.set(hop.from, [...(on.get(hop.from) ?? []), hop]);
    back.set(hop.to, [...(back.get(hop.to) ?? []), hop.from]);
  }
  return { on, back };
}

function isSurer(graph: StanceGraph, hop: Hop, other: Hop): boolean {
  const [a, b] = [graph.getEdgeAttributes(hop.edge), graph.getEdgeAttributes(other.edge)];
  if (a.kind !== b.kind) return a.kind === "stance";
  return b.confidence - a.confidence || b.weight - a.weight
    ? a.confidence > b.confidence || (a.confidence === b.confidence && a.weight > b.weight)
    : hop.edge < other.edge;
}

function findDistances(back: ReadonlyMap<string, readonly string[]>, to: string): Map<string, number> {
  const distances = new Map([[to, 0]]);
  let rim = [to];
  for (let distance = 1; rim.length > 0; distance++) {
    const next: string[] = [];
    for (const node of rim) {
      for (const before of back.get(node) ?? []) {
        if (distances.has(before)) continue;
        distances.set(before, distance);
        next.push(before);
      }
    }
    rim = next;
  }
  return distances;
}
