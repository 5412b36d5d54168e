import type { Doc, Relation } from "../core/index.ts";
import {
  createRelationContext,
  RELATION_LAYERS,
  type RelationComponent,
  type RelationLayer,
  type RelationOptions,
  writeRelation,
} from "./relation-context.ts";
import { findPlaces } from "./relation-places.ts";
import { findPositions } from "./relation-positions.ts";
import { findPredicateRelations } from "./relation-predicates.ts";

/** Finds the relations of the closed list that sentences state. Assigns `relations`. */
export function createRelationFinder(options: RelationOptions): RelationComponent {
  return {
    name: "en.relations",
    requires: RELATION_LAYERS,
    assigns: ["relations"],
    run: (doc) => ({ relations: findRelations(doc, options) }),
  };
}

/** All relations of a document, one for each pair of clusters, predicate and sentence, in text order. */
export function findRelations(doc: Doc<RelationLayer>, options: RelationOptions): Relation[] {
  const context = createRelationContext(doc, options);
  const finds = [...findPositions(context), ...findPlaces(context), ...findPredicateRelations(context)];
  const kept = new Map<string, Relation>();
  for (const find of finds) {
    const relation = writeRelation(context, find);
    if (!relation) continue;
    const { subject, object, predicate, evidence } = relation;
    const key = `${evidence.start} ${subject.cluster} ${predicate} ${object.cluster}`;
    const known = kept.get(key);
    if (!known || relation.confidence > known.confidence) kept.set(key, relation);
  }
  return [...kept.values()].sort(
    (a, b) => a.evidence.start - b.evidence.start || a.subject.mention - b.subject.mention,
  );
}
