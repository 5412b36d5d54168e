import type { Polarity } from "../core/index.ts";
import { compareText } from "../core/index.ts";
import type { EdgeAttributes, EdgeEvidence, StanceGraph } from "./schema.ts";

/** An edge in words, with what stands behind it in either graph. */
export interface EdgeChange {
  readonly edge: string;
  readonly source: string;
  readonly target: string;
  /** Its polarity or predicate. */
  readonly says: string;
  readonly kind: EdgeAttributes["kind"];
  /** Claims behind it before and after; 0 where it is not drawn. */
  readonly before: number;
  readonly after: number;
  /** Evidence that only the later graph has, and that only the earlier has. */
  readonly evidenceAdded: readonly EdgeEvidence[];
  readonly evidenceGone: readonly EdgeEvidence[];
}

/** A holder whose one polarity toward a target gave way to another. */
export interface Flip {
  readonly source: string;
  readonly target: string;
  readonly before: Polarity;
  readonly after: Polarity;
  /** Key of the edge in the earlier graph, and in the later. */
  readonly edgeBefore: string;
  readonly edgeAfter: string;
}

export interface GraphDiff {
  readonly added: readonly EdgeChange[];
  readonly gone: readonly EdgeChange[];
  readonly strengthened: readonly EdgeChange[];
  readonly weakened: readonly EdgeChange[];
  /** Their edges are in `added` and `gone` as well. */
  readonly flipped: readonly Flip[];
  readonly nodesAdded: readonly string[];
  readonly nodesGone: readonly string[];
}

/** Says what changed from one build to the next. Edges are the same if their keys are; names are those of the later graph. */
export function diffGraphs(before: StanceGraph, after: StanceGraph): GraphDiff {
  const label = (node: string): string => (after.hasNode(node) ? after : before).getNodeAttribute(node, "label");
  const changes: EdgeChange[] = [];
  const keys = new Set([...before.edges(), ...after.edges()]);
  for (const edge of [...keys].sort(compareText)) {
    const graph = after.hasEdge(edge) ? after : before;
    const attributes = graph.getEdgeAttributes(edge);
    const [old, now] = [before, after].map((side) =>
      side.hasEdge(edge) ? side.getEdgeAttribute(edge, "evidence") : [],
    );
    changes.push({
      edge,
      source: label(graph.source(edge)),
      target: label(graph.target(edge)),
      says: attributes.kind === "stance" ? attributes.polarity : attributes.predicate,
      kind: attributes.kind,
      before: before.hasEdge(edge) ? before.getEdgeAttribute(edge, "weight") : 0,
      after: after.hasEdge(edge) ? after.getEdgeAttribute(edge, "weight") : 0,
      evidenceAdded: without(now!, old!),
      evidenceGone: without(old!, now!),
    });
  }
  return {
    added: changes.filter((change) => change.before === 0),
    gone: changes.filter((change) => change.after === 0),
    strengthened: changes.filter((change) => change.before > 0 && change.after > change.before),
    weakened: changes.filter((change) => change.after > 0 && change.after < change.before),
    flipped: findFlips(before, after, label),
    nodesAdded: after.filterNodes((node) => !before.hasNode(node)).map(label),
    nodesGone: before.filterNodes((node) => !after.hasNode(node)).map(label),
  };
}

/** Evidence is the same if it quotes the same words of the same document; its place may have moved. */
function without(evidence: readonly EdgeEvidence[], other: readonly EdgeEvidence[]): EdgeEvidence[] {
  const known = new Set(other.map(({ docId, quote }) => JSON.stringify([docId, quote])));
  return evidence.filter(({ docId, quote }) => !known.has(JSON.stringify([docId, quote])));
}

function findFlips(before: StanceGraph, after: StanceGraph, label: (node: string) => string): Flip[] {
  const old = collectPolarities(before);
  const flips: Flip[] = [];
  for (const [pair, { source, target, polarities }] of collectPolarities(after)) {
    const was = old.get(pair)?.polarities;
    // Where one graph has both polarities, nothing turned into anything.
    if (was?.length !== 1 || polarities.length !== 1 || was[0]!.polarity === polarities[0]!.polarity) continue;
    flips.push({
      source: label(source),
      target: label(target),
      before: was[0]!.polarity,
      after: polarities[0]!.polarity,
      edgeBefore: was[0]!.edge,
      edgeAfter: polarities[0]!.edge,
    });
  }
  return flips;
}

interface Pair {
  readonly source: string;
  readonly target: string;
  readonly polarities: { readonly polarity: Polarity; readonly edge: string }[];
}

function collectPolarities(graph: StanceGraph): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  graph.forEachEdge((edge, attributes, source, target) => {
    if (attributes.kind !== "stance") return;
    const key = JSON.stringify([source, target]);
    const polarity = { polarity: attributes.polarity, edge };
    const known = pairs.get(key);
    if (known) known.polarities.push(polarity);
    else pairs.set(key, { source, target, polarities: [polarity] });
  });
  return pairs;
}
