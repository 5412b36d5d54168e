import type { EntityType, Gender } from "../core/index.ts";
import type { CorefEntity } from "./coref-entities.ts";
import type { CorefNode } from "./coref-nodes.ts";
import { hashPair, hashTriple } from "./linear-model.ts";

/** Everything about a pair of an anaphor and a candidate that features are made of, as small numbers. */
export interface PairFacts {
  readonly anaphor: CorefNode;
  readonly entity: CorefEntity;
  /** The candidate's last node before the anaphor. */
  readonly last: CorefNode;
  /** How many candidates stand nearer, all of them and those that agree. */
  readonly rank: number;
  readonly agreeingRank: number;
  /** Verb above the anaphor (through its noun for a possessive), hashed. */
  readonly verb: number;
  /** Whether the two hang on one verb; on one noun's clause as its subject and a possessive elsewhere in it. */
  readonly sameClause: boolean;
  readonly subjectOfClause: boolean;
  /** Whether the candidate's phrase holds the anaphor. */
  readonly inside: boolean;
  /** 0: both outside quotations, 1: both in the same, 2: only the anaphor in one, 3: only the candidate, 4: in two. */
  readonly quotes: number;
  /** Whether the last node is one of several joined by "and". */
  readonly joined: boolean;
  /** Named candidates of a fitting type within reach. */
  readonly rivals: number;
}

/** A growing list of features, reused for every candidate. */
export class FeatureList {
  readonly values = new Uint32Array(160);
  count = 0;
  #base = 0;

  /** Starts a new list; `task` keeps the features of different models apart. */
  begin(task: number): void {
    this.count = 0;
    this.#base = task * 1000;
  }

