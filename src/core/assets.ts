/** Loads a file that the library ships, by its path under `data/`: `models/en-tagger.bin`, `lexicon/stance.tsv`. */
export type AssetLoader = (path: string) => Promise<Uint8Array>;
