import { describe, expect, test } from "vitest";
import type { Block, Sentence, Token } from "../../src/core/index.ts";
import { findQuotations, insideQuotations } from "../../src/extract/attribution-quotes.ts";

/** Tokens at every word and mark, a sentence a paragraph. */
function read(text: string): {
  tokens: Token[];
  sentences: Sentence[];
  blocks: Block[];
} {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const blocks: Block[] = [];
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    const span = { start: paragraph.index, end: paragraph.index + paragraph[0].length };
    const firstToken = tokens.length;
    for (const word of paragraph[0].matchAll(/''|[\w$]+(?:['’][a-z]+)?|\S/g)) {
      const start = span.start + word.index;
      tokens.push({ start, end: start + word[0].length, form: word[0] });
    }
    sentences.push({ ...span, firstToken, endToken: tokens.length, block: blocks.length });
    blocks.push({ ...span, kind: "paragraph", pieces: [span] });
  }
  return { tokens, sentences, blocks };
}

function quotationsOf(text: string, inside = false): string[] {
  const { tokens, sentences, blocks } = read(text);
  const found = findQuotations(text, tokens, sentences, blocks);
  const { list } = inside ? insideQuotations(found) : found;
  return list.map(
    ({ open, close, closed }) => text.slice(tokens[open]!.start, tokens[close]!.end) + (closed ? "" : "…"),
  );
}

describe("findQuotations(text, tokens, sentences, blocks)", () => {
  test.each([
    ["curly marks", "“Go,” he said. “Now.”", ["“Go,”", "“Now.”"]],
    ["straight marks", '"Go," he said. "Now."', ['"Go,"', '"Now."']],
    ["two single marks as a double one", "''Go,'' he said. ''Now.''", ["''Go,''", "''Now.''"]],
    ["single marks", "He said ‘go’ and left.", ["‘go’"]],
    ["straight single marks", "He said 'go' and left.", ["'go'"]],
    ["no apostrophes", "The dogs' owners don't mind, it's Arden's.", []],
    ["a quotation that goes on in the next paragraph", "“We go.\n“We stay,” he said.", ["“We go.…", "“We stay,”"]],
    ["a new mark where one is still open", "“We go “We stay,” he said.", ["“We go…", "“We stay,”"]],
    ["nothing in plain text", "They left.", []],
    ["nothing in no text", "", []],
  ])("finds %s", (_, text, expected) => expect(quotationsOf(text)).toEqual(expected));

  test.each([
    ["single inside double", "“She said, ‘go,’ twice,” he said.", ["‘go,’"]],
    ["none", "“Go,” he said.", []],
  ])("finds quotations inside quotations: %s", (_, text, expected) => {
    expect(quotationsOf(text, true)).toEqual(expected);
    expect(quotationsOf(text)).toHaveLength(1);
  });
});