  add(template: number, a: number, b = 0, c = 0): void {
    this.values[this.count++] = hashTriple(hashPair(this.#base + template, a), b, c);
  }
}

const TYPES: readonly (EntityType | undefined)[] = [
  "person",
  "organization",
  "place",
  "event",
  "product",
  "law",
  "work",
  "group",
  "concept",
];
const GENDERS: readonly Gender[] = ["female", "male", "neuter", "unknown"];
const KINDS = ["name", "nominal", "pronoun", "other"];
const DETERMINERS = ["definite", "demonstrative", "indefinite", "possessive", "none"];
const PRONOUNS = ["he", "she", "it", "they", "i", "we", "you", "relative"];

const typeNumber = (type: EntityType | undefined): number => TYPES.indexOf(type);
const bucket = (n: number): number => (n < 4 ? n : n < 6 ? 4 : n < 10 ? 5 : n < 20 ? 6 : 7);
const distanceBucket = (tokens: number): number => Math.min(7, Math.floor(Math.log2(tokens + 1)));

/** Number of the pronoun and its case: subject, object, possessive, reflexive. */
function pronounNumber({ pronoun, role }: CorefNode): readonly [kind: number, form: number] {
  const kind = pronoun ? PRONOUNS.indexOf(pronoun.kind) : PRONOUNS.length;
  const form = pronoun?.reflexive ? 3 : pronoun?.possessive ? 2 : role <= 1 ? 0 : 1;
  return [kind, kind * 4 + form];
}

/** Features of a third-person pronoun and a candidate. */
export function addPronounFeatures(list: FeatureList, facts: PairFacts): void {
  const { anaphor, entity, last } = facts;
  const [kind, form] = pronounNumber(anaphor);
  const gap = Math.min(4, anaphor.sentence - last.sentence);
  const lastKind = KINDS.indexOf(last.kind);
  const type = typeNumber(entity.type);
  const plural = entity.plural ? 1 : 0;
  const count = bucket(entity.nodes.length);
  const named = entity.named ? 1 : 0;
  const inSubject = entity.subjectIn === anaphor.sentence ? 2 : entity.subjectIn === anaphor.sentence - 1 ? 1 : 0;
  const samePronoun = last.pronoun && anaphor.pronoun && last.pronoun.kind === anaphor.pronoun.kind ? 1 : 0;
  const agreement = GENDERS.indexOf(entity.gender) * 2 + plural;
  list.begin(1);
  list.add(1, kind, type, lastKind);
  list.add(2, kind, agreement, named);
  list.add(3, kind, gap);
  list.add(4, form, gap, last.role);
  list.add(5, kind, bucket(facts.rank));
  list.add(6, kind, bucket(facts.agreeingRank), gap);
  list.add(7, form, bucket(facts.agreeingRank), last.role);
  list.add(8, kind, named, count);
  list.add(9, kind, lastKind, gap);
  list.add(10, form, facts.sameClause ? 1 : 0, last.role);
  list.add(11, form, facts.subjectOfClause ? 1 : 0, facts.inside ? 1 : 0);
  list.add(12, kind, facts.quotes, lastKind);
  list.add(13, kind, DETERMINERS.indexOf(last.determiner), lastKind);
  if (last.kind !== "pronoun") list.add(14, kind, last.hash);
  list.add(15, kind, facts.verb, type);
  list.add(16, kind, type, agreement);
  list.add(17, kind, type, bucket(facts.agreeingRank));
  list.add(18, kind, gap * 8 + distanceBucket(anaphor.head - last.head), lastKind);
  list.add(19, form, inSubject, last.role <= 1 ? 1 : 0);
  list.add(20, kind, samePronoun, gap);
  list.add(21, kind, facts.joined ? 1 : 0, plural);
  list.add(22, kind, inSubject * 8 + count, named);
  list.add(23, form, lastKind * 16 + last.role, gap);
  list.add(24, kind, last.demonym ? 1 : 0, last.role);
  list.add(25, form, type * 4 + lastKind, gap * 2 + (last.role <= 1 ? 1 : 0));
  list.add(26, kind, type * 2 + named, count);
  list.add(27, kind, anaphor.firstToken === 0 ? 1 : 0, inSubject);
  list.add(30, kind, bucket(entity.nameCount), gap);
  list.add(31, form, bucket(entity.nameCount), bucket(facts.agreeingRank));
  list.add(28, anaphor.hash, type, lastKind);
  list.add(29, anaphor.role * 16 + last.role, gap, kind);
}

/** Features of a pronoun that points to nothing among the candidates. */
export function addNoPronounFeatures(list: FeatureList, anaphor: CorefNode, verb: number, agreeing: number): void {
  const [kind, form] = pronounNumber(anaphor);
  list.begin(2);
  list.add(1, kind);
  list.add(2, form);
  list.add(3, kind, verb);
  list.add(4, kind, bucket(agreeing));
  list.add(5, form, bucket(agreeing), anaphor.role);
}

/** Features of a definite noun phrase and a candidate. */
export function addNominalFeatures(
  list: FeatureList,
  facts: PairFacts,
  isMedia: (entity: CorefEntity) => boolean,
): void {
  const { anaphor, entity, last } = facts;
  const gap = bucket(anaphor.sentence - last.sentence);
  const type = typeNumber(entity.type);
  const own = typeNumber(anaphor.type);
  const named = entity.named ? 1 : 0;
  const sameType = entity.type === undefined ? 2 : entity.type === anaphor.type ? 1 : 0;
  const sameNoun = entity.nouns.has(anaphor.hash) ? 1 : 0;
  const sameHead = entity.nameHead === anaphor.hash ? 1 : 0;
  const places = comparePlaces(anaphor.places, entity.places);
  const fresh = anaphor.modifiers.some((modifier) => !entity.modifiers.has(modifier) && !entity.nouns.has(modifier))
    ? 1
    : 0;
  const known = anaphor.modifiers.length > 0 && fresh === 0 ? 1 : 0;
  const sameNumber = entity.plural === anaphor.plural ? 1 : 0;
  const determiner = DETERMINERS.indexOf(anaphor.determiner);
  const count = bucket(entity.nodes.length);
  const owned = anaphor.owned ? 1 : 0;
  list.begin(3);
  list.add(1, own, type, named);
  list.add(2, sameNoun * 2 + sameHead, sameType, named);
  list.add(3, sameNoun, fresh * 2 + known, places);
  list.add(4, places, sameType, named);
  list.add(5, gap, named, sameNoun);
  list.add(6, bucket(facts.agreeingRank), sameType, named);
  list.add(7, bucket(facts.rivals), sameType, named);
  list.add(8, count, named, sameNoun);
  list.add(9, sameNumber, sameNoun, sameType);
  list.add(10, determiner, sameNoun, named);
  list.add(11, anaphor.hash, type, named);
  list.add(12, anaphor.hash, entity.nameHead);
  list.add(13, owned, sameNoun, named);
  list.add(14, anaphor.hash, sameNoun, gap);
  list.add(15, KINDS.indexOf(last.kind), gap, sameNoun);
  list.add(16, last.role <= 1 ? 1 : 0, sameNoun, gap);
  list.add(17, isMedia(entity) ? 1 : 0, anaphor.hash);
  list.add(18, facts.inside ? 1 : 0, named);
  list.add(19, facts.sameClause ? 1 : 0, sameNoun);
  list.add(20, facts.quotes, sameNoun);
  list.add(21, anaphor.determiner === "demonstrative" ? 1 : 0, sameType * 4 + gap, named);
  list.add(22, sameType, bucket(facts.agreeingRank) * 8 + gap, sameNoun * 2 + named);
  list.add(23, fresh, sameNoun, owned * 2 + named);
  list.add(25, bucket(entity.nameCount), sameType, sameNoun);
  list.add(24, GENDERS.indexOf(entity.gender) * 4 + GENDERS.indexOf(anaphor.gender));
}

/** Features of a noun phrase that points to nothing before it. */
export function addNoNominalFeatures(list: FeatureList, anaphor: CorefNode, agreeing: number, sameNouns: number): void {
  const determiner = DETERMINERS.indexOf(anaphor.determiner);
  const owned = anaphor.owned ? 1 : 0;
  list.begin(4);
  list.add(1, determiner, owned);
  list.add(2, anaphor.hash);
  list.add(3, anaphor.hash, determiner);
  list.add(4, anaphor.plural ? 1 : 0, determiner);
  list.add(5, bucket(agreeing), typeNumber(anaphor.type));
  list.add(6, Math.min(2, sameNouns), determiner);
  list.add(7, anaphor.modifiers.length > 0 ? 1 : 0, anaphor.places.length > 0 ? 1 : 0, owned);
  list.add(8, typeNumber(anaphor.type), determiner, owned);
}

/** 0: the phrase names no place; 1: the thing is of that place; 2: of none known; 3: of another. */
function comparePlaces(wanted: readonly string[], known: ReadonlySet<string>): number {
  if (wanted.length === 0) return 0;
  if (wanted.some((place) => known.has(place))) return 1;
  return known.size === 0 ? 2 : 3;
}
