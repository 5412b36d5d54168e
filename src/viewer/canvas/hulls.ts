import type { Point } from "./geometry.ts";

/**
 * The corners of the smallest convex shape that holds all points, in order (Andrew's monotone chain, 1979). Points on
 * a side are left out; of up to two points, the points themselves.
 */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const turn = (o: Point, a: Point, b: Point) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  const half = (line: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of line) {
      while (chain.length >= 2 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** Draws soft shapes round groups of actors, under everything else. */
export function drawHulls(
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
  groups: readonly (readonly Point[])[],
  colors: { readonly fill: string; readonly line: string },
): void {
  context.clearRect(0, 0, size.width, size.height);
  context.lineJoin = "round";
  for (const group of groups) {
    const hull = convexHull(group);
    if (hull.length < 2) continue;
    context.beginPath();
    for (const { x, y } of hull) context.lineTo(x, y);
    context.closePath();
    // A wide line with round joints makes a margin and soft corners: first the rim, then the inside over it.
    context.lineWidth = 46;
    context.strokeStyle = colors.line;
    context.stroke();
    context.lineWidth = 43;
    context.strokeStyle = colors.fill;
    context.fillStyle = colors.fill;
    context.stroke();
    context.fill();
  }
}
