import type { SeenMention } from "./sentiment-features-context.ts";

/** The way from one word to another through the tree. */
export interface TreePath {
  /** From the first word up to, not including, the lowest common ancestor. */
  readonly up: readonly number[];
  readonly top: number;
  /** From below the lowest common ancestor down to the second word. */
  readonly down: readonly number[];
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
