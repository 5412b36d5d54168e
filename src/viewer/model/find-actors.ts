import { search } from "./search.ts";
import type { StanceGraph } from "./stance-graph.ts";

/** The actors that a few typed words may mean, the likeliest first: by name or alias, then by how often they are named. */
export function findActors(graph: StanceGraph, text: string, limit = 3): string[] {
  const bare = text.replace(/^(?:the|a|an) /, "");
  // "the ministry" may be somebody's very alias; else the article says nothing.
  const keys = [text, bare].flatMap((words) => search(graph, words, { actors: limit, sentences: 0 }).actors);
  return [...new Set(keys.map(({ key }) => key))].slice(0, limit);
}
