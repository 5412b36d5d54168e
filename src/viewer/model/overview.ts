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
  /** Those who take most stances, and how they judge. */
  readonly speakers: readonly Contested[];
}

/** Sums a graph up for its first screen; each list holds at most `limit` entries. */
export function findOverview(graph: StanceGraph, limit = 5): Overview {
  const documents = graph.getAttribute("documents");
  const stances = listLines(graph).filter(isStanceLine);
  const sides = new Map<string, Record<Polarity, number>>();
  const held = new Map<string, Record<Polarity, number>>();
  for (const line of stances) {
    for (const [counted, key] of [
      [sides, line.target],
      [held, line.source],
    ] as const) {
      const counts = counted.get(key) ?? { support: 0, oppose: 0, mixed: 0 };
      counts[line.attributes.polarity]++;
      counted.set(key, counts);
    }
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
    speakers: [...held]
      .map(([key, counts]) => ({ key, sides: counts }))
      .sort((a, b) => sum(b.sides) - sum(a.sides))
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

const sum = ({ support, oppose, mixed }: Record<Polarity, number>): number => support + oppose + mixed;
