/** The word and its heads up to the root; the heads must have no cycles. */
export function chainOf(heads: Int16Array, token: number): number[] {
  const chain: number[] = [];
  for (let t = token; t >= 0 && chain.length <= heads.length; t = heads[t]!) chain.push(t);
  return chain;
}

/** Where every word stands in the tree as seen from one word. */
export interface TreePositions {
  /** Steps up from the word to the ancestor that it shares with the seen word. */
  readonly ups: Uint8Array;
  /** Steps down from that ancestor to the seen word. */
  readonly downs: Uint8Array;
  /** The last word before the shared ancestor on the side of the seen word, or -1. */
  readonly branch: Int16Array;
}

/** The positions of all words relative to the word whose heads are `chain`. */
export function positionsIn(heads: Int16Array, chain: readonly number[]): TreePositions {
  const { length } = heads;
  const ups = new Uint8Array(length);
  const downs = new Uint8Array(length);
  const branch = new Int16Array(length).fill(-1);
  const depth = new Int16Array(length).fill(-1);
  for (let i = 0; i < chain.length; i++) depth[chain[i]!] = i;
  for (let t = 0; t < length; t++) {
    let steps = 0;
    let at = t;
    while (depth[at]! < 0) {
      at = heads[at]!;
      steps++;
    }
    ups[t] = Math.min(255, steps);
    downs[t] = Math.min(255, depth[at]!);
    branch[t] = depth[at]! > 0 ? chain[depth[at]! - 1]! : -1;
  }
  return { ups, downs, branch };
}
