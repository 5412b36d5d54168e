import type { CorefEntity } from "./coref-entities.ts";
import { shareNoun } from "./coref-families.ts";
import type { CorefNode } from "./coref-nodes.ts";

/** News says who it is about in its first sentences, and gives the name after that. */
const LEAD_SENTENCES = 4;

/**
 * Joins what the lead leaves unnamed with the name given later: "A federal judge has blocked …" and, further down,
 * "Judge Jane Roe wrote". Only where one person or organization of the document is called by that noun or a near
 * relative of it, and nothing in number, sex or country speaks against it.
 *
 * @param join moves all nodes of the first entity to the second
 */
export function joinLeads(
  nodes: readonly CorefNode[],
  entities: readonly CorefEntity[],
  join: (unnamed: CorefEntity, named: CorefEntity) => void,
): void {
  const named = entities.filter((entity) => entity.named && !entity.plural);
  for (const entity of entities) {
    const first = nodes[entity.nodes[0] ?? -1];
    if (!first || entity.named || first.kind !== "nominal" || first.sentence >= LEAD_SENTENCES) continue;
    // "Legislation on banks" says of what, not whose.
    const isOwned = first.owned && first.type !== "law";
    if (first.plural || isOwned || (first.determiner !== "indefinite" && first.determiner !== "none")) continue;
    if (first.type !== "person" && first.type !== "organization" && first.type !== "law") continue;
    const later = named.filter((other) => fits(first, entity, other, nodes));
    // Of several courts "an appeals court" is the one whose name has that word.
    const told = later.filter((other) => first.modifiers.some((modifier) => other.nouns.has(modifier)));
    const only = told.length > 0 ? told : later;
    if (only.length === 1) join(entity, only[0]!);
  }
}

function fits(first: CorefNode, entity: CorefEntity, other: CorefEntity, nodes: readonly CorefNode[]): boolean {
  if (other.type !== first.type || other.nodes.length === 0) return false;
  if (!shareNoun(entity.nouns, other.nouns)) return false;
  // Who is named first and only then called "a judge" is somebody else.
  const name = other.nodes.find((node) => nodes[node]!.kind === "name");
  if (name === undefined || nodes[name]!.sentence <= first.sentence) return false;
  if (entity.places.size > 0 && other.places.size > 0 && ![...entity.places].some((place) => other.places.has(place)))
    return false;
  const sexes = new Set([entity.gender, other.gender]);
  return !(sexes.has("female") && sexes.has("male"));
}
