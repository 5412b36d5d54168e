import type { Tree } from "../language/index.ts";

const BODIES = /^(?:newspaper|paper|page|magazine|board|column|columnist|journal|publication|editorial)$/;
const PHRASE =
  /^(?:i|we|me|us|my|our|this (?:newspaper|paper|page|magazine|column|columnist|journal|publication|editorial)|(?:this|our|the) editorial board)$/i;

/** Whether the token heads words by which a text names whoever speaks in it: "I", "we", "this newspaper", "our editorial board". */
export function isOurselves(tree: Tree, token: number): boolean {
  if (/^(?:i|we)$/i.test(tree.form(token))) return true;
  if (!BODIES.test(tree.lemma(token))) return false;
  return tree.children(token).some((t) => /^(?:this|our)$/i.test(tree.form(t)) || tree.lemma(t) === "editorial");
}

/** Whether the whole phrase does. */
export function isOwnSource(phrase: string): boolean {
  return PHRASE.test(phrase.replace(/\s+/g, " ").trim());
}
