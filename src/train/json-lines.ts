import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

/** A file's text; a name in `.gz` is unpacked. */
export async function readPackedText(path: string): Promise<string> {
  const bytes = await readFile(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** The records of a file of JSON lines, packed or not. */
export async function readJsonLines<T = Record<string, unknown>>(path: string): Promise<T[]> {
  const text = await readPackedText(path);
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
