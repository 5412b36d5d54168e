import { describe, expect, test } from "vitest";
import { findHeading } from "../../src/ingest/index.ts";

const BODY = "The ministry said on Monday that it would let the company build the network, and three officials agreed.";

describe("findHeading(text)", () => {
  test.each([
    [
      "headline, byline and date",
      `\n\nA further blow to the plan\n\nJane Roe\n23 February 2019\n\n${BODY}`,
      "A further blow to the plan|Jane Roe|2019-02-23",
    ],
    [
      "a byline that says so",
      `A further blow\nBy Jane Roe and John Doe\nFeb. 23, 2019\n\n${BODY}`,
      "A further blow|Jane Roe and John Doe|2019-02-23",
    ],
    [
      "byline and date on one line",
      `A further blow\n\nBy Jane Roe | 23 February 2019\n\n${BODY}`,
      "A further blow|Jane Roe|2019-02-23",
    ],
    [
      "a byline with place and post",
      `A further blow\n\nBy Jane Roe in Berlin, Staff Writer\n\n${BODY}`,
      "A further blow|Jane Roe|",
    ],
    [
      "a label before the date",
      `A further blow\n\nPublished: 23 February 2019, 10:30 GMT\n\n${BODY}`,
      "A further blow||2019-02-23",
    ],
    [
      "a headline that wraps",
      `A further blow to the plan that\nministers had put forward\n\n${BODY}`,
      "A further blow to the plan that ministers had put forward||",
    ],
    ["a headline that asks", `Who is for the plan?\n\n${BODY}`, "Who is for the plan?||"],
    ["a headline that ends in an acronym", `Berlin turns to the U.S.\n\n${BODY}`, "Berlin turns to the U.S.||"],
    ["a Markdown heading", `# A *further* blow\n\n${BODY}`, "A further blow||"],
    [
      "a dateline",
      `A further blow\n\nBERLIN, February 23, 2019 (Agency) - ${BODY} ${BODY}`,
      "A further blow||2019-02-23",
    ],
    [
      "Windows line ends",
      `A further blow\r\n\r\nJane Roe\r\n23 February 2019\r\n\r\n${BODY}`,
      "A further blow|Jane Roe|2019-02-23",
    ],
    ["no headline where a sentence begins the text", `${BODY}\n\n${BODY}`, "||"],
    ["no headline in a text of one line", "A further blow", "||"],
    ["no author in a subheading", `A further blow\n\nThe Long View\n\n${BODY}`, "A further blow||"],
    ["nothing in nothing", "\n \n", "||"],
  ])("finds %s", (_, text, expected) => {
    const { title = "", author = "", date = "" } = findHeading(text);
    expect(`${title}|${author}|${date}`).toBe(expected);
  });
});
