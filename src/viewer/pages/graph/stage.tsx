import "./stage.css";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { readPalette } from "../../canvas/colors.ts";
import type { MenuRequest } from "../../canvas/pointer.ts";
import { useWorkbench } from "../../components/context.ts";
import { Icon } from "../../components/icons.tsx";
import { Timeline } from "../../components/timeline.tsx";
import { GraphView } from "../../graph-view.ts";
import { plural } from "../../model/words.ts";
import { useViewStore } from "../../state/store.ts";
import { ActorCursor } from "./actor-cursor.tsx";
import { ArrangeMenu } from "./arrange-menu.tsx";
import { ChoiceBar } from "./choice-bar.tsx";
import { DeedMenu } from "./deed-menu.tsx";
import { NoDrawing, NothingLeft } from "./notices.tsx";
import { Pointed } from "./pointed.tsx";

/** The graph as a drawing, with its buttons. Without WebGL 2 it says so and leaves the rest of the page to work. */
export function Stage() {
  const { graph, visible, drawing, dark, announce } = useWorkbench();
  const store = useViewStore();
  const container = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const [generation, setGeneration] = useState(0);
  const [drawn, setDrawn] = useState<GraphView | null>(null);
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const [forces, setForces] = useState(false);
  const latest = useRef(visible);
  latest.current = visible;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a lost drawing surface is replaced by making the view again
  useEffect(() => {
    let view: GraphView;
    try {
      view = new GraphView(container.current!, {
        graph,
        view: store.getView(),
        visible: latest.current,
        palette: currentPalette(),
        reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
        onAction: (action) => {
          // Whatever arranges the actors anew ends the forces.
          if (action.type === "set-layout") setForces(false);
          store.dispatch(action);
        },
        onMenu: setMenu,
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
    const stop = store.subscribe(show);
    return () => {
      stop();
      drawing.current = null;
      view.destroy();
      setForces(false);
    };
  }, [graph, store, drawing, generation]);

  useEffect(() => {
    drawing.current?.stopForces();
    drawing.current?.setView(store.getView(), visible);
  }, [drawing, store, visible]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette is read from the page, which follows the theme
  useLayoutEffect(() => drawing.current?.setPalette(currentPalette()), [drawing, dark]);

  const runForces = () => {
    drawing.current?.startForces();
    setForces(true);
    announce("Forces arrange the actors. Stop them when you like what you see.");
  };
  return (
    <div className="stage">
      <div className="drawing" data-keys="graph">
        <div
          ref={container}
          className="canvas"
          role="img"
          aria-label={`Graph of ${plural(visible.nodes.size, "actor")} and ${plural(visible.edges.size, "line")}. The tables hold the same in words.`}
        />
        {drawn && !failed && (
          <>
            <ActorCursor drawing={drawn} onMenu={setMenu} />
            <div className="arrange-slot">
              {forces ? (
                <p className="forces" role="status">
                  <span className="pulse" aria-hidden="true" /> Forces at work
                  <Button className="bar-button" onPress={() => drawn.stopForces()}>
                    <Icon name="stop" /> Stop
                  </Button>
                </p>
              ) : (
                <ArrangeMenu onForces={runForces} />
              )}
            </div>
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
            {drawn.note && <p className="drawing-note">{drawn.note}</p>}
            <Pointed />
            <ChoiceBar />
            <DeedMenu request={menu} onClose={() => setMenu(null)} />
          </>
        )}
        {failed ? <NoDrawing /> : visible.nodes.size === 0 && <NothingLeft />}
      </div>
      <Timeline />
    </div>
  );
}

function currentPalette() {
  const style = getComputedStyle(document.documentElement);
  return readPalette((name) => style.getPropertyValue(name));
}
