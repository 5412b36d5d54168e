import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

/** The texts of a corpus by document id, from JSONL with `id` and `text`, packed or not. */
export async function readCorpusTexts(path: string): Promise<ReadonlyMap<string, string>> {
  const bytes = await readFile(path);
  const lines = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").trim().split("\n");
  return new Map(
    lines.map((line) => {
      const { id, text } = JSON.parse(line) as { id: string; text: string };
      return [id, text];
    }),
  );
}
