import type {
  EdgeAttributes,
  GraphDocument,
  RelationEdgeAttributes,
  StanceEdgeAttributes,
  StanceGraph,
} from "../../graph/index.ts";

export type { StanceGraph };

/** An edge with its ends, as the panels and tables use it. */
export interface Line<A extends EdgeAttributes = EdgeAttributes> {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: A;
}

export type StanceLine = Line<StanceEdgeAttributes>;
export type RelationLine = Line<RelationEdgeAttributes>;

/** Whether the line is a stance, as opposed to a relation. */
export function isStanceLine(line: Line): line is StanceLine {
  return line.attributes.kind === "stance";
}

/** The line behind an edge key. Throws, as graphology does, where there is none. */
export function getLine(graph: StanceGraph, key: string): Line {
  return { key, source: graph.source(key), target: graph.target(key), attributes: graph.getEdgeAttributes(key) };
}

/** All lines of the graph, in its own order. */
export function listLines(graph: StanceGraph): Line[] {
  return graph.mapEdges((key, attributes, source, target) => ({ key, source, target, attributes }));
}

/** The documents of the graph by id. */
export function indexDocuments(graph: StanceGraph): ReadonlyMap<string, GraphDocument> {
  return new Map(graph.getAttribute("documents").map((document) => [document.id, document]));
}
