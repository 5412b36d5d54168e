/**
 * Calls back with the share of the way, 0…1 and eased, once a frame until the time is over; the last call has 1. With
 * no time to spend it calls once, at once.
 *
 * @returns a function that stops it where it is
 */
export function glide(milliseconds: number, onStep: (share: number) => void): () => void {
  if (milliseconds <= 0) {
    onStep(1);
    return () => {};
  }
  let frame = 0;
  let start: number | undefined;
  const step = (now: number) => {
    start ??= now;
    const share = Math.min(1, (now - start) / milliseconds);
    onStep(share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);
    if (share < 1) frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
