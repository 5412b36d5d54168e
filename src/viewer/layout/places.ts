import type { Visible } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { Place, ViewState } from "../state/view-state.ts";
import { layoutCircle } from "./circle.ts";
import { layoutStances, MOST_ACTORS } from "./stance-aware.ts";

/**
 * Where every actor stands in a layout, in the graph's own coordinates and without the reader's pins. What the layout
 * does not place, such as hidden actors, stands where the graph was built.
 */
export function findPlaces(
  graph: StanceGraph,
  visible: Visible,
  { layout, places }: Pick<ViewState, "layout" | "places">,
): Map<string, Place> {
  const laid = layOut(graph, visible, layout);
  const found = new Map<string, Place>();
  graph.forEachNode((key, { x, y }) => {
    const forced = layout === "forces" && Object.hasOwn(places, key) ? places[key] : undefined;
    const place = laid?.get(key) ?? forced ?? { x, y };
    found.set(key, Number.isFinite(place.x) && Number.isFinite(place.y) ? place : { x: 0, y: 0 });
  });
  return found;
}

function layOut(graph: StanceGraph, visible: Visible, layout: ViewState["layout"]): Map<string, Place> | undefined {
  if (layout === "circle") return layoutCircle(graph, visible);
  if (layout === "stance" && visible.nodes.size <= MOST_ACTORS) return layoutStances(graph, visible);
  return undefined;
}
