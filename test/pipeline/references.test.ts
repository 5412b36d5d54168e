import { describe, expect, test } from "vitest";
import { createPipeline } from "../../src/pipeline/index.ts";

const pipeline = await createPipeline();

/** The name that the phrase stands for in the text, or undefined where it stands for nothing named. */
async function nameOf(text: string, phrase: string): Promise<string | undefined> {
  const doc = await pipeline.run({ id: "a", text });
  const mention = doc.mentions.findIndex(
    ({ start, end, kind }) => kind === "nominal" && text.slice(start, end).includes(phrase),
  );
  expect(mention, `a mention of "${phrase}"`).toBeGreaterThanOrEqual(0);
  const cluster = doc.clusters.find(({ mentions }) => mentions.includes(mention))!;
  return cluster.named ? cluster.name : undefined;
}

describe("a noun phrase of raw text stands for", () => {
  test.each([
    [
      "a plan called the rules",
      "The ministry defended the Clean Rivers Act. Farmers in Norway say they cannot afford the rules.",
      "the rules",
      "Clean Rivers Act",
    ],
    [
      "a treaty called the deal",
      "Lawmakers voted on the Northern Lights Treaty. Unions said the deal would cost jobs.",
      "the deal",
      "Northern Lights Treaty",
    ],
    [
      "whom the lead leaves unnamed",
      "A federal judge has blocked the sale of the airport.\n\nThe ruling came on Monday.\n\nJudge Helen Marsh wrote that the city had broken the law.",
      "A federal judge",
      "Helen Marsh",
    ],
    [
      "nobody, where two people could be meant",
      "A judge has blocked the sale of the airport.\n\nJudge Helen Marsh wrote the ruling. Judge Peter Vance dissented.",
      "A judge",
      undefined,
    ],
    [
      "nobody, where the name came first",
      "Judge Helen Marsh wrote the ruling. A judge in another court disagreed.",
      "A judge",
      undefined,
    ],
  ])("%s", async (_, text, phrase, name) => {
    expect(await nameOf(text, phrase)).toBe(name);
  });
});

test("a sentence whose parse puts a preposition at its root is read like any other", async () => {
  const doc = await pipeline.run({
    id: "a",
    text: "The Great Republican Standoff of 2016 is over: Helen Marsh has endorsed Peter Vance for president.",
  });
  expect(doc.sentences).toHaveLength(1);
});
