import { useEffect } from "react";
import type { StanceGraph } from "../model/stance-graph.ts";
import { useViewStore } from "../state/store.ts";

/**
 * Keys that work anywhere: Escape closes, Ctrl+Z and Ctrl+Shift+Z go back and forth, Ctrl+K searches. The single keys
 * `/`, `j` and `k` work only while nothing takes text and no menu is open.
 */
export function useShortcuts(graph: StanceGraph): void {
  const store = useViewStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.matches("input:not([type=range]):not([type=checkbox]), textarea, [contenteditable]");
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (command && key === "k") return focusSearch(event);
      if (typing || event.defaultPrevented) return;
      if (command && key === "z") {
        event.preventDefault();
        return store.dispatch({ type: event.shiftKey ? "redo" : "undo" });
      }
      if (command || event.altKey) return;
      if (key === "/") return focusSearch(event);
      if (key === "escape") return store.dispatch({ type: "clear-selection" });
      const { selection } = store.getView();
      if ((key !== "j" && key !== "k") || selection?.kind !== "edge") return;
      const count = graph.getEdgeAttribute(selection.key, "evidence").length;
      store.dispatch({ type: "step-evidence", by: key === "j" ? 1 : -1, count });
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [graph, store]);
}

function focusSearch(event: KeyboardEvent): void {
  event.preventDefault();
  document.getElementById("search")?.focus();
}
