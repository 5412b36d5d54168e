import { join } from "node:path";
import { type Predicate, type Span, SYMMETRIC_PREDICATES } from "../core/index.ts";
import { readJsonLines } from "./json-lines.ts";

/** What a label of re3d says in our predicates: any of them, between entities of such subtypes. */
export interface LabelMeaning {
  readonly predicates: readonly Predicate[];
  readonly heads: readonly string[];
  readonly tails: readonly string[];
}

const ACTORS = ["Person", "Organisation"];

/**
 * The labels of re3d that our closed list can say. Left out: Apart, HasAttrOf and IsSynonymOf, which are no relations
 * of ours; Likes and Dislikes, which are stances; control of a place or a weapon (InChargeOf) and whatever is said of
 * weapons, vehicles, money and quantities.
 */
const MEANINGS: Readonly<Record<string, LabelMeaning>> = {
  BelongsTo: { predicates: ["member-of", "part-of"], heads: ACTORS, tails: ["Organisation"] },
  InChargeOf: { predicates: ["holds-position"], heads: ["Person"], tails: ["Organisation", "Location"] },
  CoLocated: { predicates: ["based-in"], heads: [...ACTORS, "Location"], tails: ["Location"] },
  AlliesOf: { predicates: ["allied-with"], heads: ACTORS, tails: ACTORS },
  FightingAgainst: { predicates: ["conflict"], heads: ACTORS, tails: ACTORS },
  CommWith: { predicates: ["meets"], heads: ACTORS, tails: ACTORS },
};

export const LABEL_MEANINGS: readonly LabelMeaning[] = Object.values(MEANINGS);

/** What a meaning is called in tables: `member-of or part-of`. */
export const nameOf = ({ predicates }: Pick<LabelMeaning, "predicates">): string => predicates.join(" or ");

export interface LabelledRelation {
  readonly head: Span;
  readonly tail: Span;
  readonly predicates: readonly Predicate[];
  /** Whether head and tail may change places. */
  readonly symmetric: boolean;
}

export interface LabelledEntity extends Span {
  readonly subtype: string;
}

export interface RelationDocument {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly LabelledEntity[];
  readonly relations: readonly LabelledRelation[];
}

type Pair = readonly [start: number, end: number];

interface RawRelation {
  readonly label: string;
  readonly head: Pair;
  readonly tail: Pair;
}

/** Reads re3d's documents with the relations that our predicates can say. */
export async function readRelationCorpus(dataFolder: string): Promise<RelationDocument[]> {
  const records = await readJsonLines(join(dataFolder, "relations/re3d-dev.jsonl"));
  return records.map((record) => {
    const entities = record.entities as readonly LabelledEntity[];
    const kindAt = new Map(entities.map(({ start, end, subtype }) => [`${start}-${end}`, subtype]));
    const isOf = ([start, end]: Pair, kinds: readonly string[]): boolean =>
      kinds.includes(kindAt.get(`${start}-${end}`) ?? "");
    const relations = (record.relations as readonly RawRelation[]).flatMap(({ label, head, tail }) => {
      const meaning = MEANINGS[label];
      if (!meaning || !isOf(head, meaning.heads) || !isOf(tail, meaning.tails)) return [];
      const { predicates } = meaning;
      const symmetric = predicates.every((predicate) => SYMMETRIC_PREDICATES.has(predicate));
      return [{ head: toSpan(head), tail: toSpan(tail), predicates, symmetric }];
    });
    return { id: record.id as string, text: record.text as string, entities, relations };
  });
}

function toSpan([start, end]: Pair): Span {
  return { start, end };
}
