export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Puts boxes on shelves, from left to right and from top to bottom, in the order given; each shelf is centred. The order
 * should be from high to low, so that little space is lost.
 *
 * @returns the middle of every box; y grows upwards
 */
export function fillShelves(boxes: readonly Box[], width: number, gap: number): { places: Place[]; height: number } {
  const places: Place[] = [];
  let top = 0;
  for (let first = 0; first < boxes.length; ) {
    let end = first + 1;
    let used = boxes[first]!.width;
    let height = boxes[first]!.height;
    while (end < boxes.length && used + gap + boxes[end]!.width <= width) {
      used += gap + boxes[end]!.width;
      height = Math.max(height, boxes[end]!.height);
      end++;
    }
    let left = -used / 2;
    for (const box of boxes.slice(first, end)) {
      places.push({ x: left + box.width / 2, y: top - height / 2 });
      left += box.width + gap;
    }
    top -= height + gap;
    first = end;
  }
  return { places, height: Math.max(0, -top - gap) };
}
