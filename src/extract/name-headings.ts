import type { Tree } from "../language/index.ts";
import type { CutName } from "./name-cuts.ts";

/** Share of a heading's longer words that begin with a capital, and from which length on a word counts. */
const CAPITALS = 0.9;
const LONG = 4;

/**
 * Cuts words of a heading off a person's name: where every word has a capital, "Critics Rip | Jane Doe" and "Jane Doe |
 * Says" look like longer names. The text below says which words are hers.
 */
export function cutHeadingNames(tree: Tree, names: readonly CutName[]): CutName[] {
  const short = new Set(
    names
      .filter(({ type, firstToken, endToken }) => type === "person" && endToken - firstToken > 1)
      .map(({ firstToken, endToken }) => words(tree, firstToken, endToken)),
  );
  return names
    .flatMap((name) => dropHeadingNoun(tree, name, names))
    .map((name) => {
      const { type, firstToken, endToken } = name;
      if (type !== "person" || endToken - firstToken < 3 || !isHeading(tree, tree.sentence(firstToken))) return name;
      for (let length = endToken - firstToken - 1; length > 1; length--) {
        if (short.has(words(tree, endToken - length, endToken))) return { ...name, firstToken: endToken - length };
        if (short.has(words(tree, firstToken, firstToken + length))) return { ...name, endToken: firstToken + length };
      }
      return name;
    });
}

/** "Lawsuit Bill", "Quill Camp": the noun of a heading is no name if the text below writes it small. */
function dropHeadingNoun(tree: Tree, name: CutName, names: readonly CutName[]): CutName[] {
  const { firstToken, endToken, type } = name;
  const last = tree.form(endToken - 1);
  if (!/^\p{Lu}\p{Ll}+$/u.test(last) || !isHeading(tree, tree.sentence(firstToken))) return [name];
  const one = endToken - firstToken === 1;
  if (!one && type !== "person") return [name];
  const small = last.toLowerCase();
  const capital = (other: CutName) =>
    tree.form(other.endToken - 1) === last && !isHeading(tree, tree.sentence(other.firstToken));
  if (!tree.doc.tokens.some((token) => token.form === small) || names.some(capital)) return [name];
  return one ? [] : [{ ...name, endToken: endToken - 1 }];
}

function words(tree: Tree, first: number, end: number): string {
  const forms: string[] = [];
  for (let t = first; t < end; t++) forms.push(tree.form(t));
  return forms.join(" ");
}

/** Whether all longer words of a sentence begin with a capital, as in the headings of many papers. */
export function isHeading(tree: Tree, sentence: number): boolean {
  const { firstToken, endToken } = tree.doc.sentences[sentence]!;
  let long = 0;
  let capital = 0;
  for (let t = firstToken; t < endToken; t++) {
    const form = tree.form(t);
    if (form.length < LONG || !/^\p{L}/u.test(form)) continue;
    long++;
    if (/^\p{Lu}/u.test(form)) capital++;
  }
  return long > 2 && capital >= CAPITALS * long;
}
