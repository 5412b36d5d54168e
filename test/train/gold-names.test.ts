import { describe, expect, test } from "vitest";
import { findGoldNames } from "../../src/train/gold-names.ts";

const find = (text: string, entities: Parameters<typeof findGoldNames>[1]) =>
  findGoldNames(text, entities).map(({ start, end, types }) => `${text.slice(start, end)} ${types}`);

describe("findGoldNames(text, entities)", () => {
  test.each<[string, string, Parameters<typeof findGoldNames>[1], string[]]>([
    [
      "finds names and aliases wherever they stand as whole words",
      "Acme sued. Acmes and ACME did not; Acme Corp. did.",
      [{ name: "Acme Corp.", type: "organization", aliases: ["Acme"] }],
      ["Acme organization", "Acme Corp. organization"],
    ],
    [
      "takes the longest of names that start together",
      "The West\nPort Times of West Port",
      [
        { name: "West Port", type: "place" },
        { name: "The West Port Times", type: "organization" },
      ],
      ["West\nPort Times organization", "West Port place"],
    ],
    [
      "gives every type that the name may have",
      "Oslo said no.",
      [
        { name: "Norway", type: "place", aliases: ["Oslo"] },
        { name: "Oslo", type: "organization", alsoType: "group" },
      ],
      ["Oslo place,organization,group"],
    ],
    ["reads signs as themselves", "a+b (A.B.) aXb", [{ name: "a.b", type: "law", aliases: ["a+b"] }], ["a+b law"]],
    ["finds nothing without entities", "Oslo said no.", [], []],
  ])("%s", (_, text, entities, expected) => expect(find(text, entities)).toEqual(expected));
});
