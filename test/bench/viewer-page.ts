import { MultiDirectedGraph } from "graphology";
import { createRandom, ENTITY_TYPES, POLARITIES } from "../../src/core/index.ts";
import type { StanceGraph } from "../../src/graph/index.ts";
import { readPalette } from "../../src/viewer/canvas/colors.ts";
import { GraphView } from "../../src/viewer/graph-view.ts";
import { DEFAULT_FILTERS, findVisible } from "../../src/viewer/model/filters.ts";
import { INITIAL_VIEW } from "../../src/viewer/state/view-state.ts";

/** A made-up graph with few hubs and many small actors, the same for the same numbers. */
export function makeBenchGraph(nodes: number, edges: number): StanceGraph {
  const random = createRandom(7);
  const graph = new MultiDirectedGraph() as StanceGraph;
  graph.setAttribute("documents", [{ id: "d", date: "2031-01-02", publisher: "Bench" }]);
  const key = (at: number) => `entity:n${at}`;
  for (let at = 0; at < nodes; at++) {
    const reach = 40 * Math.sqrt(nodes);
    graph.addNode(key(at), {
      label: `Actor number ${at}`,
      entityType: ENTITY_TYPES[at % ENTITY_TYPES.length]!,
      aliases: [],
      mentions: Math.ceil(nodes / (at + 10)),
      documents: 1,
      x: (random() - 0.5) * reach,
      y: (random() - 0.5) * reach,
      size: 5 + 20 / Math.sqrt(at + 1),
      color: "#808080",
      merges: [],
    });
  }
  for (let at = 0; at < edges; at++) {
    const source = key(Math.floor(nodes * random() ** 2));
    const target = key(Math.floor(nodes * random()));
    const start = at * 60;
    const quote = `The ${at}th sentence says who stands where on what.`;
    graph.addDirectedEdgeWithKey(`e${at}`, source, target, {
      kind: "stance",
      polarity: POLARITIES[at % 3]!,
      weight: 1,
      documents: 1,
      confidence: 0.5 + random() / 2,
      firstDate: "2031-01-02",
      lastDate: "2031-01-02",
      evidence: [
        {
          docId: "d",
          start,
          end: start + quote.length,
          quote,
          source: [start, start + 3],
          cue: [],
          target: [start + 4, start + 6],
          explicit: true,
          hedged: false,
          negated: false,
          conditional: false,
          confidence: 0.8,
          reason: "",
          chain: [],
        },
      ],
    });
  }
  return graph;
}

const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

let view: GraphView | undefined;
let graph = makeBenchGraph(1, 0);
let visible = findVisible(graph, DEFAULT_FILTERS);
const palette = readPalette(() => "#446688");

/** What can be timed from outside, one thing a reader waits for each. */
const steps = {
  prepare(nodes: number, edges: number) {
    view?.destroy();
    graph = makeBenchGraph(nodes, edges);
  },
  filter() {
    visible = findVisible(graph, DEFAULT_FILTERS);
  },
  async firstFrame() {
    view = new GraphView(document.getElementById("stage")!, {
      graph,
      view: INITIAL_VIEW,
      visible,
      palette,
      reducedMotion: true,
      onAction: () => {},
      onMenu: () => {},
      onContextLost: () => {},
    });
    await nextFrame();
  },
  refresh() {
    view!.setPalette({ ...palette });
  },
  hover(turn: number) {
    const key = `entity:n${(turn * 37) % graph.order}`;
    view!.setView({ ...INITIAL_VIEW, hover: { kind: "node", key } }, visible);
  },
  rest() {
    view!.setView(INITIAL_VIEW, visible);
  },
  async frame(turn: number) {
    view!.setView({ ...INITIAL_VIEW, camera: { x: 0.5 + turn / 100, y: 0.5, ratio: 1 } }, visible);
    await nextFrame();
  },
};

export type BenchSteps = typeof steps;

Object.assign(window, { benchSteps: steps });
