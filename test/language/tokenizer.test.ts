import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { TextParser } from "../../src/train/parse-text.ts";
import { loadParse } from "./parse.ts";

let parse: TextParser;
beforeAll(async () => {
  parse = await loadParse();
});

const forms = (text: string): string =>
  parse({ id: "t", text })
    .tokens.map((token) => token.form)
    .join(" ");
const sentences = (text: string): string[] => {
  const doc = parse({ id: "t", text });
  return doc.sentences.map((sentence) => text.slice(sentence.start, sentence.end));
};

describe("createEnglishTokenizer(model), words", () => {
  test.each([
    ["contractions", "They don't know; we’ll see, it's Bob's.", "They do n't know ; we ’ll see , it 's Bob 's ."],
    ["cannot", "We cannot go.", "We can not go ."],
    [
      "plural possessives",
      "The officials’ answer and the ministers' reply.",
      "The officials ’ answer and the ministers ' reply .",
    ],
    ["hyphens", "A well-known high-speed line, 25-year-old.", "A well - known high - speed line , 25 - year - old ."],
    ["prefixes", "An anti-war group and the co-founder.", "An anti-war group and the co-founder ."],
    ["currency", "It costs $2.5 billion, £3, or €1,000.", "It costs $ 2.5 billion , £ 3 , or € 1,000 ."],
    ["per cent", "Up 5% and 3.2 percent.", "Up 5 % and 3.2 percent ."],
    ["letters after digits", "The 5G network of the 1990s, the 21st.", "The 5G network of the 1990s , the 21st ."],
    [
      "abbreviations",
      "Mr. Doe of Acme Inc. left the U.S. on Jan. 5.",
      "Mr. Doe of Acme Inc. left the U.S. on Jan. 5 .",
    ],
    ["initials", "George W. Doe met J. K. Roe.", "George W. Doe met J. K. Roe ."],
    [
      "addresses",
      "See https://example.org/a?b=1, or mail jane@example.org.",
      "See https://example.org/a?b=1 , or mail jane@example.org .",
    ],
    ["dashes without blanks", "its security—at a cost—it found", "its security — at a cost — it found"],
    ["ellipses", "the government is leaning... towards…", "the government is leaning ... towards …"],
    ["curly quotes", "“We won,” she said. ‘Really?’", "“ We won , ” she said . ‘ Really ? ’"],
    ["brackets", "The agency (NCSC) said [sic] so.", "The agency ( NCSC ) said [ sic ] so ."],
    ["slashes", "workers and/or owners on 23/02/2019 or 9/11", "workers and / or owners on 23/02/2019 or 9/11"],
    ["ranges and scores", "It won 5-4 in 2004-2005.", "It won 5 - 4 in 2004 - 2005 ."],
    ["times", "at 5pm or 5:30 p.m. today", "at 5 pm or 5:30 p.m. today"],
    ["glued sentences", "the plan failed.The minister left", "the plan failed . The minister left"],
  ])("cuts %s", (_, text, expected) => expect(forms(text)).toBe(expected));

  test.each([
    ["emphasis", "The *Morning Post* (MP) said **no** and _never_.", "The Morning Post ( MP ) said no and never ."],
    ["escapes", "a cost of at least \\$2 billion\\!", "a cost of at least $ 2 billion !"],
    ["links", "He told [the Post](https://example.org/x_y) so.", "He told the Post so ."],
    ["pictures", "![A harbour](harbour.png) The harbour is full.", "The harbour is full ."],
    ["code marks", "The `harbour` is full.", "The harbour is full ."],
    ["soft hyphens and joiners", "the har\u00adbour\u200b is\ufeff full", "the harbour is full"],
  ])("leaves %s out of words", (_, text, expected) => expect(forms(text)).toBe(expected));

  test("keeps stars and underscores that mark nothing", () => {
    expect(forms("2 * 3 * 4 and snake_case_name")).toBe("2 * 3 * 4 and snake_case_name");
  });

  test("offsets point at the text as it is", () => {
    const text = "The *Post* paid \\$2\nbillion.";
    const doc = parse({ id: "t", text });
    expect(doc.tokens.map((token) => text.slice(token.start, token.end))).toEqual([
      "The", "Post", "paid", "$", "2", "billion", ".",
    ]); // biome-ignore format: one line reads better
  });
});

