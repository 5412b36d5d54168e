import "./lens-control.css";
import { useMemo } from "react";
import { Button, Checkbox } from "react-aria-components";
import { DEFAULT_LENS, isLensed } from "../model/filters.ts";
import { useView, useViewStore } from "../state/store.ts";
import { useWorkbench } from "./context.ts";

/** According to whom the graph is told: two switches, and what else narrows the telling, with a way out of it. */
export function LensControl() {
  const { graph } = useWorkbench();
  const store = useViewStore();
  const lens = useView(({ filters }) => filters.lens);
  const teller = useMemo(
    () =>
      lens.source !== undefined && graph.hasNode(lens.source)
        ? graph.getNodeAttribute(lens.source, "label")
        : lens.outlet,
    [graph, lens],
  );
  return (
    <section className="legend-group lens">
      <h3>According to</h3>
      <Checkbox
        className="switch plain"
        isSelected={lens.namedOnly}
        onChange={(namedOnly) => store.dispatch({ type: "set-lens", lens: { namedOnly } })}
      >
        <span className="tick" />
        <span className="switch-name">Named sources only</span>
      </Checkbox>
      <Checkbox
        className="switch plain"
        isSelected={lens.withoutAuthor}
        onChange={(withoutAuthor) => store.dispatch({ type: "set-lens", lens: { withoutAuthor } })}
      >
        <span className="tick" />
        <span className="switch-name">Not the articles’ own voice</span>
      </Checkbox>
      {teller !== undefined && (
        <p className="lens-teller">
          Only as <strong>{teller}</strong> {lens.source !== undefined ? "tells it" : "prints it"}
        </p>
      )}
      <div className="lens-foot">
        <Button className="quiet" onPress={() => store.dispatch({ type: "show-page", page: "sources" })}>
          Choose a source
        </Button>
        {isLensed(lens) && (
          <Button
            className="quiet"
            onPress={() =>
              store.dispatch({ type: "set-lens", lens: { ...DEFAULT_LENS, source: undefined, outlet: undefined } })
            }
          >
            Everyone
          </Button>
        )}
      </div>
    </section>
  );
}
