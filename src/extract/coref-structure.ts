import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { CorefNode } from "./coref-nodes.ts";
import { findRelativeHead } from "./pronouns.ts";

/** Relations that an apposition gets, rightly or by a parser's mistake; adjacency and type then have to agree. */
const BESIDE = new Set([
  "appos",
  "dep",
  "parataxis",
  "list",
  "nmod",
  "flat",
  "compound",
  "nmod:desc",
  "nmod:unmarked",
  "obl:unmarked",
]);

/**
 * Links that the sentence's structure gives: a relative pronoun to the noun that its clause describes, a noun phrase to
 * the name that it stands beside ("Acme, the carmaker, …", "the Finnish firm Nokia", "the director, Jane Roe").
 * Maps the later node to the earlier one.
 */
export function findStructuralLinks(
  tree: Tree,
  nodes: readonly CorefNode[],
  mentions: readonly Mention[],
): Map<number, number> {
  const links = new Map<number, number>();
  const byHead = new Map<number, number>();
  nodes.forEach((node, i) => {
    const known = byHead.get(node.head);
    // Of two mentions with one head the name says more.
    if (known === undefined || node.kind === "name") byHead.set(node.head, i);
  });
  nodes.forEach((node, i) => {
    if (node.pronoun?.kind !== "relative") return;
    const antecedent = findAntecedent(tree, nodes, byHead.get(findRelativeHead(tree, node.head)), node);
    if (antecedent !== undefined && antecedent < i) links.set(i, antecedent);
  });
  const names = nodes.map((_, i) => i).filter((i) => nodes[i]!.kind === "name" && !nodes[i]!.demonym);
  const nameAt = new Map(names.map((i) => [mentions[nodes[i]!.mention]!.firstToken, i]));
  const nameBefore = new Map(names.map((i) => [mentions[nodes[i]!.mention]!.endToken, i]));
  nodes.forEach((node, i) => {
    if (node.kind !== "nominal" || node.plural) return;
    const after = nameAt.get(node.endToken) ?? nameAt.get(skipComma(tree, node.endToken));
    const before = node.firstToken > 0 ? nameBefore.get(skipCommaBack(tree, node.firstToken)) : undefined;
    const called = calledName(tree, node.head);
    if (called >= 0) {
      const name = names.find((n) => nodes[n]!.firstToken <= called && called < nodes[n]!.endToken);
      if (name !== undefined && mayBeCalled(node, nodes[name]!)) links.set(Math.max(i, name), Math.min(i, name));
      return;
    }
    const held = nameBefore.get(node.endToken);
    const titled = held !== undefined && isTitled(tree, node, nodes[held]!) ? held : undefined;
    const name = titled ?? [before, after].find((n) => n !== undefined && isApposition(tree, node, nodes[n]!));
    if (name === undefined) return;
    const [early, late] = name < i ? [name, i] : [i, name];
    if (!links.has(late)) links.set(late, early);
  });
  return links;
}

/** Participles that give a name. */
const CALLED = new Set(["know", "call", "name", "dub", "term", "title", "entitle"]);

/** "The bill, known as the Clean Rivers Act": the word that heads the name, -1 without one. */
function calledName(tree: Tree, noun: number): number {
  for (const participle of tree.childrenBy(noun, "acl")) {
    if (tree.xpos(participle) !== "VBN" || !CALLED.has(tree.lemma(participle))) continue;
    const [named] = tree.childrenBy(participle, "obl", "xcomp", "obj", "nmod");
    if (named !== undefined && tree.pos(named) === "PROPN") return named;
  }
  return -1;
}

/** A bill may be called by a name that the tagger took for an organization's, but never by a person's. */
function mayBeCalled(nominal: CorefNode, name: CorefNode): boolean {
  return nominal.type === name.type || (nominal.type === "law" && name.type !== "person" && name.type !== "place");
}

/**
 * The noun that a relative clause describes; where "who" was hung on a thing, the person whose phrase holds that thing
 * ("a veteran of the agency who …"). "Which" describes no person.
 */
function findAntecedent(
  tree: Tree,
  nodes: readonly CorefNode[],
  found: number | undefined,
  relative: CorefNode,
): number | undefined {
  if (found === undefined) return undefined;
  const { type, head } = nodes[found]!;
  const form = tree.form(relative.head).toLowerCase();
  if (form === "which") return type === "person" ? undefined : found;
  if (form === "that" || form === "whose" || type === "person" || type === "group" || type === undefined) return found;
  for (let i = found - 1; i >= 0 && nodes[i]!.sentence === relative.sentence; i--) {
    const node = nodes[i]!;
    if (node.kind === "nominal" && node.type === "person" && node.firstToken <= head && head < node.endToken) return i;
  }
  return found;
}

/** The token after a comma or dash, and after an acronym in brackets: "the head of the agency (ABC), Jane Roe". */
function skipComma(tree: Tree, start: number): number {
  let token = start;
  if (tree.doc.tokens[token]?.form === "(") {
    for (let t = token + 1; t < token + 6 && t < tree.doc.tokens.length; t++) if (tree.form(t) === ")") token = t + 1;
  }
  return token < tree.doc.tokens.length && /^[,–—-]$/.test(tree.form(token)) ? token + 1 : token;
}

/** The token after the name that may stand before `first`, with a comma or nothing between. */
function skipCommaBack(tree: Tree, first: number): number {
  return /^[,–—-]$/.test(tree.form(first - 1)) ? first - 1 : first;
}

/** "Secretary of State Jane Roe": a title with an "of" phrase whose last noun the name was hung on. */
function isTitled(tree: Tree, nominal: CorefNode, name: CorefNode): boolean {
  if (name.type !== "person" || nominal.type !== "person") return false;
  if (name.firstToken <= nominal.head || name.endToken > nominal.endToken) return false;
  const before = tree.pos(name.firstToken - 1);
  return (before === "PROPN" || before === "NOUN") && /^\p{Lu}/u.test(tree.form(nominal.head));
}

function isApposition(tree: Tree, nominal: CorefNode, name: CorefNode): boolean {
  if (nominal.type !== name.type || nominal.sentence !== name.sentence) return false;
  const a = nominal.head;
  const b = name.head;
  if (tree.child(a, "case") >= 0 && b < a) return false;
  if (tree.head(a) === b) return BESIDE.has(tree.dep(a)) || BESIDE.has(tree.rel(a));
  if (tree.head(b) === a) return BESIDE.has(tree.dep(b)) || BESIDE.has(tree.rel(b));
  // Commas around "Jane Roe, head of the agency, …" may have made it a list: a list would say "and".
  const isListed = tree.child(a, "cc", "conj") >= 0 || tree.child(b, "cc", "conj") >= 0;
  return (
    b < a &&
    !isListed &&
    tree.head(a) === tree.head(b) &&
    nominal.endToken < tree.doc.tokens.length &&
    tree.form(nominal.endToken) === ","
  );
}