describe("createEnglishTokenizer(model), sentences", () => {
  test.each([
    [
      "after a full stop, not after a title",
      "Dr. Roe met Gen. Doe in the U.S. capital. They talked.",
      ["Dr. Roe met Gen. Doe in the U.S. capital.", "They talked."],
    ],
    [
      "with a closing quote",
      "“We won,” he wrote. “They lost.” Nobody else spoke.",
      ["“We won,” he wrote.", "“They lost.”", "Nobody else spoke."],
    ],
    ["with straight quotes", 'She said: "We won." The crowd cheered.', ['She said: "We won."', "The crowd cheered."]],
    ["at marks of question and exclamation", "Who won? We did! They left.", ["Who won?", "We did!", "They left."]],
    [
      "but not within numbers and names",
      "Acme Corp. paid $3.5 million to J. K. Roe. It was late.",
      ["Acme Corp. paid $3.5 million to J. K. Roe.", "It was late."],
    ],
    [
      "across a line break",
      "The minister for harbours said on Monday\nthat the plan was dead. Nobody agreed.",
      ["The minister for harbours said on Monday\nthat the plan was dead.", "Nobody agreed."],
    ],
  ])("ends sentences %s", (_, text, expected) => expect(sentences(text)).toEqual(expected));

  test("no sentence crosses a block", () => {
    expect(sentences("A plan fails\n\nIt failed on Monday")).toEqual(["A plan fails", "It failed on Monday"]);
  });

  test("one sentence runs over a page break", () => {
    const text = "The agency told several German government\n\nofficials that the plan was dead.";
    expect(sentences(text)).toEqual([text]);
  });
});

describe("any text", () => {
  const chunk = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      "don't",
      "\ud800",
      "\udc00",
      "*",
      "**",
      "\\$",
      "[a](b.c)",
      "”",
      "U.S.",
      "(",
      "…",
      "\n\n",
      "\r\n",
      "\t",
      "\u00a0",
      "#",
      "> ",
    ),
  );

  test("has tokens in order whose forms are their slices but for markup, and sentences that hold them all", () => {
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 15 }), (chunks) => {
        const text = chunks.join(chunks.length % 2 ? " " : "");
        const doc = parse({ id: "t", text });
        let end = 0;
        for (const token of doc.tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
          const slice = text.slice(token.start, token.end);
          if (!/[\\*_`[\]()!>\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/.test(slice))
            expect(token.form).toBe(slice);
          expect(token.form).not.toMatch(/\s/);
        }
        let next = 0;
        for (const sentence of doc.sentences) {
          expect(sentence.firstToken).toBe(next);
          expect(sentence.endToken).toBeGreaterThan(next);
          expect(sentence.start).toBe(doc.tokens[next]!.start);
          next = sentence.endToken;
          expect(sentence.end).toBe(doc.tokens[next - 1]!.end);
        }
        expect(next).toBe(doc.tokens.length);
        expect(doc.tags).toHaveLength(next);
        expect(doc.lemmas).toHaveLength(next);
        expect(doc.syntax).toHaveLength(next);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  test.each([
    ["one long word", "a".repeat(100_000)],
    ["stars", "*".repeat(50_000)],
    ["open brackets", "[".repeat(10_000)],
    ["dashes", "a—".repeat(10_000)],
    ["hyphens", "a-".repeat(10_000)],
    ["full stops", "a.".repeat(10_000)],
    ["quotes", '"a" '.repeat(4_000)],
    ["backslashes", "\\".repeat(50_000)],
    ["words without a mark", "word ".repeat(5_000)],
  ])("is read to its end: %s", (_, text) => {
    const doc = parse({ id: "t", text });
    expect(doc.tokens.at(-1)!.end).toBeGreaterThan(text.length - 3);
    for (const sentence of doc.sentences) expect(sentence.endToken - sentence.firstToken).toBeLessThanOrEqual(250);
  });
});
