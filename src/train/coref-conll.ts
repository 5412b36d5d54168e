/** Chains of one document as sets of mentions; a mention is any number, the same on both sides. */
export type Chains = readonly (readonly number[])[];

/** Sums from which precision and recall of one measure follow. */
interface Sums {
  recall: number;
  recallOf: number;
  precision: number;
  precisionOf: number;
}

/** The three measures whose mean is the CoNLL score, summed over documents. */
export interface ConllCounts {
  readonly muc: Sums;
  readonly bCubed: Sums;
  readonly ceafE: Sums;
}

export function createConllCounts(): ConllCounts {
  const sums = (): Sums => ({ recall: 0, recallOf: 0, precision: 0, precisionOf: 0 });
  return { muc: sums(), bCubed: sums(), ceafE: sums() };
}

/**
 * Adds one document: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and entity-based CEAF (Luo 2005), as the
 * CoNLL-2012 shared task counts them. No mention may be in two chains of one side.
 */
export function addConll(gold: Chains, found: Chains, counts: ConllCounts): void {
  const goldOf = indexMentions(gold);
  const foundOf = indexMentions(found);
  add(counts.muc, mucOf(gold, foundOf), mucOf(found, goldOf));
  add(counts.bCubed, bCubedOf(gold, foundOf), bCubedOf(found, goldOf));
  const alignment = bestAlignment(gold, found, foundOf);
  add(counts.ceafE, [alignment, gold.length], [alignment, found.length]);
}

/** The mean of the three measures' F1, 0…1. */
export function conllF1({ muc, bCubed, ceafE }: ConllCounts): number {
  return (f1Of(muc) + f1Of(bCubed) + f1Of(ceafE)) / 3;
}

type Part = readonly [sum: number, of: number];

function add(sums: Sums, recall: Part, precision: Part): void {
  sums.recall += recall[0];
  sums.recallOf += recall[1];
  sums.precision += precision[0];
  sums.precisionOf += precision[1];
}

function f1Of({ recall, recallOf, precision, precisionOf }: Sums): number {
  const r = recall / Math.max(1, recallOf);
  const p = precision / Math.max(1, precisionOf);
  return r + p === 0 ? 0 : (2 * r * p) / (r + p);
}

function indexMentions(chains: Chains): Map<number, number> {
  return new Map(chains.flatMap((chain, c) => chain.map((mention) => [mention, c] as const)));
}

/** Links that the other side keeps: a chain of n mentions has n - 1, less one for each part that it falls into. */
function mucOf(chains: Chains, other: ReadonlyMap<number, number>): Part {
  let kept = 0;
  let all = 0;
  for (const chain of chains) {
    const parts = new Set(chain.map((mention) => other.get(mention) ?? `alone ${mention}`));
    kept += chain.length - parts.size;
    all += chain.length - 1;
  }
  return [kept, all];
}

/** For every mention, the share of its chain that the other side puts together with it. */
function bCubedOf(chains: Chains, other: ReadonlyMap<number, number>): Part {
  let sum = 0;
  let mentions = 0;
  for (const chain of chains) {
    const sizes = countShared(chain, other);
    for (const size of sizes.values()) sum += size ** 2 / chain.length;
    mentions += chain.length;
  }
  return [sum, mentions];
}

/** How many mentions of a chain lie in each chain of the other side. */
function countShared(chain: readonly number[], other: ReadonlyMap<number, number>): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const mention of chain) {
    const c = other.get(mention);
    if (c !== undefined) sizes.set(c, (sizes.get(c) ?? 0) + 1);
  }
  return sizes;
}

/** The greatest total similarity of a one-to-one alignment of chains, similarity being the Dice coefficient. */
function bestAlignment(gold: Chains, found: Chains, foundOf: ReadonlyMap<number, number>): number {
  const size = Math.max(gold.length, found.length);
  const similarity = Array.from({ length: size }, () => new Float64Array(size));
  for (const [g, chain] of gold.entries()) {
    for (const [f, shared] of countShared(chain, foundOf)) {
      similarity[g]![f] = (2 * shared) / (chain.length + found[f]!.length);
    }
  }
  return assign(similarity);
}

/**
 * The greatest sum of one entry in each row and column of a square matrix: the Hungarian method with potentials, in
 * time cubic in the rows (Kuhn 1955; Jonker and Volgenant 1987).
 */
function assign(matrix: readonly Float64Array[]): number {
  const n = matrix.length;
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(n + 1);
  // Row matched to each column, counted from 1; 0 is none, and column 0 holds the row that is being placed.
  const rowOf = new Int32Array(n + 1);
  for (let row = 1; row <= n; row++) {
    rowOf[0] = row;
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(n + 1);
    const done = new Uint8Array(n + 1);
    let column = 0;
    while (rowOf[column] !== 0) {
      done[column] = 1;
      const r = rowOf[column]!;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let c = 1; c <= n; c++) {
        if (done[c]) continue;
        const reduced = -matrix[r - 1]![c - 1]! - rowPotential[r]! - columnPotential[c]!;
        if (reduced < least[c]!) {
          least[c] = reduced;
          cameFrom[c] = column;
        }
        if (least[c]! < step) {
          step = least[c]!;
          next = c;
        }
      }
      for (let c = 0; c <= n; c++) {
        if (done[c]) {
          rowPotential[rowOf[c]!]! += step;
          columnPotential[c]! -= step;
        } else least[c]! -= step;
      }
      column = next;
    }
    for (; column !== 0; column = cameFrom[column]!) rowOf[column] = rowOf[cameFrom[column]!]!;
  }
  let sum = 0;
  for (let c = 1; c <= n; c++) if (rowOf[c] !== 0) sum += matrix[rowOf[c]! - 1]![c - 1]!;
  return sum;
}
