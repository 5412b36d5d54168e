import type { Attribution, Cluster, Mention, Relation, Stance } from "../core/index.ts";
import { PREDICATES } from "../core/index.ts";

/** What a learned judge says of one holder and one target in one place. */
export interface JudgedPlace {
  readonly holder: number;
  readonly target: number;
  readonly polarity: "support" | "oppose";
  readonly probability: number;
  /** "pair": of two mentions of a sentence; "speech": of someone in what the holder says. */
  readonly by: "pair" | "speech";
  readonly place: DossierPlace;
}

/** A place of the document that shows something of a pair: a mention of each, and the token that it turns on. */
export interface DossierPlace {
  readonly holder: number;
  readonly target: number;
  readonly token: number;
}

/** What dossiers are made from. Stances, relations and judged places are by cluster. */
export interface DossierSource {
  readonly mentions: readonly Mention[];
  readonly clusters: readonly Cluster[];
  readonly attributions: readonly Attribution[];
  readonly relations: readonly Relation[];
  readonly stances: readonly Stance[];
  readonly judged: readonly JudgedPlace[];
  /** Cluster of who speaks at the head of each mention, or -1. */
  readonly speakerOf: readonly number[];
}

/** Everything that a document shows of one possible holder and one possible target, as numbers. */
export interface Dossier {
  readonly holder: number;
  readonly target: number;
  /** As {@link DOSSIER_FEATURES} names them. */
  readonly features: Float64Array;
  /** The best place for each side, by a learned judge; and where the two are nearest to each other. */
  readonly places: { support?: DossierPlace; oppose?: DossierPlace; any?: DossierPlace };
}

export const HOLDER_TYPES: readonly string[] = ["person", "organization", "place", "group"];
export const TARGET_TYPES: readonly string[] = [...HOLDER_TYPES, "law", "event", "product", "work"];

const SIDES = ["support", "oppose"] as const;
const NUMBERS = [
  ...SIDES.flatMap((side) =>
    [
      "surest",
      "sum",
      "explicit",
      "composed",
      "pair",
      "pair sum",
      "speech",
      "speech sum",
      "reverse",
      "reverse pair",
    ].map((name) => `${name} ${side}`),
  ),
  "surest mixed",
  "sentences together",
  "nearness",
  "target in speech",
  "target before speech",
  "holder speaks",
  "holder mentions",
  "target mentions",
  "holder rank",
  "target rank",
  "holder first",
  "target first",
  "shared attitudes",
  "judged alike",
  "through others",
  "through the holder's ties",
  "through the target's ties",
  "between their ties",
  "ties in common",
  "holder's support",
  "holder's opposition",
  "support for target",
  "opposition to target",
] as const;

/** The features' names, in order. */
export const DOSSIER_FEATURES: readonly string[] = [
  ...NUMBERS,
  ...HOLDER_TYPES.map((type) => `holder is ${type}`),
  ...TARGET_TYPES.map((type) => `target is ${type}`),
  ...PREDICATES.map((predicate) => `holder ${predicate} target`),
  ...PREDICATES.map((predicate) => `target ${predicate} holder`),
];

const INDEX: ReadonlyMap<string, number> = new Map(DOSSIER_FEATURES.map((name, index) => [name, index]));

/** An empty dossier. */
export function openDossier(holder: number, target: number): Dossier {
  return { holder, target, features: new Float64Array(DOSSIER_FEATURES.length), places: {} };
}

/** The value of a feature. */
export function readFeature({ features }: Dossier, name: string): number {
  return features[INDEX.get(name)!]!;
}

/** Adds to a feature; nothing where there is no dossier. */
export function addTo(dossier: Dossier | undefined, name: string, value: number): void {
  if (dossier) dossier.features[INDEX.get(name)!]! += value;
}

/** Raises a feature to a value that is larger; nothing where there is no dossier. */
export function raiseTo(dossier: Dossier | undefined, name: string, value: number): void {
  if (dossier && readFeature(dossier, name) < value) dossier.features[INDEX.get(name)!] = value;
}
