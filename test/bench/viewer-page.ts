import { MultiDirectedGraph } from "graphology";
import { createRandom, ENTITY_TYPES, POLARITIES } from "../../src/core/index.ts";
import type { StanceGraph } from "../../src/graph/index.ts";
import { readPalette } from "../../src/viewer/canvas/colors.ts";
import { GraphView } from "../../src/viewer/graph-view.ts";
import { DEFAULT_FILTERS, findVisible } from "../../src/viewer/model/filters.ts";
import { INITIAL_VIEW } from "../../src/viewer/state/view-state.ts";

/** Milliseconds of the page's own work; the drawing on a machine without a graphics card comes on top. */
export interface ViewerFigures {
  readonly filter: number;
  /** From the call that makes the view to the end of its first frame. */
  readonly firstFrame: number;
  readonly refresh: number;
  readonly hover: number;
  readonly frame: number;
}

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

/** Draws a graph of a size and times what a reader waits for. */
export async function benchViewer(nodes: number, edges: number): Promise<ViewerFigures> {
  const graph = makeBenchGraph(nodes, edges);
  const timed = async (run: () => void, times: number) => {
    const taken: number[] = [];
    for (let time = 0; time < times; time++) {
      const start = performance.now();
      run();
      taken.push(performance.now() - start);
      await nextFrame();
    }
    return taken.sort((a, b) => a - b)[Math.floor(times / 2)]!;
  };
  let visible = findVisible(graph, DEFAULT_FILTERS);
  const filter = await timed(() => {
    visible = findVisible(graph, DEFAULT_FILTERS);
  }, 3);
  const container = document.getElementById("stage")!;
  const palette = readPalette(() => "#446688");
  const start = performance.now();
  const view = new GraphView(container, {
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
  const firstFrame = performance.now() - start;
  const refresh = await timed(() => view.setPalette({ ...palette }), 3);
  const keys = graph.nodes();
  let at = 0;
  const hover = await timed(() => {
    at += 37;
    view.setView({ ...INITIAL_VIEW, hover: { kind: "node", key: keys[at % keys.length]! } }, visible);
  }, 15);
  view.setView({ ...INITIAL_VIEW }, visible);
  // The work of a frame: everything that animation frames run while the camera moves.
  const frames: number[] = [];
  const original = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) =>
    original((now) => {
      const begin = performance.now();
      callback(now);
      frames.push(performance.now() - begin);
    });
  for (let turn = 0; turn < 12; turn++) {
    view.zoom(turn % 2 ? 1.2 : 1 / 1.2);
    await nextFrame();
  }
  await new Promise((done) => setTimeout(done, 300));
  window.requestAnimationFrame = original;
  const busy = frames.filter((taken) => taken > 0.2).sort((a, b) => a - b);
  view.destroy();
  return { filter, firstFrame, refresh, hover, frame: busy[Math.floor(busy.length / 2)] ?? 0 };
}

Object.assign(window, { benchViewer });
