import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const seedsDir = join(import.meta.dirname, "..", "..", "seeds");
const expectedFile = join(import.meta.dirname, "..", "fixtures", "seeds-expected.json");

interface Seed {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
}

interface ExpectedStance {
  readonly docId: string;
  readonly holder: string;
  readonly target: string;
  readonly polarity: string;
}

function readSeed(fileName: string): Seed {
  const source = readFileSync(join(seedsDir, fileName), "utf8");
  const match = /^---\n([\s\S]*?)\n---\n\n([\s\S]+)$/.exec(source);
  if (!match) throw new Error(`${fileName} does not start with YAML front matter`);
  return { id: fileName.replace(/\.md$/, ""), fields: parse(match[1]!), body: match[2]! };
}

const fileNames = readdirSync(seedsDir).sort();
const seeds = fileNames.map(readSeed);

describe("the folder of seeds", () => {
  it("holds at least twenty dispatches and nothing else", () => {
    expect(seeds.length).toBeGreaterThanOrEqual(20);
    expect(fileNames.filter((name) => !/^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)+\.md$/.test(name))).toEqual([]);
  });

  it("gives every dispatch a title of its own", () => {
    const titles = seeds.map((seed) => seed.fields.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("speaks from several places and years", () => {
    expect(new Set(seeds.map((seed) => seed.fields.author)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(seeds.map((seed) => seed.id.slice(0, 4)))).toEqual(new Set(["2018", "2019", "2020"]));
  });
});

describe.each(seeds)("$id", ({ id, fields, body }) => {
  it("has complete front matter and no address", () => {
    expect(Object.keys(fields).sort()).toEqual(["author", "date", "publisher", "title"]);
    expect(fields.title).toMatch(/\S/);
    expect(fields.publisher).toBe("Stancegraph Dispatches");
    expect(fields.author).toMatch(/^[A-Z]\p{L}+ desk$/u);
  });

  it("is dated in 2018 to 2020, as its file name says", () => {
    const date = String(fields.date);
    expect(date).toBe(id.slice(0, 10));
    expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
    expect(date >= "2018-01-01" && date <= "2020-12-31").toBe(true);
  });

  it("runs to between 120 and 400 words", () => {
    const words = body.trim().split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(120);
    expect(words).toBeLessThanOrEqual(400);
  });

  it("is clean prose that does not repeat its headline", () => {
    expect(body.match(/[^\p{L}\d .,:;?!'"()$%\n-]/gu) ?? []).toEqual([]);
    expect(body).toBe(body.normalize("NFC"));
    expect(body).not.toMatch(/ {2}|\n{3}| \n|\n |[ ][.,:;?!]/);
    expect(body.split("\n\n").filter((paragraph) => !/[.?!"]\n?$/.test(paragraph))).toEqual([]);
    expect(body).not.toContain(String(fields.title));
  });
});

describe("the stances expected of the seeds", () => {
  const expected: readonly ExpectedStance[] = JSON.parse(readFileSync(expectedFile, "utf8"));

  it("names two to six for every dispatch", () => {
    const counts = new Map(seeds.map((seed) => [seed.id, 0]));
    for (const { docId } of expected) counts.set(docId, (counts.get(docId) ?? Number.NaN) + 1);
    expect([...counts].filter(([, count]) => !(count >= 2 && count <= 6))).toEqual([]);
  });

  it("uses the closed set of polarities and repeats nothing", () => {
    expect(expected.filter((stance) => !["support", "oppose", "mixed"].includes(stance.polarity))).toEqual([]);
    const pairs = expected.map((stance) => `${stance.docId}|${stance.holder}|${stance.target}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
});
