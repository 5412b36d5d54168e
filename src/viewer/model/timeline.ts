import type { Polarity } from "../../core/index.ts";
import type { StanceGraph } from "./stance-graph.ts";

/** Months as `YYYY-MM`, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** How many statements of each polarity the articles of one month hold. */
export interface Month extends Readonly<Record<Polarity, number>> {
  readonly month: string;
}

/** Dates of the documents by id; only those that are dated to a month at least. */
export function indexDates(graph: StanceGraph): ReadonlyMap<string, string> {
  const dates = new Map<string, string>();
  for (const { id, date } of graph.getAttribute("documents")) if (date && date.length >= 7) dates.set(id, date);
  return dates;
}

/** The months from the first to the last dated statement, those without any included, and how many are not dated. */
export function findTimeline(graph: StanceGraph): { readonly months: readonly Month[]; readonly undated: number } {
  const dates = indexDates(graph);
  const counts = new Map<string, Record<Polarity, number>>();
  let undated = 0;
  graph.forEachEdge((_, edge) => {
    if (edge.kind !== "stance") return;
    for (const { docId } of edge.evidence) {
      const month = dates.get(docId)?.slice(0, 7);
      if (month === undefined) {
        undated++;
        continue;
      }
      const count = counts.get(month) ?? { support: 0, oppose: 0, mixed: 0 };
      count[edge.polarity]++;
      counts.set(month, count);
    }
  });
  const found = [...counts.keys()].sort();
  const months: Month[] = [];
  // A slip such as the year 0019 would ask for 24,000 months; then only those that hold something are listed.
  const span = found.length > 0 ? monthsBetween(found[0]!, found.at(-1)!) : 0;
  if (span > 600) return { months: found.map((month) => ({ month, ...counts.get(month)! })), undated };
  for (let step = 0; found.length > 0 && step <= span; step++) {
    const month = addMonths(found[0]!, step);
    months.push({ month, ...(counts.get(month) ?? { support: 0, oppose: 0, mixed: 0 }) });
  }
  return { months, undated };
}

const toIndex = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

function monthsBetween(first: string, last: string): number {
  return toIndex(last) - toIndex(first);
}

function addMonths(month: string, count: number): string {
  const index = toIndex(month) + count;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}
