import { type Polarity, type Predicate, SYMMETRIC_PREDICATES } from "../core/index.ts";
import { createVerifier, type StanceGraph } from "../graph/index.ts";
import type { GoldArticle, GoldGraph } from "./gold-graphs.ts";
import { type GraphMatch, matchEntities } from "./graph-match.ts";

/** Right, spurious and missed things of one kind. */
export interface Tally {
  right: number;
  spurious: number;
  missed: number;
}

export interface GraphError {
  /** What went wrong, without names: `stance missed (oppose)`. */
  readonly kind: string;
  /** `Norway → Sweden` */
  readonly what: string;
}

export interface GraphScore {
  readonly entities: Tally;
  /** Matched entities, and how many of them have a right type. */
  readonly matched: number;
  readonly typed: number;
  /** Ordered pairs with a stance of any polarity. */
  readonly stancePairs: Tally;
  /** The same with the right polarity; a wrong one is both spurious and missed. */
  readonly stances: Tally;
  readonly relations: Tally;
  /** Edges, and how many have evidence that stands in the text to the character. */
  readonly edges: number;
  readonly grounded: number;
  readonly errors: readonly GraphError[];
}

/**
 * Holds the graph of one article against what a careful analyst drew. Entities match by normalised name or alias, one
 * to one; those that the gold calls no core are neither missed nor spurious, nor are optional stances and relations.
 * Several polarities of one pair count as `mixed`; symmetric predicates read in either direction.
 */
export function scoreGraph({ gold, document }: GoldArticle, graph: StanceGraph): GraphScore {
  const match = matchEntities(gold.entities, graph);
  const nameOf = (key: string): string => match.goldOf.get(key)?.name ?? `?${graph.getNodeAttribute(key, "label")}`;
  const entities = scoreEntities(gold, graph, match);
  const stances = scoreStances(gold, graph, nameOf);
  const relations = scoreRelations(gold, graph, nameOf);
  return {
    ...entities,
    ...stances,
    ...relations,
    ...countGrounded(document, graph),
    errors: [...entities.errors, ...stances.errors, ...relations.errors],
  };
}

/** Adds up the counts of several articles. */
export function sumScores(
  scores: readonly GraphScore[],
): Record<"entities" | "stancePairs" | "stances" | "relations", Tally> {
  const sum = (of: (score: GraphScore) => Tally): Tally => ({
    right: scores.reduce((total, score) => total + of(score).right, 0),
    spurious: scores.reduce((total, score) => total + of(score).spurious, 0),
    missed: scores.reduce((total, score) => total + of(score).missed, 0),
  });
  return {
    entities: sum((score) => score.entities),
    stancePairs: sum((score) => score.stancePairs),
    stances: sum((score) => score.stances),
    relations: sum((score) => score.relations),
  };
}

function scoreEntities(
  gold: GoldGraph,
  graph: StanceGraph,
  { goldOf, nodeOf, nodes }: GraphMatch,
): Pick<GraphScore, "entities" | "matched" | "typed" | "errors"> {
  const errors: GraphError[] = [];
  const core = gold.entities.filter((entity) => entity.core !== false);
  const missed = core.filter((entity) => !nodeOf.has(entity));
  for (const { name, type } of missed) errors.push({ kind: `entity missed (${type})`, what: name });
  const spurious = nodes.filter((key) => !goldOf.has(key));
  for (const key of spurious) {
    const { label, entityType } = graph.getNodeAttributes(key);
    errors.push({ kind: `entity spurious (${entityType})`, what: label });
  }
  let typed = 0;
  for (const [key, { name, type, alsoType }] of goldOf) {
    const found = graph.getNodeAttribute(key, "entityType");
    if (found === type || found === alsoType) typed++;
    else errors.push({ kind: `${type} read as ${found}`, what: name });
  }
  return {
    entities: { right: core.length - missed.length, spurious: spurious.length, missed: missed.length },
    matched: goldOf.size,
    typed,
    errors,
  };
}

type NameOf = (key: string) => string;

