import type { EntityType, Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { nameWords } from "./aliases.ts";
import { readForms } from "./token-spans.ts";

/** How much a mention's own type counts, by what it is: full names know best, pronouns only tell persons from things. */
const WEIGHTS = { fullName: 1.5, name: 1, nominal: 0.8, pronoun: 0.6 } as const;
/** How much the last word of a name counts, once a form: "Act" for a law, "Ministry" for an organization. */
const HEAD_WEIGHT = 1.6;
/** Where an event happens something is "at" it. */
const AT_WEIGHT = 0.8;

/**
 * What the mentions of a cluster are together: the country table is sure, then names, the words that end them, nouns
 * and pronouns are weighed against each other.
 */
export function inferClusterType(tree: Tree, mentions: readonly Mention[], lexicon: ActorLexicon): EntityType {
  const votes = new Map<EntityType, number>();
  const vote = (type: EntityType, weight: number): void => void votes.set(type, (votes.get(type) ?? 0) + weight);
  const forms = new Set<string>();
  for (const mention of mentions) {
    const { kind, entityType, canonical } = mention;
    if (entityType === undefined) continue;
    if (kind !== "name") {
      vote(entityType, WEIGHTS[kind]);
      continue;
    }
    if (canonical !== undefined) return entityType;
    const text = readForms(tree, mention.firstToken, mention.endToken);
    const several = mention.endToken - mention.firstToken > 1;
    vote(entityType, several ? WEIGHTS.fullName : WEIGHTS.name);
    if (isAt(tree, mention) && lexicon.eventHeads.has(lastWord(text))) vote("event", AT_WEIGHT);
    if (forms.has(text)) continue;
    forms.add(text);
    // "ABC30" is a product, but not where it is held.
    if (entityType !== "event") for (const type of typesOfForm(text, lexicon)) vote(type, HEAD_WEIGHT);
  }
  return heaviest(votes);
}

function heaviest(votes: ReadonlyMap<EntityType, number>): EntityType {
  let best: EntityType = "organization";
  let most = 0;
  for (const [type, weight] of votes) {
    if (weight <= most) continue;
    best = type;
    most = weight;
  }
  return best;
}

const lastWord = (text: string): string => nameWords(text).at(-1) ?? "";

/** What the form alone suggests: by its last word, or as a designation such as "5G" or "F-35". */
function typesOfForm(text: string, lexicon: ActorLexicon): EntityType[] {
  if (/^(?:\d+\p{Lu}|\p{Lu}{1,4}-?\d+)$/u.test(text)) return ["product"];
  const words = nameWords(text);
  if (words.length < 2) return [];
  const last = words.at(-1)!;
  const types: EntityType[] = [];
  if (lexicon.organizationHeads.has(last) || lexicon.mediaHeads.has(last)) types.push("organization");
  if (lexicon.eventHeads.has(last)) types.push("event");
  if (lexicon.lawHeads.has(last)) types.push("law");
  // Words of two lists ("Conference", "Convention") tell nothing.
  return types.length === 1 ? types : [];
}

function isAt(tree: Tree, { head }: Mention): boolean {
  return tree.children(head).some((child) => tree.rel(child) === "case" && tree.lemma(child).toLowerCase() === "at");
}
