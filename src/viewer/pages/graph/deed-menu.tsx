import "../../components/menu.css";
import { useRef } from "react";
import { Menu, MenuItem, Popover } from "react-aria-components";
import type { MenuRequest } from "../../canvas/pointer.ts";
import { actorDeeds, choiceDeeds, type Deed } from "../../components/actor-actions.ts";
import { useWorkbench } from "../../components/context.ts";
import { Icon } from "../../components/icons.tsx";
import { verbOf } from "../../model/words.ts";
import { useViewStore } from "../../state/store.ts";

interface Props {
  readonly request: MenuRequest | null;
  readonly onClose: () => void;
}

/** The menu at the pointer, or at the actor that the keyboard is on: what can be done with what is there. */
export function DeedMenu({ request, onClose }: Props) {
  const desk = useWorkbench();
  const store = useViewStore();
  const anchor = useRef<HTMLSpanElement>(null);
  const { graph, drawing } = desk;
  const target = request?.target;
  let title = "The graph";
  let deeds: Deed[] = [];
  if (target?.kind === "node" && graph.hasNode(target.key)) {
    const { marked } = store.getView();
    const several = marked.length > 1 && marked.includes(target.key);
    title = several ? `${marked.length} actors` : graph.getNodeAttribute(target.key, "label");
    deeds = several ? choiceDeeds(desk, store, marked) : actorDeeds(desk, store, target.key);
  } else if (target?.kind === "edge" && graph.hasEdge(target.key)) {
    const [source, end] = graph.extremities(target.key);
    const name = (key: string) => graph.getNodeAttribute(key, "label");
    title = `${name(source)} ${verbOf(graph.getEdgeAttributes(target.key))} ${name(end)}`;
    deeds = [
      { id: "open", label: "Read the evidence", icon: "open", run: () => desk.open(target) },
      { id: "source", label: name(source), icon: "graph", run: () => desk.open({ kind: "node", key: source }) },
      { id: "target", label: name(end), icon: "graph", run: () => desk.open({ kind: "node", key: end }) },
    ];
  } else {
    deeds = [
      { id: "fit", label: "Show the whole graph", icon: "fit", run: () => drawing.current?.fit() },
      {
        id: "reset",
        label: "Take all filters off",
        icon: "filter",
        run: () => store.dispatch({ type: "reset-filters" }),
      },
      { id: "undo", label: "Undo", icon: "undo", run: () => store.dispatch({ type: "undo" }) },
    ];
  }
  return (
    <>
      <span
        ref={anchor}
        className="menu-anchor"
        aria-hidden="true"
        style={request ? { transform: `translate(${request.at.x}px, ${request.at.y}px)` } : undefined}
      />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen={request !== null}
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
      >
        <p className="menu-title" dir="auto">
          {title}
        </p>
        <Menu
          className="menu"
          aria-label={title}
          autoFocus="first"
          onAction={(id) => deeds.find((deed) => deed.id === id)?.run()}
          onClose={onClose}
        >
          {deeds.map(({ id, label, icon, key }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={label}>
              <Icon name={icon} />
              <span className="menu-words" dir="auto">
                {label}
              </span>
              {key && <kbd>{key}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
