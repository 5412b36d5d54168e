import { beforeAll, describe, expect, test } from "vitest";
import { parseConceptLexicon } from "../../src/extract/index.ts";
import { type AnalysedDoc, createPipeline, type Pipeline } from "../../src/index.ts";

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await createPipeline();
});

function show(doc: AnalysedDoc): string[] {
  return doc.conceptStances.map(({ holder, polarity, concept }) => {
    let cluster = doc.clusters[holder.cluster]!;
    if (!cluster.named && cluster.speaksFor >= 0) cluster = doc.clusters[cluster.speaksFor]!;
    return `${cluster.name} ${polarity} ${doc.concepts[concept]!.label}`;
  });
}

describe("findConceptStances(doc) reads a position on", () => {
  test.each([
    ["an idea", "Germany supports same-sex marriage.", "Germany support same-sex marriage"],
    ["an idea, opposed", "The Vatican opposes mandatory vaccination.", "Vatican City oppose mandatory vaccination"],
    ["an act named by a noun", "Norway welcomed the ban on plastic bags.", "Norway support ban on plastic bags"],
    ["an act named by a verb", "Smith wants to raise the minimum wage.", "Smith support increase in minimum wage"],
    ["what a call is for", "Theresa May called for a ban on hunting.", "Theresa May support ban on hunting"],
    ["what ought to be", "Sweden must cut taxes, Anna Berg said.", "Anna Berg support cut in taxes"],
    ["what should be done to someone", "John Smith said Volvo should be banned.", "John Smith support ban on Volvo"],
    ["what must not be", "John Smith said Volvo must not be banned.", "John Smith oppose ban on Volvo"],
    [
      "a plan's content",
      "Norway criticised the plan to raise tariffs on steel.",
      "Norway oppose increase in tariffs on steel",
    ],
    ["what a step is for", "Elizabeth Warren blocked the trade deal.", "Elizabeth Warren oppose trade deal"],
    ["a step wanted", "Sweden vowed to veto the immigration bill.", "Sweden oppose immigration bill"],
    ["a repeal", "Norway voted to repeal the estate tax.", "Norway oppose estate tax"],
    ["a demand that is rejected", "Norway rejected calls for a referendum.", "Norway oppose referendum"],
    ["a side taken by a preposition", "Sweden is against the war in Iraq.", "Sweden oppose war in Iraq"],
    ["what is favoured", "Sweden is in favour of free trade.", "Sweden support free trade"],
    ["what is done by oneself", "Australia has barred Huawei from its networks.", "Australia support ban on Huawei"],
    [
      "what a particle makes",
      "Australia and Norway have already shut Huawei out of 5G projects.",
      "Australia support ban on Huawei",
    ],
    ["what is denied", "Norway does not support the carbon tax.", "Norway oppose carbon tax"],
    ["a wish denied", "Germany did not want to ban Huawei.", "Germany oppose ban on Huawei"],
    ["what is warned of", "Norway warned Sweden not to ban Huawei.", "Norway oppose ban on Huawei"],
    ["a judgement", "Norway called the carbon tax disastrous.", "Norway oppose carbon tax"],
    ["a named doctrine", "John Smith praised federalism.", "John Smith support federalism"],
    ["someone's proposal", "Hillary Clinton criticised Trump's plan.", "Hillary Clinton oppose Trump's plan"],
  ])("%s: %s", async (_, text, expected) => {
    expect(show(await pipeline.run({ id: "a", text }))).toContain(expected);
  });

  test("reads both sides of a sentence", async () => {
    const doc = await pipeline.run({ id: "a", text: "China condemned the US ban on Huawei." });
    expect(show(doc)).toContain("China oppose US ban on Huawei");
  });

  test("takes the ban for what was banned before", async () => {
    const text = "Norway called for a ban on fur farms. Sweden condemned the ban.";
    const doc = await pipeline.run({ id: "a", text });
    expect(show(doc)).toEqual(["Norway support ban on fur farms", "Sweden oppose ban on fur farms"]);
    const [, later] = doc.concepts;
    expect(text.slice(later!.start, later!.end)).toBe("ban");
  });
});

describe("findConceptStances(doc) draws nothing from", () => {
  test.each([
    ["an actor alone", "Norway supports Sweden."],
    ["a noun that says nothing alone", "Norway welcomed the decision."],
    ["a name", "Norway signed the Paris Agreement."],
    ["a question", "Should Norway ban fur farms?"],
    ["a supposition", "If Norway bans fur farms, prices will rise."],
    ["an adjective that says which", "Anna Berg spoke of a safe zone in the north."],
    ["a set phrase", "Anna Berg said: Let's go."],
    ["what is only a war", "Norway fought a war with Sweden."],
    ["no text", ""],
  ])("%s: %s", async (_, text) => {
    expect(show(await pipeline.run({ id: "a", text }))).toEqual([]);
  });
});

describe("findConceptStances(doc)", () => {
  test("keeps spans, evidence, grades and the chain", async () => {
    const text = "“Norway may support a ban on fur farms,” Anna Berg said. She opposes whaling rules.";
    const doc = await pipeline.run({ id: "a", text });
    expect(doc.conceptStances.length).toBeGreaterThan(0);
    for (const { evidence, cue, concept, confidence } of doc.conceptStances) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
      for (const { start, end } of cue) expect(start >= evidence.start && end <= evidence.end).toBe(true);
      const { start, end } = doc.concepts[concept]!;
      expect(start < end && end <= text.length).toBe(true);
      expect(confidence > 0 && confidence <= 0.95).toBe(true);
    }
    const [first] = doc.conceptStances;
    expect(first).toMatchObject({ hedged: true, polarity: "support" });
    expect(first!.chain.at(-1)?.source).toBe("Anna Berg");
  });

  test("gives the same answer twice", async () => {
    const text = "Norway wants to ban fur farms and cut taxes. Sweden opposes the ban on fur farms.";
    const [a, b] = [await pipeline.run({ id: "a", text }), await pipeline.run({ id: "a", text })];
    expect(JSON.stringify(a.conceptStances)).toBe(JSON.stringify(b.conceptStances));
    expect(JSON.stringify(a.concepts)).toBe(JSON.stringify(b.concepts));
  });
});

describe("parseConceptLexicon(table)", () => {
  const header = "lemma\tpos\tconcept\tkind\tpreposition\tthrough\n";
  test("reads a row", () => {
    expect(parseConceptLexicon(`${header}outlaw\tv\tban\tmeasure\ton\t0\n`).find("outlaw", "v")).toEqual({
      concept: "ban",
      kind: "measure",
      preposition: "on",
      through: 0,
    });
  });
  test("names the line of a row that does not fit", () => {
    expect(() => parseConceptLexicon(`${header}outlaw\tv\tban\tnothing\ton\t0\n`)).toThrow("concepts.tsv:2");
  });
});
