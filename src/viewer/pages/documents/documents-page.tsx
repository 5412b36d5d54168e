import { useMemo } from "react";
import { Button } from "react-aria-components";
import { documentName } from "../../../export/index.ts";
import type { GraphDocument } from "../../../graph/index.ts";
import { useWorkbench } from "../../components/context.ts";
import { type Column, DataTable } from "../../components/data-table.tsx";
import { DateCell } from "../../components/date-cell.tsx";
import { createEvidenceTest } from "../../model/filters.ts";
import { useView, useViewStore } from "../../state/store.ts";

interface Row extends GraphDocument {
  readonly support: number;
  readonly oppose: number;
  readonly mixed: number;
  readonly relations: number;
  readonly actors: number;
}

/** All documents with what the filters leave of their claims. */
export default function DocumentsPage() {
  const { graph, visible, documents } = useWorkbench();
  const store = useViewStore();
  const filters = useView((view) => view.filters);
  const rows = useMemo(() => {
    const accepts = createEvidenceTest(graph, filters);
    const counts = new Map(
      [...documents.keys()].map((id) => [
        id,
        { support: 0, oppose: 0, mixed: 0, relations: 0, actors: new Set<string>() },
      ]),
    );
    for (const key of visible.edges) {
      const edge = graph.getEdgeAttributes(key);
      for (const evidence of edge.evidence) {
        const count = counts.get(evidence.docId);
        if (!count || (accepts && !accepts(evidence))) continue;
        count[edge.kind === "stance" ? edge.polarity : "relations"]++;
        count.actors.add(graph.source(key)).add(graph.target(key));
      }
    }
    return [...documents.values()].map((document): Row => {
      const { actors, ...rest } = counts.get(document.id)!;
      return { ...document, ...rest, actors: actors.size };
    });
  }, [graph, visible, documents, filters]);
  const columns: Column<Row>[] = [
    {
      id: "title",
      title: "Document",
      value: (document) => documentName(document, document.id),
      cell: (document) => (
        <Button
          className="cell-link"
          onPress={() => store.dispatch({ type: "show-page", page: "reader", options: { document: document.id } })}
        >
          <span dir="auto">{documentName(document, document.id)}</span>
        </Button>
      ),
    },
    { id: "date", title: "Date", value: ({ date }) => date ?? "", cell: ({ date }) => <DateCell date={date} /> },
    { id: "publisher", title: "Publisher", value: ({ publisher }) => publisher ?? "" },
    { id: "support", title: "Support", numeric: true, value: ({ support }) => support },
    { id: "oppose", title: "Opposition", numeric: true, value: ({ oppose }) => oppose },
    { id: "mixed", title: "Mixed", numeric: true, value: ({ mixed }) => mixed },
    { id: "relations", title: "Relations", numeric: true, value: ({ relations }) => relations },
    { id: "actors", title: "Actors", numeric: true, value: ({ actors }) => actors },
  ];
  return (
    <DataTable
      caption="Documents"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      initialSort={{ column: "date", descending: true }}
      isCurrent={() => false}
    />
  );
}
