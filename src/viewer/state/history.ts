import { type Action, reduceView, type ViewState } from "./view-state.ts";

const STEPS = 100;

/** What passes by and is not worth a step back. */
const PASSING: ReadonlySet<Action["type"]> = new Set([
  "hover",
  "search",
  "set-theme",
  "step-evidence",
  "restore",
  "move-camera",
]);

/** What comes in many small steps, as a slider does: several in a row are one step back. */
const SLIDING: ReadonlySet<Action["type"]> = new Set(["set-min-confidence", "set-period"]);

export interface History {
  readonly past: readonly ViewState[];
  readonly view: ViewState;
  readonly future: readonly ViewState[];
  /** What the last step was; absent at the start and after going back or forth. */
  readonly last?: Action["type"];
}

export type HistoryAction = Action | { readonly type: "undo" } | { readonly type: "redo" };

export function startHistory(view: ViewState): History {
  return { past: [], view, future: [] };
}

/** The theme, the search box and the camera stay as they are when the reader goes back. */
function revisit(old: ViewState, current: ViewState): ViewState {
  return { ...old, theme: current.theme, query: current.query, camera: current.camera, hover: null };
}

/** The view and its past after an action; at most 100 steps back are kept. */
export function reduceHistory(history: History, action: HistoryAction): History {
  const { past, view, future } = history;
  if (action.type === "undo") {
    if (past.length === 0) return history;
    return { past: past.slice(0, -1), view: revisit(past.at(-1)!, view), future: [view, ...future] };
  }
  if (action.type === "redo") {
    if (future.length === 0) return history;
    return { past: [...past, view], view: revisit(future[0]!, view), future: future.slice(1) };
  }
  const next = reduceView(view, action);
  if (next === view) return history;
  if (PASSING.has(action.type)) return { ...history, view: next };
  const goesOn = SLIDING.has(action.type) && history.last === action.type;
  return { past: goesOn ? past : [...past, view].slice(-STEPS), view: next, future: [], last: action.type };
}