function scoreStances(
  gold: GoldGraph,
  graph: StanceGraph,
  nameOf: NameOf,
): Pick<GraphScore, "stancePairs" | "stances" | "errors"> {
  const errors: GraphError[] = [];
  const must = new Map<string, Polarity>();
  const may = new Map<string, Set<Polarity>>();
  for (const { holder, target, polarity, optional } of gold.stances) {
    const pair = `${holder} → ${target}`;
    if (!optional) must.set(pair, polarity);
    else may.set(pair, (may.get(pair) ?? new Set()).add(polarity));
  }
  const drawn = drawnStances(graph, nameOf);
  const stancePairs: Tally = { right: 0, spurious: 0, missed: 0 };
  const stances: Tally = { right: 0, spurious: 0, missed: 0 };
  for (const [pair, polarity] of drawn) {
    const wanted = must.get(pair);
    if (wanted === undefined) {
      if (may.get(pair)?.has(polarity)) continue;
      stancePairs.spurious++;
      stances.spurious++;
      errors.push({ kind: `stance spurious (${polarity})`, what: pair });
      continue;
    }
    stancePairs.right++;
    if (wanted === polarity || may.get(pair)?.has(polarity)) stances.right++;
    else {
      stances.spurious++;
      errors.push({ kind: `stance ${wanted} drawn as ${polarity}`, what: pair });
    }
  }
  for (const [pair, polarity] of must) {
    if (!drawn.has(pair)) errors.push({ kind: `stance missed (${polarity})`, what: pair });
  }
  stancePairs.missed = must.size - stancePairs.right;
  stances.missed = must.size - stances.right;
  return { stancePairs, stances, errors };
}

/** The polarity of every ordered pair that has a stance. */
function drawnStances(graph: StanceGraph, nameOf: NameOf): Map<string, Polarity> {
  const drawn = new Map<string, Polarity>();
  graph.forEachEdge((_, attributes, source, target) => {
    if (attributes.kind !== "stance") return;
    const pair = `${nameOf(source)} → ${nameOf(target)}`;
    const known = drawn.get(pair);
    drawn.set(pair, known !== undefined && known !== attributes.polarity ? "mixed" : attributes.polarity);
  });
  return drawn;
}

function scoreRelations(gold: GoldGraph, graph: StanceGraph, nameOf: NameOf): Pick<GraphScore, "relations" | "errors"> {
  const errors: GraphError[] = [];
  const must = new Map<string, Predicate>();
  const may = new Set<string>();
  for (const { subject, predicate, object, optional } of gold.relations) {
    const relation = showRelation(subject, predicate, object);
    if (optional) may.add(relation);
    else must.set(relation, predicate);
  }
  const drawn = new Map<string, Predicate>();
  graph.forEachEdge((_, attributes, source, target) => {
    if (attributes.kind !== "relation") return;
    drawn.set(showRelation(nameOf(source), attributes.predicate, nameOf(target)), attributes.predicate);
  });
  const relations: Tally = { right: 0, spurious: 0, missed: 0 };
  for (const [what, predicate] of drawn) {
    if (must.has(what)) relations.right++;
    else if (!may.has(what)) {
      relations.spurious++;
      errors.push({ kind: `relation spurious (${predicate})`, what });
    }
  }
  for (const [what, predicate] of must) {
    if (!drawn.has(what)) errors.push({ kind: `relation missed (${predicate})`, what });
  }
  relations.missed = must.size - relations.right;
  return { relations, errors };
}

/** One text for one relation, the same for both directions of a symmetric one. */
export function showRelation(subject: string, predicate: Predicate, object: string): string {
  const flipped = SYMMETRIC_PREDICATES.has(predicate) && subject > object;
  return flipped ? `${object} ${predicate} ${subject}` : `${subject} ${predicate} ${object}`;
}

function countGrounded(document: GoldArticle["document"], graph: StanceGraph): Pick<GraphScore, "edges" | "grounded"> {
  const verifier = createVerifier(graph);
  verifier.check(document);
  const faulty = new Set(verifier.finish().problems.map(({ edge }) => edge));
  return { edges: graph.size, grounded: graph.size - faulty.size };
}
