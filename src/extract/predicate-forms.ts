import type { Tree } from "../language/index.ts";
import { WISHING_VERBS } from "./word-classes.ts";

/** An infinitive that was tagged as a noun: "the campaign to block". */
export function isInfinitive(tree: Tree, token: number): boolean {
  if (token === 0 || tree.lemma(token - 1) !== "to" || tree.head(token - 1) !== token) return false;
  return tree.rel(token - 1) === "mark" && /^(?:acl|advcl|xcomp)$/.test(tree.rel(token));
}

export function isNominal(tree: Tree, token: number): boolean {
  const pos = tree.pos(token);
  return (pos === "NOUN" && !isInfinitive(tree, token)) || pos === "PROPN" || pos === "PRON" || pos === "NUM";
}

export function isPassive(tree: Tree, verb: number): boolean {
  if (tree.child(verb, "aux:pass") >= 0 || tree.child(verb, "nsubj:pass") >= 0) return true;
  if (isHeadlinePassive(tree, verb) || isWished(tree, verb)) return true;
  if (tree.xpos(verb) !== "VBN") return false;
  if (tree.dep(verb) === "acl" || tree.child(verb, "obl:agent") >= 0) return true;
  // "have the firm banned", "want it stopped": a bare participle under another verb.
  return (tree.rel(verb) === "xcomp" || tree.rel(verb) === "ccomp") && tree.child(verb, "aux") < 0;
}

/** "wants Jane Roe fired": what is wished to be done to whoever stands between, wherever the parser hung it. */
export function isWished(tree: Tree, participle: number): boolean {
  const verb = tree.head(participle);
  if (verb < 0 || verb > participle || !/^VB[DN]$/.test(tree.xpos(participle))) return false;
  if (tree.child(participle, "aux", "obj", "mark") >= 0) return false;
  const rel = tree.rel(participle);
  if (rel === "acl")
    return tree.dep(participle) === "acl" && tree.rel(verb) === "obj" && isWishing(tree, tree.head(verb));
  if (!isWishing(tree, verb)) return false;
  const wanted = rel === "ccomp" ? tree.child(participle, "nsubj") : tree.child(verb, "obj");
  return /^(?:xcomp|ccomp|advmod|advcl)$/.test(rel) && wanted > verb && tree.extent(wanted).end === participle;
}

function isWishing(tree: Tree, verb: number): boolean {
  return tree.pos(verb) === "VERB" && WISHING_VERBS.has(tree.lemma(verb));
}

/** Verbs that have no object and take "by" themselves: "stood by X". */
const BY_VERBS = new Set("stand stick abide come go pass drop swear live sit".split(" "));

/** "Firm banned by Sweden": headlines leave the auxiliary out. A verb with neither object nor auxiliary, "by" right behind. */
function isHeadlinePassive(tree: Tree, verb: number): boolean {
  if (!/^VB[DN]$/.test(tree.xpos(verb)) || tree.child(verb, "obj", "aux", "ccomp", "xcomp") >= 0) return false;
  const next = verb + 1;
  if (next >= tree.doc.tokens.length || tree.lemma(next) !== "by" || BY_VERBS.has(tree.lemma(verb))) return false;
  return tree.rel(next) === "case" && tree.head(tree.head(next)) === verb && tree.pos(tree.head(next)) === "PROPN";
}

/** "accused each other": the subjects are objects of one another. */
export function isReciprocal(tree: Tree, verb: number): boolean {
  if (verb + 2 >= tree.doc.tokens.length) return false;
  const words = `${tree.lemma(verb + 1)} ${tree.lemma(verb + 2)}`;
  return words === "each other" || words === "one another";
}

export function hasRelativePronoun(tree: Tree, verb: number): boolean {
  return tree.children(verb).some((t) => /^W(P|DT)/.test(tree.xpos(t)));
}

/** A relative pronoun stands for the noun that its clause modifies. */
export function antecedent(tree: Tree, token: number): number {
  const isRelative = /^(?:WP|WDT|WP\$)$/.test(tree.xpos(token));
  if (!isRelative && !(tree.lemma(token) === "that" && tree.pos(token) === "PRON")) return token;
  for (let t = tree.head(token); t >= 0; t = tree.head(t)) {
    if (tree.dep(t) === "acl:relcl" || (tree.dep(t) === "advcl:relcl" && isNominal(tree, tree.head(t))))
      return tree.head(t);
    if (tree.rel(t) !== "conj" && tree.rel(t) !== "xcomp" && tree.rel(t) !== "ccomp") break;
  }
  return isRelative ? nounBefore(tree, token) : token;
}

