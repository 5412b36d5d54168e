import { type AssetLoader, InputError } from "../core/index.ts";

// Spelt out one by one so that bundlers see them, copy them and rewrite the addresses.
const ASSETS: Readonly<Record<string, () => URL>> = {
  "models/en-clusters.bin": () => new URL("../../data/models/en-clusters.bin", import.meta.url),
  "models/en-tokenizer.bin": () => new URL("../../data/models/en-tokenizer.bin", import.meta.url),
  "models/en-tagger.bin": () => new URL("../../data/models/en-tagger.bin", import.meta.url),
  "models/en-lemmatizer.bin": () => new URL("../../data/models/en-lemmatizer.bin", import.meta.url),
  "models/en-parser.bin": () => new URL("../../data/models/en-parser.bin", import.meta.url),
  "models/en-names.bin": () => new URL("../../data/models/en-names.bin", import.meta.url),
  "models/en-coref.bin": () => new URL("../../data/models/en-coref.bin", import.meta.url),
  "models/en-stance.bin": () => new URL("../../data/models/en-stance.bin", import.meta.url),
  "models/en-vectors.bin": () => new URL("../../data/models/en-vectors.bin", import.meta.url),
  "models/en-verdict.bin": () => new URL("../../data/models/en-verdict.bin", import.meta.url),
  "models/en-attribution.bin": () => new URL("../../data/models/en-attribution.bin", import.meta.url),
  "lexicon/cities.tsv": () => new URL("../../data/lexicon/cities.tsv", import.meta.url),
  "lexicon/concepts.tsv": () => new URL("../../data/lexicon/concepts.tsv", import.meta.url),
  "lexicon/countries.json": () => new URL("../../data/lexicon/countries.json", import.meta.url),
  "lexicon/first-names.tsv": () => new URL("../../data/lexicon/first-names.tsv", import.meta.url),
  "lexicon/gazetteer.json": () => new URL("../../data/lexicon/gazetteer.json", import.meta.url),
  "lexicon/hedges.tsv": () => new URL("../../data/lexicon/hedges.tsv", import.meta.url),
  "lexicon/name-genders.tsv": () => new URL("../../data/lexicon/name-genders.tsv", import.meta.url),
  "lexicon/polarity.tsv": () => new URL("../../data/lexicon/polarity.tsv", import.meta.url),
  "lexicon/relations.tsv": () => new URL("../../data/lexicon/relations.tsv", import.meta.url),
  "lexicon/roles.tsv": () => new URL("../../data/lexicon/roles.tsv", import.meta.url),
  "lexicon/stance.tsv": () => new URL("../../data/lexicon/stance.tsv", import.meta.url),
};

/** Paths of everything that {@link loadAsset} can load. */
export const ASSET_PATHS: readonly string[] = Object.keys(ASSETS);

/**
 * Loads a shipped model or lexicon: from disk in Node, by `fetch` in a browser.
 * @throws InputError when the file is not there or the server refuses it
 */
export const loadAsset: AssetLoader = async (path) => {
  const url = ASSETS[path]?.();
  if (!url)
    throw new InputError(`loadAsset: "${path}" is not a file that stancegraph ships.`, { code: "asset-unknown" });
  // A file: address can be read in Node alone; asking the process for the module keeps browser bundles free of it.
  const files = url.protocol === "file:" ? globalThis.process?.getBuiltinModule?.("node:fs/promises") : undefined;
  if (files) return files.readFile(url);
  const response = await fetch(url);
  if (!response.ok) {
    throw new InputError(`loadAsset: ${url.href} answered ${response.status} ${response.statusText}.`, {
      code: "asset-missing",
    });
  }
  return new Uint8Array(await response.arrayBuffer());
};
