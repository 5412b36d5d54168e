import type { EdgeAttributes, NodeAttributes } from "../graph/index.ts";

/** What a column of a table holds, in the words that XML Schema, GEXF and GraphML share. */
export type ColumnType = "string" | "integer" | "double";

/** One attribute as flat formats hold it. Undefined is an empty cell. */
export interface Column<T> {
  readonly title: string;
  readonly type: ColumnType;
  readonly value: (attributes: T) => string | number | undefined;
}

/**
 * Attributes of nodes besides label, place, size and colour. Lists are JSON text: readers of GEXF and GraphML take
 * lists apart at commas and bars, inside a name as well.
 */
export const NODE_COLUMNS: readonly Column<NodeAttributes>[] = [
  { title: "entityType", type: "string", value: ({ entityType }) => entityType },
  { title: "aliases", type: "string", value: ({ aliases }) => JSON.stringify(aliases) },
  { title: "mentions", type: "integer", value: ({ mentions }) => mentions },
  { title: "documents", type: "integer", value: ({ documents }) => documents },
];

/** Attributes of edges besides their weight. */
export const EDGE_COLUMNS: readonly Column<EdgeAttributes>[] = [
  { title: "kind", type: "string", value: ({ kind }) => kind },
  { title: "polarity", type: "string", value: (edge) => (edge.kind === "stance" ? edge.polarity : undefined) },
  { title: "predicate", type: "string", value: (edge) => (edge.kind === "relation" ? edge.predicate : undefined) },
  {
    title: "details",
    type: "string",
    value: (edge) => (edge.kind === "relation" ? JSON.stringify(edge.details) : undefined),
  },
  { title: "documents", type: "integer", value: ({ documents }) => documents },
  { title: "confidence", type: "double", value: ({ confidence }) => confidence },
  { title: "firstDate", type: "string", value: ({ firstDate }) => firstDate },
  { title: "lastDate", type: "string", value: ({ lastDate }) => lastDate },
  { title: "evidence", type: "string", value: ({ evidence }) => JSON.stringify(evidence) },
];

/** The one word for what an edge says: its polarity or its predicate. */
export function edgeWord(edge: EdgeAttributes): string {
  return edge.kind === "stance" ? edge.polarity : edge.predicate;
}
