export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const GAP = 1.06;
const STEPS = 48;

/**
 * Packs circles around the first one, each as near to the middle as it can stand without touching another. Greedy: give
 * the large ones first. The places are tried on rings about the middle, so that equal input gives equal output.
 */
export function packCircles(radii: readonly number[]): Circle[] {
  const placed: Circle[] = [];
  for (const given of radii) {
    const radius = given * GAP;
    placed.push({ ...findPlace(radius, placed), radius });
  }
  return placed;
}

function findPlace(radius: number, placed: readonly Circle[]): { x: number; y: number } {
  if (placed.length === 0) return { x: 0, y: 0 };
  // Touching one circle is the nearest that a place can be, so only such places are tried.
  let best: { x: number; y: number; distance: number } | undefined;
  for (const host of placed.slice(-200)) {
    const reach = host.radius + radius;
    for (let step = 0; step < STEPS; step++) {
      const angle = (2 * Math.PI * step) / STEPS;
      const x = host.x + Math.cos(angle) * reach;
      const y = host.y + Math.sin(angle) * reach;
      // Screens are wider than high.
      const distance = Math.hypot(x * 0.8, y);
      if (best && distance >= best.distance) continue;
      if (placed.every((other) => Math.hypot(other.x - x, other.y - y) >= other.radius + radius - 1e-6))
        best = { x, y, distance };
    }
  }
  return best ?? { x: 0, y: Math.max(...placed.map((circle) => circle.y + circle.radius)) + radius };
}
