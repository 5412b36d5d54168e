import type { Polarity } from "../../core/index.ts";
import type { Visible } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";

/** How near two actors stand: above 0 allies, below 0 opponents. */
export interface SignedTie {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

const SIGN: Record<Polarity, number> = { support: 1, oppose: -1, mixed: 0 };
/** A relation says that two have to do with each other, not that they agree. */
const RELATION = 0.15;
/** What two think of a third counts less than what they think of each other. */
const SHARED = 0.4;
/** A target judged by more than these ties nearly everybody; only the holders with most statements are paired. */
const MOST_HOLDERS = 40;

/**
 * Ties between the visible actors: their stances toward each other, and agreement or disagreement about the same
 * target (congruence and conflict of discourse network analysis). Weights grow with the logarithm of the statements.
 */
export function findSignedTies(graph: StanceGraph, visible: Visible): SignedTie[] {
  const ties = new Map<string, { from: string; to: string; weight: number }>();
  const add = (a: string, b: string, weight: number) => {
    if (a === b || weight === 0) return;
    const [from, to] = a < b ? [a, b] : [b, a];
    const key = JSON.stringify([from, to]);
    const tie = ties.get(key);
    if (tie) tie.weight += weight;
    else ties.set(key, { from, to, weight });
  };
  const judged = new Map<string, Map<string, number>>();
  for (const key of visible.edges) {
    const edge = graph.getEdgeAttributes(key);
    const [source, target] = graph.extremities(key);
    if (edge.kind === "relation") {
      add(source, target, RELATION);
      continue;
    }
    const strength = SIGN[edge.polarity] * Math.log2(1 + Math.max(1, edge.weight));
    add(source, target, strength);
    const holders = judged.get(target) ?? new Map<string, number>();
    holders.set(source, (holders.get(source) ?? 0) + strength);
    judged.set(target, holders);
  }
  for (const holders of judged.values()) {
    const strongest = [...holders].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a)).slice(0, MOST_HOLDERS);
    strongest.forEach(([a, x], index) => {
      for (const [b, y] of strongest.slice(index + 1)) {
        add(a, b, SHARED * Math.sign(x * y) * Math.min(Math.abs(x), Math.abs(y)));
      }
    });
  }
  return [...ties.values()].filter(({ weight }) => Math.abs(weight) > 1e-9);
}
