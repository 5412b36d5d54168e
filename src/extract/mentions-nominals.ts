import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Role, Roles } from "./roles.ts";

/** Relations of a noun that only describes the noun it hangs on. */
const INSIDE = new Set(["compound", "flat", "fixed", "goeswith", "nmod:desc", "nmod:unmarked"]);
/** Dependents before the noun that belong to its phrase. */
const BEFORE = new Set(["det", "amod", "nummod", "compound", "nmod", "flat"]);
/** Prepositions whose phrase after a noun belongs to its mention: "the director of the agency". */
const OF_WHOM = new Set(["of", "for", "from", "at", "in", "to", "with", "on"]);

/**
 * Finds common nouns that act or are acted on: the nouns of the role table that head a noun phrase. The span holds the
 * determiner, modifiers and possessor before the noun and the "of" phrases right after it, but no relative clause.
 *
 * @param inName whether a token belongs to a name
 */
export function findNominals(tree: Tree, roles: Roles, inName: (token: number) => boolean): Mention[] {
  const nominals: Mention[] = [];
  for (let t = 0; t < tree.doc.tokens.length; t++) {
    if (inName(t) || !headsPhrase(tree, t)) continue;
    const role = roleOf(tree, roles, t);
    if (!role) continue;
    const first = firstOf(tree, t);
    const end = endOf(tree, t);
    const plural = tree.xpos(t) === "NNS" || tree.xpos(t) === "NNPS";
    nominals.push({
      ...tree.span(first, end),
      kind: "nominal",
      firstToken: first,
      endToken: end,
      head: t,
      sentence: tree.sentence(t),
      entityType: role.type,
      plural,
      gender: role.gender,
    });
  }
  return nominals;
}

function headsPhrase(tree: Tree, token: number): boolean {
  const pos = tree.pos(token);
  if (pos === "NOUN" || pos === "PROPN") return !INSIDE.has(tree.dep(token));
  // "the official said": the tagger may take the noun for the adjective of the same form.
  return pos === "ADJ" && /^(nsubj|obj|iobj)$/.test(tree.rel(token)) && tree.child(token, "det") >= 0;
}

/** What the role table says of the noun: by the pair with the word before it ("think tank"), its lemma, or its form ("troops"). */
export function roleOf(tree: Tree, roles: Roles, token: number): Role | undefined {
  const lemma = tree.lemma(token).toLowerCase();
  const isPair = token > 0 && tree.head(token - 1) === token && tree.rel(token - 1) === "compound";
  const before = isPair ? tree.lemma(token - 1).toLowerCase() : "";
  return (
    (before === "" ? undefined : roles.get(`${before} ${lemma}`)) ??
    roles.get(lemma) ??
    roles.get(tree.form(token).toLowerCase())
  );
}

function firstOf(tree: Tree, noun: number): number {
  let first = noun;
  for (const child of tree.children(noun)) {
    if (child >= noun || !BEFORE.has(tree.rel(child))) continue;
    first = Math.min(first, leftEdge(tree, child));
  }
  // A phrase never starts before a preposition or conjunction that introduces the noun.
  for (const child of tree.children(noun)) {
    if (child < noun && child >= first && (tree.rel(child) === "case" || tree.rel(child) === "cc")) {
      first = Math.max(first, child + 1);
    }
  }
  while (first < noun && tree.pos(first) === "PUNCT") first++;
  return first;
}

/** First token below a token, by its first dependents: `tree.extent` walks everything. */
function leftEdge(tree: Tree, token: number): number {
  let edge = token;
  for (let next = tree.children(edge)[0]; next !== undefined && next < edge; next = tree.children(edge)[0]) edge = next;
  return edge;
}

function endOf(tree: Tree, noun: number): number {
  let end = noun + 1;
  for (const child of tree.children(noun)) {
    if (child < noun || tree.rel(child) !== "nmod") continue;
    const marker = tree.child(child, "case");
    if (marker < 0 || !OF_WHOM.has(tree.lemma(marker).toLowerCase())) continue;
    if (leftEdge(tree, child) !== end) break;
    end = phraseEnd(tree, child);
  }
  return end;
}

/** One past the last token of the phrase under a noun, relative clauses, appositions and further conjuncts left out. */
function phraseEnd(tree: Tree, noun: number): number {
  let end = noun + 1;
  for (const child of tree.children(noun)) {
    if (child < noun) continue;
    const rel = tree.rel(child);
    if (rel === "nmod" && leftEdge(tree, child) === end) end = phraseEnd(tree, child);
    else if ((rel === "flat" || rel === "compound" || rel === "nummod") && child === end) end = tree.extent(child).end;
  }
  return end;
}
