import type { Tree } from "../language/index.ts";
import type { CorefEntity } from "./coref-entities.ts";
import type { CorefNode } from "./coref-nodes.ts";
import { hashText } from "./linear-model.ts";

/** Nouns that a text uses of one and the same person or organization, one with the name, another without it. */
const FAMILIES = [
  "judge justice magistrate",
  "lawmaker senator congressman congresswoman representative legislator mp parliamentarian deputy",
  "company firm giant maker manufacturer retailer carmaker automaker airline bank operator group conglomerate",
  "prosecutor attorney",
  "lawyer attorney counsel solicitor barrister",
  "leader president chairman chairwoman chair head chief premier chancellor",
  "executive ceo chief boss president founder chairman",
  "scientist researcher professor biologist physicist economist epidemiologist",
  "cleric bishop archbishop cardinal priest imam rabbi pastor",
  "minister secretary",
  "paper newspaper daily tabloid magazine weekly",
  "institute institution centre center think_tank thinktank foundation",
  "agency bureau office administration commission regulator watchdog",
  "union federation association",
  "bill law legislation act measure statute",
].map((family) => new Set(family.split(" ").map((noun) => hashText(noun))));

/** Nouns for the members of a family, the former ones too. */
const KIN = ["wife ex-wife", "husband ex-husband", "daughter", "son", "father", "mother", "brother", "sister"].map(
  (kin) => new Set(kin.split(" ").map((noun) => hashText(noun))),
);

/** Whether the two sets of noun hashes share a noun, or hold two of one family. */
export function shareNoun(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const noun of a) if (b.has(noun)) return true;
  return FAMILIES.some((family) => intersects(family, a) && intersects(family, b));
}

/** "His ex-wife": the only person that the document so far calls somebody's wife or ex-wife. */
export function findKin(anaphor: CorefNode, entities: readonly CorefEntity[]): CorefEntity | undefined {
  const kin =
    anaphor.determiner === "possessive" && !anaphor.plural ? KIN.find((set) => set.has(anaphor.hash)) : undefined;
  if (!kin) return undefined;
  const [only, second] = entities.filter(
    (entity) => entity.named && entity.type === "person" && intersects(kin, entity.nouns),
  );
  return second ? undefined : only;
}

/**
 * The person that "the judge" or "the senator" means: the only one of the document so far that is called so, or by a
 * near relative of the word ("Justice Jane Roe"). None where two were named.
 *
 * @param entities all of the document so far
 */
export function findByRole(
  anaphor: CorefNode,
  entities: readonly CorefEntity[],
  nodes: readonly CorefNode[],
): CorefEntity | undefined {
  if (anaphor.type !== "person" || anaphor.plural || anaphor.owned || anaphor.determiner !== "definite")
    return undefined;
  const own = new Set([anaphor.hash]);
  const called = entities.filter(
    (entity) =>
      entity.type === "person" &&
      !entity.plural &&
      !entity.speech &&
      entity.nodes.some((node) => nodes[node]!.head < anaphor.head) &&
      shareNoun(own, entity.nouns),
  );
  const named = called.filter((entity) => entity.named);
  // Of several presidents "the former president" is the one who was called so.
  const told = anaphor.modifiers.length > 0 ? named.filter((entity) => isToldBy(anaphor, entity)) : [];
  const [only, second] = named.length > 1 && told.length > 0 ? told : named;
  if (!only || second) return undefined;
  const sexes = new Set([only.gender, anaphor.gender]);
  if (sexes.has("female") && sexes.has("male")) return undefined;
  // "The GOP candidate" is not whoever else was called a candidate.
  if (!isToldBy(anaphor, only)) return undefined;
  const isElsewhere = anaphor.places.length > 0 && only.places.size > 0;
  return isElsewhere && !anaphor.places.some((place) => only.places.has(place)) ? undefined : only;
}

function isToldBy({ modifiers }: CorefNode, entity: CorefEntity): boolean {
  return modifiers.every((modifier) => entity.modifiers.has(modifier));
}

/** So many tokens into a sentence a name is still what it is about: "The carmaker Acme". */
const FRONT = 3;

/**
 * Whose "its president" is: of the organizations and places that the sentence before is about, the subject of its main
 * clause, else the only one.
 *
 * @param candidates entities with their last nodes
 */
export function findBody(
  tree: Tree,
  anaphor: CorefNode,
  candidates: readonly { readonly entity: CorefEntity; readonly last: CorefNode }[],
): CorefEntity | undefined {
  const bodies = candidates.filter(({ entity, last }) => {
    if (last.sentence !== anaphor.sentence - 1 || !entity.named || entity.type === "person" || entity.plural)
      return false;
    const { firstToken } = tree.doc.sentences[last.sentence]!;
    return /^nsubj/.test(tree.dep(last.head)) || last.firstToken - firstToken <= FRONT;
  });
  const main = bodies.find(({ last }) => tree.head(last.head) >= 0 && tree.dep(tree.head(last.head)) === "root");
  return (main ?? (bodies.length === 1 ? bodies[0] : undefined))?.entity;
}

function intersects(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}
