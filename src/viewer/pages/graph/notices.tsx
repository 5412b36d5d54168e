import { Button } from "react-aria-components";
import { useWorkbench } from "../../components/context.ts";
import { useViewStore } from "../../state/store.ts";

/** Where the browser has no WebGL 2. */
export function NoDrawing() {
  const store = useViewStore();
  return (
    <div className="notice" role="status">
      <h2>The graph cannot be drawn here</h2>
      <p>
        This browser has no WebGL 2, which the drawing needs. The tables of actors and stances hold everything that the
        drawing would show, and the panels work as usual.
      </p>
      <Button className="primary" onPress={() => store.dispatch({ type: "show-page", page: "actors" })}>
        Open the table of actors
      </Button>
    </div>
  );
}

/** Where the filters leave nobody. */
export function NothingLeft() {
  const { graph } = useWorkbench();
  const store = useViewStore();
  return (
    <div className="notice" role="status">
      <h2>Nothing is left to show</h2>
      <p>{graph.order === 0 ? "The articles name nobody." : "The filters hide every actor and line."}</p>
      {graph.order > 0 && (
        <Button className="primary" onPress={() => store.dispatch({ type: "reset-filters" })}>
          Show everything
        </Button>
      )}
    </div>
  );
}
