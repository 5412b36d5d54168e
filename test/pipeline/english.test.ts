import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import {
  type AnalysedDoc,
  ASSET_PATHS,
  buildGraph,
  createPipeline,
  type Pipeline,
  polarityToward,
  type Span,
  stanceBetween,
  VERSION,
} from "../../src/index.ts";

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await createPipeline();
});

/** The named entity that a cluster stands for, or its own words. */
function nameOf(doc: AnalysedDoc, cluster: number): string {
  let at = cluster;
  for (let steps = 0; at >= 0 && !doc.clusters[at]!.named && steps < 8; steps++) at = doc.clusters[at]!.speaksFor;
  return at < 0 ? `(${doc.clusters[cluster]!.name})` : doc.clusters[at]!.name;
}

async function claims(text: string): Promise<string[]> {
  const doc = await pipeline.run({ id: "case", text });
  const drawn = [...doc.stances, ...doc.relations].filter(({ confidence }) => confidence >= 0.3);
  return drawn.map((claim) =>
    claim.kind === "stance"
      ? `${nameOf(doc, claim.holder.cluster)} ${claim.polarity} ${nameOf(doc, claim.target.cluster)}`
      : `${nameOf(doc, claim.subject.cluster)} ${claim.predicate} ${nameOf(doc, claim.object.cluster)}`,
  );
}

describe("the English pipeline says who stands where", () => {
  test.each([
    ["Norway criticised Sweden.", "Norway oppose Sweden"],
    ["Sweden was criticised by Norway on Monday.", "Norway oppose Sweden"],
    ["Norway and Denmark condemned Sweden.", "Denmark oppose Sweden"],
    ["Norway criticised Sweden but praised Denmark.", "Norway support Denmark"],
    ["Norway has banned Volvo from its roads.", "Norway oppose Volvo"],
    ["The Norwegian government has decided to ban Volvo.", "Norway oppose Volvo"],
    ["Norway's campaign against Volvo goes on.", "Norway oppose Volvo"],
    ["Norway launched a campaign to ban Volvo.", "Norway oppose Volvo"],
    ["Sweden defied the Norwegian campaign to ban Volvo.", "Sweden support Volvo"],
    ["Sweden defied the Norwegian campaign to ban Volvo.", "Sweden oppose Norway"],
    ["Norway does not support Sweden.", "Norway oppose Sweden"],
    ["Norway is leaning towards letting Volvo build the network.", "Norway support Volvo"],
    ["Anna Berg said allowing Volvo to build the buses would be a mistake.", "Anna Berg oppose Volvo"],
    ["Singling out Volvo would be wrong, said Anna Berg.", "Anna Berg support Volvo"],
    ["Volvo is a threat to the nation, said Anna Berg.", "Anna Berg oppose Volvo"],
    ["According to Norway, Sweden is unreliable.", "Norway oppose Sweden"],
    ["Norway regards Sweden as a threat.", "Norway oppose Sweden"],
    ["Denmark rejected Norway's criticism of Sweden.", "Denmark oppose Norway"],
    ["Denmark rejected Norway's criticism of Sweden.", "Denmark support Sweden"],
    ["A senior Norwegian official praised Sweden.", "Norway support Sweden"],
  ])("%s → %s", async (text, expected) => {
    expect(await claims(text)).toContain(expected);
  });

  test.each([
    ["Norway did not criticise Sweden.", "Norway oppose Sweden"],
    ["Will Norway ban Volvo?", "Norway oppose Volvo"],
    ["If Norway bans Volvo, prices will rise.", "Norway oppose Volvo"],
    ["Norway has yet to decide whether to ban Volvo.", "Norway oppose Volvo"],
  ])("%s ↛ %s", async (text, unexpected) => {
    expect(await claims(text)).not.toContain(unexpected);
  });
});

describe("the English pipeline says how they are linked", () => {
  test.each([
    ["Norwegian Prime Minister Anna Berg spoke on Monday.", "Anna Berg holds-position Norway"],
    ["Anna Berg, the director of the Oslo Peace Institute, spoke.", "Anna Berg holds-position Oslo Peace Institute"],
    ["The Finnish firm Nokia won the contract.", "Nokia based-in Finland"],
    ["Norway met Sweden in Geneva.", "Norway meets Sweden"],
    ["Apple sued Samsung in California.", "Apple conflict Samsung"],
  ])("%s → %s", async (text, expected) => {
    expect(await claims(text)).toContain(expected);
  });
});

