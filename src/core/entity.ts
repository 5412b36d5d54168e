/** What kinds of thing a node can be. A concept is a proposal or idea that stances are about ("a ban on exports"). */
export const ENTITY_TYPES = [
  "person",
  "organization",
  "place",
  "group",
  "event",
  "product",
  "law",
  "work",
  "concept",
] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

/** `entity:mike-pompeo`: made from the name, so the same documents give the same keys. */
export type EntityId = `entity:${string}` | `concept:${string}`;

/** Why a cluster of one document was taken to be this entity. */
export interface Merge {
  readonly docId: string;
  /** The name that the cluster carried in its document. */
  readonly name: string;
  /** In words, for people: "same name", "acronym of …", "surname of …", "capital stands for its country". */
  readonly reason: string;
}

/** What clusters of all documents resolve to. */
export interface Entity {
  readonly id: EntityId;
  readonly name: string;
  readonly entityType: EntityType;
  /** Other name-like forms found in the texts, most frequent first; never contains `name`. */
  readonly aliases: readonly string[];
  /** How often all documents mention it, pronouns and nominals included; 0 for a publisher or author that only speaks. */
  readonly mentions: number;
  /** Ids of the documents that mention it, or that speak in its voice; sorted. */
  readonly documents: readonly string[];
  readonly merges: readonly Merge[];
}
