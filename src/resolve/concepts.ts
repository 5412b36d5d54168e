import { compareText, type Entity, type EntityId, type Merge, type ResolvedClaim, slug } from "../core/index.ts";
import { type ConceptGroup, type ConceptItem, groupConcepts, toConceptItem } from "./concept-groups.ts";
import type { EntityResolution } from "./entities.ts";
import { normaliseName } from "./normalise.ts";
import type { DocRecord } from "./record.ts";

export interface ConceptResolutionOptions {
  /** Whether proposals and ideas get nodes of their own. Default true. */
  concepts: boolean;
  /** A concept is kept if so many actors take a stance on it … Default 2. */
  minConceptHolders: number;
  /** … or if so many claims are about it, Default 3, … */
  minConceptClaims: number;
  /** … and if so many documents speak of it. Default 2: a phrase of one text is not yet a topic. */
  minConceptDocuments: number;
}

export const DEFAULT_CONCEPT_OPTIONS: ConceptResolutionOptions = {
  concepts: true,
  minConceptHolders: 2,
  minConceptClaims: 3,
  minConceptDocuments: 2,
};

/** Fills in the defaults and leaves out what is not about concepts. */
export function resolveConceptOptions(given: Partial<ConceptResolutionOptions> = {}): ConceptResolutionOptions {
  const { concepts, minConceptHolders, minConceptClaims, minConceptDocuments } = DEFAULT_CONCEPT_OPTIONS;
  return {
    concepts: given.concepts ?? concepts,
    minConceptHolders: given.minConceptHolders ?? minConceptHolders,
    minConceptClaims: given.minConceptClaims ?? minConceptClaims,
    minConceptDocuments: given.minConceptDocuments ?? minConceptDocuments,
  };
}

export interface ConceptResolution {
  /** Sorted by id. */
  readonly concepts: readonly Entity[];
  readonly claims: readonly ResolvedClaim[];
}

/**
 * Merges the concept phrases of all documents by head, words and named things, and keeps the concepts that carry enough
 * claims of known actors. A concept is named by its most frequent form; one that is named like an entity is left out.
 * The order of the records decides nothing but ties.
 */
export function resolveConcepts(
  records: readonly DocRecord[],
  resolution: EntityResolution,
  options: Partial<ConceptResolutionOptions> = {},
): ConceptResolution {
  const settings = resolveConceptOptions(options);
  if (!settings.concepts) return { concepts: [], claims: [] };
  const entityAt = (record: number, cluster: number): EntityId | undefined =>
    resolution.entityOf[record]!.get(records[record]!.standsFor[cluster] ?? -1);

  const items = records.flatMap(({ document, concepts }, record) =>
    concepts.map((mention, concept) =>
      toConceptItem({ record, concept, docId: document.id }, mention, (cluster) => entityAt(record, cluster)),
    ),
  );
  const taken = new Set(
    resolution.entities.flatMap(({ name, aliases }) => [name, ...aliases].map((form) => normaliseName(form))),
  );
  const named = joinNamesakes(groupConcepts(items)).filter(({ label }) => !taken.has(normaliseName(label)));
  const groupOf = new Map(
    named.flatMap((group) => group.items.map(({ item }) => [`${item.record} ${item.concept}`, group] as const)),
  );

  const claimsOf = new Map<NamedGroup, ResolvedClaim[]>();
  records.forEach((record, index) => {
    for (const { claim, sourceSpan, targetSpan } of record.conceptClaims) {
      const group = groupOf.get(`${index} ${claim.concept}`);
      const source = entityAt(index, claim.holder.cluster);
      if (!group || source === undefined) continue;
      const chainEntities = claim.chain.map(({ cluster }) => entityAt(index, cluster));
      const resolved = { source, target: group.id, sourceSpan, targetSpan, claim, chainEntities };
      claimsOf.set(group, [...(claimsOf.get(group) ?? []), resolved]);
    }
  });
  const kept = [...claimsOf].filter(([, claims]) => carriesEnough(claims, settings));
  return {
    concepts: kept.map(([group]) => describe(group)).sort((a, b) => compareText(a.id, b.id)),
    claims: kept.flatMap(([, claims]) => claims),
  };
}

function carriesEnough(claims: readonly ResolvedClaim[], settings: ConceptResolutionOptions): boolean {
  const holders = new Set(claims.map(({ source }) => source));
  const documents = new Set(claims.map(({ claim }) => claim.evidence.docId));
  if (documents.size < settings.minConceptDocuments) return false;
  return claims.length >= settings.minConceptClaims || holders.size >= settings.minConceptHolders;
}

interface NamedGroup {
  readonly id: EntityId;
  readonly label: string;
  readonly items: ConceptGroup["items"];
}

/** Names every group; those that come out with one name are one concept, told apart by names that no reader would see. */
function joinNamesakes(groups: readonly ConceptGroup[]): NamedGroup[] {
  const byId = new Map<EntityId, NamedGroup>();
  for (const { items } of groups) {
    const label = formsOf(items)[0]!;
    const id: EntityId = `concept:${slug(label)}`;
    const known = byId.get(id);
    if (known) known.items.push(...items);
    else byId.set(id, { id, label, items: [...items] });
  }
  return [...byId.values()];
}

/** The labels, most frequent first; of equals the shorter, then the smaller. */
function formsOf(items: ConceptGroup["items"]): string[] {
  const counts = new Map<string, number>();
  for (const { item } of items) counts.set(item.label, (counts.get(item.label) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || compareText(a[0], b[0]))
    .map(([form]) => form);
}

function describe({ id, label, items }: NamedGroup): Entity {
  const merges = items.map(({ item, reason }): Merge => ({ docId: item.docId, name: item.label, reason }));
  return {
    id,
    name: label,
    entityType: "concept",
    aliases: formsOf(items).filter((form) => form !== label),
    mentions: items.length,
    documents: documentsOf(items.map(({ item }) => item)),
    merges: merges.sort((a, b) => compareText(a.docId, b.docId) || compareText(a.name, b.name)),
  };
}

function documentsOf(items: readonly ConceptItem[]): string[] {
  return [...new Set(items.map(({ docId }) => docId))].sort(compareText);
}
