import type { Polarity } from "../../core/index.ts";
import { dateRange } from "./dates.ts";
import { isStanceLine, listLines, type StanceGraph, type StanceLine } from "./stance-graph.ts";

/** An actor or idea and how many others stand on each side of it. */
export interface Contested {
  readonly key: string;
  readonly sides: Readonly<Record<Polarity, number>>;
}

/** What the first screen says of a graph. */
export interface Overview {
  readonly documents: number;
  readonly actors: number;
  readonly stances: number;
  readonly relations: number;
  /** First and last date of the documents. */
  readonly first?: string;
  readonly last?: string;
  /** Judged by most, first those with the most even sides. */
  readonly contested: readonly Contested[];
  readonly supporters: readonly StanceLine[];
  readonly opponents: readonly StanceLine[];
  /** Pairs of which the articles report both support and opposition, earliest first. */
  readonly turns: readonly {
    readonly source: string;
    readonly target: string;
    readonly lines: readonly StanceLine[];
  }[];
}

/** Sums a graph up for its first screen; each list holds at most `limit` entries. */
export function findOverview(graph: StanceGraph, limit = 5): Overview {
  const documents = graph.getAttribute("documents");
  const stances = listLines(graph).filter(isStanceLine);
  const sides = new Map<string, Record<Polarity, number>>();
  const pairs = new Map<string, StanceLine[]>();
  for (const line of stances) {
    const counts = sides.get(line.target) ?? { support: 0, oppose: 0, mixed: 0 };
    counts[line.attributes.polarity]++;
    sides.set(line.target, counts);
    const pair = JSON.stringify([line.source, line.target]);
    pairs.set(pair, [...(pairs.get(pair) ?? []), line]);
  }
  const strongest = (polarity: Polarity) =>
    stances
      .filter((line) => line.attributes.polarity === polarity && line.source !== line.target)
      .sort((a, b) => strength(b) - strength(a))
      .slice(0, limit);
  return {
    documents: documents.length,
    actors: graph.order,
    stances: stances.length,
    relations: graph.size - stances.length,
    ...dateRange(documents.map(({ date }) => date)),
    contested: [...sides]
      .map(([key, counts]) => ({ key, sides: counts }))
      .sort((a, b) => contest(b.sides) - contest(a.sides))
      .slice(0, limit),
    supporters: strongest("support"),
    opponents: strongest("oppose"),
    turns: [...pairs.values()]
      .filter((lines) => new Set(lines.map((line) => line.attributes.polarity)).size > 1)
      .map((lines) => ({ source: lines[0]!.source, target: lines[0]!.target, lines: lines.sort(byFirstDate) }))
      .slice(0, limit),
  };
}

/** Both sides count; the smaller one most, since a dispute needs two. */
function contest({ support, oppose, mixed }: Record<Polarity, number>): number {
  return 3 * Math.min(support, oppose) + support + oppose + mixed;
}

function strength({ attributes }: StanceLine): number {
  return attributes.documents * 2 + attributes.weight + attributes.confidence;
}

function byFirstDate(a: StanceLine, b: StanceLine): number {
  return (a.attributes.firstDate ?? "").localeCompare(b.attributes.firstDate ?? "");
}
