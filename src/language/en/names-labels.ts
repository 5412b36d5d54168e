import type { Name } from "../../core/index.ts";

/** The kinds of name in the order of their numbers in the model. */
export const NAME_TYPES = [
  "person",
  "organization",
  "place",
  "group",
  "event",
  "product",
  "law",
  "work",
  "demonym",
] as const satisfies readonly Name["type"][];

export type NameType = (typeof NAME_TYPES)[number];

export const TYPES = NAME_TYPES.length;
/** Label 0 is outside; then begin, inside, last and unit-length of every type (BILOU). */
export const LABELS = 1 + 4 * TYPES;
export const BEGIN = 1;
export const INSIDE = 2;
export const LAST = 3;
export const UNIT = 4;

/** Label of a position (`BEGIN` … `UNIT`) in a name of a type. */
export const labelOf = (position: number, type: number): number => 4 * type + position;
/** Type of a label other than 0. */
export const typeOf = (label: number): number => (label - 1) >> 2;
/** Position of a label: 0 outside, else `BEGIN` … `UNIT`. */
export const positionOf = (label: number): number => (label === 0 ? 0 : ((label - 1) & 3) + 1);

/**
 * Weights of a feature are shared between labels: one for each position, one for each type where a name starts and one
 * where it goes on. A label's score is the sum of its two columns.
 */
export const COLUMNS = 5 + 2 * TYPES;
export const POSITION_COLUMN = Uint8Array.from({ length: LABELS }, (_, label) => positionOf(label));
export const TYPE_COLUMN = Int8Array.from({ length: LABELS }, (_, label) => {
  if (label === 0) return -1;
  const position = positionOf(label);
  return 5 + 2 * typeOf(label) + (position === INSIDE || position === LAST ? 1 : 0);
});

/** Classes of what a label leaves behind or opens: 0 outside, 1 + type otherwise. */
export const CLASSES = 1 + TYPES;
/** Transition weights: from class to class between names, then begin→inside, begin→last, inside→inside, inside→last of each type. */
export const TRANSITIONS = CLASSES * CLASSES + 4 * TYPES;
export const transitionOf = (from: number, to: number): number => from * CLASSES + to;
export const insideTransitionOf = (type: number, fromInside: boolean, toLast: boolean): number =>
  CLASSES * CLASSES + 4 * type + (fromInside ? 2 : 0) + (toLast ? 1 : 0);
