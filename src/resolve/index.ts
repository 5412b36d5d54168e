export { resolveClaims } from "./claims.ts";
export {
  type ConceptResolution,
  type ConceptResolutionOptions,
  DEFAULT_CONCEPT_OPTIONS,
  resolveConceptOptions,
  resolveConcepts,
} from "./concepts.ts";
export { type EntityResolution, resolveEntities } from "./entities.ts";
export { initialsOf, isAcronym, normaliseName, stripLegalForm } from "./normalise.ts";
export { type DocRecord, type NamedCluster, type RecordedClaim, recordOf } from "./record.ts";
