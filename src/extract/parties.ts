import type { Cluster } from "../core/index.ts";

/** Longest way from a phrase to whom it speaks for: "an aide to the head of the agency of …". */
const MOST_STEPS = 8;

/**
 * The cluster that another one speaks for in the end: itself if it has a name or speaks for nobody; -1 for -1.
 */
export function partyBehind(clusters: readonly Cluster[], cluster: number): number {
  let at = cluster;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const { named, speaksFor } = clusters[at] ?? NOBODY;
    if (named || speaksFor < 0) break;
    at = speaksFor;
  }
  return at;
}

const NOBODY = { named: false, speaksFor: -1 };
