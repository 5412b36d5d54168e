import { createRandom } from "../../core/index.ts";
import type { Visible } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { Place } from "../state/view-state.ts";
import { findSignedTies } from "./signed-ties.ts";

/** Above these the forces would hold the page up for seconds. */
export const MOST_ACTORS = 5_000;

/** The distance that two actors without a tie keep, in the graph's units, which are about pixels. */
const SPACING = 60;
/** How far allies rest from each other: near, but so that their names can be read. */
const ALLIES = 1.6 * SPACING;
/** Opponents push each other as far as this. */
const OPPONENTS = 9 * SPACING;
const REACH = 4 * SPACING;
const MOST_WEIGHT = 3;

/**
 * Allies near, opponents apart: a spring layout after Fruchterman and Reingold (1991) with signed springs. Support and
 * agreement draw two actors to a short distance, opposition and disagreement push them to a long one, and a weak pull
 * to the middle keeps the whole together. All push each other off within four spacings (their grid variant), those with
 * many ties more, so that time grows with the actors and not with their square. It starts from the built layout and a
 * seeded shake: the same view always gives the same places.
 */
export function layoutStances(graph: StanceGraph, visible: Visible, { rounds = 300 } = {}): Map<string, Place> {
  const keys = [...visible.nodes];
  const index = new Map(keys.map((key, at) => [key, at]));
  const side = SPACING * Math.sqrt(Math.max(1, keys.length));
  const { xs, ys } = startPlaces(graph, keys, side, createRandom(1));
  const ties = findSignedTies(graph, visible).map(({ from, to, weight }) => ({
    a: index.get(from)!,
    b: index.get(to)!,
    weight: Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, weight)),
  }));
  const degrees = new Float64Array(keys.length).fill(1);
  for (const { a, b, weight } of ties) {
    degrees[a]! += Math.abs(weight);
    degrees[b]! += Math.abs(weight);
  }
  const bulk = degrees.map((degree) => 1 + 0.35 * Math.log2(degree));
  const [dx, dy] = [new Float64Array(keys.length), new Float64Array(keys.length)];
  /** Moves two points apart by a force, or together where it is negative. */
  const push = (a: number, b: number, force: (distance: number) => number) => {
    const [x, y] = [xs[a]! - xs[b]!, ys[a]! - ys[b]!];
    const distance = Math.max(1, Math.hypot(x, y));
    const share = force(distance) / distance;
    dx[a]! += x * share;
    dy[a]! += y * share;
    dx[b]! -= x * share;
    dy[b]! -= y * share;
  };
  for (let round = 0; round < rounds; round++) {
    dx.fill(0);
    dy.fill(0);
    repelNear(xs, ys, (a, b) => push(a, b, (distance) => (SPACING * SPACING * bulk[a]! * bulk[b]!) / distance));
    for (const { a, b, weight } of ties) {
      // The many ties of a hub share its pull, or it would draw everybody into one heap.
      const pull = (0.9 * Math.abs(weight)) / Math.sqrt(Math.min(degrees[a]!, degrees[b]!));
      if (weight > 0) push(a, b, (distance) => -pull * Math.max(0, distance - ALLIES));
      else push(a, b, (distance) => pull * Math.max(0, OPPONENTS - distance) * 0.5);
    }
    const heat = (side / 10) * (1 - round / rounds) ** 1.5 + 0.5;
    for (let at = 0; at < keys.length; at++) {
      // Screens are wider than high: the pull to the middle is weaker across.
      dx[at]! -= xs[at]! * 0.1;
      dy[at]! -= ys[at]! * 0.22;
      const length = Math.hypot(dx[at]!, dy[at]!);
      const step = length > heat ? heat / length : 1;
      xs[at]! += dx[at]! * step;
      ys[at]! += dy[at]! * step;
    }
  }
  return new Map(keys.map((key, at) => [key, { x: xs[at]!, y: ys[at]! }]));
}

/** The built places, scaled to the side of the new square, each a little off so that no two coincide. */
function startPlaces(graph: StanceGraph, keys: readonly string[], side: number, random: () => number) {
  const places = keys.map((key) => graph.getNodeAttributes(key));
  const reach = places.reduce((most, { x, y }) => Math.max(most, Math.abs(x) || 0, Math.abs(y) || 0), 1);
  const scale = side / 2 / reach;
  const shake = () => (random() - 0.5) * SPACING;
  return {
    xs: Float64Array.from(places, ({ x }) => (x || 0) * scale + shake()),
    ys: Float64Array.from(places, ({ y }) => (y || 0) * scale + shake()),
  };
}

/** Calls back for every two points within reach of each other, found by a grid. */
function repelNear(xs: Float64Array, ys: Float64Array, push: (a: number, b: number) => void): void {
  const cells = new Map<number, number[]>();
  const cellOf = (value: number) => Math.floor(value / REACH) + 50_000;
  for (let at = 0; at < xs.length; at++) {
    const [column, row] = [cellOf(xs[at]!), cellOf(ys[at]!)];
    for (let left = column - 1; left <= column + 1; left++) {
      for (let top = row - 1; top <= row + 1; top++) {
        for (const other of cells.get(left * 100_000 + top) ?? []) {
          if ((xs[at]! - xs[other]!) ** 2 + (ys[at]! - ys[other]!) ** 2 < REACH * REACH) push(at, other);
        }
      }
    }
    const cell = column * 100_000 + row;
    const members = cells.get(cell);
    if (members) members.push(at);
    else cells.set(cell, [at]);
  }
}
