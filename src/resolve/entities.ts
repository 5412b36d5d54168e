import { compareText, type Entity, type EntityId, type EntityType, type Merge, slug } from "../core/index.ts";
import { documentsOf, type Group, type Item, mentionsOf, mergeInto, nameOf, typeOf } from "./groups.ts";
import { initialsOf, isAcronym, normaliseName, stripLegalForm } from "./normalise.ts";
import { joinPartyLetters } from "./parties.ts";
import { joinFullNames } from "./persons.ts";
import type { DocRecord } from "./record.ts";

/** How much more often one person of a surname must be named than all others for a bare surname to mean that person. */
const DOMINANCE = 3;

/** Types that the tagger confuses about one thing: a ministry, its building, its country. */
const LOOSE: ReadonlySet<EntityType> = new Set(["organization", "place", "group", "product", "work", "event", "law"]);

function compatible(a: EntityType, b: EntityType): boolean {
  return a === b || (LOOSE.has(a) && LOOSE.has(b));
}

export interface EntityResolution {
  /** Sorted by id. */
  readonly entities: readonly Entity[];
  /** For every record, its clusters' entities: `entityOf[record].get(cluster)`. */
  readonly entityOf: readonly ReadonlyMap<number, EntityId>[];
}

/**
 * Finds which named clusters of different documents are one entity.
 *
 * Full names are grouped first (same normal form, same kind of thing); then legal forms ("Acme Ltd" is "Acme"),
 * acronyms (by an alias that a document itself gives, or by initials), names with and without middle names, and bare
 * surnames are attached where exactly one entity fits, or one is named far more often than the others together; single
 * words that a document took for a person and the others for a firm or place; last, letters of a party by its members. Every merge keeps its reason.
 */
export function resolveEntities(records: readonly DocRecord[]): EntityResolution {
  const items: Item[] = records.flatMap((record, index) =>
    record.clusters.map((cluster) => ({ ...cluster, record: index, docId: record.document.id })),
  );
  const groups = groupByName(items);
  attach(groups, "acronym of", acronymKey, aliasKeys);
  attach(groups, "acronym of", acronymKey, initialKeys, isNamedEnough);
  attach(groups, "short form of", legalKey, (group) => (typeOf(group) === "organization" ? [group.key] : []));
  joinFullNames(groups);
  attach(groups, "surname of", surnameKey, (group) => (typeOf(group) === "person" ? [lastWord(group.key)] : []));
  joinMistyped(groups);
  joinPartyLetters(groups, records);
  return assignIds([...groups], records);
}

/** Letters that many documents use need more than one that happens to hold a name of these initials. */
function isNamedEnough(host: Group, group: Group): boolean {
  return documentsOf(group) <= DOMINANCE * documentsOf(host);
}

function groupByName(items: readonly Item[]): Set<Group> {
  const byName = new Map<string, Group[]>();
  for (const item of items) {
    const key = normaliseName(item.name);
    const list = byName.get(key) ?? [];
    byName.set(key, list);
    const group = list.find((candidate) => compatible(candidate.items[0]!.item.entityType, item.entityType));
    const reason = item.role && `${item.role} of the document`;
    if (group) group.items.push({ item, reason: reason ?? "same name" });
    else list.push({ key, items: [{ item, reason: reason ?? "first named here" }] });
  }
  return new Set([...byName.values()].flat());
}

/**
 * Moves every group that looks for a host (`wanted` gives the key that it looks under) into the one group that offers
 * that key, or into the dominant one of several.
 */
function attach(
  groups: Set<Group>,
  reason: string,
  wanted: (group: Group) => string | undefined,
  offered: (group: Group) => readonly string[],
  fits: (host: Group, group: Group) => boolean = () => true,
): void {
  const hosts = new Map<string, Group[]>();
  for (const group of groups) {
    for (const key of new Set(offered(group))) hosts.set(key, [...(hosts.get(key) ?? []), group]);
  }
  for (const group of [...groups]) {
    const key = wanted(group);
    if (key === undefined) continue;
    const fitting = (hosts.get(key) ?? []).filter(
      (host) => host !== group && groups.has(host) && compatible(typeOf(host), typeOf(group)) && fits(host, group),
    );
    const host = dominant(fitting);
    if (!host) continue;
    mergeInto(groups, host, group, reason);
  }
}

/**
 * Joins groups of one word that differ in kind alone to the one that is named far more often: where one document took a
 * well-known firm for a person who has no other name there. Full names of persons have found their bearers before.
 */
