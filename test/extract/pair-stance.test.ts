import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Span } from "../../src/core/index.ts";
import { PAIR_CLASSES, type PairStance } from "../../src/extract/pair-stance.ts";
import { judgeBetween } from "../../src/extract/pair-stance-between.ts";
import { createStanceJudges } from "../../src/extract/pair-stance-judges.ts";
import { loadStanceModel } from "../../src/extract/sentiment-model.ts";
import { createTextParser, type TextParser } from "../../src/train/parse-text.ts";
import { loadSentimentTools } from "../../src/train/stance-examples.ts";

let parse: TextParser;
let scorer: PairStance;
let closed: PairStance;

beforeAll(async () => {
  parse = await createTextParser("data/models");
  const model = await loadStanceModel(await readFile("data/models/en-stance.bin"));
  const tools = await loadSentimentTools("data/models");
  scorer = createStanceJudges({ model, ...tools }).pairs;
  const gate = { ...model.gate, least: Number.POSITIVE_INFINITY };
  closed = createStanceJudges({ model: { ...model, gate }, ...tools }).pairs;
});

const spanOf = (text: string, words: string): Span => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

/** What the first name thinks of the second, and the other way round. */
function judge(text: string, p: string, q: string): string {
  const doc = parse({ id: "test", text });
  const there = judgeBetween(scorer, doc, spanOf(text, p), spanOf(text, q)).polarity;
  const back = judgeBetween(scorer, doc, spanOf(text, q), spanOf(text, p)).polarity;
  return `${there} ${back}`;
}

describe("judgeBetween(scorer, doc, holder, target)", () => {
  test.each([
    ["Orlov accused Marsh of lying to voters.", "Orlov", "Marsh", "oppose neutral"],
    ["Orlov strongly criticized Marsh on Monday.", "Orlov", "Marsh", "oppose neutral"],
    ["Orlov has endorsed Marsh for president.", "Orlov", "Marsh", "support neutral"],
    ["Orlov praised Marsh for her leadership.", "Orlov", "Marsh", "support neutral"],
    ["Orlov met reporters in Lusona after the game on Tuesday.", "Orlov", "Lusona", "neutral neutral"],
    ["Marsh was criticized by Orlov for the decision.", "Marsh", "Orlov", "neutral oppose"],
  ])("%s", (text, p, q, expected) => expect(judge(text, p, q)).toBe(expected));

  test("does not look at who the two are", () => {
    const one = "Orlov accused Marsh of lying to voters.";
    const two = "Kim accused Jones of lying to voters.";
    const first = scorer.classify(parse({ id: "a", text: one }), spanOf(one, "Orlov"), spanOf(one, "Marsh"));
    const second = scorer.classify(parse({ id: "b", text: two }), spanOf(two, "Kim"), spanOf(two, "Jones"));
    expect(first).toEqual(second);
  });

  test("is neutral, if not surely, for what its gate keeps from it", () => {
    const text = "Orlov accused Marsh of lying to voters.";
    const judged = closed.classify(parse({ id: "test", text }), spanOf(text, "Orlov"), spanOf(text, "Marsh"))!;
    expect(judged.choice).toBe("neutral");
    expect(judged.probabilities.neutral).toBeGreaterThan(0.8);
    expect(judged.probabilities.neutral).toBeLessThan(1);
  });

  test("swaps its classes with its spans", () => {
    const text = "Orlov accused Marsh of lying to voters.";
    const doc = parse({ id: "test", text });
    const there = scorer.classify(doc, spanOf(text, "Orlov"), spanOf(text, "Marsh"))!.probabilities;
    const back = scorer.classify(doc, spanOf(text, "Marsh"), spanOf(text, "Orlov"))!.probabilities;
    expect(back).toEqual({
      neutral: there.neutral,
      "p+q": there["q+p"],
      "q+p": there["p+q"],
      "p-q": there["q-p"],
      "q-p": there["p-q"],
    });
  });

  test.each([
    ["a span beyond the text", { start: 500, end: 510 }, { start: 0, end: 5 }],
    ["an empty span", { start: 3, end: 3 }, { start: 14, end: 19 }],
    ["spans that overlap", { start: 0, end: 13 }, { start: 6, end: 19 }],
  ])("is neutral with score 0 for %s", (_, p, q) => {
    const doc = parse({ id: "test", text: "Orlov accused Marsh of lying to voters." });
    expect(judgeBetween(scorer, doc, p, q)).toEqual({ polarity: "neutral", score: 0 });
  });

  test("gives probabilities that sum to 1 wherever the spans lie (seed 7)", () => {
    const text = "Orlov, who backs the ban, said Marsh “must go”. The Lusona Post first reported it; no reply came.";
    const doc = parse({ id: "test", text });
    const offset = fc.nat(text.length);
    fc.assert(
      fc.property(offset, offset, offset, offset, (a, b, c, d) => {
        const judged = scorer.classify(doc, { start: a, end: b }, { start: c, end: d });
        if (!judged) return;
        const sum = PAIR_CLASSES.reduce((total, name) => total + judged.probabilities[name], 0);
        expect(sum).toBeCloseTo(1, 6);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
