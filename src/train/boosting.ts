import { createRandom } from "../core/index.ts";
import { type DecisionTree, scoreByTree, toProbabilities } from "../extract/boosted-trees.ts";

export interface BoostingExample {
  readonly features: ArrayLike<number>;
  readonly label: number;
}

export interface BoostingOptions {
  readonly rounds: number;
  /** Levels of a tree below its root. */
  readonly depth: number;
  /** What of each tree is added. */
  readonly rate: number;
  /** Least sum of second derivatives in a leaf, and what is added to it (Chen & Guestrin 2016). */
  readonly leastWeight: number;
  readonly ridge: number;
  /** Shares of examples and of features that a tree is grown from. */
  readonly rows: number;
  readonly columns: number;
  readonly seed: number;
}

export const BOOSTING_OPTIONS: BoostingOptions = {
  rounds: 200,
  depth: 3,
  rate: 0.08,
  leastWeight: 6,
  ridge: 8,
  rows: 0.7,
  columns: 0.4,
  seed: 1,
};

const MOST_BINS = 32;

/** Features cut into few bins, so that the best split is found by counting. */
interface Bins {
  /** `codes[feature][example]` */
  readonly codes: readonly Uint8Array[];
  /** Upper edges: bin b holds values below `edges[feature][b]`, the last bin the rest. */
  readonly edges: readonly (readonly number[])[];
}

/** Grows trees against the gradient of the log-loss; the same examples and options give the same trees. */
export function trainBoostedTrees(
  examples: readonly BoostingExample[],
  classCount: number,
  options: BoostingOptions,
): { bias: number[]; trees: DecisionTree[][] } {
  const random = createRandom(options.seed);
  const bins = binFeatures(examples);
  const counts = new Array<number>(classCount).fill(1);
  for (const { label } of examples) counts[label]!++;
  const bias = counts.map((count) => Math.log(count / (examples.length + classCount)));
  const scores = examples.map(() => Float64Array.from(bias));
  const trees: DecisionTree[][] = [];
  const gradient = new Float64Array(examples.length);
  const curvature = new Float64Array(examples.length);
  for (let round = 0; round < options.rounds; round++) {
    const now = scores.map((row) => toProbabilities(row.slice()));
    const grown: DecisionTree[] = [];
    for (let c = 0; c < classCount; c++) {
      examples.forEach(({ label }, i) => {
        const p = now[i]![c]!;
        gradient[i] = p - (label === c ? 1 : 0);
        curvature[i] = Math.max(1e-6, p * (1 - p));
      });
      const sample = examples.flatMap((_, i) => (random() < options.rows ? [i] : []));
      const columns = bins.codes.flatMap((_, f) => (random() < options.columns ? [f] : []));
      grown.push(growTree(bins, gradient, curvature, sample, columns, options));
    }
    examples.forEach(({ features }, i) => {
      for (let c = 0; c < classCount; c++) scores[i]![c]! += scoreByTree(grown[c]!, features);
    });
    trees.push(grown);
  }
  return { bias, trees };
}

function binFeatures(examples: readonly BoostingExample[]): Bins {
  const width = examples[0]?.features.length ?? 0;
  const codes: Uint8Array[] = [];
  const edges: number[][] = [];
  for (let f = 0; f < width; f++) {
    const values = Float64Array.from(examples, ({ features }) => features[f]!).sort();
    const distinct = [...new Set(values)];
    const cuts = new Set<number>();
    if (distinct.length <= MOST_BINS)
      for (let d = 1; d < distinct.length; d++) cuts.add(between(distinct[d - 1]!, distinct[d]!));
    else {
      // Most values of most features are 0: quantiles are taken of the others.
      const others = values.filter((value) => value !== 0);
      const next = (value: number): number => distinct[distinct.indexOf(value) - 1] ?? value;
      for (let b = 0; b < MOST_BINS - 1; b++) {
        const value = others[Math.floor((b * others.length) / (MOST_BINS - 1))]!;
        if (value !== distinct[0]) cuts.add(between(next(value), value));
      }
    }
    const sorted = [...cuts].sort((a, b) => a - b);
    edges.push(sorted);
    codes.push(Uint8Array.from(examples, ({ features }) => codeOf(sorted, features[f]!)));
  }
  return { codes, edges };
}

/** A number that parts the two and needs few digits. */
function between(low: number, high: number): number {
  const middle = (low + high) / 2;
  const short = Number(middle.toPrecision(4));
  return short > low && short <= high ? short : middle;
}

function codeOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value >= edges[bin]!) bin++;
  return bin;
}

function growTree(
  { codes, edges }: Bins,
  gradient: Float64Array,
  curvature: Float64Array,
  sample: readonly number[],
  columns: readonly number[],
  { depth, rate, leastWeight, ridge }: BoostingOptions,
): DecisionTree {
  const feature: number[] = [-1];
  const value: number[] = [0];
  const left: number[] = [-1];
  const gain = (g: number, h: number): number => (g * g) / (h + ridge);

  function grow(node: number, rows: readonly number[], levels: number): void {
    let g = 0;
    let h = 0;
    for (const i of rows) {
      g += gradient[i]!;
      h += curvature[i]!;
    }
    value[node] = Number(((-rate * g) / (h + ridge)).toPrecision(4));
    if (levels === 0 || h < 2 * leastWeight) return;
    let best = { gain: 1e-3, feature: -1, bin: -1 };
    const sumG = new Float64Array(MOST_BINS + 1);
    const sumH = new Float64Array(MOST_BINS + 1);
    for (const f of columns) {
      const size = edges[f]!.length;
      if (size === 0) continue;
      sumG.fill(0);
      sumH.fill(0);
      const column = codes[f]!;
      for (const i of rows) {
        sumG[column[i]!]! += gradient[i]!;
        sumH[column[i]!]! += curvature[i]!;
      }
      let leftG = 0;
      let leftH = 0;
      for (let b = 0; b < size; b++) {
        leftG += sumG[b]!;
        leftH += sumH[b]!;
        if (leftH < leastWeight || h - leftH < leastWeight) continue;
        const won = gain(leftG, leftH) + gain(g - leftG, h - leftH) - gain(g, h);
        if (won > best.gain) best = { gain: won, feature: f, bin: b };
      }
    }
    if (best.feature < 0) return;
    const column = codes[best.feature]!;
    const child = feature.length;
    feature.push(-1, -1);
    value.push(0, 0);
    left.push(-1, -1);
    feature[node] = best.feature;
    value[node] = edges[best.feature]![best.bin]!;
    left[node] = child;
    grow(
      child,
      rows.filter((i) => column[i]! <= best.bin),
      levels - 1,
    );
    grow(
      child + 1,
      rows.filter((i) => column[i]! > best.bin),
      levels - 1,
    );
  }

  grow(0, sample, depth);
  return { feature, value, left };
}
