import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import { roleOf } from "./mentions-nominals.ts";
import type { Roles } from "./roles.ts";

/** Prepositions after a noun of role whose phrase says whose it is: "a spokesman for X", "officials at X". */
const WHOSE = new Set(["of", "for", "at", "in", "from", "with", "to", "within", "inside"]);

/**
 * The mention for which a nominal speaks: the possessor, modifier or "of" phrase of a noun that stands for whom it
 * belongs to ("a senior Indian official" → India, "Acme's lawyers" → Acme). -1 where the noun speaks for itself
 * ("a German tourist") or nothing says whose it is.
 *
 * @param mentionAt index of the mention that a token heads, or -1
 * @param isBody whether a mention is one of an organization
 */
export function findPrincipal(
  tree: Tree,
  mention: Mention,
  roles: Roles,
  mentionAt: (token: number) => number,
  isBody: (mention: number) => boolean,
): number {
  if (mention.kind !== "nominal") return -1;
  if (roleOf(tree, roles, mention.head)?.speaks) return whose(tree, mention.head, mentionAt, 0);
  if (!FIGHTERS.has(tree.lemma(mention.head).toLowerCase())) return -1;
  const principal = whose(tree, mention.head, mentionAt, 0);
  return principal >= 0 && isBody(principal) ? principal : -1;
}

/** Those who fight stand for the group that they are of, but not for the country that they come from. */
const FIGHTERS = new Set("fighter militant gunman jihadist jihadi insurgent guerrilla commando operative".split(" "));

function whose(tree: Tree, head: number, mentionAt: (token: number) => number, depth: number): number {
  const children = tree.children(head);
  const owner = children.find((child) => tree.dep(child) === "nmod:poss" && mentionAt(child) >= 0);
  if (owner !== undefined) return mentionAt(owner);
  // The modifier nearest to the noun belongs to it most closely: "US embassy officials".
  for (const child of [...children].reverse()) {
    if (child > head) continue;
    const rel = tree.rel(child);
    if (rel !== "compound" && rel !== "amod" && tree.dep(child) !== "nmod:desc" && rel !== "nmod") continue;
    const own = mentionAt(child);
    if (own >= 0) return own;
    // "Chinese government officials": the name hangs on the noun in between.
    const inner = depth < 2 ? whose(tree, child, mentionAt, depth + 1) : -1;
    if (inner >= 0) return inner;
  }
  // "recognised the government in Kabul": the phrase right behind says whose, wherever the parser hung it.
  const seat = seatBehind(tree, head, mentionAt);
  if (seat >= 0) return seat;
  for (const child of children) {
    if (child < head || tree.rel(child) !== "nmod") continue;
    const marker = tree.child(child, "case");
    if (marker >= 0 && WHOSE.has(tree.lemma(marker).toLowerCase()) && mentionAt(child) >= 0) return mentionAt(child);
  }
  // The second of two joined nouns shares the modifiers of the first: "German ministers and officials".
  if (tree.rel(head) === "conj" && depth === 0) {
    const first = tree.head(head);
    const shared = children.some((child) => child < head && /^(det|amod|compound|nmod:poss)$/.test(tree.dep(child)));
    if (first >= 0 && !shared) return whose(tree, first, mentionAt, 1);
  }
  return -1;
}

const SEATED = new Set(["government", "regime", "authority", "administration", "leadership", "junta"]);

function seatBehind(tree: Tree, head: number, mentionAt: (token: number) => number): number {
  const place = head + 2;
  if (!SEATED.has(tree.lemma(head)) || place >= tree.doc.tokens.length || !/^(?:in|of)$/.test(tree.form(head + 1)))
    return -1;
  return tree.pos(place) === "PROPN" && tree.head(head + 1) === place ? mentionAt(place) : -1;
}
