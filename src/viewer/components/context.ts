import { createContext, type RefObject, useContext } from "react";
import type { GraphDocument } from "../../graph/index.ts";
import type { GraphView } from "../graph-view.ts";
import type { Facets } from "../model/facets.ts";
import type { Visible } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { SavedView } from "../state/saved-views.ts";

export type DialogName = "palette" | "keys" | "views";

/** What every panel may read of the graph that is open. */
export interface Workbench {
  readonly graph: StanceGraph;
  readonly documents: ReadonlyMap<string, GraphDocument>;
  readonly visible: Visible;
  readonly facets: Facets;
  /** The drawing, while the graph page shows; null on other pages and where the browser cannot draw. */
  readonly drawing: RefObject<GraphView | null>;
  /** Opens one of the dialogs that can be reached from anywhere. */
  readonly show: (dialog: DialogName) => void;
  /** Whether the page is in dark colours now. */
  readonly dark: boolean;
  /** Shows another graph in place of this one, such as the same with one more text; page and filters stay. */
  readonly showGraph: (graph: StanceGraph) => void;
  /** Selects an actor or a line's evidence, brings it to the middle of the graph and opens its panel. */
  readonly open: (target: { readonly kind: "node" | "edge"; readonly key: string; readonly at?: number }) => void;
  /** The saved views that came with the link. */
  readonly sharedViews: readonly SavedView[];
  /** Says something to people who listen to the page. */
  readonly announce: (message: string) => void;
}

export const WorkbenchContext = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error("useWorkbench: expected a WorkbenchContext around the component.");
  return workbench;
}
