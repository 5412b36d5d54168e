import { DEFAULT_LENS, type Lens, passesLens } from "../../analyse/index.ts";
import {
  ENTITY_TYPES,
  type EntityType,
  POLARITIES,
  type Polarity,
  PREDICATES,
  type Predicate,
} from "../../core/index.ts";
import type { EdgeAttributes, EdgeEvidence } from "../../graph/index.ts";
import { indexDocuments, type StanceGraph } from "./stance-graph.ts";
import type { Period } from "./timeline.ts";

export { DEFAULT_LENS, type Lens };

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

/** Whether the graph is told as only some would tell it. */
export function isLensed({ source, outlet, namedOnly, withoutAuthor }: Lens): boolean {
  return source !== undefined || outlet !== undefined || namedOnly || withoutAuthor;
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

/**
 * Whether a piece of evidence passes the filters that look at evidence: its document's month and the lens. What is not
 * dated to a month is in no period. Undefined where neither is set, and everything passes.
 */
export function createEvidenceTest(
  graph: StanceGraph,
  { period, lens }: Pick<Filters, "period" | "lens">,
): ((evidence: EdgeEvidence) => boolean) | undefined {
  if (!period && !isLensed(lens)) return undefined;
  const documents = indexDocuments(graph);
  return (evidence) => {
    const document = documents.get(evidence.docId);
    const month = document?.date && document.date.length >= 7 ? document.date.slice(0, 7) : undefined;
    if (period && (month === undefined || month < period.from || month > period.to)) return false;
    return passesLens(evidence, document, lens);
  };
}

/** Whether an edge passes those filters that look at the edge alone; of its evidence, one piece is enough. */
function createEdgeTest(graph: StanceGraph, filters: Filters): (edge: EdgeAttributes) => boolean {
  const { hiddenPolarities, hiddenPredicates, minConfidence } = filters;
  const accepts = createEvidenceTest(graph, filters);
  return (edge) => {
    if (edge.confidence < minConfidence || (accepts && !edge.evidence.some(accepts))) return false;
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
