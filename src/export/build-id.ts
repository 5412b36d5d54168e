import { type StanceGraph, serializeGraph } from "../graph/index.ts";

/**
 * Eight letters and digits that stand for one build: the same graph has the same id, and any other has, as good as
 * always, another (FNV-1a over the graph file). It ties an image or a list to the file that it was made from.
 */
export function buildIdOf(graph: StanceGraph): string {
  let hash = 0x811c9dc5;
  const text = serializeGraph(graph);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
