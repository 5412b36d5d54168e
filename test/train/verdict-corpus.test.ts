import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAnnotatedArticles } from "../../src/train/verdict-corpus.ts";

const HEADER = "corpus\tdocument\tholder\ttarget\tpolarity\tkind\tsentences";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stancegraph-verdict-"));
  await mkdir(join(folder, "attribution"));
  const line = JSON.stringify({ id: "a1", text: "Norway backs Orvik." });
  await writeFile(join(folder, "attribution/polnear-train.jsonl.gz"), gzipSync(line));
});
afterAll(() => rm(folder, { recursive: true }));

describe("readAnnotatedArticles(table, dataFolder)", () => {
  test("joins the lines of an article and its text", async () => {
    const table = [
      HEADER,
      "polnear\ta1\t0-6\t13-18\tsupport\texplicit\t0",
      "polnear\ta1\t13-18,0-6\t0-6\toppose\tinferred doubtful\t0",
    ].join("\n");
    expect(await readAnnotatedArticles(`${table}\n`, folder)).toEqual([
      {
        id: "a1",
        text: "Norway backs Orvik.",
        stances: [
          { holder: [{ start: 0, end: 6 }], target: [{ start: 13, end: 18 }], polarity: "support", doubtful: false },
          {
            holder: [
              { start: 13, end: 18 },
              { start: 0, end: 6 },
            ],
            target: [{ start: 0, end: 6 }],
            polarity: "oppose",
            doubtful: true,
          },
        ],
      },
    ]);
  });

  test("keeps an article in which nobody takes a side", async () => {
    const [article] = await readAnnotatedArticles(`${HEADER}\npolnear\ta1\t\t\t\t\t\n`, folder);
    expect(article?.stances).toEqual([]);
  });

  test("names an article that the corpus lacks", async () => {
    const table = `${HEADER}\npolnear\ta2\t0-6\t13-18\tsupport\texplicit\t0\n`;
    await expect(readAnnotatedArticles(table, folder)).rejects.toThrow(/no document "a2"/);
  });
});
