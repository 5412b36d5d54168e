import { MultiDirectedGraph } from "graphology";
import {
  compareText,
  type Document,
  type Entity,
  type EntityId,
  InternalError,
  type ResolvedClaim,
  SYMMETRIC_PREDICATES,
} from "../core/index.ts";
import { combineConfidence, mergeEvidence, toEdgeEvidence } from "./evidence.ts";
import { type LayoutOptions, layoutGraph } from "./layout.ts";
import { ENTITY_COLORS } from "./palette.ts";
import {
  type EdgeAttributes,
  type EdgeEvidence,
  GRAPH_FORMAT_VERSION,
  type GraphAttributes,
  type GraphDocument,
  type NodeAttributes,
  type StanceGraph,
} from "./schema.ts";

export interface AssembleOptions extends LayoutOptions {
  /** An edge whose claims together are less sure than this is left out, 0…1. Default 0.3. */
  minConfidence: number;
  /** An entity without an edge is kept if it is mentioned so often. Default 1; concepts are never kept without an edge. */
  minMentions: number;
  /** Keep the documents' texts in the graph, so that it can be read without them. Default false. */
  includeText: boolean;
}

export const DEFAULT_ASSEMBLE_OPTIONS: AssembleOptions = {
  minConfidence: 0.3,
  minMentions: 1,
  includeText: false,
  seed: 1,
};

function resolveAssembleOptions(given: Partial<AssembleOptions> = {}): AssembleOptions {
  const { minConfidence, minMentions, includeText, seed } = DEFAULT_ASSEMBLE_OPTIONS;
  return {
    minConfidence: given.minConfidence ?? minConfidence,
    minMentions: given.minMentions ?? minMentions,
    includeText: given.includeText ?? includeText,
    seed: given.seed ?? seed,
  };
}

export interface AssembleInput {
  readonly documents: readonly Document[];
  readonly entities: readonly Entity[];
  readonly claims: readonly ResolvedClaim[];
  /** Name and version of the program: "stancegraph 0.1.0". */
  readonly generator: string;
  readonly options?: Partial<AssembleOptions>;
  /** Options of earlier stages that decided what is in the graph; noted in it beside its own. */
  readonly settings?: object;
}

/**
 * Makes the graph of what is known: entities become nodes, claims become edges with their evidence.
 *
 * All claims of one holder, target and polarity make one edge (`stance:HOLDER|TARGET|oppose`), as do all of one subject,
 * object and predicate (`relation:…`); a symmetric predicate runs from the smaller key to the larger, whichever way the
 * text has it. A claim of something about itself is left out. Keys come from content and everything is sorted, so that
 * the same claims in any order give the same graph. Positions are `layoutGraph`'s.
 *
 * @throws InternalError if a claim names an entity or document that is not given
 */
export function assembleGraph(input: AssembleInput): StanceGraph {
  const options = resolveAssembleOptions(input.options);
  const documents = [...input.documents].sort((a, b) => compareText(a.id, b.id));
  const dates = new Map(documents.map(({ id, date }) => [id, date]));
  const entities = new Map(input.entities.map((entity) => [entity.id, entity]));
  const between = input.claims.filter(({ source, target }) => source !== target);
  for (const { source, target, claim } of between) {
    const missing = [source, target].find((id) => !entities.has(id));
    if (missing !== undefined || !dates.has(claim.evidence.docId)) {
      throw new InternalError(
        `assembleGraph: a claim of document "${claim.evidence.docId}" names ${missing ?? "a document"} that was not given. Please report this.`,
        { code: "unknown-entity" },
      );
    }
  }

  // Several weak claims of one thing can be as good as one sure claim, so the threshold is the edge's.
  const edges = collectEdges(between, (id) => entities.has(id))
    .map((draft) => ({ ...draft, attributes: finishEdge(draft, (docId) => dates.get(docId)) }))
    .filter(({ attributes }) => attributes.confidence >= options.minConfidence);
  const connected = new Set<EntityId>(edges.flatMap(({ source, target }) => [source, target]));
  const kept = [...entities.values()]
    .filter(
      ({ id, entityType, mentions }) =>
        // A voice without a mention is there for what it says alone.
        connected.has(id) || (entityType !== "concept" && mentions >= Math.max(1, options.minMentions)),
    )
    .sort((a, b) => compareText(a.id, b.id));

  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  graph.replaceAttributes({
    format: "stancegraph",
    version: GRAPH_FORMAT_VERSION,
    generator: input.generator,
    options: {
      minConfidence: options.minConfidence,
      minMentions: options.minMentions,
      ...input.settings,
      seed: options.seed,
    },
    documents: documents.map(describeDocument),
    ...(options.includeText && { texts: Object.fromEntries(documents.map(({ id, text }) => [id, text])) }),
  });
  for (const entity of kept) graph.addNode(entity.id, toNode(entity));
  for (const { key, source, target, attributes } of edges) {
    graph.addDirectedEdgeWithKey(
      key,
      source,
      target,
      withoutStrangers(attributes, (id) => graph.hasNode(id)),
    );
  }
  layoutGraph(graph, options);
  return graph;
}

