import { useEffect } from "react";
import type { ViewStore } from "../state/store.ts";
import { useViewStore } from "../state/store.ts";
import { actorDeeds } from "./actor-actions.ts";
import type { Workbench } from "./context.ts";
import { areSingleKeysOn } from "./single-keys.ts";

/**
 * The keys of `model/keys.ts`. Combinations work anywhere. Single keys work only while the focus is on the graph, on
 * the panel beside it or on nothing, and not while the reader has switched them off (WCAG 2.1.4).
 */
export function useShortcuts(desk: Workbench): void {
  const store = useViewStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.matches("input:not([type=range]):not([type=checkbox]), textarea, [contenteditable]");
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (command && key === "k") {
        event.preventDefault();
        return desk.show("palette");
      }
      // A dialog or menu that is open takes its own keys.
      if (typing || event.defaultPrevented || target.closest("[role=dialog], [role=menu], [role=listbox]")) return;
      if (command && key === "z") {
        event.preventDefault();
        return store.dispatch({ type: event.shiftKey ? "redo" : "undo" });
      }
      if (command || event.altKey) return;
      if (key === "escape") return leave(store);
      const free = target === document.body || target.closest("[data-keys]") !== null;
      if (!free || !areSingleKeysOn()) return;
      if (runSingleKey(event.key, desk, store)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [desk, store]);
}

/** Escape: what is open closes first, then the path, then the focus. */
function leave(store: ViewStore): void {
  const { selection, marked, path, filters } = store.getView();
  if (selection || marked.length > 0) store.dispatch({ type: "clear-selection" });
  else if (path) store.dispatch({ type: "leave-path" });
  else if (filters.focus) store.dispatch({ type: "leave-focus" });
}

/** Whether the key meant something. */
function runSingleKey(key: string, desk: Workbench, store: ViewStore): boolean {
  const view = store.getView();
  const { selection, hover, marked } = view;
  const actor = [selection, hover].find((one) => one?.kind === "node")?.key ?? marked.at(-1);
  const deed = (id: string) =>
    actor !== undefined &&
    actorDeeds(desk, store, actor)
      .find((one) => one.id === id)
      ?.run();
  switch (key) {
    case "/":
      document.getElementById("search")?.focus();
      return true;
    case "?":
      desk.show("keys");
      return true;
    case "1":
    case "2":
    case "3":
      if (actor !== undefined) store.dispatch({ type: "focus", key: actor, depth: Number(key) });
      return true;
    case "0":
      store.dispatch({ type: "narrow", filters: { focus: null, onlyActors: [], hiddenActors: [] } });
      return true;
    case "f":
      deed("focus");
      return true;
    case "x":
      deed("mark");
      return true;
    case "p":
      deed("path");
      return true;
    case "h":
      deed("hide");
      return true;
    case "H":
      if (actor !== undefined) {
        store.dispatch({ type: "narrow", filters: { onlyActors: marked.length > 0 ? marked : [actor] } });
      }
      return true;
    case "+":
    case "=":
      desk.drawing.current?.zoom(1.5);
      return true;
    case "-":
      desk.drawing.current?.zoom(1 / 1.5);
      return true;
    case "v":
      desk.drawing.current?.fit();
      return true;
    case "g":
      store.dispatch({ type: "set-groups", shown: !view.groups });
      return true;
    case "j":
    case "k":
      if (selection?.kind !== "edge") return false;
      store.dispatch({
        type: "step-evidence",
        by: key === "j" ? 1 : -1,
        count: desk.graph.getEdgeAttribute(selection.key, "evidence").length,
      });
      return true;
    default:
      return false;
  }
}
