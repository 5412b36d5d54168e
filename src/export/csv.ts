import type { StanceGraph } from "../graph/index.ts";
import { edgeWord } from "./columns.ts";
import { type Cell, toTable } from "./table.ts";

/** The three tables of a graph as text. */
export interface CsvTables {
  readonly nodes: string;
  readonly edges: string;
  /** One row a piece of evidence: the table that analysts work in. */
  readonly evidence: string;
}

/** Writes a graph as three tables; see {@link toTable} for how cells are made safe. */
export function toCsv(graph: StanceGraph): CsvTables {
  const documents = new Map(graph.getAttribute("documents").map((document) => [document.id, document]));
  const nodes: Cell[][] = [["id", "label", "entityType", "aliases", "mentions", "documents"]];
  graph.forEachNode((id, { label, entityType, aliases, mentions, documents: count }) =>
    nodes.push([id, label, entityType, aliases.join("; "), mentions, count]),
  );
  const edges: Cell[][] = [
    ["id", "source", "target", "kind", "says", "details", "weight", "documents", "confidence", "firstDate", "lastDate"],
  ];
  const evidence: Cell[][] = [
    [
      ...["edge", "source", "target", "kind", "says", "docId", "date", "publisher", "title", "start", "end", "quote"],
      ...["explicit", "hedged", "negated", "conditional", "confidence", "accordingTo", "reason"],
    ],
  ];
  graph.forEachEdge((id, edge, source, target) => {
    const says = edgeWord(edge);
    const details = edge.kind === "relation" ? edge.details.join("; ") : "";
    const { weight, documents: count, confidence, firstDate, lastDate } = edge;
    edges.push([id, source, target, edge.kind, says, details, weight, count, confidence, firstDate, lastDate]);
    const names = [graph.getNodeAttribute(source, "label"), graph.getNodeAttribute(target, "label")];
    for (const item of edge.evidence) {
      const document = documents.get(item.docId);
      evidence.push([
        ...[id, ...names, edge.kind, says, item.docId, document?.date, document?.publisher, document?.title],
        ...[item.start, item.end, item.quote, item.explicit, item.hedged, item.negated, item.conditional],
        ...[item.confidence, item.chain.map((link) => link.source).join(" > "), item.reason],
      ]);
    }
  });
  return { nodes: toTable(nodes), edges: toTable(edges), evidence: toTable(evidence) };
}
