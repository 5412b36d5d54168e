import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";

/** Nouns for people of some government; "official" only where the phrase says that it is a government's. */
const GOVERNMENT_PEOPLE = new Set(["policymaker", "minister", "lawmaker", "legislator"]);
/** What every state has one of; "the government" needs no other words to mean the one of the country spoken of. */
const STATE_BODIES = new Set(["government", "army", "military", "regime"]);
/** Sentences before the phrase in which its country may have been named. */
const REACH = 3;

/** Whether the phrase means people of a government without saying whose. */
export function needsCountry(tree: Tree, { kind, head }: Mention): boolean {
  if (kind !== "nominal") return false;
  const lemma = tree.lemma(head).toLowerCase();
  if (GOVERNMENT_PEOPLE.has(lemma)) return true;
  if (STATE_BODIES.has(lemma)) return tree.children(head).every((child) => tree.lemma(child).toLowerCase() === "the");
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
  const own = countries.filter(
    (m) =>
      mentions[m]!.sentence === official.sentence &&
      standsAlone(tree, mentions[m]!) &&
      !actsOn(tree, mentions[m]!.head, official.head),
  );
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

/** "Kenya and Chad support the government": whoever does something to it is somebody else. */
function actsOn(tree: Tree, country: number, body: number): boolean {
  let subject = country;
  if (tree.rel(subject) === "conj" && tree.head(subject) >= 0) subject = tree.head(subject);
  const verb = tree.head(body);
  return (
    verb >= 0 && tree.rel(subject) === "nsubj" && tree.head(subject) === verb && /^(?:i?obj|obl)$/.test(tree.rel(body))
  );
}

/** What a clause is about, or where it happens. */
function isTopic(tree: Tree, { head }: Mention): boolean {
  if (tree.rel(head) === "nsubj") return true;
  return tree.children(head).some((child) => tree.rel(child) === "case" && /^(?:in|of|over)$/i.test(tree.lemma(child)));
}
