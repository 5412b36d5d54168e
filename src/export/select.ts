import type { StanceGraph } from "../graph/index.ts";

/**
 * A graph of some of the nodes and edges of another, with the documents (and texts) that its evidence cites. An edge
 * whose end is not chosen is left out. The given graph is not changed; attributes are shared, not copied.
 */
export function selectGraph(
  graph: StanceGraph,
  chosen: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> },
): StanceGraph {
  const some = graph.nullCopy() as StanceGraph;
  const cited = new Set<string>();
  graph.forEachNode((key, attributes) => {
    if (chosen.nodes.has(key)) some.addNode(key, attributes);
  });
  graph.forEachEdge((key, attributes, source, target) => {
    if (!chosen.edges.has(key) || !some.hasNode(source) || !some.hasNode(target)) return;
    some.addDirectedEdgeWithKey(key, source, target, attributes);
    for (const { docId } of attributes.evidence) cited.add(docId);
  });
  const { documents, texts, ...rest } = graph.getAttributes();
  some.replaceAttributes({
    ...rest,
    documents: documents.filter(({ id }) => cited.has(id)),
    ...(texts && { texts: Object.fromEntries(Object.entries(texts).filter(([id]) => cited.has(id))) }),
  });
  return some;
}
