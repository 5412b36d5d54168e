import { type ConceptMention, compareText, type EntityId } from "../core/index.ts";

/** A concept phrase with its document and with entities in place of clusters. */
export interface ConceptItem {
  readonly record: number;
  /** Index into the record's concepts. */
  readonly concept: number;
  readonly docId: string;
  readonly head: string;
  /** Words and ids of named things, which no word can equal. */
  readonly terms: readonly string[];
  readonly agents: readonly EntityId[];
  readonly label: string;
}

/** Phrases that were found to mean one concept, each with the reason in words. */
export interface ConceptGroup {
  readonly head: string;
  readonly terms: readonly string[];
  readonly items: { readonly item: ConceptItem; readonly reason: string }[];
}

/** What a concept phrase is told apart by, entities resolved. `entityAt` gives a cluster's entity. */
export function toConceptItem(
  place: Pick<ConceptItem, "record" | "concept" | "docId">,
  { head, words, named, agents, label }: ConceptMention,
  entityAt: (cluster: number) => EntityId | undefined,
): ConceptItem {
  const idsOf = (clusters: readonly number[]) =>
    [...new Set(clusters.flatMap((cluster) => entityAt(cluster) ?? []))].sort();
  const own = [...words, ...idsOf(named)];
  const doers = idsOf(agents);
  // "Alba's plan": whose it is tells it apart only if nothing else does.
  return { ...place, head, terms: own.length > 0 ? own : doers, agents: doers, label };
}

/**
 * Groups phrases of one head and the same words and names. A phrase that says less joins the one that says more where
 * just one fits: "the nuclear deal" is "the nuclear deal with Alba" if no other deal is nuclear, as long as what is
 * left out is a name, or one document uses both.
 */
export function groupConcepts(items: readonly ConceptItem[]): ConceptGroup[] {
  const groups = new Map<string, ConceptGroup>();
  const ordered = [...items].sort((a, b) => compareText(a.docId, b.docId) || a.concept - b.concept);
  for (const item of ordered) {
    const key = `${item.head}|${item.terms.join("|")}`;
    const group = groups.get(key);
    if (group) group.items.push({ item, reason: "same words" });
    else groups.set(key, { head: item.head, terms: item.terms, items: [{ item, reason: "first read here" }] });
  }
  const byHead = new Map<string, ConceptGroup[]>();
  for (const [, group] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    byHead.set(group.head, [...(byHead.get(group.head) ?? []), group]);
  }
  return [...byHead.values()].flatMap(joinShorter);
}

/** Works from the groups that say least, so that each joins a group whose own fate is decided later. */
function joinShorter(groups: readonly ConceptGroup[]): ConceptGroup[] {
  const left = new Set(groups);
  for (const group of [...groups].sort((a, b) => a.terms.length - b.terms.length)) {
    if (group.terms.length === 0) continue;
    const fuller = [...left].filter((other) => other !== group && saysMore(other, group));
    // Of "ban on X" and "ban on X from networks", both fuller than "X ban", the first is as good as the second.
    const least = fuller.filter((one) => !fuller.some((other) => other !== one && saysMore(one, other)));
    const [host] = least;
    if (least.length !== 1 || !host || !isSurely(host, group)) continue;
    for (const { item } of group.items)
      host.items.push({ item, reason: `says less than "${host.items[0]!.item.label}"` });
    left.delete(group);
  }
  return [...left];
}

function saysMore(fuller: ConceptGroup, group: ConceptGroup): boolean {
  return fuller.terms.length > group.terms.length && group.terms.every((term) => fuller.terms.includes(term));
}

function isSurely(host: ConceptGroup, group: ConceptGroup): boolean {
  const extra = host.terms.filter((term) => !group.terms.includes(term));
  if (extra.every((term) => term.startsWith("entity:"))) return true;
  const documents = new Set(host.items.map(({ item }) => item.docId));
  return group.items.some(({ item }) => documents.has(item.docId));
}
