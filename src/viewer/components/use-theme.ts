import { useEffect, useLayoutEffect, useSyncExternalStore } from "react";
import { useView, useViewStore } from "../state/store.ts";
import type { Theme } from "../state/view-state.ts";
import { readStored, writeStored } from "./stored.ts";

const STORED = "theme";
const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** Puts the chosen theme on the page and remembers it. Returns whether the page is dark. */
export function useTheme(): boolean {
  const store = useViewStore();
  const theme = useView((view) => view.theme);
  const systemIsDark = useSyncExternalStore(subscribe, () => query().matches);
  const dark = theme === "dark" || (theme === "system" && systemIsDark);
  useEffect(() => {
    const stored = THEMES.find((name) => name === readStored(STORED));
    if (stored) store.dispatch({ type: "set-theme", theme: stored });
    let last = store.getView().theme;
    return store.subscribe(() => {
      const { theme } = store.getView();
      if (theme !== last) writeStored(STORED, theme);
      last = theme;
    });
  }, [store]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);
  return dark;
}

const query = () => matchMedia("(prefers-color-scheme: dark)");

function subscribe(listener: () => void): () => void {
  const list = query();
  list.addEventListener("change", listener);
  return () => list.removeEventListener("change", listener);
}
