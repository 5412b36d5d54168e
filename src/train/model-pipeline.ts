import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { AssetLoader, Layer } from "../core/index.ts";
import { createEnglishComponents } from "../pipeline/english.ts";
import { createPipeline, type Pipeline } from "../pipeline/index.ts";

/** Reads the models of a folder, and the lexicons from the folder beside it, as `data/` of a checkout has them. */
export function createFolderLoader(modelFolder: string): AssetLoader {
  return (path) =>
    readFile(path.startsWith("models/") ? join(modelFolder, basename(path)) : join(modelFolder, "..", path));
}

/** The shipped pipeline with the models of a folder, as far as the component that assigns `until`; whole without. */
export async function createModelPipeline(modelFolder: string, until?: Layer): Promise<Pipeline> {
  const components = await createEnglishComponents(createFolderLoader(modelFolder));
  const last = until === undefined ? -1 : components.findIndex(({ assigns }) => assigns.includes(until));
  return createPipeline({ components: last < 0 ? components : components.slice(0, last + 1) });
}
