import type { Attribution, Span } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import { findRelativeHead, RELATIVE } from "./pronouns.ts";
import { firstTokenAt } from "./token-spans.ts";

const BEFORE_NOUN = new Set(["det", "amod", "compound", "nummod", "nmod:poss"]);

/**
 * Whom a link of a chain names, in the text's words. A relative pronoun says nothing by itself: of "US prosecutors, who
 * say …" the noun is read that it stands for.
 */
export function readSource(tree: Tree, { source }: Attribution): string {
  const { text } = tree.doc;
  const words = source.map(({ start, end }) => text.slice(start, end)).join(" … ");
  const noun = RELATIVE.has(words.toLowerCase()) ? nounBehind(tree, source[0]!) : -1;
  return (noun < 0 ? words : readNoun(tree, noun)).replace(/\s+/g, " ");
}

function nounBehind(tree: Tree, { start }: Span): number {
  const pronoun = firstTokenAt(tree.doc.tokens, start);
  if (!/^W/.test(tree.xpos(pronoun))) return -1;
  const described = findRelativeHead(tree, pronoun);
  return described < 0 ? nounBefore(tree, pronoun) : described;
}

/** The noun right before the pronoun: a long clause is often parsed as one that stands by itself. */
function nounBefore(tree: Tree, pronoun: number): number {
  const { tokens } = tree.doc;
  let noun = tokens[pronoun - 1]?.form === "," ? pronoun - 2 : pronoun - 1;
  if (noun < 0) return -1;
  if (tree.dep(noun) === "flat") noun = tree.head(noun);
  return /^(?:NOUN|PROPN)$/.test(tree.pos(noun)) ? noun : -1;
}

/** The noun with what stands right before it, and all parts of a name. */
function readNoun(tree: Tree, noun: number): string {
  const before = tree.children(noun).find((child) => child < noun && BEFORE_NOUN.has(tree.dep(child)));
  const last = tree.childrenBy(noun, "flat").at(-1) ?? noun;
  const { start, end } = tree.span(before === undefined ? noun : tree.extent(before).first, last + 1);
  return tree.doc.text.slice(start, end);
}
