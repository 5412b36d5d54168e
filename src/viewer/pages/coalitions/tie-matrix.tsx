import type { ActorGraph, Camps } from "../../../analyse/index.ts";
import { useWorkbench } from "../../components/context.ts";
import { useViewStore } from "../../state/store.ts";
import { campName } from "./camp-ties.ts";

interface Props {
  readonly actors: ActorGraph;
  readonly camps: Camps;
  /** At most so many actors, those with the most statements. */
  readonly limit: number;
}

/** Every actor against every other, ordered by camp: agreement and conflict as colours. A cell opens the two side by side. */
export function TieMatrix({ actors, camps, limit }: Props) {
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
  return (
    <div className="tie-scroll">
      <table className="tie-matrix">
        <caption className="sr-only">Agreement and conflict of actors, ordered by camp</caption>
        <thead>
          <tr>
            <td />
            {order.map((key, index) => (
              <th key={key} scope="col" className={starts(index)} aria-label={name(key)}>
                {(index === 0 || starts(index)) && <span>{campName(camps.campOf.get(key)!).slice(5)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((row, rowIndex) => (
            <tr key={row} className={starts(rowIndex)}>
              <th scope="row" dir="auto">
                {name(row)}
              </th>
              {order.map((column, columnIndex) => {
                const tie =
                  row !== column && actors.hasEdge(row, column) ? actors.getEdgeAttributes(row, column) : undefined;
                const share = tie ? Math.abs(tie.weight) / most : 0;
                const side = tie && tie.weight > 0 ? "support" : "oppose";
                const words = tie
                  ? `${name(row)} and ${name(column)} ${tie.weight > 0 ? "agree" : "are in conflict"}. Compare them.`
                  : "";
                return (
                  <td key={column} className={`${starts(columnIndex)}${row === column ? " self" : ""}`}>
                    {tie && (
                      <button
                        type="button"
                        tabIndex={-1}
                        aria-label={words}
                        title={words}
                        style={{
                          background: `color-mix(in srgb, var(--${side}) ${Math.round(25 + 75 * share)}%, var(--paper))`,
                        }}
                        onClick={() =>
                          store.dispatch({ type: "show-page", page: "compare", options: { left: row, right: column } })
                        }
                      >
                        <span aria-hidden="true">{tie.weight > 0 ? "" : "−"}</span>
                      </button>
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
