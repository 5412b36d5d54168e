import { describe, expect, test } from "vitest";
import type { Attribution } from "../../src/core/index.ts";
import { readSource } from "../../src/extract/chain-sources.ts";
import { treeOf } from "../../src/language/index.ts";
import { makeDoc } from "../helpers.ts";

const PROSECUTORS = [
  "Two federal prosecutors , who say that [Alba]place lies , left .",
  {
    tags: "CD JJ NNS , WP VBP IN NNP VBZ , VBD .",
    lemmas: "two federal prosecutor , who say that Alba lie , leave .",
    heads: "3 3 11 6 6 3 9 9 6 6 0 11",
    deps: "nummod amod nsubj punct nsubj acl:relcl mark nsubj ccomp punct root punct",
  },
] as const;

const NAMED = [
  "[Anna Berg]person , who said so , left .",
  {
    tags: "NNP NNP , WP VBD RB , VBD .",
    lemmas: "Anna Berg , who say so , leave .",
    heads: "8 1 5 5 1 5 5 0 8",
    deps: "nsubj flat punct nsubj acl:relcl advmod punct root punct",
  },
] as const;

const LOOSE = [
  "Alba is sought by prosecutors , who say so .",
  {
    tags: "NNP VBZ/AUX VBN IN NNS , WP VBP RB .",
    lemmas: "Alba be seek by prosecutor , who say so .",
    heads: "3 3 0 5 3 8 8 3 8 3",
    deps: "nsubj:pass aux:pass root case obl:agent punct nsubj parataxis advmod punct",
  },
] as const;

const QUESTION = [
  "Who say so ?",
  { tags: "WP VBP RB .", lemmas: "who say so ?", heads: "2 0 2 2", deps: "nsubj root advmod punct" },
] as const;

describe("readSource(tree, attribution)", () => {
  test.each([
    ["the noun that a relative pronoun stands for", PROSECUTORS, ["who"], "Two federal prosecutors"],
    ["the whole of a name", NAMED, ["who"], "Anna Berg"],
    ["the noun before the pronoun where the clause hangs elsewhere", LOOSE, ["who"], "prosecutors"],
    ["a pronoun without a noun as it is", QUESTION, ["Who"], "Who"],
    ["other words as they stand", PROSECUTORS, ["Alba"], "Alba"],
    ["a source in pieces as it stands", PROSECUTORS, ["Two", "prosecutors"], "Two … prosecutors"],
  ] as const)("reads %s", (_, [words, parse], pieces, expected) => {
    const doc = makeDoc(words, parse);
    const source = pieces.map((piece) => {
      const start = doc.text.indexOf(piece);
      return { start, end: start + piece.length };
    });
    const rest = { cue: [], content: [], sourceMention: -1, cueHead: 0, parent: -1, quoted: false, confidence: 1 };
    const attribution: Attribution = { source, ...rest };
    expect(readSource(treeOf(doc), attribution)).toBe(expected);
  });
});