/** Leaves out whatever else the caller's object holds, its text above all. */
function describeDocument({ id, title, date, publisher, author, url }: GraphDocument): GraphDocument {
  return {
    id,
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(publisher !== undefined && { publisher }),
    ...(author !== undefined && { author }),
    ...(url !== undefined && { url }),
  };
}

function toNode({ name, entityType, aliases, mentions, documents, merges }: Entity): NodeAttributes {
  return {
    label: name,
    entityType,
    aliases: [...aliases],
    mentions,
    documents: documents.length,
    x: 0,
    y: 0,
    size: nodeSize(mentions),
    color: ENTITY_COLORS[entityType],
    merges: merges.map((merge) => ({ ...merge })),
  };
}

/** Area, not diameter, tells how often: 4 for one mention, at most 28. */
export function nodeSize(mentions: number): number {
  return Math.round(Math.min(28, 2 + 2 * Math.sqrt(Math.max(1, mentions))) * 100) / 100;
}

interface EdgeDraft {
  readonly key: string;
  readonly source: EntityId;
  readonly target: EntityId;
  readonly claims: ResolvedClaim[];
  readonly evidence: EdgeEvidence[];
}

function collectEdges(claims: readonly ResolvedClaim[], isNode: (id: EntityId) => boolean): EdgeDraft[] {
  const drafts = new Map<string, EdgeDraft>();
  for (const resolved of claims) {
    const { claim } = resolved;
    const flipped =
      claim.kind === "relation" && SYMMETRIC_PREDICATES.has(claim.predicate) && resolved.target < resolved.source;
    const source = flipped ? resolved.target : resolved.source;
    const target = flipped ? resolved.source : resolved.target;
    const key = `${claim.kind}:${source}|${target}|${claim.kind === "stance" ? claim.polarity : claim.predicate}`;
    let draft = drafts.get(key);
    if (!draft) {
      draft = { key, source, target, claims: [], evidence: [] };
      drafts.set(key, draft);
    }
    draft.claims.push(resolved);
    draft.evidence.push(toEdgeEvidence(resolved, flipped, isNode));
  }
  return [...drafts.values()].sort((a, b) => compareText(a.key, b.key));
}

/** Links of the chain name only sources that are in the graph. */
function withoutStrangers(attributes: EdgeAttributes, isNode: (id: EntityId) => boolean): EdgeAttributes {
  const evidence = attributes.evidence.map((item) => ({
    ...item,
    chain: item.chain.map(({ entity, ...link }) => ({ ...link, ...(entity && isNode(entity) && { entity }) })),
  }));
  return { ...attributes, evidence };
}

function finishEdge(draft: EdgeDraft, dateOf: (docId: string) => string | undefined): EdgeAttributes {
  const evidence = mergeEvidence(draft.evidence, dateOf);
  const dates = evidence.flatMap(({ docId }) => dateOf(docId) ?? []).sort();
  const base = {
    weight: evidence.length,
    documents: new Set(evidence.map(({ docId }) => docId)).size,
    confidence: combineConfidence(evidence),
    ...(dates.length > 0 && { firstDate: dates[0]!, lastDate: dates.at(-1)! }),
    evidence,
  };
  const { claim } = draft.claims[0]!;
  return claim.kind === "stance"
    ? { kind: "stance", polarity: claim.polarity, ...base }
    : { kind: "relation", predicate: claim.predicate, details: collectDetails(draft.claims), ...base };
}

/** Titles and the like, most frequent first. */
function collectDetails(claims: readonly ResolvedClaim[]): string[] {
  const counts = new Map<string, number>();
  for (const { claim } of claims) {
    if (claim.kind === "relation" && claim.detail) counts.set(claim.detail, (counts.get(claim.detail) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([detail]) => detail);
}
