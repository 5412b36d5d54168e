import type Sigma from "sigma";
import { findCurvatures } from "../../export/index.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { Place } from "../state/view-state.ts";
import { extent } from "./framing.ts";
import type { Drawing } from "./looks.ts";
import type { Picture } from "./picture.ts";

/** Takes actors to places. Written without an event: a refresh follows and reads every actor once. */
export function moveTo(drawing: Drawing, places: ReadonlyMap<string, Place>): void {
  for (const [key, { x, y }] of places) {
    const look = drawing.getNodeAttributes(key);
    look.x = x;
    look.y = y;
  }
}

/** Where the actors stand now, in the graph's own coordinates, to two decimals. */
export function readPlaces(drawing: Drawing, keys: Iterable<string>): Record<string, Place> {
  const places: [string, Place][] = [];
  for (const key of keys) {
    const { x, y } = drawing.getNodeAttributes(key);
    places.push([key, { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 }]);
  }
  return Object.fromEntries(places);
}

/** Fixes the frame of the drawing, so that it stays while single actors are moved. */
export function fixExtent(sigma: Sigma, drawing: Drawing, { view, visible }: Picture): void {
  const keys = view.layout === "built" ? drawing.nodes() : [...visible.nodes];
  if (keys.length === 0) return;
  const looks = keys.map((key) => drawing.getNodeAttributes(key));
  sigma.setCustomBBox({ x: extent(looks.map(({ x }) => x)), y: extent(looks.map(({ y }) => y)) });
}

/** Bends the visible lines so that those of one pair fan out, and chooses how each is drawn. A refresh must follow. */
export function bendLines(graph: StanceGraph, drawing: Drawing, { visible, rules }: Picture): void {
  const bends = findCurvatures(graph, visible.edges);
  const lone = loneBend(bends);
  for (const [edge, bend] of bends) {
    const look = drawing.getEdgeAttributes(edge);
    look.type = rules.styleOf(bend !== lone);
    look.curvature = look.type === "arrow" || look.type === "curve" ? bend : 0;
  }
}

/** The bend of lines that share their actors with no other; the smallest there is. */
function loneBend(bends: ReadonlyMap<string, number>): number | undefined {
  let least: number | undefined;
  for (const bend of bends.values()) {
    if (bend > 0 && (least === undefined || bend < least)) least = bend;
  }
  return least;
}
