import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Direction } from "../../canvas/geometry.ts";
import type { MenuRequest } from "../../canvas/pointer.ts";
import { useWorkbench } from "../../components/context.ts";
import type { GraphView } from "../../graph-view.ts";
import { countSides, findLedger } from "../../model/ledger.ts";
import { entityTypeName, listInWords } from "../../model/words.ts";
import { useView, useViewStore } from "../../state/store.ts";

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

interface Props {
  readonly drawing: GraphView;
  readonly onMenu: (request: MenuRequest) => void;
}

/**
 * The way through the drawing by keyboard: one real button that lies over the current actor. Arrow keys move it to
 * the next actor in that direction, with Shift only along its lines; Enter opens the actor, Shift+F10 its menu, and its
 * name says who that is and where they stand.
 */
export function ActorCursor({ drawing, onMenu }: Props) {
  const { graph, visible, announce } = useWorkbench();
  const store = useViewStore();
  const selected = useView(({ selection }) => (selection?.kind === "node" ? selection.key : undefined));
  const [own, setOwn] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const current =
    [selected, own].find((key) => key !== undefined && visible.nodes.has(key)) ?? mostMentioned(graph, visible.nodes);

  useEffect(() => {
    const follow = () => {
      const place = current === undefined ? undefined : drawing.positionOf(current);
      if (!button.current || !place) return;
      const size = 2 * place.radius + 12;
      Object.assign(button.current.style, {
        inlineSize: `${size}px`,
        blockSize: `${size}px`,
        transform: `translate(${place.x - size / 2}px, ${place.y - size / 2}px)`,
      });
    };
    follow();
    return drawing.onFrame(follow);
  }, [current, drawing]);

  if (current === undefined) return null;
  const { label, entityType } = graph.getNodeAttributes(current);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      event.preventDefault();
      const place = drawing.positionOf(current);
      if (place) onMenu({ target: { kind: "node", key: current }, at: { x: place.x, y: place.y + place.radius } });
      return;
    }
    const direction = ARROWS[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = drawing.findTowards(current, direction, { linked: event.shiftKey });
    if (next === undefined) return announce(event.shiftKey ? "No line leads that way." : "Nobody stands that way.");
    setOwn(next);
    if (selected !== undefined) store.dispatch({ type: "select-node", key: next });
    store.dispatch({ type: "hover", hover: { kind: "node", key: next } });
  };
  return (
    <button
      ref={button}
      type="button"
      className="actor-cursor"
      aria-label={`${label}, ${entityTypeName(entityType).toLowerCase()}: ${sidesInWords(graph, current)}. Arrow keys go to the next actor, with Shift along a line; Enter opens it.`}
      onKeyDown={onKeyDown}
      onFocus={() => store.dispatch({ type: "hover", hover: { kind: "node", key: current } })}
      onBlur={() => store.dispatch({ type: "hover", hover: null })}
      onClick={() => store.dispatch({ type: "select-node", key: current })}
    />
  );
}

function mostMentioned(
  graph: ReturnType<typeof useWorkbench>["graph"],
  nodes: ReadonlySet<string>,
): string | undefined {
  let best: string | undefined;
  for (const key of nodes) {
    if (best === undefined || graph.degree(key) > graph.degree(best)) best = key;
  }
  return best;
}

function sidesInWords(graph: ReturnType<typeof useWorkbench>["graph"], key: string): string {
  const held = countSides(findLedger(graph, key).holds);
  const parts = [
    held.support > 0 && `supports ${held.support}`,
    held.oppose > 0 && `opposes ${held.oppose}`,
    held.mixed > 0 && `divided about ${held.mixed}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? listInWords(parts) : "holds no stance";
}
