import type { EntityType, Gender, Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { hashText } from "./linear-model.ts";
import { roleOf } from "./mentions-nominals.ts";
import { type Pronoun, readPronoun } from "./pronouns.ts";

export type NodeKind = "name" | "nominal" | "pronoun" | "other";

/** Anything that a pronoun could point to: the mentions, and the other nouns, which keep pronouns from pointing to actors. */
export interface CorefNode {
  /** Index into `mentions`, -1 for other nouns. */
  readonly mention: number;
  readonly kind: NodeKind;
  readonly head: number;
  readonly firstToken: number;
  readonly endToken: number;
  readonly sentence: number;
  readonly type: EntityType | undefined;
  readonly gender: Gender;
  readonly plural: boolean;
  readonly demonym: boolean;
  /** Lemma of the head in lower case, and its hash. */
  readonly lemma: string;
  readonly hash: number;
  readonly role: number;
  readonly pronoun: Pronoun | undefined;
  readonly determiner: Determiner;
  /** Canonical names of the countries and regions in the modifiers and possessor of a nominal. */
  readonly places: readonly string[];
  /** Whether a possessor or an "of" phrase says whose or of what. */
  readonly owned: boolean;
  /** Hashes of the lemmas of adjectives and nouns before the head. */
  readonly modifiers: readonly number[];
}

export type Determiner = "definite" | "demonstrative" | "indefinite" | "possessive" | "none";

const ROLES = [
  "nsubj",
  "nsubj:pass",
  "obj",
  "iobj",
  "obl",
  "nmod",
  "nmod:poss",
  "compound",
  "amod",
  "appos",
  "root",
  "obl:agent",
  "nmod:desc",
];
const ROLE_NUMBERS: ReadonlyMap<string, number> = new Map(ROLES.map((role, number) => [role, number]));
/** Nouns inside these relations are parts of phrases, not phrases. */
const PART = new Set(["compound", "flat", "fixed", "goeswith", "nmod:desc", "nmod:unmarked", "obl:unmarked"]);

/** All nodes in the order of their heads. */
export function collectNodes(tree: Tree, mentions: readonly Mention[], lexicon: ActorLexicon): CorefNode[] {
  const inMention = new Uint8Array(tree.doc.tokens.length);
  const demonymAt = new Map<number, string>();
  const placeAt = new Map<number, string>();
  for (const mention of mentions) {
    if (mention.kind === "name") inMention.fill(1, mention.firstToken, mention.endToken);
    else inMention[mention.head] = 1;
    if (mention.canonical === undefined || mention.entityType === undefined) continue;
    (mention.demonym ? demonymAt : placeAt).set(mention.head, mention.canonical);
  }
  const placeOf = (token: number): string | undefined => demonymAt.get(token) ?? placeAt.get(token);
  const nodes = mentions.map((mention, m): CorefNode => toNode(tree, mention, m, placeOf));
  for (let t = 0; t < tree.doc.tokens.length; t++) {
    if (tree.pos(t) !== "NOUN" || inMention[t] === 1 || PART.has(tree.dep(t))) continue;
    nodes.push(toOtherNode(tree, t, roleOf(tree, lexicon.roles, t)?.type));
  }
  return nodes.sort((a, b) => a.head - b.head || a.endToken - b.endToken || a.firstToken - b.firstToken);
}

function toNode(
  tree: Tree,
  mention: Mention,
  index: number,
  placeOf: (token: number) => string | undefined,
): CorefNode {
  const { head, kind } = mention;
  const lemma = tree.lemma(head).toLowerCase();
  const { determiner, places, owned, modifiers } = kind === "nominal" ? describePhrase(tree, head, placeOf) : NO_PHRASE;
  return {
    mention: index,
    kind,
    head,
    firstToken: mention.firstToken,
    endToken: mention.endToken,
    sentence: mention.sentence,
    type: mention.entityType,
    gender: mention.gender,
    plural: mention.plural,
    demonym: mention.demonym ?? false,
    lemma,
    hash: hashText(lemma),
    role: roleNumber(tree, head),
    pronoun: kind === "pronoun" ? readPronoun(tree, head) : undefined,
    determiner,
    places,
    owned,
    modifiers,
  };
}

/** A noun that is no mention: only its article matters. */
function toOtherNode(tree: Tree, head: number, type: EntityType | undefined): CorefNode {
  const lemma = tree.lemma(head).toLowerCase();
  const article = tree.children(head).find((child) => child < head && tree.rel(child) === "det");
  return {
    mention: -1,
    kind: "other",
    head,
    firstToken: head,
    endToken: head + 1,
    sentence: tree.sentence(head),
    type,
    gender: "unknown",
    plural: tree.xpos(head) === "NNS",
    demonym: false,
    lemma,
    hash: hashText(lemma),
    role: roleNumber(tree, head),
    pronoun: undefined,
    determiner: article === undefined ? "none" : readDeterminer(tree.form(article).toLowerCase()),
    places: NO_PHRASE.places,
    owned: false,
    modifiers: NO_PHRASE.modifiers,
  };
}

/** Number of the grammatical role; a conjunct plays the role of the first one. */
export function roleNumber(tree: Tree, token: number): number {
  let t = token;
  for (let steps = 0; steps < 6 && tree.rel(t) === "conj" && tree.head(t) >= 0; steps++) t = tree.head(t);
  return ROLE_NUMBERS.get(tree.dep(t)) ?? ROLE_NUMBERS.get(tree.rel(t)) ?? ROLES.length;
}

type Phrase = Pick<CorefNode, "determiner" | "places" | "owned" | "modifiers">;
const NO_PHRASE: Phrase = { determiner: "none", places: [], owned: false, modifiers: [] };

function describePhrase(tree: Tree, head: number, placeOf: (token: number) => string | undefined): Phrase {
  let determiner: Determiner = "none";
  const places: string[] = [];
  const modifiers: number[] = [];
  let owned = false;
  for (const child of tree.children(head)) {
    const rel = tree.rel(child);
    const dep = tree.dep(child);
    if (rel === "det" && child < head) determiner = readDeterminer(tree.form(child).toLowerCase());
    else if (dep === "nmod:poss") {
      owned = true;
      determiner = "possessive";
      const place = placeOf(child);
      if (place !== undefined) places.push(place);
    } else if (rel === "amod" || rel === "compound" || dep === "nmod:desc") {
      const place = placeOf(child);
      if (place !== undefined) places.push(place);
      else if (child < head) modifiers.push(hashText(tree.lemma(child).toLowerCase()));
    } else if (rel === "nummod" && determiner === "none") determiner = "indefinite";
    else if (rel === "nmod") {
      owned = true;
      const place = placeOf(child);
      if (place !== undefined) places.push(place);
    }
  }
  return { determiner, places, owned, modifiers };
}

function readDeterminer(form: string): Determiner {
  if (form === "the" || form === "both") return "definite";
  if (/^(this|that|these|those)$/.test(form)) return "demonstrative";
  return "indefinite";
}
