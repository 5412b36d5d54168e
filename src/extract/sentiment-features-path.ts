import type { SeenMention, SentimentView } from "./sentiment-features-context.ts";

/** The way from one word to another through the tree. */
export interface TreePath {
  /** From the first word up to, not including, the lowest common ancestor. */
  readonly up: readonly number[];
  readonly top: number;
  /** From below the lowest common ancestor down to the second word. */
  readonly down: readonly number[];
}

/** The word and its heads up to the root; the heads of a view have no cycles. */
export function chainOf(heads: Int16Array, token: number): number[] {
  const chain: number[] = [];
  for (let t = token; t >= 0 && chain.length <= heads.length; t = heads[t]!) chain.push(t);
  return chain;
}

/** The way between the heads of two mentions of one view. */
export function pathBetween({ chain: a }: SeenMention, { chain: b }: SeenMention): TreePath {
  let i = a.length - 1;
  let j = b.length - 1;
  while (i > 0 && j > 0 && a[i - 1] === b[j - 1]) {
    i--;
    j--;
  }
  return { up: a.slice(0, i), top: a[i]!, down: b.slice(0, j).reverse() };
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

/** The positions of all words of the view relative to the word whose heads are `chain`. */
export function positionsIn({ heads, length }: SentimentView, chain: readonly number[]): TreePositions {
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
