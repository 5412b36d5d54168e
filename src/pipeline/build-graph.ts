import { type AnalysedDoc, compareText, type Document } from "../core/index.ts";
import { type AssembleOptions, assembleGraph, type StanceGraph } from "../graph/index.ts";
import {
  type ConceptResolutionOptions,
  type DocRecord,
  recordOf,
  resolveClaims,
  resolveConceptOptions,
  resolveConcepts,
  resolveEntities,
} from "../resolve/index.ts";
import { VERSION } from "./version.ts";

/** What decides what is drawn and where; {@link AssembleOptions} and {@link ConceptResolutionOptions} have the defaults. */
export type BuildGraphOptions = Partial<AssembleOptions & ConceptResolutionOptions>;

export interface GraphBuilder {
  /** Takes what the graph needs of a document and lets the rest go. */
  add(doc: AnalysedDoc): void;
  /** Resolves entities over all documents added and lays the graph out. */
  finish(): StanceGraph;
}

/** Builds a graph from documents that come one at a time, so that thousands need not be held at once. */
export function createGraphBuilder(options: BuildGraphOptions = {}): GraphBuilder {
  const records: DocRecord[] = [];
  const documents: Document[] = [];
  const copyOf = createCopier();
  return {
    add(doc) {
      // A copy: a quote is a slice, and a slice keeps the whole text that it was cut from in memory.
      const record = copyOf(recordOf(doc));
      records.push(record);
      documents.push({ ...record.document, text: options.includeText ? doc.text : "" });
    },
    finish() {
      // By id, so that the order in which documents were read leaves no trace in the graph.
      records.sort((a, b) => compareText(a.document.id, b.document.id));
      const resolution = resolveEntities(records);
      const settings = resolveConceptOptions(options);
      const { concepts, claims } = resolveConcepts(records, resolution, settings);
      return assembleGraph({
        documents,
        entities: [...resolution.entities, ...concepts],
        claims: [...resolveClaims(records, resolution), ...claims],
        generator: `stancegraph ${VERSION}`,
        options,
        settings,
      });
    },
  };
}

/** Names and words of a schema come in document after document, quotes of a sentence only in its own. */
const SHORT = 40;

/** Makes the function that copies a document's plain data deeply, each string once. */
function createCopier(): <T>(value: T) => T {
  const short = new Map<string, string>();
  let long = new Map<string, string>();

  function copyText(text: string): string {
    const copies = text.length <= SHORT ? short : long;
    let copy = copies.get(text);
    if (copy === undefined) {
      copy = structuredClone(text);
      copies.set(copy, copy);
    }
    return copy;
  }

  function copy(value: unknown): unknown {
    if (typeof value === "string") return copyText(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(copy);
    const fields = value as Readonly<Record<string, unknown>>;
    const copied: Record<string, unknown> = {};
    for (const key in fields) copied[key] = copy(fields[key]);
    return copied;
  }

  return <T>(value: T): T => {
    long = new Map();
    return copy(value) as T;
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
