import type { EntityType } from "../core/index.ts";
import type { NamedCluster } from "./record.ts";

/** A named cluster with the document that it comes from. */
export interface Item extends NamedCluster {
  readonly record: number;
  readonly docId: string;
}

/** Clusters of all documents that were found to be one thing. */
export interface Group {
  readonly items: { readonly item: Item; readonly reason: string }[];
  /** Normal form of the fullest name. */
  readonly key: string;
}

export function nameOf(group: Group): string {
  return group.items[0]!.item.name;
}

/** What the metadata of a document say of it, else the type that most mentions have. */
export function typeOf(group: Group): EntityType {
  const known = group.items.find(({ item }) => item.role !== undefined);
  if (known) return known.item.entityType;
  const votes = new Map<EntityType, number>();
  for (const { item } of group.items) votes.set(item.entityType, (votes.get(item.entityType) ?? 0) + item.mentions);
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}

export function mentionsOf(group: Group): number {
  return group.items.reduce((sum, { item }) => sum + item.mentions, 0);
}

/** How many documents name it. */
export function documentsOf(group: Group): number {
  return new Set(group.items.map(({ item }) => item.docId)).size;
}

/** Moves all items of `group` to `host`, with the reason. */
export function mergeInto(groups: Set<Group>, host: Group, group: Group, reason: string): void {
  for (const { item } of group.items) host.items.push({ item, reason: `${reason} ${nameOf(host)}` });
  groups.delete(group);
}
