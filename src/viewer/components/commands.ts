import type { Answer } from "../model/questions.ts";
import type { ViewStore } from "../state/store.ts";
import { INITIAL_VIEW } from "../state/view-state.ts";
import type { Deed } from "./actor-actions.ts";
import { actorDeeds, choiceDeeds } from "./actor-actions.ts";
import type { Workbench } from "./context.ts";
import { startTour } from "./tour-memory.ts";

/** Everything that can be done now, for the command palette: first what concerns the actors that are chosen. */
export function listCommands(desk: Workbench, store: ViewStore): Deed[] {
  const { selection, marked, theme, groups } = store.getView();
  const chosen =
    marked.length > 1
      ? choiceDeeds(desk, store, marked)
      : selection?.kind === "node"
        ? actorDeeds(desk, store, selection.key).slice(1)
        : [];
  const layout = (name: "built" | "stance" | "circle") => () => {
    store.dispatch({ type: "show-page", page: "graph" });
    store.dispatch({ type: "set-layout", layout: name, places: {} });
  };
  return [
    ...chosen.map((deed) => ({ ...deed, id: `chosen ${deed.id}` })),
    {
      id: "all",
      label: "Choose all actors shown",
      icon: "check",
      run: () => store.dispatch({ type: "mark", keys: [...desk.visible.nodes] }),
    },
    {
      id: "invert",
      label: "Choose the others instead",
      icon: "check",
      run: () => {
        const before = new Set(store.getView().marked);
        store.dispatch({ type: "mark", keys: [...desk.visible.nodes].filter((key) => !before.has(key)) });
      },
    },
    { id: "fit", label: "Show the whole graph", icon: "fit", key: "v", run: () => desk.drawing.current?.fit() },
    {
      id: "reset",
      label: "Take all filters off",
      icon: "filter",
      run: () => store.dispatch({ type: "reset-filters" }),
    },
    {
      id: "path",
      label: "Find the way between two actors",
      icon: "path",
      run: () =>
        store.dispatch({ type: "find-path", path: { from: "", to: "", directed: false, over: "all", nth: 0 } }),
    },
    { id: "built", label: "Arrange as it was built", icon: "arrange", run: layout("built") },
    { id: "stance", label: "Arrange allies near, opponents apart", icon: "arrange", run: layout("stance") },
    { id: "circle", label: "Arrange on a circle", icon: "arrange", run: layout("circle") },
    {
      id: "groups",
      label: groups ? "Take the rings off groups" : "Ring groups that hang together",
      icon: "arrange",
      key: "g",
      run: () => store.dispatch({ type: "set-groups", shown: !groups }),
    },
    { id: "undo", label: "Undo", icon: "undo", key: "Ctrl Z", run: () => store.dispatch({ type: "undo" }) },
    { id: "redo", label: "Redo", icon: "redo", key: "Ctrl Shift Z", run: () => store.dispatch({ type: "redo" }) },
    {
      id: "theme",
      label: theme === "dark" ? "Light colours" : "Dark colours",
      icon: theme === "dark" ? "light" : "dark",
      run: () => store.dispatch({ type: "set-theme", theme: theme === "dark" ? "light" : "dark" }),
    },
    { id: "views", label: "Saved views", icon: "bookmark", run: () => desk.show("views") },
    { id: "link", label: "Copy a link to this view", icon: "link", run: () => void copyLink(desk) },
    { id: "keys", label: "Keys and mouse", icon: "help", key: "?", run: () => desk.show("keys") },
    { id: "tour", label: "Show me around", icon: "help", run: startTour },
    {
      id: "start",
      label: "Start over",
      icon: "undo",
      run: () => {
        store.dispatch({ type: "reset-filters" });
        store.dispatch({ type: "show-page", page: INITIAL_VIEW.page });
        store.dispatch({ type: "clear-selection" });
      },
    },
  ];
}

async function copyLink(desk: Workbench): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    desk.announce("The link is copied.");
  } catch {
    desk.announce("The browser does not let this page copy. The address bar holds the link.");
  }
}

/** Does what a question asked for. Each answer starts from all filters off, so that it shows what it says. */
export function applyAnswer(answer: Answer, desk: Workbench, store: ViewStore): void {
  if (answer.compare) {
    const [left, right] = answer.compare;
    store.dispatch({ type: "show-page", page: "compare", options: { left, right } });
    return;
  }
  if (answer.filters) {
    if (!answer.path) store.dispatch({ type: "reset-filters" });
    store.dispatch({ type: "narrow", filters: answer.filters });
  }
  if (answer.path) store.dispatch({ type: "find-path", path: answer.path });
  desk.announce(answer.words);
}
