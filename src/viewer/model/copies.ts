import type { EdgeEvidence } from "../../graph/index.ts";

/** Evidence that says the same in the same words; `first` is the index of the earliest. */
export interface Copies {
  readonly first: number;
  /** Indices of all, the first among them. */
  readonly all: readonly number[];
}

/** A copy shares at least so much of its words. */
const ALIKE = 0.85;
/** Shorter sentences are alike by chance. */
const LEAST_WORDS = 6;

/**
 * Puts near-copies together: sentences of different documents that share at least 85 % of their words (Jaccard), as a
 * wire story does in several papers. The order is kept; a sentence without copies stands alone.
 */
export function foldCopies(evidence: readonly EdgeEvidence[]): Copies[] {
  const groups: { first: number; all: number[]; words: ReadonlySet<string> }[] = [];
  evidence.forEach(({ quote, docId }, index) => {
    const words = new Set(quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
    const same = groups.find(
      (group) =>
        words.size >= LEAST_WORDS &&
        !group.all.some((other) => evidence[other]!.docId === docId) &&
        similarity(words, group.words) >= ALIKE,
    );
    if (same) same.all.push(index);
    else groups.push({ first: index, all: [index], words });
  });
  return groups.map(({ first, all }) => ({ first, all }));
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared);
}
