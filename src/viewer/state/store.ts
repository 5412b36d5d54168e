import { createContext, useContext, useRef, useSyncExternalStore } from "react";
import { type History, type HistoryAction, reduceHistory, startHistory } from "./history.ts";
import type { ViewState } from "./view-state.ts";

/** Holds the view. The canvas and the panels listen to it; nobody else keeps state that a link would have to carry. */
export interface ViewStore {
  getView(): ViewState;
  getHistory(): History;
  dispatch(action: HistoryAction): void;
  /** Calls back after every change; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
}

export function createViewStore(view: ViewState): ViewStore {
  let history = startHistory(view);
  const listeners = new Set<() => void>();
  return {
    getView: () => history.view,
    getHistory: () => history,
    dispatch(action) {
      const next = reduceHistory(history, action);
      if (next === history) return;
      history = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export const ViewStoreContext = createContext<ViewStore | null>(null);

export function useViewStore(): ViewStore {
  const store = useContext(ViewStoreContext);
  if (!store) throw new Error("useViewStore: expected a ViewStoreContext around the component.");
  return store;
}

/** A part of the view; the component renders again only when that part changes. */
export function useView<T>(select: (view: ViewState) => T): T {
  const store = useViewStore();
  const latest = useRef(select);
  latest.current = select;
  return useSyncExternalStore(store.subscribe, () => latest.current(store.getView()));
}
