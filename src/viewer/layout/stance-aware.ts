import { createRandom } from "../../core/index.ts";
import type { Visible } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { Place } from "../state/view-state.ts";
import { findSignedTies } from "./signed-ties.ts";

/** Above these the forces would hold the page up for seconds. */
export const MOST_ACTORS = 5_000;

/** The distance that two actors without a tie keep, in the graph's units, which are about pixels. */
const SPACING = 56;
const MOST_WEIGHT = 4;

/**
 * Allies near, opponents apart: the spring layout of Fruchterman and Reingold (1991) with signed springs. Support and
 * agreement pull, opposition and disagreement push beyond what all actors push each other, and a weak pull to the
 * middle keeps the whole together. Repulsion without a tie reaches three spacings (their grid variant), so that time
 * grows with the actors, not with their square. It starts from the built layout and a seeded shake: the same view
 * always gives the same places.
 */
export function layoutStances(graph: StanceGraph, visible: Visible, { rounds = 300 } = {}): Map<string, Place> {
  const keys = [...visible.nodes];
  const index = new Map(keys.map((key, at) => [key, at]));
  const random = createRandom(1);
  const side = SPACING * Math.sqrt(Math.max(1, keys.length));
  const { xs, ys } = startPlaces(graph, keys, side, random);
  const ties = findSignedTies(graph, visible).map(({ from, to, weight }) => ({
    a: index.get(from)!,
    b: index.get(to)!,
    weight: Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, weight)),
  }));
  const [dx, dy] = [new Float64Array(keys.length), new Float64Array(keys.length)];
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
    repelNear(xs, ys, (a, b) => push(a, b, (distance) => (SPACING * SPACING) / distance));
    for (const { a, b, weight } of ties) {
      if (weight > 0) push(a, b, (distance) => (-weight * distance * distance) / (4 * SPACING));
      else push(a, b, (distance) => (-weight * 12 * SPACING * SPACING) / distance);
    }
    const heat = (side / 8) * (1 - round / rounds) ** 1.5 + 0.5;
    for (let at = 0; at < keys.length; at++) {
      dx[at]! -= xs[at]! * 0.12;
      dy[at]! -= ys[at]! * 0.12;
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

/** Calls back for every two points that are at most three spacings apart, found by a grid. */
function repelNear(xs: Float64Array, ys: Float64Array, push: (a: number, b: number) => void): void {
  const reach = 3 * SPACING;
  const cells = new Map<number, number[]>();
  const cellOf = (value: number) => Math.floor(value / reach) + 50_000;
  for (let at = 0; at < xs.length; at++) {
    const [column, row] = [cellOf(xs[at]!), cellOf(ys[at]!)];
    for (let left = column - 1; left <= column + 1; left++) {
      for (let top = row - 1; top <= row + 1; top++) {
        for (const other of cells.get(left * 100_000 + top) ?? []) {
          if (Math.abs(xs[at]! - xs[other]!) < reach && Math.abs(ys[at]! - ys[other]!) < reach) push(at, other);
        }
      }
    }
    const cell = column * 100_000 + row;
    const members = cells.get(cell);
    if (members) members.push(at);
    else cells.set(cell, [at]);
  }
}
