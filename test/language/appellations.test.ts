import { describe, expect, test } from "vitest";
import { treeOf } from "../../src/language/index.ts";
import { createTextParser } from "../../src/train/parse-text.ts";

const parse = await createTextParser("data/models");

/** The word's relation and head, as `nsubj:tried`. */
function arcOf(text: string, word: string): string {
  const tree = treeOf(parse({ id: "a", text }));
  const token = tree.doc.tokens.findIndex(({ form }) => form === word);
  const head = tree.head(token);
  return `${tree.dep(token)}:${head < 0 ? "ROOT" : tree.form(head)}`;
}

describe("the parser makes the name the head of its titles", () => {
  test.each([
    ["Ohio Gov. Helen Marsh tried to walk back her comments.", "Helen", "nsubj:tried"],
    ["Ohio Gov. Helen Marsh tried to walk back her comments.", "Ohio", "compound:Gov."],
    ["Farmers criticized President Helen Marsh.", "Helen", "obj:criticized"],
    ["New York AG Helen Marsh on Saturday thanked Peter Vance.", "Helen", "nsubj:thanked"],
    ["A letter from Senate Majority Leader Helen Marsh angered them.", "Helen", "nmod:letter"],
    ["Ohio Attorney General Helen Marsh's office erred.", "Helen", "nmod:poss:office"],
    ["Farmers told reporters President Marsh was tired.", "Marsh", "nsubj:tired"],
  ])("%s (%s)", (text, word, arc) => {
    expect(arcOf(text, word)).toBe(arc);
  });

  test("and hangs no word on a mark", () => {
    const tree = treeOf(
      parse({ id: "a", text: "They blamed the former head of the bank, Helen Marsh. Nobody knew why!" }),
    );
    tree.doc.tokens.forEach((_, token) => {
      const head = tree.head(token);
      if (head >= 0 && tree.pos(head) === "PUNCT") expect(tree.pos(token)).toBe("PUNCT");
    });
  });
});
