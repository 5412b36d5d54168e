import type { Camera, Place } from "../state/view-state.ts";

/** The camera sees at least this much of the drawing, and at most that. */
export const LEAST_RATIO = 0.03;
export const MOST_RATIO = 3;

export function clampRatio(ratio: number): number {
  return Math.min(MOST_RATIO, Math.max(LEAST_RATIO, ratio));
}

/** The camera that shows all the given points, which are in the renderer's own frame (0…1); undefined without points. */
export function frameOf(
  points: readonly Place[],
  stage: { readonly width: number; readonly height: number },
  { leastRatio, margin }: { readonly leastRatio: number; readonly margin: number },
): Camera | undefined {
  if (points.length === 0) return undefined;
  const [left, right] = extent(points.map(({ x }) => x));
  const [low, high] = extent(points.map(({ y }) => y));
  // The camera's ratio counts in the shorter side of the screen.
  const side = Math.min(stage.width, stage.height);
  const ratio =
    Math.max(((right - left) * side) / stage.width, ((high - low) * side) / stage.height, leastRatio) * margin;
  return { x: (left + right) / 2, y: (low + high) / 2, ratio: clampRatio(ratio) };
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
