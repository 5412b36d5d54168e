import type { StanceGraph } from "./schema.ts";

interface Place {
  x: number;
  y: number;
}

/** Least distance between a newcomer and any other node, in the units of node sizes. */
const APART = 46;
/** Turns from one try to the next so that no two are alike (the golden angle). */
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Finds places for nodes that came to a graph, and moves no other: beside the middle of the placed nodes that they are
 * linked to, as near as there is room; those linked to none stand as they stood among themselves, below all others.
 *
 * @param newcomers where they stood in the graph that they come from
 */
export function placeNewcomers(graph: StanceGraph, newcomers: ReadonlyMap<string, Place>): void {
  const grid = createGrid();
  let bottom = 0;
  const placed = new Set<string>();
  graph.forEachNode((key, { x, y }) => {
    if (newcomers.has(key)) return;
    grid.add({ x, y });
    placed.add(key);
    bottom = Math.min(bottom, y);
  });
  const put = (key: string, place: Place): void => {
    graph.mergeNodeAttributes(key, { x: round(place.x), y: round(place.y) });
    grid.add(place);
    placed.add(key);
  };
  let waiting = [...newcomers.keys()];
  // Those linked to what is placed first; then those that are linked to them.
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    waiting = waiting.filter((key) => {
      const neighbors = graph.neighbors(key).filter((other) => placed.has(other));
      if (neighbors.length === 0) return true;
      const places = neighbors.map((other) => graph.getNodeAttributes(other));
      put(key, findRoom({ x: mean(places.map(({ x }) => x)), y: mean(places.map(({ y }) => y)) }, grid));
      return false;
    });
  }
  const top = Math.max(...waiting.map((key) => newcomers.get(key)!.y));
  const drop = placed.size > 0 ? bottom - 3 * APART - top : 0;
  for (const key of waiting) {
    const { x, y } = newcomers.get(key)!;
    put(key, findRoom({ x, y: y + drop }, grid));
  }
}

interface Grid {
  add(place: Place): void;
  isFree(place: Place): boolean;
}

/** Squares of the least distance: only nine of them need a look. */
function createGrid(): Grid {
  const cells = new Map<string, Place[]>();
  const cell = (value: number): number => Math.floor(value / APART);
  return {
    add(place) {
      const name = `${cell(place.x)} ${cell(place.y)}`;
      const list = cells.get(name);
      if (list) list.push(place);
      else cells.set(name, [place]);
    },
    isFree({ x, y }) {
      for (let i = -1; i <= 1; i++) {
        for (let j = -1; j <= 1; j++) {
          const near = cells.get(`${cell(x) + i} ${cell(y) + j}`) ?? [];
          if (near.some((other) => Math.hypot(other.x - x, other.y - y) < APART)) return false;
        }
      }
      return true;
    },
  };
}

/** Walks outwards on a spiral. */
function findRoom(from: Place, grid: Grid): Place {
  for (let step = 0; step < 4000; step++) {
    const radius = APART * 0.7 * Math.sqrt(step);
    const place = { x: from.x + radius * Math.cos(step * TURN), y: from.y + radius * Math.sin(step * TURN) };
    if (grid.isFree(place)) return place;
  }
  return from;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}
