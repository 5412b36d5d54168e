import "./stage.css";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { readPalette } from "../../canvas/colors.ts";
import { useWorkbench } from "../../components/context.ts";
import { Icon } from "../../components/icons.tsx";
import { Timeline } from "../../components/timeline.tsx";
import { GraphView } from "../../graph-view.ts";
import { periodInWords } from "../../model/dates.ts";
import { plural, verbOf } from "../../model/words.ts";
import { useView, useViewStore } from "../../state/store.ts";
import { ActorCursor } from "./actor-cursor.tsx";

/** The graph as a drawing, with its buttons. Without WebGL 2 it says so and leaves the rest of the page to work. */
export function Stage() {
  const { graph, visible, drawing, dark, announce } = useWorkbench();
  const store = useViewStore();
  const container = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const [generation, setGeneration] = useState(0);
  const [drawn, setDrawn] = useState<GraphView | null>(null);
  const latest = useRef(visible);
  latest.current = visible;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a lost drawing surface is replaced by making the view again
  useEffect(() => {
    let view: GraphView;
    try {
      view = new GraphView(container.current!, {
        graph,
        palette: currentPalette(),
        reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
        onAction: (action) => store.dispatch(action),
        onContextLost: () => setGeneration((count) => count + 1),
      });
    } catch {
      setFailed(true);
      announce("This browser cannot draw the graph. The tables hold everything.");
      return;
    }
    drawing.current = view;
    setDrawn(view);
    const show = () => view.setView(store.getView(), latest.current);
    show();
    view.fitMain();
    const stop = store.subscribe(show);
    return () => {
      stop();
      drawing.current = null;
      view.destroy();
    };
  }, [graph, store, drawing, generation]);

  useEffect(() => drawing.current?.setView(store.getView(), visible), [drawing, store, visible]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette is read from the page, which follows the theme
  useLayoutEffect(() => drawing.current?.setPalette(currentPalette()), [drawing, dark]);

  return (
    <div className="stage">
      <div className="drawing">
        <div
          ref={container}
          className="canvas"
          role="img"
          aria-label={`Graph of ${plural(visible.nodes.size, "actor")} and ${plural(visible.edges.size, "line")}. The tables hold the same in words.`}
        />
        {drawn && !failed && (
          <>
            <ActorCursor drawing={drawn} />
            <div className="zoom" role="toolbar" aria-label="Camera" aria-orientation="vertical">
              <Button className="icon-button" aria-label="Zoom in" onPress={() => drawn.zoom(1.5)}>
                <Icon name="plus" />
              </Button>
              <Button className="icon-button" aria-label="Zoom out" onPress={() => drawn.zoom(1 / 1.5)}>
                <Icon name="minus" />
              </Button>
              <Button className="icon-button" aria-label="Show the whole graph" onPress={() => drawn.fit()}>
                <Icon name="fit" />
              </Button>
            </div>
            <Pointed />
          </>
        )}
        {failed ? <NoDrawing /> : visible.nodes.size === 0 && <NothingLeft />}
      </div>
      <Timeline />
    </div>
  );
}

function NoDrawing() {
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

function NothingLeft() {
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

function currentPalette() {
  const style = getComputedStyle(document.documentElement);
  return readPalette((name) => style.getPropertyValue(name));
}

/** What the pointer is on, in words, with the best sentence of a line. */
function Pointed() {
  const { graph } = useWorkbench();
  const hover = useView((view) => view.hover);
  if (hover?.kind !== "edge" || !graph.hasEdge(hover.key)) return null;
  const attributes = graph.getEdgeAttributes(hover.key);
  const [source, target] = graph.extremities(hover.key);
  const best = attributes.evidence.toSorted((a, b) => b.confidence - a.confidence)[0];
  const kind = attributes.kind === "stance" ? attributes.polarity : "relation";
  return (
    <div className={`pointed ${kind}`} aria-hidden="true">
      <p>
        <strong>{graph.getNodeAttribute(source, "label")}</strong> <span className="verb">{verbOf(attributes)}</span>{" "}
        <strong>{graph.getNodeAttribute(target, "label")}</strong>
        <span className="line-meta">
          {plural(attributes.evidence.length, "statement")}
          {attributes.firstDate && ` · ${periodInWords(attributes.firstDate, attributes.lastDate)}`}
        </span>
      </p>
      {best && <p className="quote">{best.quote}</p>}
    </div>
  );
}
