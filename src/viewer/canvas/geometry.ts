import { type Curve, controlPoint, type Point, pointAt } from "../../export/index.ts";

export { type Curve, controlPoint, type Point, pointAt };

function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}

/** How far the point lies from the curve, measured on a polyline of 16 pieces. */
export function distanceToCurve(point: Point, curve: Omit<Curve, "key">): number {
  let best = Number.POSITIVE_INFINITY;
  let previous: Point = curve.from;
  for (let piece = 1; piece <= 16; piece++) {
    const next = pointAt(curve, piece / 16);
    best = Math.min(best, distanceToSegment(point, previous, next));
    previous = next;
  }
  return best;
}

/** The curve that is nearest to the point and at most `tolerance` pixels away. */
export function findNearestCurve(point: Point, curves: Iterable<Curve>, tolerance: number): string | undefined {
  let best: string | undefined;
  let least = tolerance;
  for (const curve of curves) {
    const { from, to } = curve;
    const control = controlPoint(curve);
    if (point.x < Math.min(from.x, to.x, control.x) - least || point.x > Math.max(from.x, to.x, control.x) + least)
      continue;
    if (point.y < Math.min(from.y, to.y, control.y) - least || point.y > Math.max(from.y, to.y, control.y) + least)
      continue;
    const distance = distanceToCurve(point, curve);
    if (distance <= least) [best, least] = [curve.key, distance];
  }
  return best;
}

export type Direction = "left" | "right" | "up" | "down";

/** The nearest of the points in a direction, those straight ahead before those aside; undefined where there is none. */
export function findTowards(
  from: Point,
  direction: Direction,
  points: Iterable<readonly [string, Point]>,
): string | undefined {
  const [ux, uy] = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction] as [number, number];
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [key, { x, y }] of points) {
    const ahead = (x - from.x) * ux + (y - from.y) * uy;
    const aside = Math.abs((x - from.x) * uy) + Math.abs((y - from.y) * ux);
    if (ahead <= 0.5 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) [best, least] = [key, cost];
  }
  return best;
}
