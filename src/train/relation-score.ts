import { type AnalysedDoc, type Mention, overlaps, type Relation, type Span } from "../core/index.ts";
import { LABEL_MEANINGS, type LabelledRelation, nameOf, type RelationDocument } from "./relation-corpus.ts";

/** Counts of one kind of relation. Precision counts what was found, recall what was marked. */
export interface RelationCounts {
  found: number;
  foundRight: number;
  marked: number;
  markedFound: number;
}

export interface RelationScore {
  readonly byKind: ReadonlyMap<string, RelationCounts>;
  /** Relations found between things that the corpus does not mark, or marks as of kinds that its label never joins. */
  unjudged: number;
}

export function createRelationScore(): RelationScore {
  const counts = (): RelationCounts => ({ found: 0, foundRight: 0, marked: 0, markedFound: 0 });
  return { byKind: new Map(LABEL_MEANINGS.map((meaning) => [nameOf(meaning), counts()])), unjudged: 0 };
}

/** What was wrong, for lists of errors. */
export type NoteError = (kind: string, head: Span, tail: Span) => void;

/**
 * Adds one document. A mention stands for a marked entity if its head word is the entity's or if the two share at least
 * half of their characters; a relation is right if mentions of its two clusters stand for the two ends of a marked one
 * in the right direction. Several mentions of one pair count once on either side.
 */
export function scoreRelations(
  { entities, relations: marked }: RelationDocument,
  doc: AnalysedDoc,
  relations: readonly Relation[],
  score: RelationScore,
  note: NoteError,
): void {
  const heads = new Map<Span, number>();
  const headOf = (span: Span): number => heads.get(span) ?? heads.set(span, findHead(doc, span)).get(span)!;
  const standsFor = (mention: Mention, span: Span): boolean =>
    mention.head === headOf(span) || shareHalf(mention, span);
  const clusterHas = (cluster: number, span: Span): boolean =>
    doc.clusters[cluster]!.mentions.some((m) => standsFor(doc.mentions[m]!, span));
  const says = (found: Relation, gold: LabelledRelation): boolean => {
    if (!gold.predicates.includes(found.predicate)) return false;
    const [subject, object] = [found.subject.cluster, found.object.cluster];
    const straight = clusterHas(subject, gold.head) && clusterHas(object, gold.tail);
    return straight || (gold.symmetric && clusterHas(subject, gold.tail) && clusterHas(object, gold.head));
  };
  const isOne = (m: number, subtypes: readonly string[]): boolean =>
    entities.some((entity) => subtypes.includes(entity.subtype) && standsFor(doc.mentions[m]!, entity));

  const seen = new Set<string>();
  for (const found of relations) {
    const meaning = LABEL_MEANINGS.find(({ predicates }) => predicates.includes(found.predicate));
    const key = `${found.predicate} ${found.subject.cluster} ${found.object.cluster}`;
    if (!meaning || seen.has(key)) continue;
    seen.add(key);
    const kind = nameOf(meaning);
    if (!isOne(found.subject.mention, meaning.heads) || !isOne(found.object.mention, meaning.tails)) {
      score.unjudged++;
      continue;
    }
    const counts = score.byKind.get(kind)!;
    counts.found++;
    if (marked.some((gold) => says(found, gold))) counts.foundRight++;
    else note(`spurious ${kind}`, doc.mentions[found.subject.mention]!, doc.mentions[found.object.mention]!);
  }

  const clusterOf = (span: Span): string => {
    const cluster = doc.clusters.findIndex((_, c) => clusterHas(c, span));
    return cluster < 0 ? `${span.start}-${span.end}` : `#${cluster}`;
  };
  const asked = new Set<string>();
  for (const gold of marked) {
    const ends = [clusterOf(gold.head), clusterOf(gold.tail)];
    const key = `${gold.predicates} ${gold.symmetric ? ends.sort() : ends}`;
    if (asked.has(key)) continue;
    asked.add(key);
    const kind = nameOf(gold);
    const counts = score.byKind.get(kind)!;
    counts.marked++;
    if (relations.some((found) => says(found, gold))) counts.markedFound++;
    else note(`missed ${kind}`, gold.head, gold.tail);
  }
}

/** The token of a span that hangs on a token outside it, or -1 where the span holds no token. */
function findHead({ tokens, syntax }: AnalysedDoc, span: Span): number {
  const inside = (t: number): boolean => t >= 0 && overlaps(tokens[t]!, span);
  return tokens.findIndex((_, t) => inside(t) && !inside(syntax[t]!.head));
}

function shareHalf(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && 2 * shared >= Math.max(a.end, b.end) - Math.min(a.start, b.start);
}
