import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import supervisor from "graphology-layout-forceatlas2/worker.js";
import type { Visible } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { Place } from "../state/view-state.ts";

// The packages are CommonJS: bundlers hand over the export, Node's resolution types a module around it.
const Supervisor = supervisor as unknown as typeof supervisor.default;

export interface Forces {
  stop(): void;
}

/**
 * Lets ForceAtlas2 go on from the places that the actors have, in a worker, until it is stopped. Only what is visible
 * takes part: the worker gets a graph of its own, since it would start over at every change of the drawn one.
 *
 * @param fixed actors that stay where they are
 * @param onPlaces called as often as the worker has news
 */
export function startForces(
  graph: StanceGraph,
  visible: Visible,
  placeOf: (key: string) => Place & { readonly size: number },
  fixed: (key: string) => boolean,
  onPlaces: (places: ReadonlyMap<string, Place>) => void,
): Forces {
  const field = new UndirectedGraph<Place & { size: number; fixed: boolean }, { weight: number }>();
  for (const key of visible.nodes) field.addNode(key, { ...placeOf(key), fixed: fixed(key) });
  for (const key of visible.edges) {
    const [source, target] = graph.extremities(key);
    if (source !== target) field.mergeEdge(source, target, { weight: 1 });
  }
  const worker = new Supervisor(field, {
    settings: { ...forceAtlas2.inferSettings(field), adjustSizes: field.order < 2_000, slowDown: 4 },
  });
  const report = () => {
    const places = new Map<string, Place>();
    field.forEachNode((key, { x, y }) => places.set(key, { x, y }));
    onPlaces(places);
  };
  field.on("eachNodeAttributesUpdated", report);
  worker.start();
  return {
    stop() {
      field.off("eachNodeAttributesUpdated", report);
      worker.kill();
    },
  };
}
