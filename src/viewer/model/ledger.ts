import type { Polarity } from "../../core/index.ts";
import { getLine, isStanceLine, type RelationLine, type StanceGraph, type StanceLine } from "./stance-graph.ts";

/** Everything the graph says about one actor, grouped as the panel shows it. */
export interface Ledger {
  /** What it holds toward others. */
  readonly holds: Readonly<Record<Polarity, readonly StanceLine[]>>;
  /** What others hold toward it. */
  readonly receives: Readonly<Record<Polarity, readonly StanceLine[]>>;
  readonly relations: readonly RelationLine[];
}

/** Groups an actor's lines by polarity and direction, the best supported first. A stance on itself counts as held. */
export function findLedger(graph: StanceGraph, node: string): Ledger {
  const holds: Record<Polarity, StanceLine[]> = { support: [], oppose: [], mixed: [] };
  const receives: Record<Polarity, StanceLine[]> = { support: [], oppose: [], mixed: [] };
  const relations: RelationLine[] = [];
  graph.forEachEdge(node, (key) => {
    const line = getLine(graph, key);
    if (!isStanceLine(line)) relations.push(line as RelationLine);
    else (line.source === node ? holds : receives)[line.attributes.polarity].push(line);
  });
  const byWeight = (a: StanceLine | RelationLine, b: StanceLine | RelationLine) =>
    b.attributes.weight - a.attributes.weight || b.attributes.confidence - a.attributes.confidence;
  for (const lines of [...Object.values(holds), ...Object.values(receives), relations]) lines.sort(byWeight);
  return { holds, receives, relations };
}

/** How many actors stand on each side of a target, or on each side of the things that a holder judges. */
export function countSides(lines: Readonly<Record<Polarity, readonly StanceLine[]>>): Record<Polarity, number> {
  return { support: lines.support.length, oppose: lines.oppose.length, mixed: lines.mixed.length };
}
