import { Button } from "react-aria-components";
import { useWorkbench } from "../../components/context.ts";
import { type Column, DataTable } from "../../components/data-table.tsx";
import { DateCell } from "../../components/date-cell.tsx";
import { PolaritySign } from "../../components/icons.tsx";
import { getLine, isStanceLine, type StanceLine } from "../../model/stance-graph.ts";
import { POLARITY_WORDS } from "../../model/words.ts";
import { useView } from "../../state/store.ts";

/** All stances that the filters leave. */
export default function StancesPage() {
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
