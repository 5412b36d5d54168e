import type { EntityType, Gender } from "../core/index.ts";
import type { CorefNode } from "./coref-nodes.ts";

/** What is known of one thing while the document is read from front to back. */
export interface CorefEntity {
  readonly id: number;
  /** Indexes of its nodes so far, in text order. */
  readonly nodes: number[];
  /** Head tokens of its nodes. */
  readonly heads: number[];
  named: boolean;
  type: EntityType | undefined;
  gender: Gender;
  plural: boolean;
  /** Hashes of the nouns that were used for it, and of the words of its names: "court" for "the Supreme Court". */
  readonly nouns: Set<number>;
  readonly modifiers: Set<number>;
  /** Countries and regions that it is known to belong to. */
  readonly places: Set<string>;
  /** Hash of the last word of its name, 0 without a name. */
  nameHead: number;
  /** What kind of organization its name tells of, empty if it does not. */
  kind: string;
  /** Whether capitals alone name it: "NATO". */
  letters: boolean;
  /** Last sentence in which it was a subject, -1 if none. */
  subjectIn: number;
  /** Whether one of its names is a country's. */
  isCountry: boolean;
  /** How many names of the whole document are its own. */
  nameCount: number;
  /** First or second person: settled by quotations, never by a later pronoun. */
  readonly speech: boolean;
}

export function createEntity(id: number, speech: boolean): CorefEntity {
  return {
    id,
    nodes: [],
    heads: [],
    named: false,
    type: undefined,
    gender: "unknown",
    plural: false,
    nouns: new Set(),
    modifiers: new Set(),
    places: new Set(),
    nameHead: 0,
    kind: "",
    letters: false,
    subjectIn: -1,
    nameCount: 0,
    isCountry: false,
    speech,
  };
}

/** Adds a node and what it tells of the thing. */
export function addNode(entity: CorefEntity, index: number, node: CorefNode): void {
  const first = entity.nodes.length === 0;
  entity.nodes.push(index);
  entity.heads.push(node.head);
  if (node.role <= 1) entity.subjectIn = node.sentence;
  if (node.gender === "female" || node.gender === "male") entity.gender = node.gender;
  else if (entity.gender === "unknown") entity.gender = node.gender;
  if (first || (node.kind === "name" && !entity.named)) {
    entity.type = node.type ?? entity.type;
    entity.plural = node.plural;
  } else entity.type ??= node.type;
  if (node.kind === "name") entity.named = true;
  if (node.kind === "nominal" || node.kind === "other") {
    entity.nouns.add(node.hash);
    for (const place of node.places) entity.places.add(place);
    for (const modifier of node.modifiers) entity.modifiers.add(modifier);
  }
}
