import type { Place } from "../state/view-state.ts";

/** The camera sees at least this much of the drawing, and at most that. */
export const LEAST_RATIO = 0.03;
export const MOST_RATIO = 3;

export function clampRatio(ratio: number): number {
  return Math.min(MOST_RATIO, Math.max(LEAST_RATIO, ratio));
}

export interface Frame {
  /** The point on screen that moves to the middle. */
  readonly middle: Place;
  readonly ratio: number;
}

/**
 * How the camera must move so that points, given as they are on screen now, fill the stage.
 *
 * @param ratio of the camera now; the new one is in proportion
 * @param options.padding kept free on every side, in pixels: discs and names reach beyond their points
 * @param options.leastRatio the camera comes no nearer than this
 * @returns undefined without points
 */
export function frameOf(
  points: readonly Place[],
  stage: { readonly width: number; readonly height: number },
  ratio: number,
  { padding, leastRatio }: { readonly padding: number; readonly leastRatio: number },
): Frame | undefined {
  if (points.length === 0) return undefined;
  const [left, right] = extent(points.map(({ x }) => x));
  const [top, bottom] = extent(points.map(({ y }) => y));
  const room = (side: number) => Math.max(side / 3, side - 2 * padding);
  const change = Math.max((right - left) / room(stage.width), (bottom - top) / room(stage.height));
  return {
    middle: { x: (left + right) / 2, y: (top + bottom) / 2 },
    ratio: clampRatio(Math.max(ratio * change, leastRatio)),
  };
}

/** The least and the greatest of some values, which are not spread into arguments since there may be many. */
export function extent(values: readonly number[]): [number, number] {
  let [least, most] = [values[0]!, values[0]!];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** Discs and margins shrink on a small stage. */
export function scaleOf(width: number, height: number): number {
  return Math.min(1, Math.max(0.5, Math.min(width, height) / 640));
}
