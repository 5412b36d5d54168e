import type { ViewStore } from "../state/store.ts";
import type { Action } from "../state/view-state.ts";
import type { Workbench } from "./context.ts";
import type { IconName } from "./icons.tsx";

/** Something that can be done with an actor, a line or a choice of actors, wherever it is offered. */
export interface Deed {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** The single key that does the same while the graph has the focus. */
  readonly key?: string;
  readonly run: () => void;
}

type Desk = Pick<Workbench, "graph" | "visible" | "open" | "drawing" | "announce">;

/** What the menu of an actor offers. */
export function actorDeeds(desk: Desk, store: ViewStore, key: string): Deed[] {
  const { filters, pins, marked } = store.getView();
  const name = desk.graph.getNodeAttribute(key, "label");
  const act = (action: Action) => () => store.dispatch(action);
  const focused = filters.focus?.key === key;
  const other = marked.find((one) => one !== key);
  const query = { directed: false, over: "all", nth: 0 } as const;
  return [
    {
      id: "open",
      label: "Read where it stands",
      icon: "open",
      key: "Enter",
      run: () => desk.open({ kind: "node", key }),
    },
    focused
      ? { id: "focus", label: "Show everything again", icon: "fit", key: "f", run: act({ type: "leave-focus" }) }
      : {
          id: "focus",
          label: "Show its neighbours only",
          icon: "focus",
          key: "f",
          run: act({ type: "focus", key, depth: 1 }),
        },
    {
      id: "path",
      label: other ? `Find the way to ${desk.graph.getNodeAttribute(other, "label")}` : "Find a way to …",
      icon: "path",
      key: "p",
      run: act({ type: "find-path", path: { from: key, to: other ?? "", ...query } }),
    },
    {
      id: "mark",
      label: marked.includes(key) ? "Take out of the choice" : "Choose together with others",
      icon: "check",
      key: "x",
      run: act({ type: "toggle-mark", key }),
    },
    Object.hasOwn(pins, key)
      ? { id: "pin", label: "Put back in its place", icon: "pin", run: act({ type: "unpin", key }) }
      : { id: "pin", label: "Pin where it is", icon: "pin", run: () => pinAll(desk, store, [key]) },
    {
      id: "hide",
      label: "Hide",
      icon: "hide",
      key: "h",
      run: () => {
        store.dispatch({ type: "narrow", filters: { hiddenActors: [...filters.hiddenActors, key] } });
        desk.announce(`${name} is hidden.`);
      },
    },
  ];
}

/** What can be done with several actors that were chosen together. */
export function choiceDeeds(desk: Desk, store: ViewStore, keys: readonly string[]): Deed[] {
  const act = (action: Action) => () => store.dispatch(action);
  const neighbours = new Set(keys);
  for (const key of keys) {
    desk.graph.forEachEdge(key, (edge, _, source, target) => {
      if (desk.visible.edges.has(edge)) neighbours.add(source).add(target);
    });
  }
  const [left, right] = keys;
  const pair: Deed[] =
    keys.length === 2
      ? [
          {
            id: "compare",
            label: "Compare",
            icon: "table",
            run: act({ type: "show-page", page: "compare", options: { left: left!, right: right! } }),
          },
          {
            id: "path",
            label: "Path",
            icon: "path",
            key: "p",
            run: act({
              type: "find-path",
              path: { from: left!, to: right!, directed: false, over: "all", nth: 0 },
            }),
          },
        ]
      : [];
  return [
    ...pair,
    { id: "focus", label: "Focus", icon: "focus", key: "f", run: () => narrow(store, [...neighbours]) },
    { id: "only", label: "Hide others", icon: "hide", run: () => narrow(store, keys) },
    { id: "pin", label: "Pin", icon: "pin", run: () => pinAll(desk, store, keys) },
  ];
}

function narrow(store: ViewStore, keys: readonly string[]): void {
  store.dispatch({ type: "narrow", filters: { onlyActors: keys } });
}

function pinAll(desk: Desk, store: ViewStore, keys: readonly string[]): void {
  const places = desk.drawing.current?.currentPlaces() ?? {};
  const pins = Object.fromEntries(keys.filter((key) => places[key]).map((key) => [key, places[key]!]));
  store.dispatch({ type: "pin-all", pins });
}
