import { beforeAll, describe, expect, test } from "vitest";
import { InputError } from "../../src/core/index.ts";
import { loadTagger, treeOf } from "../../src/language/index.ts";
import type { TextParser } from "../../src/train/parse-text.ts";
import { loadParse } from "./parse.ts";

let parse: TextParser;
beforeAll(async () => {
  parse = await loadParse();
});

/** Arcs as `relation(head, word)`. */
function arcs(text: string): string[] {
  const doc = parse({ id: "t", text });
  return doc.syntax.map(({ head, dep }, i) => {
    const form = doc.tokens[i]!.form;
    return `${dep}(${head < 0 ? "ROOT" : doc.tokens[head]!.form}, ${form})`;
  });
}

describe("createEnglishTagger(model, clusters)", () => {
  test.each([
    ["The minister said the plan was dead.", "DT NN VBD DT NN VBD JJ ."],
    ["Germany is leaning towards a compromise.", "NNP VBZ VBG IN DT NN ."],
    ["She has never supported the ban.", "PRP VBZ RB VBN DT NN ."],
  ])("tags %s", (text, expected) => {
    expect(
      parse({ id: "t", text })
        .tags.map((tag) => tag.xpos)
        .join(" "),
    ).toBe(expected);
  });

  test("universal and Penn tags agree", () => {
    const { tags } = parse({ id: "t", text: "The minister said that she would not support the new law in March." });
    for (const { pos, xpos } of tags) {
      if (xpos === "MD") expect(pos).toBe("AUX");
      if (xpos === "DT") expect(pos).toBe("DET");
      if (xpos === "NN") expect(pos).toBe("NOUN");
    }
  });
});

describe("createEnglishLemmatizer(model)", () => {
  test.each([
    ["The companies were leaving their offices.", "the company be leave their office ."],
    ["She said that he had written to them.", "she say that he have write to they ."],
    ["We can’t support these policies.", "we can not support this policy ."],
  ])("finds the lemmas of %s", (text, expected) => {
    expect(parse({ id: "t", text }).lemmas.join(" ")).toBe(expected);
  });

  test("keeps the capitals of names", () => {
    expect(parse({ id: "t", text: "She met Angela Roe in Berlin." }).lemmas.join(" ")).toBe(
      "she meet Angela Roe in Berlin .",
    );
  });
});

describe("createEnglishParser(model, clusters)", () => {
  test.each([
    ["subject and object", "The government rejected the plan.", ["nsubj(rejected, government)", "obj(rejected, plan)"]],
    [
      "the passive and its agent",
      "The plan was rejected by the government.",
      ["nsubj:pass(rejected, plan)", "aux:pass(rejected, was)"],
    ],
    ["what is said", "The minister said the plan was dead.", ["nsubj(said, minister)", "ccomp(said, dead)"]],
    ["an open complement", "Germany wants to ban the firm.", ["xcomp(wants, ban)", "obj(ban, firm)"]],
    ["a possessor", "The firm’s equipment is cheap.", ["nmod:poss(equipment, firm)", "nsubj(cheap, equipment)"]],
    ["a relative clause", "The agency that wrote the report was closed.", ["acl:relcl(agency, wrote)"]],
    ["a negated verb", "She did not support the ban.", ["advmod(support, not)"]],
  ])("finds %s", (_, text, expected) => expect(arcs(text)).toEqual(expect.arrayContaining(expected)));

  test("every sentence is a tree with one root", () => {
    const text =
      "While the agency has told the firm that it must upgrade its security—at a reported cost of at least $2 billion—it has never found evidence. Why? (Nobody knows.) “We won,” he said, “and they — well, they lost”; a list: one, two, three\n\n!!! ... ???";
    const doc = parse({ id: "t", text });
    const tree = treeOf(doc);
    for (const { firstToken, endToken } of doc.sentences) {
      let roots = 0;
      for (let t = firstToken; t < endToken; t++) {
        if (doc.syntax[t]!.head < 0) {
          roots++;
          expect(doc.syntax[t]!.dep).toBe("root");
        } else {
          expect(doc.syntax[t]!.head).toBeGreaterThanOrEqual(firstToken);
          expect(doc.syntax[t]!.head).toBeLessThan(endToken);
        }
        let steps = 0;
        for (let up = t; up >= 0; up = tree.head(up)) expect(steps++).toBeLessThan(endToken - firstToken + 1);
      }
      expect(roots).toBe(1);
    }
  });

  test("the same text gives the same tree", () => {
    const text = "The minister said on Monday that the government would drop the plan.";
    expect(parse({ id: "a", text }).syntax).toEqual(parse({ id: "b", text }).syntax);
  });
});

describe("readModel(bytes, kind, version)", () => {
  test.each([
    ["no model", new TextEncoder().encode("not a model at all, just text"), "not-a-model"],
    ["nothing", new Uint8Array(), "not-a-model"],
  ])("refuses %s", async (_, bytes, code) => {
    await expect(loadTagger(bytes)).rejects.toThrowError(InputError);
    await expect(loadTagger(bytes)).rejects.toMatchObject({ code });
  });
});
