import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBlocks } from "../../src/language/index.ts";

/** Blocks as `kind: text | text`, pieces apart by a bar. */
function show(text: string, title?: string): string[] {
  return findBlocks(text, title).map(
    (block) => `${block.kind}: ${block.pieces.map((piece) => text.slice(piece.start, piece.end)).join(" | ")}`,
  );
}

describe("findBlocks(text)", () => {
  test("finds title, byline, date, paragraphs and boilerplate", () => {
    const text = [
      "Ministers clash over harbour plan",
      "",
      "By Jane Doe and John Roe",
      "",
      "23 February 2019",
      "",
      "The minister said the plan was dead. Her deputy disagreed.",
      "",
      "Harbour workers protest",
      "",
      "Dozens gathered at the gate on Monday.",
      "",
      "Read more: The long story of the harbour",
      "",
      "To contact the editors, write to the address below.",
    ].join("\n");
    expect(show(text)).toEqual([
      "title: Ministers clash over harbour plan",
      "byline: By Jane Doe and John Roe",
      "dateline: 23 February 2019",
      "paragraph: The minister said the plan was dead. Her deputy disagreed.",
      "heading: Harbour workers protest",
      "paragraph: Dozens gathered at the gate on Monday.",
      "boilerplate: Read more: The long story of the harbour",
      "boilerplate: To contact the editors, write to the address below.",
    ]);
  });

  test.each([
    ["a bare name near the top", "A plan fails\n\nJane Doe\n\nIt failed on Monday.", "byline: Jane Doe"],
    ["a name with an agency", "A plan fails\n\nJane Doe, Reuters\n\nIt failed.", "byline: Jane Doe, Reuters"],
    ["an American date", "A plan fails\n\nFebruary 23, 2019\n\nIt failed.", "dateline: February 23, 2019"],
    ["an ISO date", "A plan fails\n\n2019-02-23\n\nIt failed.", "dateline: 2019-02-23"],
    [
      "a date with words and time",
      "A plan fails\n\nUpdated 3:04 PM ET, Mon February 18, 2019\n\nIt failed.",
      "dateline: Updated 3:04 PM ET, Mon February 18, 2019",
    ],
    ["place and agency", "BERLIN (Reuters) - The plan failed.", "dateline: BERLIN (Reuters) -"],
    [
      "a Markdown heading",
      "# A plan fails\n\nIt failed.\n\n## What comes next ##\n\nNobody knows.",
      "heading: What comes next",
    ],
    [
      "an underlined heading",
      "Opening\n=======\n\nIt failed.\n\nWhat comes next\n----\nNobody knows.",
      "heading: What comes next",
    ],
    ["a page number", "It failed on Monday.\n\nPage 3\n\nNobody knows.", "boilerplate: Page 3"],
    ["an address", "It failed on Monday.\n\nhttps://example.org/more", "boilerplate: https://example.org/more"],
  ])("finds %s", (_, text, expected) => expect(show(text)).toContain(expected));

  test("keeps the paragraph behind place and agency", () => {
    expect(show("BERLIN (Reuters) - The plan failed.\n\nNobody knows why.")[1]).toBe("paragraph: The plan failed.");
  });

  test("takes the title that the source gave", () => {
    expect(show("A plan, revised, fails.\n\nIt failed on Monday.", "A plan, revised, fails")[0]).toBe(
      "title: A plan, revised, fails.",
    );
  });

  test("joins hard-wrapped lines", () => {
    const text =
      "The minister for harbours said on Monday that the\nplan had been dropped, because nobody in the town\nwanted it. Her deputy disagreed.\n\nNothing else happened in the town that day, he said.";
    expect(show(text)[0]).toBe(
      "paragraph: The minister for harbours said on Monday that the | plan had been dropped, because nobody in the town | wanted it. Her deputy disagreed.",
    );
  });

  test("parts a short line from the text below it", () => {
    const text = "A plan fails\nThe minister for harbours said on Monday that the plan had been dropped.";
    expect(show(text)).toEqual([
      "title: A plan fails",
      "paragraph: The minister for harbours said on Monday that the plan had been dropped.",
    ]);
  });

  test.each([
    ["a blank line", "\n\n"],
    ["a form feed", "\f"],
    ["a page number", "\n\n12\n\n"],
    ["an advertisement", "\n\nAdvertisement\n\n"],
  ])("joins a sentence cut by %s", (_, between) => {
    const text = `The agency told several German government${between}officials that the plan was dead. They shrugged.`;
    expect(show(text)).toContain(
      "paragraph: The agency told several German government | officials that the plan was dead. They shrugged.",
    );
  });

  test("does not join a sentence that ended", () => {
    expect(show("The agency told the officials that the plan was dead.\n\neBay shares fell on the news.")).toHaveLength(
      2,
    );
  });

  test("cuts items apart and takes their marks off", () => {
    expect(show("The plan has three parts.\n\n- a harbour\n- a road\n* a bridge").slice(1)).toEqual([
      "paragraph: a harbour",
      "paragraph: a road",
      "paragraph: a bridge",
    ]);
  });

  test("takes the marks of a quotation off every line", () => {
    expect(show("> The plan that we made last year in the town\n> hall has failed.")).toEqual([
      "paragraph: The plan that we made last year in the town | hall has failed.",
    ]);
  });

  test("cuts blocks that are too long, whatever they hold", () => {
    for (const text of [
      "word ".repeat(30_000),
      "x".repeat(150_000),
      "One sentence. ".repeat(9_000),
      "😀".repeat(60_000),
    ]) {
      const blocks = findBlocks(text);
      expect(Math.max(...blocks.map((block) => block.end - block.start))).toBeLessThanOrEqual(20_000);
      expect(blocks.every((block) => !/[\ud800-\udbff]$/.test(text.slice(block.start, block.end)))).toBe(true);
    }
  });

  test("pieces lie in order, inside their block, and hold something (any text)", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom(
        "",
        "# Title",
        "- item",
        "> quote",
        "----",
        "By Jane Doe",
        "a wrapped line of text that",
        "\f",
        "\ud800",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        let end = 0;
        for (const block of findBlocks(text)) {
          expect(block.start).toBe(block.pieces[0]!.start);
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBe(block.pieces.at(-1)!.end);
          for (const piece of block.pieces) {
            expect(piece.end).toBeGreaterThan(piece.start);
            expect(text.slice(piece.start, piece.end).trim()).not.toBe("");
          }
          end = Math.max(end, block.end);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { seed: 20190223, numRuns: 300 },
    );
  });
});
