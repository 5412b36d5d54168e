import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findVoice } from "../../src/extract/voices.ts";

describe("findVoice(document, speaksAsI)", () => {
  test.each([
    ["the publisher", { publisher: "The Herald" }, false, "publisher The Herald"],
    [
      "the publisher where nobody says I",
      { publisher: "The Herald", author: "Ada Quill" },
      false,
      "publisher The Herald",
    ],
    ["the author who says I", { publisher: "The Herald", author: "Ada Quill" }, true, "author Ada Quill"],
    [
      "the author without by, office and capitals",
      { author: "By ADA M. QUILL, Staff Writer" },
      true,
      "author Ada M. Quill",
    ],
    [
      "the publisher where two say I",
      { publisher: "The Herald", author: "Ada Quill, Max Roe" },
      true,
      "publisher The Herald",
    ],
    [
      "the publisher where a newsroom does",
      { publisher: "The Herald", author: "Herald News Desk" },
      true,
      "publisher The Herald",
    ],
    ["nobody without names", {}, true, ""],
    ["nobody for an author who does not say I", { author: "Ada Quill" }, false, ""],
    ["nobody for a word that stands for no name", { publisher: "null" }, false, ""],
    ["nobody for marks", { publisher: "—" }, false, ""],
    ["nobody for a name that is too long", { publisher: "Herald ".repeat(100) }, false, ""],
  ])("gives %s", (_, document, speaksAsI, expected) => {
    const voice = findVoice(document, speaksAsI);
    expect(voice ? `${voice.role} ${voice.name}` : "").toBe(expected);
  });

  test("takes any value that a record may hold (seed 7)", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.boolean(), (publisher, author, speaksAsI) => {
        const voice = findVoice({ publisher, author } as { publisher: string; author: string }, speaksAsI);
        if (!voice) return;
        expect(voice.name).toMatch(/\p{L}/u);
        expect(voice.name.length).toBeLessThanOrEqual(100);
        expect(voice.name).not.toMatch(/\p{Cc}/u);
      }),
      { seed: 7 },
    );
  });
});
