export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line as drawn: a quadratic curve on screen from `from` by `bend` to `to`. */
export interface Curve {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  readonly bend: number;
}

/** The control point of a curve. On screen y points down; a positive bend lies to the left as seen on the way. */
export function controlPoint({ from, to, bend }: Omit<Curve, "key">): Point {
  return {
    x: (from.x + to.x) / 2 + (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 - (to.x - from.x) * bend,
  };
}

/** The point at `t` (0…1) of the way. */
export function pointAt(curve: Omit<Curve, "key">, t: number): Point {
  const control = controlPoint(curve);
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return {
    x: a * curve.from.x + b * control.x + c * curve.to.x,
    y: a * curve.from.y + b * control.y + c * curve.to.y,
  };
}
