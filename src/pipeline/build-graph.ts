import type { MultiDirectedGraph } from "graphology";
import type { AnalysedDoc } from "../core/index.ts";
import {
  assembleGraph,
  type EdgeAttributes,
  type GraphAttributes,
  layoutGraph,
  type NodeAttributes,
} from "../graph/index.ts";
import { type DocRecord, recordOf, resolveClaims, resolveEntities } from "../resolve/index.ts";
import { VERSION } from "./version.ts";

/** A graphology graph with the attributes of a stance graph. */
export type StanceGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

export interface BuildGraphOptions {
  /** Claims surer than this become edges, 0…1. Default 0.5. */
  readonly minConfidence?: number;
  /** Entities mentioned fewer times are left out unless an edge needs them. Default 1. */
  readonly minMentions?: number;
  /** Seed of the layout. Default 1. */
  readonly seed?: number;
  /** Keep the documents' texts in the graph, so that a viewer can show evidence in its place. Default false. */
  readonly includeTexts?: boolean;
}

export interface GraphBuilder {
  /** Takes what the graph needs of a document and lets the rest go. */
  add(doc: AnalysedDoc): void;
  /** Resolves entities over all documents added and lays the graph out. */
  finish(): StanceGraph;
}

/** Builds a graph from documents that come one at a time, so that thousands need not be held at once. */
export function createGraphBuilder(options: BuildGraphOptions = {}): GraphBuilder {
  const { minConfidence = 0.5, minMentions = 1, seed = 1, includeTexts = false } = options;
  const records: DocRecord[] = [];
  const texts: Record<string, string> = Object.create(null);
  return {
    add(doc) {
      records.push(recordOf(doc));
      if (includeTexts) texts[doc.id] = doc.text;
    },
    finish() {
      // By id, so that the order in which documents were read leaves no trace in the graph.
      records.sort((a, b) => (a.document.id < b.document.id ? -1 : a.document.id > b.document.id ? 1 : 0));
      const resolution = resolveEntities(records);
      const graph = assembleGraph({
        documents: records.map((record) => record.document),
        entities: resolution.entities,
        claims: resolveClaims(records, resolution),
        generator: `stancegraph ${VERSION}`,
        options: { minConfidence, minMentions, seed },
        ...(includeTexts ? { texts } : {}),
      });
      layoutGraph(graph, { seed });
      return graph;
    },
  };
}

/**
 * Builds the stance graph of analysed documents: entities resolved across them, claims collected into edges with
 * their evidence, positions worked out. The same documents in any order give the same graph.
 *
 * @example
 * const graph = buildGraph([await pipeline.run({ id: "a", text: "Norway backed Sweden." })]);
 * graph.order; // => 2
 */
export function buildGraph(docs: Iterable<AnalysedDoc>, options: BuildGraphOptions = {}): StanceGraph {
  const builder = createGraphBuilder(options);
  for (const doc of docs) builder.add(doc);
  return builder.finish();
}
