/** A tree of items: a leaf is one of them. */
interface Cluster {
  readonly leaves: readonly number[];
  readonly parts?: readonly [Cluster, Cluster];
}

/** The distance between two of the items 0 … count − 1: symmetric, not negative. */
export type Distance = (a: number, b: number) => number;

/** 1 minus the cosine: 0 for the same direction, 2 for the opposite, 1 where either is all zeros. */
export function cosineDistance(a: readonly number[], b: readonly number[]): number {
  let [product, lengthA, lengthB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!;
    lengthA += a[i]! * a[i]!;
    lengthB += b[i]! * b[i]!;
  }
  if (lengthA === 0 || lengthB === 0) return 1;
  return Math.max(0, 1 - product / Math.sqrt(lengthA * lengthB));
}

/**
 * Puts items in a row so that like stands by like: average-linkage clustering, then the order of its leaves that makes
 * the sum of distances between neighbours least, of all orders that the tree allows.
 *
 * Bar-Joseph, Gifford and Jaakkola, "Fast optimal leaf ordering for hierarchical clustering", Bioinformatics 17 (2001).
 * The same distances give the same order; which end comes first is for the caller to choose. Time grows with the cube
 * of `count`: a tenth of a second at 200.
 *
 * @returns the items 0 … count − 1, each once
 */
export function seriate(count: number, distance: Distance): number[] {
  if (count < 3) return Array.from({ length: count }, (_, i) => i);
  const table = new Float64Array(count * count);
  for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) table[i * count + j] = distance(i, j);
  return orderLeaves(clusterItems(count, table), count, table);
}

/** Joins the two nearest clusters until one is left; nearness is the mean over all pairs (UPGMA). */
function clusterItems(count: number, table: Float64Array): Cluster {
  const between = table.slice();
  const clusters: (Cluster | undefined)[] = Array.from({ length: count }, (_, i) => ({ leaves: [i] }));
  for (let joins = 1; joins < count; joins++) {
    let [a, b, least] = [-1, -1, Number.POSITIVE_INFINITY];
    for (let i = 0; i < count; i++) {
      if (!clusters[i]) continue;
      for (let j = i + 1; j < count; j++) {
        if (!clusters[j] || between[i * count + j]! >= least) continue;
        [a, b, least] = [i, j, between[i * count + j]!];
      }
    }
    const [left, right] = [clusters[a]!, clusters[b]!];
    const [m, n] = [left.leaves.length, right.leaves.length];
    for (let k = 0; k < count; k++) {
      const mean = (between[a * count + k]! * m + between[b * count + k]! * n) / (m + n);
      between[a * count + k] = mean;
      between[k * count + a] = mean;
    }
    clusters[a] = { leaves: [...left.leaves, ...right.leaves], parts: [left, right] };
    clusters[b] = undefined;
  }
  return clusters[0]!;
}

function orderLeaves(root: Cluster, count: number, table: Float64Array): number[] {
  // cost[i, j]: the least sum for the smallest cluster that holds both, with i at its left end and j at its right.
  const cost = new Float64Array(count * count);
  // Where the two parts meet in that order: the last item of the part of i, the first of the part of j.
  const lastOfLeft = new Int32Array(count * count);
  const firstOfRight = new Int32Array(count * count);

  /** The items that may stand at the other end of a cluster when `end` stands at one. */
  const otherEnds = ({ leaves, parts }: Cluster, end: number): readonly number[] =>
    !parts ? leaves : parts[0].leaves.includes(end) ? parts[1].leaves : parts[0].leaves;

  const fill = ({ parts }: Cluster): void => {
    if (!parts) return;
    const [left, right] = parts;
    fill(left);
    fill(right);
    const ends = new Map(right.leaves.map((j) => [j, otherEnds(right, j)]));
    for (const i of left.leaves) {
      const inner = otherEnds(left, i);
      const reach = new Map<number, { sum: number; via: number }>();
      for (const l of right.leaves) {
        let best = { sum: Number.POSITIVE_INFINITY, via: i };
        for (const k of inner) {
          const sum = cost[i * count + k]! + table[k * count + l]!;
          if (sum < best.sum) best = { sum, via: k };
        }
        reach.set(l, best);
      }
      for (const j of right.leaves) {
        let best = Number.POSITIVE_INFINITY;
        for (const l of ends.get(j)!) {
          const { sum, via } = reach.get(l)!;
          const all = sum + cost[l * count + j]!;
          if (all >= best) continue;
          best = all;
          for (const [at, k, first] of [
            [i * count + j, via, l],
            [j * count + i, l, via],
          ] as const) {
            cost[at] = all;
            lastOfLeft[at] = k;
            firstOfRight[at] = first;
          }
        }
      }
    }
  };

  const write = ({ parts }: Cluster, i: number, j: number, order: number[]): void => {
    if (!parts) return void order.push(i);
    const [left, right] = parts[0].leaves.includes(i) ? parts : [parts[1], parts[0]];
    write(left, i, lastOfLeft[i * count + j]!, order);
    write(right, firstOfRight[i * count + j]!, j, order);
  };

  fill(root);
  let [i, j, least] = [0, 0, Number.POSITIVE_INFINITY];
  for (const a of root.parts![0].leaves) {
    for (const b of root.parts![1].leaves) {
      if (cost[a * count + b]! < least) [i, j, least] = [a, b, cost[a * count + b]!];
    }
  }
  const order: number[] = [];
  write(root, i, j, order);
  return order;
}
