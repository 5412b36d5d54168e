import { describe, expect, test } from "vitest";
import type { Attribution } from "../../src/core/index.ts";
import { readSource } from "../../src/extract/chain-sources.ts";
import { treeOf } from "../../src/language/index.ts";
import { makeDoc } from "../helpers.ts";

const doc = makeDoc("Two federal prosecutors , who say that [Alba]place lies , left .", {
  tags: "CD JJ NNS , WP VBP IN NNP VBZ , VBD .",
  lemmas: "two federal prosecutor , who say that Alba lie , leave .",
  heads: "3 3 11 6 6 3 9 9 6 6 0 11",
  deps: "nummod amod nsubj punct nsubj acl:relcl mark nsubj ccomp punct root punct",
});

function from(words: string | readonly string[], text = doc.text): Attribution {
  const source = [words].flat().map((piece) => {
    const start = text.indexOf(piece);
    return { start, end: start + piece.length };
  });
  return { source, cue: [], content: [], sourceMention: -1, cueHead: 5, parent: -1, quoted: false, confidence: 1 };
}

describe("readSource(tree, attribution)", () => {
  test("reads the noun that a relative pronoun stands for", () => {
    expect(readSource(treeOf(doc), from("who"))).toBe("Two federal prosecutors");
  });

  test("reads the whole of a name", () => {
    const named = makeDoc("[Anna Berg]person , who said so , left .", {
      tags: "NNP NNP , WP VBD RB , VBD .",
      lemmas: "Anna Berg , who say so , leave .",
      heads: "8 1 5 5 1 5 5 0 8",
      deps: "nsubj flat punct nsubj acl:relcl advmod punct root punct",
    });
    expect(readSource(treeOf(named), from("who", named.text))).toBe("Anna Berg");
  });

  test("takes the noun before the pronoun where the clause hangs elsewhere", () => {
    const loose = makeDoc("Alba is sought by prosecutors , who say so .", {
      tags: "NNP VBZ/AUX VBN IN NNS , WP VBP RB .",
      lemmas: "Alba be seek by prosecutor , who say so .",
      heads: "3 3 0 5 3 8 8 3 8 3",
      deps: "nsubj:pass aux:pass root case obl:agent punct nsubj parataxis advmod punct",
    });
    expect(readSource(treeOf(loose), from("who", loose.text))).toBe("prosecutors");
  });

  test("leaves a pronoun without a noun as it is", () => {
    const alone = makeDoc("Who say so ?", {
      tags: "WP VBP RB .",
      lemmas: "who say so ?",
      heads: "2 0 2 2",
      deps: "nsubj root advmod punct",
    });
    expect(readSource(treeOf(alone), from("Who", alone.text))).toBe("Who");
  });

  test("reads other words as they stand", () => {
    expect(readSource(treeOf(doc), from("Alba"))).toBe("Alba");
    expect(readSource(treeOf(doc), from(["Two", "prosecutors"]))).toBe("Two … prosecutors");
  });
});
