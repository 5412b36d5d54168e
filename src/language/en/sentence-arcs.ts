/** What repairs of a tree read and change: one sentence's heads (-1 for the root) and names of relations. */
export interface Arcs {
  readonly heads: Int32Array;
  relation(word: number): string;
  relate(word: number, relation: string): void;
  /** Universal part of speech. */
  pos(word: number): string;
}

/** Hangs a word on another. */
export function attach(arcs: Arcs, word: number, to: number, relation: string): void {
  arcs.heads[word] = to;
  arcs.relate(word, relation);
}
