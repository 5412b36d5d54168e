import "./chips.css";
import { Button } from "react-aria-components";
import { listChips } from "../model/chips.ts";
import { useView, useViewStore } from "../state/store.ts";
import { useWorkbench } from "./context.ts";
import { Icon } from "./icons.tsx";

/** The filters that are on, each in words and with a button that takes it off. */
export function Chips() {
  const { graph } = useWorkbench();
  const store = useViewStore();
  const chips = listChips(
    graph,
    useView((view) => view.filters),
  );
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters that are on">
      {chips.map(({ id, words, remove }) => (
        <li key={id}>
          <Button className="filter-chip" aria-label={`Take off: ${words}`} onPress={() => store.dispatch(remove)}>
            <span dir="auto">{words}</span> <Icon name="close" />
          </Button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button className="quiet" onPress={() => store.dispatch({ type: "reset-filters" })}>
            Take all off
          </Button>
        </li>
      )}
    </ul>
  );
}
