import { Button } from "react-aria-components";
import { useWorkbench } from "../../components/context.ts";
import { type Column, DataTable } from "../../components/data-table.tsx";
import { TypeDisc } from "../../components/icons.tsx";
import { countSides, findLedger } from "../../model/ledger.ts";
import { entityTypeName } from "../../model/words.ts";
import { useView } from "../../state/store.ts";

/** All actors that the filters leave, those without a line too, and how they judge and are judged. */
export default function ActorsPage() {
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
