import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createMessages, type Name } from "../../src/core/index.ts";
import {
  createEnglishBlocker,
  createEnglishNames,
  createEnglishTagger,
  createEnglishTokenizer,
  loadClusters,
  loadCountries,
  loadGazetteer,
  loadNames,
  loadTagger,
  loadTokenizer,
} from "../../src/language/index.ts";

const read = (path: string): Uint8Array => readFileSync(`data/${path}`);
const clusters = await loadClusters(read("models/en-clusters.bin"));
const gazetteer = loadGazetteer(
  read("lexicon/first-names.tsv"),
  read("lexicon/cities.tsv"),
  read("lexicon/gazetteer.json"),
  loadCountries(read("lexicon/countries.json")),
);
const blocker = createEnglishBlocker();
const tokenizer = createEnglishTokenizer(await loadTokenizer(read("models/en-tokenizer.bin")));
const tagger = createEnglishTagger(await loadTagger(read("models/en-tagger.bin")), clusters);
const names = createEnglishNames(await loadNames(read("models/en-names.bin")), clusters, gazetteer);

async function findNames(text: string): Promise<readonly Name[]> {
  const messages = createMessages();
  const document = { id: "a", text, messages: messages.list };
  const withBlocks = { ...document, ...(await blocker.run(document, messages)) };
  const withTokens = { ...withBlocks, ...(await tokenizer.run(withBlocks, messages)) };
  const withTags = { ...withTokens, ...(await tagger.run(withTokens, messages)) };
  return (await names.run(withTags, messages)).names;
}

const show = (text: string, found: readonly Name[]): string[] =>
  found.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

describe("en.names", () => {
  test.each([
    [
      "finds persons, places and organizations",
      "Maria Delgado, who runs the Ministry of Finance in Lisbon, met officials from Norway on Tuesday.",
      ["person Maria Delgado", "organization Ministry of Finance", "place Lisbon", "place Norway"],
    ],
    [
      "leaves titles and possessive endings outside",
      "Prime Minister Erik Lindholm’s cabinet resigned. President Anna Kovacs accepted.",
      ["person Erik Lindholm", "person Anna Kovacs"],
    ],
    [
      "calls an adjective of nationality a demonym",
      "The Canadian government protested, and several Danish officials agreed.",
      ["demonym Canadian", "demonym Danish"],
    ],
    [
      "cuts a country off a title and a name",
      "It was US President Laura Bennett who called.",
      ["place US", "person Laura Bennett"],
    ],
    ["finds nothing in ordinary words", "The talks went on for hours and nobody was happy with how they ended.", []],
    ["finds nothing in an empty document", "", []],
  ])("%s", async (_, text, expected) => expect(show(text, await findNames(text))).toEqual(expected));

  test("knows a surname at the head of a sentence from the full name before", async () => {
    const text = "Ingrid Halvorsen spoke first.\n\nHalvorsen warned that prices would rise.";
    expect(show(text, await findNames(text))).toEqual(["person Ingrid Halvorsen", "person Halvorsen"]);
  });

  test("names are whole tokens in text order, do not overlap and have a probability", async () => {
    const text = readFileSync("README.md", "utf8");
    const found = await findNames(text);
    let before = 0;
    for (const { start, end, score } of found) {
      expect(start).toBeGreaterThanOrEqual(before);
      expect(end).toBeGreaterThan(start);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      before = end;
    }
    expect(await findNames(text)).toEqual(found);
  });

  test.each([
    "\u{1F600}\u{1F600}",
    "\ud800 x",
    "A".repeat(5000),
    "U.S. ".repeat(2000),
    "( ) ( A ) (AB)",
  ])("survives %j", async (text) => {
    for (const { start, end } of await findNames(text)) expect(text.slice(start, end)).not.toBe("");
  });
});