const ARTICLE = `Ministry warns against new bridge

By Jane Doe
4 March 2021

The Transport Ministry (TM) warned against the *Harbour* bridge on Tuesday. “It costs \\$2 billion,” said Anna Berg, the
minister. She criticised Peter Holm, the mayor of Bergen,
who has backed it for years.

Holm told the Bergen Times that the ministry was wrong.`;

function spans(doc: AnalysedDoc): Span[] {
  const { blocks, sentences, tokens, names, mentions, attributions } = doc;
  const reported = attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  return [...blocks, ...sentences, ...tokens, ...names, ...mentions, ...reported];
}

describe("the layers of a document", () => {
  test("hold offsets inside the text, and evidence that re-slices to its quote", async () => {
    const doc = await pipeline.run({ id: "bridge", text: ARTICLE, date: "2021-03-04" });
    for (const { start, end } of spans(doc)) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(ARTICLE.length);
    }
    expect(doc.stances.length + doc.relations.length).toBeGreaterThan(0);
    for (const { evidence } of [...doc.stances, ...doc.relations]) {
      expect(ARTICLE.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
    expect(doc.text).toBe(ARTICLE);
  });

  test.each([
    ["an empty text", ""],
    ["white space", " \n\n\t "],
    ["marks alone", "…!?—“”"],
    ["a lone surrogate", "Norway \ud800 backed Sweden."],
    ["markup meant to break out", "</script><img src=x onerror=alert(1)> criticised Norway."],
    ["one long word", "a".repeat(50_000)],
  ])("survive %s", async (_, text) => {
    const doc = await pipeline.run({ id: "odd", text });
    for (const { evidence } of [...doc.stances, ...doc.relations]) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
  });
});

describe("buildGraph(docs)", () => {
  test("gives the same bytes for the same documents in any order", async () => {
    const docs = await Promise.all(
      ["Norway criticised Sweden.", ARTICLE, "Sweden praised Norway, said Anna Berg."].map((text, index) =>
        pipeline.run({ id: `d${index}`, text, date: `2021-03-0${index + 1}` }),
      ),
    );
    const first = JSON.stringify(buildGraph(docs).export());
    expect(JSON.stringify(buildGraph([...docs].reverse()).export())).toBe(first);
  });
});

describe("judges of mentions", () => {
  test("polarityToward(doc, target) reads praise and blame off the sentence", async () => {
    const doc = await pipeline.run({
      id: "a",
      text: "Holm is a liar and a disgrace. Berg is a brilliant, honest leader.",
    });
    expect((await polarityToward(doc, { start: 0, end: 4 })).polarity).toBe("oppose");
    expect((await polarityToward(doc, { start: 31, end: 35 })).polarity).toBe("support");
  });
  test("stanceBetween(doc, holder, target) knows the direction", async () => {
    const doc = await pipeline.run({ id: "a", text: "Berg accused Holm of lying." });
    const [berg, holm] = [
      { start: 0, end: 4 },
      { start: 13, end: 17 },
    ];
    expect((await stanceBetween(doc, berg, holm)).polarity).toBe("oppose");
    expect((await stanceBetween(doc, holm, berg)).polarity).toBe("neutral");
  });
  test("a span outside the text is the caller's mistake", async () => {
    const doc = await pipeline.run({ id: "a", text: "Short." });
    await expect(polarityToward(doc, { start: 2, end: 99 })).rejects.toThrow("lies outside the text of 6 characters");
  });
});

describe("what is shipped", () => {
  test("every model and every table that a component loads is listed, and nothing else", () => {
    const shipped = ["models", "lexicon"].flatMap((folder) =>
      readdirSync(new URL(`../../data/${folder}`, import.meta.url)).map((file) => `${folder}/${file}`),
    );
    expect([...ASSET_PATHS].sort()).toEqual(shipped.filter((path) => !path.endsWith(".md")).sort());
  });
  test("the version is package.json's", () => {
    expect(VERSION).toBe(manifest.version);
  });
});
