import type { Point } from "./curve.ts";

export interface LabelRequest {
  readonly key: string;
  readonly text: string;
  readonly at: Point;
  readonly radius: number;
  readonly fontSize: number;
  /** Higher is placed first. */
  readonly importance: number;
  /** Placed even where it covers others. */
  readonly forced: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedLabel extends LabelRequest {
  readonly box: Box;
  readonly side: Side;
}

export const SIDES = ["right", "left", "below", "above"] as const;
export type Side = (typeof SIDES)[number];

const GAP = 4;

function boxAt({ at, radius, fontSize }: LabelRequest, width: number, side: Side): Box {
  const height = fontSize * 1.25;
  const reach = radius + GAP;
  const left = side === "right" ? at.x + reach : side === "left" ? at.x - reach - width : at.x - width / 2;
  const top = side === "below" ? at.y + reach - 1 : side === "above" ? at.y - reach - height + 1 : at.y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a disc must stay clear of a label: small ones give way to the names of those that matter more. */
function outranks(disc: { key: string; importance: number }, label: LabelRequest): boolean {
  return disc.key !== label.key && 3 * disc.importance >= label.importance;
}

/**
 * Chooses a side for as many labels as fit on the stage without covering one another or a node that matters, the most important
 * first (greedy point-feature labelling). A label keeps the side it had, given in `sides`, as long as that side is free, so that
 * labels do not jump while the reader zooms. `sides` is updated.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  measure: (text: string, fontSize: number) => number,
  sides: Map<string, Side>,
  stage: { readonly width: number; readonly height: number },
): PlacedLabel[] {
  const discs = requests.map(({ key, at, radius, importance }) => ({
    key,
    importance,
    box: { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius },
  }));
  const placed: PlacedLabel[] = [];
  const order = [...requests].sort((a, b) => Number(b.forced) - Number(a.forced) || b.importance - a.importance);
  for (const request of order) {
    const width = measure(request.text, request.fontSize);
    const former = sides.get(request.key);
    const candidates = former ? [former, ...SIDES.filter((side) => side !== former)] : SIDES;
    const free = candidates.find((side) => {
      const box = boxAt(request, width, side);
      if (box.left < 0 || box.top < 0 || box.right > stage.width || box.bottom > stage.height) return false;
      const hitsLabel = placed.some((other) => overlap(box, other.box));
      return !hitsLabel && !discs.some((disc) => outranks(disc, request) && overlap(box, disc.box));
    });
    const side = free ?? (request.forced ? (former ?? "right") : undefined);
    if (!side) continue;
    sides.set(request.key, side);
    placed.push({ ...request, side, box: boxAt(request, width, side) });
  }
  return placed;
}
