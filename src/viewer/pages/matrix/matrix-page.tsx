import "./matrix-page.css";
import { useMemo } from "react";
import { Button } from "react-aria-components";
import { findStanceMatrix, MATRIX_ORDERS, type MatrixOrder } from "../../../analyse/index.ts";
import { plural, toTable } from "../../../export/index.ts";
import { Choice } from "../../components/choice.tsx";
import { useWorkbench } from "../../components/context.ts";
import { Icon } from "../../components/icons.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { saveText } from "../../components/save-text.ts";
import { findStatements } from "../../model/statements.ts";
import { usePageOptions } from "../../state/page-options.ts";
import { useView } from "../../state/store.ts";
import { MatrixGrid } from "./matrix-grid.tsx";
import { toMatrixRows } from "./matrix-rows.ts";

const DEFAULTS = { order: "similar", holders: 30, targets: 20, about: "all" };

const ORDER_WORDS: Record<MatrixOrder, string> = {
  similar: "Like by like",
  side: "Support to opposition",
  most: "Most said",
  name: "A to Z",
};
const SIZES = ["15", "30", "60", "200"] as const;

/** Who holds which stance of what, as a table of colours: readable where the drawing is a hairball. */
export default function MatrixPage() {
  const { graph, visible, announce } = useWorkbench();
  const filters = useView((view) => view.filters);
  const [options, setOptions] = usePageOptions("matrix", DEFAULTS);
  const order = MATRIX_ORDERS.find((name) => name === options.order) ?? "similar";
  const size = SIZES.find((name) => name === String(options.holders)) ?? "30";
  const ideas = useMemo(() => graph.filterNodes((_, { entityType }) => entityType === "concept").length, [graph]);
  const onlyIdeas = options.about === "ideas" && ideas > 0;
  const matrix = useMemo(() => {
    const statements = findStatements(graph, visible, filters).filter(
      ({ target }) => !onlyIdeas || graph.getNodeAttribute(target, "entityType") === "concept",
    );
    const targets = size === "15" ? 12 : size === "30" ? 20 : Number(size);
    const nameOf = (node: string) => graph.getNodeAttribute(node, "label");
    return findStanceMatrix(statements, { holders: Number(size), targets, order, nameOf });
  }, [graph, visible, filters, order, size, onlyIdeas]);
  const { rows, columns, totals } = matrix;
  const save = () => {
    saveText(
      "stance-matrix.csv",
      toTable(toMatrixRows(matrix, (node) => graph.getNodeAttribute(node, "label"))),
      "text/csv",
    );
    announce("The matrix was saved as a table.");
  };
  return (
    <div className="page matrix-page">
      <PageHead
        title="Who stands where on what"
        standfirst={
          <>
            Each row is someone who takes a stance, each column what it is about. A square counts the statements: + for
            support, − for opposition, both where they part. Open one to read them.
          </>
        }
        tools={
          rows.length > 0 && (
            <Button className="quiet" onPress={save}>
              <Icon name="save" /> Save as table
            </Button>
          )
        }
      />
      <div className="controls">
        <Choice
          label="Order"
          value={order}
          options={MATRIX_ORDERS.map((name) => [name, ORDER_WORDS[name]] as const)}
          onChange={(next) => setOptions({ order: next })}
        />
        <Choice
          label="Rows at most"
          value={size}
          options={SIZES.map((name) => [name, name] as const)}
          onChange={(next) => setOptions({ holders: Number(next) })}
        />
        {ideas > 0 && (
          <Choice
            label="Columns"
            value={onlyIdeas ? "ideas" : "all"}
            options={[
              ["all", "Everything"],
              ["ideas", "Ideas and proposals"],
            ]}
            onChange={(next) => setOptions({ about: next })}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <p className="empty">The filters leave no stance to lay out.</p>
      ) : (
        <>
          <MatrixGrid matrix={matrix} />
          <p className="matrix-note">
            {totals.shown === totals.statements
              ? `All ${plural(totals.statements, "statement")}`
              : `${totals.shown.toLocaleString("en")} of ${plural(totals.statements, "statement")}`}
            : {rows.length} of {plural(totals.holders, "holder")}, {columns.length} of{" "}
            {plural(totals.targets, "target")}, those with the most statements.
          </p>
        </>
      )}
    </div>
  );
}
