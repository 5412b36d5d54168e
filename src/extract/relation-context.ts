import type { Cluster, Component, Doc, Layer, Mention, Predicate, Relation, Span } from "../core/index.ts";
import { type Countries, type ParsedDoc, type Tree, treeOf } from "../language/index.ts";
import { type Actors, createActors } from "./actors.ts";
import { type Frames, framesOf } from "./frames.ts";
import { createGovernments } from "./governments.ts";
import { createGrader, type Grader, type HedgeLexicon } from "./grades.ts";
import type { RelationLexicon } from "./relation-lexicon.ts";
import type { Roles } from "./roles.ts";

export interface RelationOptions {
  readonly lexicon: RelationLexicon;
  readonly roles: Roles;
  readonly countries: Countries;
  /** Titles before a person's name, in lower case and without a dot. */
  readonly titles: ReadonlySet<string>;
  /** Last words of names of organizations, and of media, in lower case: "institute", "times". */
  readonly organizationHeads: ReadonlySet<string>;
  readonly mediaHeads: ReadonlySet<string>;
  readonly hedges: HedgeLexicon;
}

export const RELATION_LAYERS = ["sentences", "tokens", "tags", "lemmas", "syntax", "mentions", "clusters"] as const;
export type RelationLayer = (typeof RELATION_LAYERS)[number];
export type RelationComponent = Component<RelationLayer, Extract<Layer, "relations">>;

/** A relation found between two mentions, before it is written down as a claim. */
export interface RelationFind {
  readonly subject: number;
  readonly object: number;
  readonly predicate: Predicate;
  /** Token that states it. */
  readonly token: number;
  readonly detail?: string;
  readonly confidence: number;
  readonly reason: string;
}

/** What every relation pattern looks at. */
export interface RelationContext {
  readonly doc: ParsedDoc;
  readonly tree: Tree;
  readonly frames: Frames;
  readonly actors: Actors;
  readonly grader: Grader;
  readonly mentions: readonly Mention[];
  readonly clusters: readonly Cluster[];
  readonly options: RelationOptions;
  /** The country for the cluster of its capital, any other cluster as it is. */
  governmentOf(cluster: number): number;
  /** Type of the mention's cluster. */
  typeOf(mention: number): string;
  /** Name mentions by the token that they start with, and by the one before which they end. */
  nameStartingAt(token: number): number;
  nameEndingAt(token: number): number;
  /** The innermost name or demonym mention that covers the token, -1 if none. */
  nameAt(token: number): number;
}

export function createRelationContext(doc: Doc<RelationLayer>, options: RelationOptions): RelationContext {
  const tree = treeOf(doc);
  const frames = framesOf(tree);
  const { mentions, clusters } = doc;
  const actors = createActors(tree, frames, mentions, clusters);
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const covering = new Map<number, number>();
  mentions.forEach((mention, index) => {
    if (mention.kind !== "name" && !mention.demonym) return;
    starts.set(mention.firstToken, index);
    ends.set(mention.endToken, index);
    for (let t = mention.firstToken; t < mention.endToken; t++) covering.set(t, index);
  });
  return {
    doc,
    tree,
    frames,
    actors,
    grader: createGrader(tree, options.hedges),
    mentions,
    clusters,
    options,
    governmentOf: createGovernments(clusters, options.countries),
    typeOf: (mention) => clusters[actors.clusterOf(mention)]?.entityType ?? mentions[mention]?.entityType ?? "concept",
    nameStartingAt: (token) => starts.get(token) ?? -1,
    nameEndingAt: (token) => ends.get(token) ?? -1,
    nameAt: (token) => covering.get(token) ?? -1,
  };
}

/** Writes a find as a claim, or nothing where a side is no actor or both sides are one. */
export function writeRelation(context: RelationContext, find: RelationFind): Relation | undefined {
  const { doc, actors, grader, tree } = context;
  const subject = { cluster: actors.clusterOf(find.subject), mention: find.subject };
  // An office is held in the country, not in its capital; where a firm sits is its capital all the same.
  const employer = actors.clusterOf(find.object);
  const object = {
    cluster: find.predicate === "holds-position" ? context.governmentOf(employer) : employer,
    mention: find.object,
  };
  if (subject.cluster === object.cluster || !actors.isActor(find.subject) || !actors.isActor(find.object))
    return undefined;
  const grades = grader.grade(find.token);
  if (grades.question || grades.negated) return undefined;
  const { start, end } = doc.sentences[tree.sentence(find.token)]!;
  const cue: Span = { start: doc.tokens[find.token]!.start, end: doc.tokens[find.token]!.end };
  return {
    kind: "relation",
    subject,
    object,
    predicate: find.predicate,
    ...(find.detail ? { detail: find.detail } : {}),
    cue: [cue],
    chain: [],
    explicit: true,
    hedged: grades.hedged,
    negated: false,
    conditional: grades.conditional,
    confidence: Math.round(find.confidence * (grades.hedged || grades.conditional ? 0.7 : 1) * 100) / 100,
    evidence: { docId: doc.id, start, end, quote: doc.text.slice(start, end) },
    reason: find.reason,
  };
}
