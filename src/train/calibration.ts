/** One decision: how sure the model was that it is right, and whether it was. */
export interface Decision {
  /** 0…1 */
  readonly probability: number;
  readonly correct: boolean;
}

/**
 * Expected calibration error: the decisions are put in bins of equal width by their probability, and the distance
 * between a bin's mean probability and its share of right ones is averaged over all decisions (Guo et al. 2017).
 * 0 is perfect, 1 the worst; no decisions give 0.
 *
 * @example expectedCalibrationError([{ probability: 0.75, correct: true }, { probability: 0.75, correct: false }]) // => 0.25
 */
export function expectedCalibrationError(decisions: readonly Decision[], bins = 10): number {
  // A bin's distance times its size is the distance of its sums.
  const distances = new Float64Array(bins);
  for (const { probability, correct } of decisions) {
    const bin = Math.max(0, Math.min(bins - 1, Math.floor(probability * bins)));
    distances[bin]! += probability - (correct ? 1 : 0);
  }
  return distances.reduce((sum, distance) => sum + Math.abs(distance), 0) / Math.max(1, decisions.length);
}

/** A classifier's likeliest classes as decisions; of equal probabilities the first class counts. */
export function likeliestDecisions(probabilities: readonly ArrayLike<number>[], labels: readonly number[]): Decision[] {
  return probabilities.map((p, i) => {
    let best = 0;
    for (let c = 1; c < p.length; c++) if (p[c]! > p[best]!) best = c;
    return { probability: p[best]!, correct: best === labels[i] };
  });
}

/** The decisions whose probability lies in [from, to). */
export interface ConfidenceBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly correct: number;
}

/** Decisions by their probability, in bins of equal width; empty bins are left out, and 1 falls into the last. */
export function toBins(decisions: readonly Decision[], bins = 10): ConfidenceBin[] {
  const found = Array.from({ length: bins }, (_, i) => ({ from: i / bins, to: (i + 1) / bins, count: 0, correct: 0 }));
  for (const { probability, correct } of decisions) {
    const bin = found[Math.max(0, Math.min(bins - 1, Math.floor(probability * bins)))]!;
    bin.count++;
    if (correct) bin.correct++;
  }
  return found.filter(({ count }) => count > 0);
}