function joinMistyped(groups: Set<Group>): void {
  const byKey = new Map<string, Group[]>();
  for (const group of groups) {
    if (!group.key.includes(" ")) byKey.set(group.key, [...(byKey.get(group.key) ?? []), group]);
  }
  for (const [, alike] of byKey) {
    const host = alike.length > 1 ? dominant(alike) : undefined;
    if (!host || alike.some(({ items }) => items.some(({ item }) => item.role !== undefined))) continue;
    for (const group of alike) if (group !== host) mergeInto(groups, host, group, "same word as");
  }
}

function acronymKey(group: Group): string | undefined {
  return isAcronym(nameOf(group)) && typeOf(group) !== "person" ? group.key.replace(/\s/g, "") : undefined;
}

/** Acronyms that a document itself gives for the name. */
function aliasKeys(group: Group): string[] {
  return group.items.flatMap(({ item }) =>
    item.aliases.filter(isAcronym).map((alias) => normaliseName(alias).replace(/\s/g, "")),
  );
}

function initialKeys(group: Group): string[] {
  const initials = initialsOf(nameOf(group)).toLowerCase();
  return initials.length >= 3 && typeOf(group) !== "person" ? [initials] : [];
}

function legalKey(group: Group): string | undefined {
  const base = stripLegalForm(nameOf(group));
  return typeOf(group) === "organization" && base !== nameOf(group) ? normaliseName(base) : undefined;
}

function surnameKey(group: Group): string | undefined {
  return typeOf(group) === "person" && !group.key.includes(" ") ? group.key : undefined;
}

function lastWord(key: string): string {
  return key.includes(" ") ? key.slice(key.lastIndexOf(" ") + 1) : "";
}

function dominant(groups: readonly Group[]): Group | undefined {
  if (groups.length < 2) return groups[0];
  const ranked = [...groups].sort((a, b) => mentionsOf(b) - mentionsOf(a));
  const rest = ranked.slice(1).reduce((sum, group) => sum + mentionsOf(group), 0);
  return mentionsOf(ranked[0]!) >= DOMINANCE * rest ? ranked[0] : undefined;
}

function assignIds(groups: readonly Group[], records: readonly DocRecord[]): EntityResolution {
  const entityOf = records.map(() => new Map<number, EntityId>());
  const taken = new Map<string, number>();
  const ordered = groups
    .map((group) => ({ group, ...describe(group) }))
    .sort(
      (a, b) =>
        compareText(slug(a.name), slug(b.name)) ||
        compareText(a.entityType, b.entityType) ||
        compareText(a.name, b.name),
    );
  const entities = ordered.map(({ group, ...entity }): Entity => {
    const base = slug(entity.name);
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    // Two things of one name differ by type, which is part of the texts and so of the id: never a running number first.
    const id: EntityId =
      count === 1 ? `entity:${base}` : `entity:${base}-${entity.entityType}${count > 2 ? `-${count}` : ""}`;
    for (const { item } of group.items) entityOf[item.record]!.set(item.cluster, id);
    return { id, ...entity };
  });
  return { entities: entities.sort((a, b) => compareText(a.id, b.id)), entityOf };
}

function describe(group: Group): Omit<Entity, "id"> {
  const entityType = typeOf(group);
  const names = new Map<string, number>();
  const forms = new Map<string, number>();
  for (const { item } of group.items) {
    names.set(item.name, (names.get(item.name) ?? 0) + item.mentions);
    for (const alias of item.aliases) forms.set(alias, (forms.get(alias) ?? 0) + 1);
  }
  const host = normaliseName(nameOf(group));
  // The commonest spelling of the full name, not the commonest form: a surname alone never names the node.
  const spellings = [...names].filter(([name]) => normaliseName(name) === host);
  const name = spellings.sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]![0];
  for (const [other, count] of names) if (other !== name) forms.set(other, (forms.get(other) ?? 0) + count);
  forms.delete(name);
  const merges: Merge[] = group.items.map(({ item, reason }) => ({ docId: item.docId, name: item.name, reason }));
  return {
    name,
    entityType,
    aliases: [...forms].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([form]) => form),
    mentions: mentionsOf(group),
    documents: [...new Set(group.items.map(({ item }) => item.docId))].sort(compareText),
    merges: merges.sort((a, b) => compareText(a.docId, b.docId) || compareText(a.name, b.name)),
  };
}
