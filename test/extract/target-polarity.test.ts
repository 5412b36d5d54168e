import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { judgeToward } from "../../src/extract/pair-stance-between.ts";
import { createStanceJudges } from "../../src/extract/pair-stance-judges.ts";
import { loadStanceModel } from "../../src/extract/sentiment-model.ts";
import type { TargetPolarity } from "../../src/extract/target-polarity.ts";
import { createTextParser, type TextParser } from "../../src/train/parse-text.ts";
import { loadSentimentTools } from "../../src/train/stance-examples.ts";

let parse: TextParser;
let scorer: TargetPolarity;

beforeAll(async () => {
  parse = await createTextParser("data/models");
  const model = await loadStanceModel(await readFile("data/models/en-stance.bin"));
  scorer = createStanceJudges({ model, ...(await loadSentimentTools("data/models")) }).targets;
});

function judge(text: string, target: string) {
  const start = text.indexOf(target);
  return judgeToward(scorer, parse({ id: "test", text }), { start, end: start + target.length });
}

describe("judgeToward(scorer, doc, target)", () => {
  test.each([
    ["Marsh is a brilliant and honest leader.", "Marsh", "support"],
    ["Voters admire Marsh for her courage.", "Marsh", "support"],
    ["Marsh lied to voters and should be ashamed of herself.", "Marsh", "oppose"],
    ["Critics accused Marsh of corruption.", "Marsh", "oppose"],
    ["Marsh arrived at the hotel on Tuesday.", "Marsh", "neutral"],
  ])("%s", (text, target, expected) => expect(judge(text, target).polarity).toBe(expected));

  test("has a score with the sign of the polarity", () => {
    expect(judge("Critics accused Marsh of corruption.", "Marsh").score).toBeLessThan(0);
    expect(judge("Voters admire Marsh for her courage.", "Marsh").score).toBeGreaterThan(0);
  });

  test("does not look at who the target is", () => {
    expect(judge("Critics accused Marsh of corruption.", "Marsh")).toEqual(
      judge("Critics accused Kim of corruption.", "Kim"),
    );
  });

  test("is neutral with score 0 for a span without words", () => {
    const doc = parse({ id: "test", text: "Marsh left." });
    expect(judgeToward(scorer, doc, { start: 40, end: 50 })).toEqual({ polarity: "neutral", score: 0 });
  });
});
