import type { StanceGraph } from "../graph/index.ts";
import { type Cell, toTable } from "./table.ts";

const HEADER = [
  ...["statement_id", "time", "document_id", "document_title", "document_author", "document_source"],
  ...["person", "organization", "concept", "agreement", "polarity", "start", "end", "text"],
  ...["explicit", "hedged", "negated", "conditional", "according_to", "confidence"],
];

/**
 * Writes the stances as a table of statements, the way Discourse Network Analyzer exports its own: a row for every
 * piece of evidence, with who says it (`person`, `organization`), what about (`concept`) and `agreement`, 1 or 0.
 *
 * A person's organization is the one that most evidence makes them a member or officer of; a holder that is no person
 * stands under `organization`. A mixed stance agrees and disagrees, so its `agreement` is empty and `polarity` says so.
 * `statement_id` is made of document and place, so that the same statement has the same id in every build.
 */
export function toStatements(graph: StanceGraph): string {
  const documents = new Map(graph.getAttribute("documents").map((document) => [document.id, document]));
  const rows: (readonly Cell[])[] = [];
  graph.forEachEdge((_, edge, source, target, holder, judged) => {
    if (edge.kind !== "stance") return;
    const person = holder.entityType === "person" ? holder.label : undefined;
    const organization = person === undefined ? holder.label : findOrganization(graph, source);
    for (const item of edge.evidence) {
      const document = documents.get(item.docId);
      rows.push([
        ...[`${item.docId}:${item.start}:${source}>${target}`, document?.date, item.docId, document?.title],
        ...[document?.author, document?.publisher, person, organization, judged.label],
        ...[{ support: 1, oppose: 0, mixed: undefined }[edge.polarity], edge.polarity],
        ...[item.start, item.end, item.quote, item.explicit, item.hedged, item.negated, item.conditional],
        ...[item.chain.map((link) => link.source).join(" > "), item.confidence],
      ]);
    }
  });
  return toTable([HEADER, ...rows]);
}

/** The organization, or place, that most evidence says the person belongs to. */
function findOrganization(graph: StanceGraph, person: string): string | undefined {
  let best: { readonly label: string; readonly weight: number } | undefined;
  graph.forEachOutEdge(person, (_, edge, __, target, ___, { label, entityType }) => {
    if (edge.kind !== "relation" || (edge.predicate !== "holds-position" && edge.predicate !== "member-of")) return;
    if (person === target || entityType === "person") return;
    if (!best || edge.weight > best.weight) best = { label, weight: edge.weight };
  });
  return best?.label;
}
