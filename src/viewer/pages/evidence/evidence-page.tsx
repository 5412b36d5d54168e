import "./evidence-page.css";
import { useMemo } from "react";
import { Button } from "react-aria-components";
import { documentName } from "../../../export/index.ts";
import type { EdgeAttributes, EdgeEvidence } from "../../../graph/index.ts";
import { useWorkbench } from "../../components/context.ts";
import { type Column, DataTable } from "../../components/data-table.tsx";
import { DateCell } from "../../components/date-cell.tsx";
import { createEvidenceTest } from "../../model/filters.ts";
import { SOURCE_KIND_WORDS, verbOf } from "../../model/words.ts";
import { useView } from "../../state/store.ts";

interface Row {
  readonly key: string;
  readonly edge: string;
  readonly at: number;
  readonly attributes: EdgeAttributes;
  readonly evidence: EdgeEvidence;
}

/** Every sentence that proves something, for stances and relations that the filters leave. */
export default function EvidencePage() {
  const { graph, visible, documents, open } = useWorkbench();
  const filters = useView((view) => view.filters);
  const selection = useView((view) => view.selection);
  const rows = useMemo(() => {
    const accepts = createEvidenceTest(graph, filters);
    return [...visible.edges].flatMap((edge) => {
      const attributes = graph.getEdgeAttributes(edge);
      return attributes.evidence.flatMap((evidence, at): Row[] =>
        accepts && !accepts(evidence) ? [] : [{ key: `${edge} ${at}`, edge, at, attributes, evidence }],
      );
    });
  }, [graph, visible, filters]);
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  const dateOf = ({ evidence }: Row) => documents.get(evidence.docId)?.date;
  const columns: Column<Row>[] = [
    { id: "date", title: "Date", value: (row) => dateOf(row) ?? "", cell: (row) => <DateCell date={dateOf(row)} /> },
    { id: "holder", title: "Who", value: ({ edge }) => name(graph.source(edge)) },
    {
      id: "says",
      title: "Says",
      value: ({ attributes }) => verbOf(attributes),
      cell: ({ attributes }) => (
        <span className={attributes.kind === "stance" ? `nowrap ${attributes.polarity}` : undefined}>
          {verbOf(attributes)}
        </span>
      ),
    },
    { id: "target", title: "Whom or what", value: ({ edge }) => name(graph.target(edge)) },
    {
      id: "sentence",
      title: "Sentence",
      value: ({ evidence }) => evidence.quote.replace(/\s+/g, " "),
      cell: ({ edge, at, evidence }) => (
        <Button className="cell-link sentence" onPress={() => open({ kind: "edge", key: edge, at })}>
          <span dir="auto">{evidence.quote}</span>
        </Button>
      ),
    },
    { id: "manner", title: "How it is said", value: ({ evidence }) => mannerInWords(evidence) },
    { id: "source", title: "According to", value: ({ evidence }) => chainInWords(evidence) },
    {
      id: "document",
      title: "Document",
      value: ({ evidence }) => documentName(documents.get(evidence.docId), evidence.docId),
    },
    {
      id: "confidence",
      title: "Confidence",
      numeric: true,
      value: ({ evidence }) => evidence.confidence,
      cell: ({ evidence }) => `${Math.round(evidence.confidence * 100)}%`,
    },
  ];
  return (
    <DataTable
      caption="Evidence"
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      initialSort={{ column: "date", descending: true }}
      isCurrent={({ edge, at }) => selection?.kind === "edge" && selection.key === edge && selection.at === at}
    />
  );
}

function mannerInWords({ explicit, hedged, negated, conditional }: EdgeEvidence): string {
  const words = [!explicit && "inferred", hedged && "hedged", negated && "negated", conditional && "conditional"];
  return words.filter(Boolean).join(", ") || "outright";
}

function chainInWords({ chain }: EdgeEvidence): string {
  if (chain.length === 0) return "the article itself";
  return chain.map(({ source, sourceKind }) => source || SOURCE_KIND_WORDS[sourceKind]).join(" ← ");
}
