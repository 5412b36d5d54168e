import { Button } from "react-aria-components";
import { dateInWords } from "../model/dates.ts";
import { countSides, findLedger } from "../model/ledger.ts";
import { getLine, isStanceLine, type StanceLine } from "../model/stance-graph.ts";
import { entityTypeName, POLARITY_WORDS } from "../model/words.ts";
import { useView } from "../state/store.ts";
import { useWorkbench } from "./context.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { PolaritySign, TypeDisc } from "./icons.tsx";

/** All actors that the filters leave, those without a line too, and how they judge and are judged. */
export function ActorsTable() {
  const { graph, visible, open } = useWorkbench();
  const filters = useView((view) => view.filters);
  const selection = useView((view) => view.selection);
  const rows = graph
    .filterNodes(
      (key, { entityType }) =>
        visible.nodes.has(key) ||
        (graph.degree(key) === 0 && !filters.focus && !filters.hiddenTypes.includes(entityType)),
    )
    .map((key) => {
      const ledger = findLedger(graph, key);
      return { key, ...graph.getNodeAttributes(key), held: countSides(ledger.holds), got: countSides(ledger.receives) };
    });
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    {
      id: "name",
      title: "Actor",
      value: ({ label }) => label,
      cell: ({ key, label, entityType }) => (
        <Button className="cell-link" onPress={() => open({ kind: "node", key })}>
          <TypeDisc type={entityType} size={16} /> <span dir="auto">{label}</span>
        </Button>
      ),
    },
    { id: "type", title: "Kind", value: ({ entityType }) => entityTypeName(entityType) },
    { id: "mentions", title: "Mentions", numeric: true, value: ({ mentions }) => mentions },
    { id: "documents", title: "Articles", numeric: true, value: ({ documents }) => documents },
    { id: "supports", title: "Supports", numeric: true, value: ({ held }) => held.support },
    { id: "opposes", title: "Opposes", numeric: true, value: ({ held }) => held.oppose },
    { id: "supported", title: "Supported by", numeric: true, value: ({ got }) => got.support },
    { id: "opposed", title: "Opposed by", numeric: true, value: ({ got }) => got.oppose },
  ];
  return (
    <DataTable
      caption="Actors"
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      initialSort={{ column: "mentions", descending: true }}
      isCurrent={({ key }) => selection?.key === key}
    />
  );
}

function DateCell({ date }: { readonly date: string | undefined }) {
  return <span className="nowrap">{date ? dateInWords(date, { short: true }) : "no date"}</span>;
}

/** All stances that the filters leave. */
export function StancesTable() {
  const { graph, visible, open } = useWorkbench();
  const selection = useView((view) => view.selection);
  const rows = [...visible.edges].map((key) => getLine(graph, key)).filter(isStanceLine);
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  const columns: Column<StanceLine>[] = [
    {
      id: "holder",
      title: "Who",
      value: ({ source }) => name(source),
      cell: ({ source }) => (
        <Button className="cell-link" onPress={() => open({ kind: "node", key: source })}>
          <span dir="auto">{name(source)}</span>
        </Button>
      ),
    },
    {
      id: "polarity",
      title: "Stance",
      value: ({ attributes }) => POLARITY_WORDS[attributes.polarity].verb,
      cell: ({ key, source, target, attributes }) => (
        <Button
          className={`cell-link nowrap ${attributes.polarity}`}
          aria-label={`${name(source)} ${POLARITY_WORDS[attributes.polarity].verb} ${name(target)}: open the evidence`}
          onPress={() => open({ kind: "edge", key })}
        >
          <PolaritySign polarity={attributes.polarity} /> {POLARITY_WORDS[attributes.polarity].verb}
        </Button>
      ),
    },
    {
      id: "target",
      title: "Whom or what",
      value: ({ target }) => name(target),
      cell: ({ target }) => (
        <Button className="cell-link" onPress={() => open({ kind: "node", key: target })}>
          <span dir="auto">{name(target)}</span>
        </Button>
      ),
    },
    { id: "statements", title: "Statements", numeric: true, value: ({ attributes }) => attributes.evidence.length },
    { id: "articles", title: "Articles", numeric: true, value: ({ attributes }) => attributes.documents },
    {
      id: "first",
      title: "First",
      value: ({ attributes }) => attributes.firstDate ?? "",
      cell: ({ attributes }) => <DateCell date={attributes.firstDate} />,
    },
    {
      id: "last",
      title: "Last",
      value: ({ attributes }) => attributes.lastDate ?? "",
      cell: ({ attributes }) => <DateCell date={attributes.lastDate} />,
    },
    {
      id: "confidence",
      title: "Confidence",
      numeric: true,
      value: ({ attributes }) => attributes.confidence,
      cell: ({ attributes }) => `${Math.round(attributes.confidence * 100)}%`,
    },
  ];
  return (
    <DataTable
      caption="Stances"
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      initialSort={{ column: "statements", descending: true }}
      isCurrent={({ key }) => selection?.key === key}
    />
  );
}
