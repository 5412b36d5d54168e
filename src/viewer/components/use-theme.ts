import { useEffect, useLayoutEffect, useSyncExternalStore } from "react";
import { useView, useViewStore } from "../state/store.ts";
import type { Theme } from "../state/view-state.ts";

const STORED = "stancegraph.theme";
const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** Puts the chosen theme on the page and remembers it. Returns whether the page is dark. */
export function useTheme(): boolean {
  const store = useViewStore();
  const theme = useView((view) => view.theme);
  const systemIsDark = useSyncExternalStore(subscribe, () => query().matches);
  const dark = theme === "dark" || (theme === "system" && systemIsDark);
  useEffect(() => {
    const stored = THEMES.find((name) => name === read());
    if (stored) store.dispatch({ type: "set-theme", theme: stored });
    return store.subscribe(() => write(store.getView().theme));
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

// Storage may be forbidden, as in some private windows and sandboxed frames; the theme is then chosen for this visit only.
function read(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function write(theme: Theme): void {
  try {
    if (read() !== theme) localStorage.setItem(STORED, theme);
  } catch {
    return;
  }
}
