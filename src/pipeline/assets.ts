import { type AssetLoader, InputError } from "../core/index.ts";

// Spelt out one by one so that bundlers see them, copy them and rewrite the addresses.
const ASSETS: Readonly<Record<string, () => URL>> = {
  "models/en-clusters.bin": () => new URL("../../data/models/en-clusters.bin", import.meta.url),
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
