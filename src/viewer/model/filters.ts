import { DEFAULT_LENS, type Lens, passesLens } from "../../analyse/index.ts";
import type { EntityType, Polarity, Predicate } from "../../core/index.ts";
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
  /** Only stances that this actor holds. */
  readonly holder: string | null;
  /** Only stances about this actor or thing. */
  readonly target: string | null;
  /** Actors taken out by hand. */
  readonly hiddenActors: readonly string[];
  /** Where not empty: these actors and no others. */
  readonly onlyActors: readonly string[];
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
  holder: null,
  target: null,
  hiddenActors: [],
  onlyActors: [],
  lens: DEFAULT_LENS,
};

/** Whether the graph is told as only some would tell it. */
export function isLensed({ source, outlet, namedOnly, withoutAuthor }: Lens): boolean {
  return source !== undefined || outlet !== undefined || namedOnly || withoutAuthor;
}

/** Whether anything is filtered at all; whether actors without a line are drawn does not count. */
export function isFiltered(filters: Filters): boolean {
  const { hiddenPolarities, hiddenPredicates, hiddenTypes, hiddenActors, onlyActors, minConfidence, lens } = filters;
  const lists = [hiddenPolarities, hiddenPredicates, hiddenTypes, hiddenActors, onlyActors];
  return (
    lists.some((list) => list.length > 0) ||
    minConfidence > 0 ||
    [filters.focus, filters.period, filters.holder, filters.target].some((value) => value !== null) ||
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

type EdgeTest = (edge: EdgeAttributes, source: string, target: string) => boolean;

/** Whether an edge passes those filters that look at the edge and its evidence alone; of its evidence, one piece is enough. */
function createEdgeTest(graph: StanceGraph, filters: Filters): EdgeTest {
  const { hiddenPolarities, hiddenPredicates, minConfidence, holder, target } = filters;
  const counts = createEvidenceTest(graph, filters);
  return (edge, from, to) => {
    if (edge.confidence < minConfidence) return false;
    if ((holder !== null && from !== holder) || (target !== null && to !== target)) return false;
    const hidden =
      edge.kind === "stance"
        ? hiddenPolarities.includes(edge.polarity)
        : hiddenPredicates.includes(edge.predicate) || holder !== null || target !== null;
    return !hidden && (!counts || edge.evidence.some(counts));
  };
}

/** Whether an actor passes those filters that look at the actor alone. */
function createActorTest(filters: Filters): (key: string, type: EntityType) => boolean {
  const [hidden, only] = [new Set(filters.hiddenActors), new Set(filters.onlyActors)];
  return (key, type) => !filters.hiddenTypes.includes(type) && !hidden.has(key) && (only.size === 0 || only.has(key));
}

/** What the filters leave of the graph. The graph is not changed. */
export function findVisible(graph: StanceGraph, filters: Filters): Visible {
  const passes = createEdgeTest(graph, filters);
  const admits = createActorTest(filters);
  const near = filters.focus && graph.hasNode(filters.focus.key) ? findNear(graph, filters, passes, admits) : undefined;
  const showsNode = (key: string, type: EntityType) => admits(key, type) && (!near || near.has(key));
  const nodes = new Set<string>();
  const edges = new Set<string>();
  graph.forEachEdge((key, attributes, source, target, from, to) => {
    if (!passes(attributes, source, target)) return;
    if (!showsNode(source, from.entityType) || !showsNode(target, to.entityType)) return;
    edges.add(key);
    nodes.add(source).add(target);
  });
  const chosen = filters.onlyActors.length > 0;
  graph.forEachNode((key, { entityType }) => {
    if ((filters.unlinked || near || chosen) && showsNode(key, entityType)) nodes.add(key);
  });
  return { nodes, edges };
}

/** Actors within the focus's depth, along lines that pass the other filters. */
function findNear(
  graph: StanceGraph,
  filters: Filters,
  passes: EdgeTest,
  admits: ReturnType<typeof createActorTest>,
): Set<string> {
  const { key: center, depth } = filters.focus!;
  const near = new Set([center]);
  let rim = [center];
  for (let step = 0; step < depth; step++) {
    const next: string[] = [];
    for (const node of rim) {
      graph.forEachEdge(node, (_, attributes, source, target) => {
        const other = source === node ? target : source;
        if (near.has(other) || !passes(attributes, source, target)) return;
        if (!admits(other, graph.getNodeAttribute(other, "entityType"))) return;
        near.add(other);
        next.push(other);
      });
    }
    rim = next;
  }
  return near;
}
