import {
  ENTITY_TYPES,
  type EntityType,
  POLARITIES,
  type Polarity,
  PREDICATES,
  type Predicate,
} from "../../core/index.ts";
import { DEFAULT_FILTERS, type Filters, findVisible } from "./filters.ts";
import type { StanceGraph } from "./stance-graph.ts";

export interface Facet<T extends string> {
  readonly value: T;
  /** How many would be shown if this value were switched on, all other filters as they are. */
  readonly count: number;
  readonly shown: boolean;
}

export interface Facets {
  readonly polarities: readonly Facet<Polarity>[];
  readonly predicates: readonly Facet<Predicate>[];
  readonly types: readonly Facet<EntityType>[];
}

/** The legend's entries with their counts; values that the graph never has are left out. */
export function countFacets(graph: StanceGraph, filters: Filters): Facets {
  const present = new Set<string>();
  graph.forEachEdge((_, edge) => void present.add(edge.kind === "stance" ? edge.polarity : edge.predicate));
  for (const key of findVisible(graph, { ...DEFAULT_FILTERS, unlinked: filters.unlinked }).nodes) {
    present.add(graph.getNodeAttribute(key, "entityType"));
  }

  const kinds = countBy(graph, findVisible(graph, { ...filters, hiddenPolarities: [], hiddenPredicates: [] }).edges);
  const types = new Map<string, number>();
  for (const key of findVisible(graph, { ...filters, hiddenTypes: [] }).nodes) {
    const type = graph.getNodeAttribute(key, "entityType");
    types.set(type, (types.get(type) ?? 0) + 1);
  }
  const facets = <T extends string>(values: readonly T[], counts: Map<string, number>, hidden: readonly T[]) =>
    values
      .filter((value) => present.has(value))
      .map((value) => ({ value, count: counts.get(value) ?? 0, shown: !hidden.includes(value) }));
  return {
    polarities: facets(POLARITIES, kinds, filters.hiddenPolarities),
    predicates: facets(PREDICATES, kinds, filters.hiddenPredicates),
    types: facets(ENTITY_TYPES, types, filters.hiddenTypes),
  };
}

function countBy(graph: StanceGraph, edges: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of edges) {
    const edge = graph.getEdgeAttributes(key);
    const value = edge.kind === "stance" ? edge.polarity : edge.predicate;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
