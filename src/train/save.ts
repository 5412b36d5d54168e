import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { encodeModel, type ModelFile } from "../language/model-file.ts";

/** Writes a model gzipped and returns its size in bytes. */
export async function saveModel(path: string, model: ModelFile): Promise<number> {
  const bytes = gzipSync(encodeModel(model), { level: 9 });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return bytes.length;
}
