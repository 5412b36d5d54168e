import type { ActorGraph, Camps } from "../../../analyse/index.ts";
import { useWorkbench } from "../../components/context.ts";
import { useGridFocus } from "../../components/use-grid-focus.ts";
import { useViewStore } from "../../state/store.ts";
import { campName } from "./camp-ties.ts";

interface Props {
  readonly actors: ActorGraph;
  readonly camps: Camps;
  /** Whether the weights count conflict: then every tie is one of conflict. */
  readonly conflict: boolean;
  /** At most so many actors, those with the most statements. */
  readonly limit: number;
}

/** Every actor against every other, ordered by camp: agreement and conflict as colours. A cell opens the two side by side. */
export function TieMatrix({ actors, camps, conflict, limit }: Props) {
  const { graph } = useWorkbench();
  const store = useViewStore();
  const kept = actors
    .nodes()
    .filter((key) => camps.campOf.has(key))
    .sort((a, b) => actors.getNodeAttribute(b, "statements") - actors.getNodeAttribute(a, "statements"))
    .slice(0, limit);
  const order = camps.camps.flatMap(({ members }) => members.filter((key) => kept.includes(key)));
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  const most = Math.max(1e-9, ...actors.mapEdges((_, { weight }) => Math.abs(weight)));
  const starts = (index: number) =>
    index > 0 && camps.campOf.get(order[index]!) !== camps.campOf.get(order[index - 1]!) ? "starts" : "";
  const tieAt = (row: number, column: number) => {
    const [a, b] = [order[row]!, order[column]!];
    if (a === b || !actors.hasEdge(a, b)) return undefined;
    const { weight } = actors.getEdgeAttributes(a, b);
    return { agree: weight > 0 && !conflict, share: Math.abs(weight) / most };
  };
  const openPair = (row: number, column: number) => {
    if (!tieAt(row, column)) return;
    const options = { left: order[row]!, right: order[column]! };
    store.dispatch({ type: "show-page", page: "compare", options });
  };
  const grid = useGridFocus(order.length, order.length, openPair);
  return (
    <div className="tie-scroll">
      <table
        ref={grid.table}
        className="tie-matrix"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that arrow keys walk through
        role="grid"
        aria-label="Agreement and conflict of actors, ordered by camp"
        aria-readonly="true"
      >
        <thead>
          <tr>
            <td />
            {order.map((key, index) => (
              <th key={key} scope="col" className={starts(index)}>
                <span className="sr-only">{name(key)}</span>
                {(index === 0 || starts(index)) && (
                  <span aria-hidden="true">{campName(camps.campOf.get(key)!).slice(5)}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={grid.onKeyDown}>
          {order.map((row, rowIndex) => (
            <tr key={row} className={starts(rowIndex)}>
              <th scope="row" dir="auto">
                {name(row)}
              </th>
              {order.map((column, columnIndex) => {
                const tie = tieAt(rowIndex, columnIndex);
                const words = tie
                  ? `${name(row)} and ${name(column)} ${tie.agree ? "agree" : "are in conflict"}`
                  : `${name(row)}, ${name(column)}: no tie`;
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all its cells
                  <td
                    key={column}
                    {...grid.cellProps(rowIndex, columnIndex)}
                    className={[starts(columnIndex), row === column && "self", tie && "tied"].filter(Boolean).join(" ")}
                    aria-label={words}
                    title={tie && words}
                    onClick={() => openPair(rowIndex, columnIndex)}
                  >
                    {tie && (
                      <span
                        aria-hidden="true"
                        style={{
                          background: `color-mix(in srgb, var(--${tie.agree ? "support" : "oppose"}) ${Math.round(25 + 75 * tie.share)}%, var(--paper))`,
                        }}
                      >
                        {tie.agree ? "" : "−"}
                      </span>
                    )}
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
