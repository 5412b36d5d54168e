import { compareText } from "../../core/index.ts";
import { DEFAULT_FILTERS, type Filters } from "./filters.ts";
import type { StanceGraph } from "./stance-graph.ts";

/** More lines than these are no picture any more. */
const MOST_LINES = 100_000;
const STRONGEST = 200;

/** What the first screen of a graph filters: nothing, or all but the best linked actors where nobody could see more. */
export function firstFilters(graph: StanceGraph, mostLines = MOST_LINES): Filters {
  if (graph.size <= mostLines) return DEFAULT_FILTERS;
  const strongest = graph
    .nodes()
    .sort((a, b) => graph.degree(b) - graph.degree(a) || compareText(a, b))
    .slice(0, STRONGEST);
  return { ...DEFAULT_FILTERS, onlyActors: strongest };
}
