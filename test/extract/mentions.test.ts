import { describe, expect, test } from "vitest";
import type { Doc, Mention } from "../../src/core/index.ts";
import { findMentions } from "../../src/extract/index.ts";
import { readActorLexicon } from "../../src/train/coref-trainer.ts";
import { type MakeDocOptions, makeDoc } from "../helpers.ts";

const lexicon = await readActorLexicon("data");

/** Finds the mentions anew: of the brackets only the names count. */
function find(marked: string, options: MakeDocOptions): { doc: Doc<"names">; mentions: Mention[] } {
  const doc = makeDoc(marked, options);
  return { doc, mentions: findMentions(doc, lexicon) };
}

function show({ doc, mentions }: { doc: Doc; mentions: readonly Mention[] }): string {
  return mentions.map((mention) => `${mention.kind} ${doc.text.slice(mention.start, mention.end)}`).join(" | ");
}

describe("findMentions(doc)", () => {
  test.each<[string, string, MakeDocOptions, string]>([
    [
      "finds nested names, nominals and pronouns, the outer one first",
      "several [German]demonym government officials said they agreed",
      {
        tags: "JJ JJ NN NNS VBD PRP VBD",
        heads: "4 4 4 5 0 7 5",
        deps: "amod amod compound nsubj root nsubj ccomp",
      },
      "nominal several German government officials | name German | pronoun they",
    ],
    [
      "takes the of-phrase into a nominal, but no relative clause",
      "the director of [Acme]organization who resigned",
      { tags: "DT NN IN NNP WP VBD", heads: "2 0 4 2 6 2", deps: "det root case nmod nsubj acl:relcl" },
      "nominal the director of Acme | name Acme | pronoun who",
    ],
    [
      "leaves out it where it points to nothing",
      "it seems that it failed",
      { tags: "PRP VBZ IN PRP VBD", heads: "2 0 5 5 2", deps: "expl root mark nsubj ccomp" },
      "pronoun it",
    ],
    [
      "leaves out common nouns that neither act nor are acted on, and nouns inside a phrase",
      "the company network grew by a bit",
      { tags: "DT NN NN VBD IN DT NN", heads: "3 3 4 0 7 7 4", deps: "det compound nsubj root case det obl" },
      "nominal the company network",
    ],
    [
      "cuts titles off a person's name",
      "[Secretary Jane Roe]person left",
      { tags: "NNP NNP NNP VBD", heads: "2 4 2 0", deps: "nmod:desc nsubj flat root" },
      "name Jane Roe",
    ],
    [
      "cuts a title off an organization before a person",
      "[High Court Justice]organization [Jane Roe]person left",
      { tags: "NNP NNP NNP NNP NNP VBD", heads: "2 4 4 6 4 0", deps: "compound compound nmod:desc nsubj flat root" },
      "name High Court | name Jane Roe",
    ],
    [
      "cuts a region off an acronym before a role",
      "a [NDO Asia]organization analyst left",
      { tags: "DT NNP NNP NN VBD", heads: "4 4 4 5 0", deps: "det compound compound nsubj root" },
      "nominal a NDO Asia analyst | name NDO",
    ],
    [
      "parts an institute from its university",
      "[Institute of Data at Smallville University]organization moved",
      {
        tags: "NNP IN NNP IN NNP NNP VBD",
        heads: "7 3 1 6 6 1 0",
        deps: "nsubj case nmod case compound nmod root",
      },
      "name Institute of Data | name Smallville University",
    ],
    [
      "finds a role tagged as the adjective of its form",
      "the official agreed",
      { tags: "DT JJ VBD", heads: "2 3 0", deps: "det nsubj root" },
      "nominal the official",
    ],
  ])("%s", (_, text, options, expected) => expect(show(find(text, options))).toBe(expected));

  test.each([
    ["German", "demonym", "Germany", true, "place"],
    ["British", "demonym", "United Kingdom", true, "place"],
    ["US", "place", "United States", undefined, "place"],
    ["European", "demonym", "Europe", true, "place"],
    ["Republicans", "group", "Republican Party", true, "organization"],
    ["Smallville", "place", undefined, undefined, "place"],
  ])("leads %s to its normal form", (form, type, canonical, demonym, entityType) => {
    const { mentions } = find(`[${form}]${type} acted`, { tags: "NNP VBD" });
    expect(mentions[0]).toMatchObject({ entityType, kind: "name" });
    expect([mentions[0]!.canonical, mentions[0]!.demonym]).toEqual([canonical, demonym]);
  });

  test.each([
    ["[Theresa Roe]person spoke", "NNP NNP VBD", "female"],
    ["Mr. [Roe]person spoke", "NNP NNP VBD", "male"],
    ["[Roe]person spoke", "NNP VBD", "unknown"],
    ["[Acme]organization spoke", "NNP VBD", "neuter"],
  ])("reads the gender of %s", (text, tags, gender) => {
    expect(find(text, { tags }).mentions[0]!.gender).toBe(gender);
  });

  test("gives every mention a span that reads as its tokens do", () => {
    const { doc, mentions } = find("the [U.S.]place 's troops , he said , left", {
      tags: "DT NNP POS NNS , PRP VBD , VBD",
      heads: "2 4 2 9 7 7 9 7 0",
      deps: "det nmod:poss case nsubj punct nsubj parataxis punct root",
    });
    expect(show({ doc, mentions })).toBe("nominal the U.S.'s troops | name U.S. | pronoun he");
  });
});