/** "Roe, who …" where the parser made the clause no relative one: the head of the name or noun right before, or the token. */
function nounBefore(tree: Tree, relative: number): number {
  if (relative < 2 || tree.form(relative - 1) !== "," || tree.dep(tree.head(relative)) !== "parataxis") return relative;
  let noun = relative - 2;
  if (!isNominal(tree, noun)) return relative;
  while (/^(?:flat|compound|nmod)$/.test(tree.rel(noun)) && tree.head(noun) < relative) noun = tree.head(noun);
  return noun;
}

const LISTING = new Set(["like", "including", "include", "such"]);

/** "Critics of X, like Y and Z", read as if Y and Z stood beside X: they are examples of the noun before. */
export function isListed(tree: Tree, conjunct: number): boolean {
  const head = tree.head(conjunct);
  if (head < 0 || tree.rel(conjunct) !== "conj") return false;
  return tree.childrenBy(head, "conj").some((t) => t <= conjunct && givesExamples(tree, t));
}

/** "Critics of X, like Senators Y and Z": whether the phrase of the token gives examples. */
export function givesExamples(tree: Tree, token: number): boolean {
  return LISTING.has(firstWord(tree, token));
}

/** The first word of the token's phrase, in lower case; commas before it do not count. */
function firstWord(tree: Tree, token: number): string {
  let first = tree.extent(token).first;
  while (first < token && tree.pos(first) === "PUNCT") first++;
  return tree.form(first).toLowerCase();
}

/** What opens a clause ("to", "that", "for"), or "". */
export function marker(tree: Tree, clause: number): string {
  const mark = tree.child(clause, "mark", "case");
  return mark < 0 ? "" : tree.lemma(mark);
}

/** The prepositions of a phrase, by its head. */
export function casesOf(tree: Tree, token: number): string[] {
  return tree.childrenBy(token, "case").map((t) => (tree.lemma(t) === "towards" ? "toward" : tree.lemma(t)));
}

/** "the country that she fights for": the preposition left without its noun, or "". */
export function strandedBehind(tree: Tree, verb: number): string {
  const next = verb + 1;
  if (tree.dep(verb) !== "acl:relcl" || next >= tree.doc.tokens.length || tree.head(next) !== verb) return "";
  return tree.pos(next) === "ADP" && tree.dep(next) !== "compound:prt" ? tree.lemma(next) : "";
}

/** "singling out X won't be right", read as if X were not right: the gerund's object, or -1. */
export function stolenObject(tree: Tree, gerund: number): number {
  if (tree.xpos(gerund) !== "VBG") return -1;
  const clause = tree.rel(gerund) === "csubj" ? tree.head(gerund) : tree.child(gerund, "ccomp");
  const subject = clause < 0 || tree.child(clause, "cop") < 0 ? -1 : tree.child(clause, "nsubj");
  const particle = tree.child(gerund, "compound:prt");
  return subject > gerund && tree.extent(subject).first === Math.max(gerund, particle) + 1 ? subject : -1;
}

/** "sacked the coach Jane Roe after a defeat", read as if Jane Roe were a defeat: the name right behind the verb, or -1. */
export function objectOfPhrase(tree: Tree, verb: number): number {
  if (tree.pos(verb) !== "VERB" || verb + 1 >= tree.doc.tokens.length) return -1;
  const phrase = tree.childrenBy(verb, "obl").find((t) => {
    const subject = tree.child(t, "nsubj");
    return subject > verb && subject < t && tree.child(t, "cop") < 0 && tree.extent(subject).first === verb + 1;
  });
  return phrase === undefined ? -1 : tree.child(phrase, "nsubj");
}

/** The noun that makes one word with the verb, as its object or in a phrase ("pay tribute", "come under fire"), or -1. */
export function companionNoun(tree: Tree, verb: number, lemma: string): number {
  const noun = lemma.split(" ")[1];
  const named = tree.childrenBy(verb, "obj", "obl").find((t) => tree.lemma(t) === noun && tree.pos(t) === "NOUN");
  if (named !== undefined) return named;
  // "poured billions into X", "sent tanks to X": rows for whatever is of the kind.
  return noun === "money" || noun === "aid" ? tree.child(verb, "obj") : -1;
}

/** The nearest verb or adjective that governs the token, or the root above it; the token itself if it is one. */
export function predicateAbove(tree: Tree, token: number): number {
  let at = token;
  while (tree.head(at) >= 0 && tree.pos(at) !== "VERB" && tree.pos(at) !== "ADJ") at = tree.head(at);
  return at;
}
