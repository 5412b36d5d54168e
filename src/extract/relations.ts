import type { Doc, Relation } from "../core/index.ts";
import { findChambers } from "./relation-chambers.ts";
import {
  createRelationContext,
  RELATION_LAYERS,
  type RelationComponent,
  type RelationFind,
  type RelationLayer,
  type RelationOptions,
  writeRelation,
} from "./relation-context.ts";
import { findDescriptors } from "./relation-descriptors.ts";
import { findHomes } from "./relation-homes.ts";
import { findNationalities } from "./relation-nationalities.ts";
import { findPartyMembers } from "./relation-parties.ts";
import { findParts } from "./relation-parts.ts";
import { isLettersOfParty, readDescriptors } from "./relation-positions.ts";
import { findPredicateRelations } from "./relation-predicates.ts";
import { findRivals } from "./relation-rivals.ts";

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
  const descriptors = findDescriptors(context);
  const stated = [
    ...readDescriptors(context, descriptors),
    ...findChambers(context, descriptors),
    ...findPartyMembers(context),
    ...findNationalities(context),
    ...findHomes(context),
    ...findParts(context),
    ...findPredicateRelations(context),
  ];
  const rivals = findRivals(context, descriptors, stated);
  // What candidates fight is the election: a "battle" between rivals is no other conflict.
  const pair = ({ subject, object }: RelationFind): string =>
    [subject, object]
      .map((mention) => context.actors.clusterOf(mention))
      .sort((a, b) => a - b)
      .join(" ");
  const contests = new Set(rivals.map(pair));
  const says = (find: RelationFind): boolean => {
    if (find.predicate === "conflict") return !contests.has(pair(find));
    // "the Bay County GOP": a branch is there, not the party.
    return find.predicate !== "based-in" || !isLettersOfParty(context, find.subject);
  };
  const finds = [...stated.filter(says), ...rivals];
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
