/** Which tags words were seen with. Words are folded (`foldForm`) and lower-cased. */
export interface TagLexicon {
  /** Number of the word's set of tags, 0 where it is too rare to tell. */
  ambiguity(lower: string): number;
  /** Labels that a frequent word can have; undefined where it may have any. */
  allowed(lower: string): Int32Array | undefined;
}

/** As stored: words by class. */
export interface TagLexiconData {
  /** Sets of label indexes; a word's class is an index into this list plus one. */
  readonly classes: readonly (readonly number[])[];
  /** Words of each class, blank-separated. */
  readonly words: readonly string[];
  /** Words frequent enough for their class to be complete, blank-separated. */
  readonly frequent: string;
}

export function createTagLexicon(data: TagLexiconData): TagLexicon {
  const classOf = new Map<string, number>();
  data.words.forEach((words, index) => {
    for (const word of words.split(" ")) classOf.set(word, index + 1);
  });
  const frequent = new Set(data.frequent.split(" "));
  const sets = data.classes.map((labels) => Int32Array.from(labels));
  return {
    ambiguity: (lower) => classOf.get(lower) ?? 0,
    allowed: (lower) => (frequent.has(lower) ? sets[classOf.get(lower)! - 1] : undefined),
  };
}
