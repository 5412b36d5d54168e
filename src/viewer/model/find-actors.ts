import { search } from "./search.ts";
import type { StanceGraph } from "./stance-graph.ts";

/** The actors that a few typed words may mean, the likeliest first: by name or alias, then by how often they are named. */
export function findActors(graph: StanceGraph, text: string, limit = 3): string[] {
  const words = text.replace(/^(?:the|a|an) /, "").trim();
  return search(graph, words, { actors: limit, sentences: 0 }).actors.map(({ key }) => key);
}
