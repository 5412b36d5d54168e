import {
  ENTITY_TYPES,
  type EntityType,
  POLARITIES,
  type Polarity,
  PREDICATES,
  type Predicate,
} from "../../core/index.ts";
import type { EdgeAttributes } from "../../graph/index.ts";
import type { StanceGraph } from "./stance-graph.ts";
import { indexDates, isInPeriod, type Period } from "./timeline.ts";

/** The graph as one source tells it: which of the reported claims count. */
export interface Lens {
  /** Key of the actor whose telling counts; absent: everybody's. */
  readonly source?: string;
  /** Only what a source with a name said. */
  readonly namedOnly: boolean;
  /** Without what the articles say in their own voice. */
  readonly withoutAuthor: boolean;
}

export const DEFAULT_LENS: Lens = { namedOnly: false, withoutAuthor: false };

/** What the reader has switched off. Empty lists show everything. */
export interface Filters {
  readonly hiddenPolarities: readonly Polarity[];
  readonly hiddenPredicates: readonly Predicate[];
  readonly hiddenTypes: readonly EntityType[];
  /** 0…1: lines below it are left out. */
  readonly minConfidence: number;
  /** Only lines with evidence from these months. */
  readonly period: Period | null;
  /** Whether actors without any line are drawn. */
  readonly unlinked: boolean;
  /** Only this actor and those within `depth` lines of it. */
  readonly focus: { readonly key: string; readonly depth: number } | null;
  readonly lens: Lens;
}

export const DEFAULT_FILTERS: Filters = {
  hiddenPolarities: [],
  hiddenPredicates: [],
  hiddenTypes: [],
  minConfidence: 0,
  period: null,
  unlinked: false,
  focus: null,
  lens: DEFAULT_LENS,
};

export function isLensed({ source, namedOnly, withoutAuthor }: Lens): boolean {
  return source !== undefined || namedOnly || withoutAuthor;
}

/** Whether anything is filtered at all. */
export function isFiltered(filters: Filters): boolean {
  const { hiddenPolarities, hiddenPredicates, hiddenTypes, minConfidence, focus, period, lens } = filters;
  return (
    hiddenPolarities.length + hiddenPredicates.length + hiddenTypes.length > 0 ||
    minConfidence > 0 ||
    !!focus ||
    !!period ||
    isLensed(lens)
  );
}

export interface Visible {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** Whether an edge passes those filters that look at the edge alone. */
function createEdgeTest(graph: StanceGraph, filters: Filters): (edge: EdgeAttributes) => boolean {
  const { hiddenPolarities, hiddenPredicates, minConfidence, period } = filters;
  const dates = period ? indexDates(graph) : new Map<string, string>();
  return (edge) => {
    if (edge.confidence < minConfidence || (period && !isInPeriod(edge, period, dates))) return false;
    return edge.kind === "stance"
      ? !hiddenPolarities.includes(edge.polarity)
      : !hiddenPredicates.includes(edge.predicate);
  };
}

/** What the filters leave of the graph. The graph is not changed. */
export function findVisible(graph: StanceGraph, filters: Filters): Visible {
  const passes = createEdgeTest(graph, filters);
  const near = filters.focus && graph.hasNode(filters.focus.key) ? findNear(graph, filters, passes) : undefined;
  const showsNode = (key: string, type: EntityType) => !filters.hiddenTypes.includes(type) && (!near || near.has(key));
  const nodes = new Set<string>();
  const edges = new Set<string>();
  graph.forEachEdge((key, attributes, source, target, from, to) => {
    if (!passes(attributes)) return;
    if (!showsNode(source, from.entityType) || !showsNode(target, to.entityType)) return;
    edges.add(key);
    nodes.add(source).add(target);
  });
  graph.forEachNode((key, { entityType }) => {
    if ((filters.unlinked || near) && showsNode(key, entityType)) nodes.add(key);
  });
  return { nodes, edges };
}

/** Actors within the focus's depth, along lines that pass the other filters. */
function findNear(graph: StanceGraph, filters: Filters, passes: (edge: EdgeAttributes) => boolean): Set<string> {
  const { key: center, depth } = filters.focus!;
  const near = new Set([center]);
  let rim = [center];
  for (let step = 0; step < depth; step++) {
    const next: string[] = [];
    for (const node of rim) {
      graph.forEachEdge(node, (_, attributes, source, target) => {
        const other = source === node ? target : source;
        if (near.has(other) || !passes(attributes)) return;
        if (filters.hiddenTypes.includes(graph.getNodeAttribute(other, "entityType"))) return;
        near.add(other);
        next.push(other);
      });
    }
    rim = next;
  }
  return near;
}

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
