import { useState } from "react";
import { Button } from "react-aria-components";
import type { MatrixCell, StanceMatrix } from "../../../analyse/index.ts";
import { listInWords, plural } from "../../../export/index.ts";
import { useWorkbench } from "../../components/context.ts";
import { TypeDisc } from "../../components/icons.tsx";
import { useGridFocus } from "../../components/use-grid-focus.ts";
import { useView } from "../../state/store.ts";
import { countsInSigns } from "./matrix-rows.ts";

/**
 * The matrix as a grid in the sense of ARIA: one cell takes the focus, arrow keys, Home, End, Page Up and Page Down move
 * it, Enter opens the evidence. Filled cells are named in words for people who listen.
 */
export function MatrixGrid({ matrix }: { readonly matrix: StanceMatrix }) {
  const { graph, open } = useWorkbench();
  const selected = useView(({ selection }) => (selection?.kind === "edge" ? selection.key : undefined));
  const { rows, columns, cellAt } = matrix;
  const [pointed, setPointed] = useState<readonly [row: number, column: number]>();
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  const openCell = ({ statements }: MatrixCell) => {
    const best = statements.reduce((a, b) => (b.evidence.confidence > a.evidence.confidence ? b : a));
    open({ kind: "edge", key: best.edge, at: best.at });
  };
  const grid = useGridFocus(rows.length, columns.length, (row, column) => {
    const cell = cellAt(rows[row]!, columns[column]!);
    if (cell) openCell(cell);
  });
  return (
    <div className="matrix-scroll">
      <table
        ref={grid.table}
        className="matrix"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that arrow keys walk through
        role="grid"
        aria-label="Stances of holders on targets"
        aria-readonly="true"
      >
        <thead>
          <tr>
            <td className="matrix-corner" />
            {columns.map((column, index) => (
              <th key={column} scope="col" className={pointed?.[1] === index ? "lit" : undefined}>
                <Button excludeFromTabOrder onPress={() => open({ kind: "node", key: column })}>
                  {name(column)}
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={grid.onKeyDown} onPointerLeave={() => setPointed(undefined)}>
          {rows.map((row, rowIndex) => (
            <tr key={row} className={pointed?.[0] === rowIndex ? "lit" : undefined}>
              <th scope="row">
                <Button excludeFromTabOrder onPress={() => open({ kind: "node", key: row })}>
                  <span dir="auto">{name(row)}</span>
                  <TypeDisc type={graph.getNodeAttribute(row, "entityType")} size={16} />
                </Button>
              </th>
              {columns.map((column, columnIndex) => {
                const cell = cellAt(row, column);
                const isOpen = cell?.statements.some(({ edge }) => edge === selected);
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all its cells
                  <td
                    key={column}
                    {...grid.cellProps(rowIndex, columnIndex)}
                    aria-label={cell ? inWords(cell, name) : `${name(row)}, ${name(column)}: nothing`}
                    aria-current={isOpen || undefined}
                    onPointerEnter={() => setPointed([rowIndex, columnIndex])}
                    onClick={() => {
                      grid.moveHere(rowIndex, columnIndex);
                      if (cell) openCell(cell);
                    }}
                  >
                    {cell && <Mark cell={cell} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One colour and count, or two on either side of the diagonal where the holder is reported on both sides. */
function Mark({ cell }: { readonly cell: MatrixCell }) {
  const { support, oppose, mixed } = cell.sides;
  const strong = (count: number) => (count > 1 ? " strong" : "");
  if (support > 0 && oppose > 0) {
    return (
      <span className={`mark split${strong(support + oppose)}`} aria-hidden="true">
        <span className="up">+{support}</span> <span className="down">−{oppose}</span>
      </span>
    );
  }
  const side = support > 0 ? "support" : oppose > 0 ? "oppose" : "mixed";
  const count = support + oppose + mixed;
  return (
    <span className={`mark ${side}${strong(count)}`} aria-hidden="true">
      {side === "support" ? "+" : side === "oppose" ? "−" : "±"}
      {count}
    </span>
  );
}

function inWords({ holder, target, sides, statements }: MatrixCell, name: (key: string) => string): string {
  const parts = [
    sides.support > 0 && `${sides.support} in support`,
    sides.oppose > 0 && `${sides.oppose} opposed`,
    sides.mixed > 0 && `${sides.mixed} mixed`,
  ].filter((part) => part !== false);
  return `${name(holder)} on ${name(target)}: ${plural(statements.length, "statement")}, ${listInWords(parts)} (${countsInSigns(sides)})`;
}
