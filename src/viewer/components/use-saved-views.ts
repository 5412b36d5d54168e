import { useCallback, useState } from "react";
import { addView, parseSavedViews, type SavedView, writeSavedViews } from "../state/saved-views.ts";
import { readStored, writeStored } from "./stored.ts";

/** Views are kept by the address of the page, so that each published graph has its own. */
const nameOf = (): string => `views ${location.pathname}`;

export interface SavedViews {
  readonly views: readonly SavedView[];
  readonly add: (view: SavedView) => void;
  readonly rename: (at: number, caption: string) => void;
  readonly remove: (at: number) => void;
}

/** The views that the reader has saved in this browser, and those that came with the link. */
export function useSavedViews(shared: readonly SavedView[]): SavedViews {
  const [views, setViews] = useState<readonly SavedView[]>(() => {
    const stored = parseSavedViews(readStored(nameOf()));
    const fresh = shared.filter(
      (view) => !stored.some((one) => one.hash === view.hash && one.caption === view.caption),
    );
    return [...stored, ...fresh];
  });
  const change = useCallback((next: readonly SavedView[]) => {
    setViews(next);
    writeStored(nameOf(), writeSavedViews(next));
  }, []);
  return {
    views,
    add: (view) => change(addView(views, view)),
    rename: (at, caption) => change(views.map((view, index) => (index === at ? { ...view, caption } : view))),
    remove: (at) => change(views.filter((_, index) => index !== at)),
  };
}
