import type { ActorGraph, Camps } from "../../../analyse/index.ts";

/** How many pairs of actors agree, and how many are in conflict, between two camps. */
export interface CampTie {
  readonly from: number;
  readonly to: number;
  readonly agree: number;
  readonly disagree: number;
}

/** Sums the ties between the first `limit` camps; pairs of camps without any are left out. */
export function findCampTies(actors: ActorGraph, { campOf }: Camps, limit: number): CampTie[] {
  const ties = new Map<string, { from: number; to: number; agree: number; disagree: number }>();
  actors.forEachEdge((_, { weight }, a, b) => {
    const [x, y] = [campOf.get(a), campOf.get(b)];
    if (x === undefined || y === undefined || x === y || x >= limit || y >= limit) return;
    const [from, to] = x < y ? [x, y] : [y, x];
    const tie = ties.get(`${from} ${to}`) ?? { from, to, agree: 0, disagree: 0 };
    if (weight > 0) tie.agree++;
    else tie.disagree++;
    ties.set(`${from} ${to}`, tie);
  });
  return [...ties.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

export interface CampDisc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Puts the discs of camps on an ellipse inside a box, the largest at the left; area tells the number of members. */
export function placeCamps(sizes: readonly number[], width: number, height: number): CampDisc[] {
  const most = Math.max(1, ...sizes);
  const largest = Math.min(height * (sizes.length > 4 ? 0.195 : 0.24), width * 0.16);
  return sizes.map((size, index) => {
    const radius = Math.max(largest * 0.5, largest * Math.sqrt(size / most));
    if (sizes.length === 1) return { x: width / 2, y: height / 2, radius };
    const turn = Math.PI - (index / sizes.length) * 2 * Math.PI;
    const reachX = width / 2 - largest - 24;
    const reachY = sizes.length === 2 ? 0 : height / 2 - largest - 4;
    return { x: width / 2 + Math.cos(turn) * reachX, y: height / 2 - Math.sin(turn) * reachY, radius };
  });
}

/** "Camp A", "Camp B", … */
export function campName(index: number): string {
  return `Camp ${index < 26 ? String.fromCharCode(65 + index) : index + 1}`;
}
