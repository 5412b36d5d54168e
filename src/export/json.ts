import { type StanceGraph, serializeGraph } from "../graph/index.ts";

/** Writes a graph as a graph file: graphology's JSON, which `parseGraph` reads. */
export function toJson(graph: StanceGraph): string {
  return serializeGraph(graph);
}
