import { statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { InputError } from "../core/index.ts";
import { explain } from "./explain.ts";

/**
 * Writes a text file whole or not at all: it is written beside its place and then moved there. Missing folders are made.
 * What is no ordinary file (`/dev/null`, a pipe) is written to directly.
 *
 * @throws InputError `not-written`, and nothing is left behind
 */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && !stats.isFile() && !stats.isDirectory()) return await writeFile(path, text);
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, text, { encoding: "utf8" });
  } catch (error) {
    throw new InputError(`${path} was not written: ${explain(error)}`, { code: "not-written", cause: error });
  }
}
