import { useEffect } from "react";
import { firstFilters } from "../model/first-filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import { LINKED_PARTS, parseHash, toHash } from "./permalink.ts";
import { useViewStore } from "./store.ts";
import type { Selection, ViewState } from "./view-state.ts";

/**
 * Keeps the address and the view in step. Each step that can be undone becomes an entry of the browser's own history,
 * so that its Back and Forward do what undo and redo do; what passes by only changes the entry that is there.
 *
 * @param onArrive called when an address has been followed, with what it selects
 */
export function useAddress(graph: StanceGraph, onArrive: (selection: Selection | null) => void): void {
  const store = useViewStore();

  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is followed when it changes or the graph does
  useEffect(() => {
    const follow = () => {
      const asked = parseHash(location.hash, graph);
      const linked = location.hash.length > 1 ? asked : { ...asked, filters: firstFilters(graph) };
      store.dispatch({ type: "restore", view: linked });
      history.replaceState(toEntry(store.getHistory().past.length), "");
      onArrive(linked.selection);
    };
    const onPopState = ({ state }: PopStateEvent) => {
      const step = stepOf(state);
      if (step === undefined) return follow();
      for (let guard = 0; guard < 200 && store.getHistory().past.length !== step; guard++) {
        const { past, future } = store.getHistory();
        const back = past.length > step;
        if (back ? past.length === 0 : future.length === 0) break;
        store.dispatch({ type: back ? "undo" : "redo" });
      }
      if (toHash(store.getView()) !== location.hash.slice(1)) follow();
    };
    follow();
    addEventListener("popstate", onPopState);
    return () => removeEventListener("popstate", onPopState);
  }, [graph, store]);

  useEffect(() => {
    let shown: ViewState | undefined;
    const write = () => {
      const view = store.getView();
      const before = shown;
      shown = view;
      if (before && LINKED_PARTS.every((part) => before[part] === view[part])) return;
      const hash = toHash(view);
      if (hash === location.hash.slice(1)) return;
      const address = hash ? `#${hash}` : location.pathname + location.search;
      const step = store.getHistory().past.length;
      // Browsers refuse after some hundred changes in a few seconds; the view itself needs no address to go on.
      try {
        if (step > (stepOf(history.state) ?? step)) history.pushState(toEntry(step), "", address);
        else history.replaceState(toEntry(step), "", address);
      } catch {
        return;
      }
    };
    write();
    return store.subscribe(write);
  }, [store]);
}

const toEntry = (step: number) => ({ stancegraphStep: step });

function stepOf(state: unknown): number | undefined {
  const step = (state as { stancegraphStep?: unknown } | null)?.stancegraphStep;
  return typeof step === "number" ? step : undefined;
}
