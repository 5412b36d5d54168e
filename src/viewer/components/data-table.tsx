import "./data-table.css";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { toTable } from "../../export/index.ts";
import { plural } from "../model/words.ts";
import { Icon } from "./icons.tsx";
import { saveText } from "./save-text.ts";

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly numeric?: boolean;
  /** What rows are ordered by. */
  readonly value: (row: Row) => string | number;
  /** What is shown; the value itself where absent. */
  readonly cell?: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly initialSort: { readonly column: string; readonly descending: boolean };
  readonly isCurrent: (row: Row) => boolean;
}

const PAGE = 50;

/** A table that sorts by any column and shows 50 rows at a time. */
export function DataTable<Row>({ caption, columns, rows, rowKey, initialSort, isCurrent }: Props<Row>) {
  const [sort, setSort] = useState(initialSort);
  const [page, setPage] = useState(0);
  const column = columns.find(({ id }) => id === sort.column)!;
  const sorted = rows.toSorted((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    const order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en");
    return sort.descending ? -order : order;
  });
  const toCsv = () =>
    toTable([columns.map(({ title }) => title), ...sorted.map((row) => columns.map(({ value }) => value(row)))]);
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const at = Math.min(page, last);
  return (
    <div className="table-page">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption>
            <strong>{caption}</strong> <span>{plural(rows.length, "row")}, as the filters leave them</span>{" "}
            <Button className="quiet" onPress={() => saveText(`${caption.toLowerCase()}.csv`, toCsv(), "text/csv")}>
              <Icon name="save" /> Save as CSV
            </Button>
          </caption>
          <thead>
            <tr>
              {columns.map(({ id, title, numeric }) => {
                const sorts = sort.column === id;
                return (
                  <th
                    key={id}
                    scope="col"
                    className={numeric ? "numeric" : undefined}
                    aria-sort={sorts ? (sort.descending ? "descending" : "ascending") : "none"}
                  >
                    <Button
                      onPress={() => {
                        setSort({ column: id, descending: sorts ? !sort.descending : numeric === true });
                        setPage(0);
                      }}
                    >
                      {title}
                      <span className="sort-mark" aria-hidden="true">
                        {sorts ? (sort.descending ? "↓" : "↑") : ""}
                      </span>
                    </Button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(at * PAGE, (at + 1) * PAGE).map((row) => (
              <tr key={rowKey(row)} aria-current={isCurrent(row) || undefined}>
                {columns.map(({ id, numeric, value, cell }) => (
                  <td key={id} className={numeric ? "numeric" : undefined}>
                    {cell ? cell(row) : value(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="empty">The filters leave no row.</p>}
      </section>
      {last > 0 && (
        <nav className="pager" aria-label="Pages of the table">
          <Button
            className="icon-button"
            aria-label="Previous page"
            isDisabled={at === 0}
            onPress={() => setPage(at - 1)}
          >
            <Icon name="back" />
          </Button>
          <span>
            {(at * PAGE + 1).toLocaleString("en")}–{Math.min(rows.length, (at + 1) * PAGE).toLocaleString("en")} of{" "}
            {rows.length.toLocaleString("en")}
          </span>
          <Button
            className="icon-button"
            aria-label="Next page"
            isDisabled={at === last}
            onPress={() => setPage(at + 1)}
          >
            <Icon name="next" />
          </Button>
        </nav>
      )}
    </div>
  );
}
