import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";

/** Nouns for people of some government; "official" only where the phrase says that it is a government's. */
const GOVERNMENT_PEOPLE = new Set(["policymaker", "minister", "lawmaker", "legislator"]);
/** Sentences before the phrase in which its country may have been named. */
const REACH = 3;

/** Whether the phrase means people of a government without saying whose. */
export function needsCountry(tree: Tree, { kind, head }: Mention): boolean {
  if (kind !== "nominal") return false;
  const lemma = tree.lemma(head).toLowerCase();
  if (GOVERNMENT_PEOPLE.has(lemma)) return true;
  if (lemma !== "official") return false;
  return tree.children(head).some((child) => tree.lemma(child).toLowerCase() === "government");
}

/**
 * The country that officials named without one belong to, from where they are quoted: the one that their sentence is
 * about ("a government official said that [India] wants …", "… here in [Germany]"), else the last one named shortly
 * before. Countries that only modify ("US warnings") do not count, nor does a sentence with several.
 *
 * @param countries name mentions of countries, as indexes in text order
 */
export function findContextCountry(
  tree: Tree,
  mentions: readonly Mention[],
  official: Mention,
  countries: readonly number[],
): number {
  const own = countries.filter((m) => mentions[m]!.sentence === official.sentence && standsAlone(tree, mentions[m]!));
  const names = new Set(own.map((m) => mentions[m]!.canonical));
  if (names.size === 1 && own.some((m) => isTopic(tree, mentions[m]!))) return own[0]!;
  if (names.size > 0) return -1;
  let best = -1;
  for (const m of countries) {
    const mention = mentions[m]!;
    if (mention.start >= official.start) break;
    if (official.sentence - mention.sentence <= REACH && standsAlone(tree, mention)) best = m;
  }
  return best;
}

/** Not a mere modifier of something else. */
function standsAlone(tree: Tree, { head, demonym }: Mention): boolean {
  return !demonym && tree.rel(head) !== "compound" && tree.rel(head) !== "amod" && tree.dep(head) !== "nmod:desc";
}

/** What a clause is about, or where it happens. */
function isTopic(tree: Tree, { head }: Mention): boolean {
  if (tree.rel(head) === "nsubj") return true;
  return tree.children(head).some((child) => tree.rel(child) === "case" && tree.lemma(child).toLowerCase() === "in");
}
