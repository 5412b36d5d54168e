export {
  type Bridge,
  type Camp,
  type Camps,
  findBridges,
  findCamps,
  findPolarisation,
  type PeriodPolarisation,
} from "./camps.ts";
export { type CommonGround, findCommonGround } from "./common-ground.ts";
export {
  type Comparison,
  compareActors,
  type OneSidedTarget,
  type Position,
  type SharedTarget,
  toPosition,
} from "./compare.ts";
export { type ContestedTarget, findContested } from "./contested.ts";
export {
  type CitedSource,
  countVoices,
  DEFAULT_LENS,
  findSources,
  type Lens,
  passesLens,
  type Voices,
} from "./lens.ts";
export { findMissingVoices, type MissingVoice } from "./missing-voices.ts";
export {
  findOutletSides,
  findSingleSourced,
  type OutletField,
  type OutletSides,
  type SingleSource,
} from "./outlets.ts";
export { daysBetween, periodOf, TIME_UNITS, type TimeUnit } from "./periods.ts";
export {
  type ActorAttributes,
  type ActorGraph,
  DUPLICATE_RULES,
  type DuplicateRule,
  NORMALISATIONS,
  type Normalisation,
  PROJECTION_SIGNS,
  type ProjectionOptions,
  type ProjectionSign,
  projectActors,
  type TieAttributes,
} from "./project-actors.ts";
export { cosineDistance, type Distance, seriate } from "./seriation.ts";
export {
  findStanceMatrix,
  MATRIX_ORDERS,
  type MatrixCell,
  type MatrixOrder,
  type StanceMatrix,
  type StanceMatrixOptions,
} from "./stance-matrix.ts";
export {
  countPolarities,
  groupBy,
  listStatements,
  netStance,
  type Sides,
  type Statement,
  type StatementFilter,
} from "./statements.ts";
export { findTurns, TURN_GAPS, type Turn, type TurnGap } from "./turns.ts";
