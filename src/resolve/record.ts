import type {
  AnalysedDoc,
  Claim,
  ConceptMention,
  ConceptStance,
  Document,
  EntityType,
  Participant,
  Span,
  Voice,
  VoiceStance,
} from "../core/index.ts";

/** A named cluster of one document, or a voice that it speaks with, reduced to what resolution needs. */
export interface NamedCluster {
  /** Index of the cluster in its document; voices are counted on after the clusters. */
  readonly cluster: number;
  /** What the document's metadata say that it is; absent for what the text names. */
  readonly role?: Voice["role"];
  readonly name: string;
  readonly aliases: readonly string[];
  readonly entityType: EntityType;
  readonly mentions: number;
}

/** A claim with the spans of its two sides, cut loose from its document. */
export interface RecordedClaim {
  readonly claim: Claim;
  readonly sourceSpan: Span;
  readonly targetSpan: Span;
}

/** A stance of the document itself: `voice` is a cluster of the record without a mention. */
export interface RecordedVoiceClaim {
  readonly claim: VoiceStance;
  readonly voice: number;
  readonly targetSpan: Span;
}

export interface RecordedConceptClaim {
  readonly claim: ConceptStance;
  readonly sourceSpan: Span;
  readonly targetSpan: Span;
}

/** What the graph needs of an analysed document: small, so that thousands can be held while the texts are let go. */
export interface DocRecord {
  readonly document: Omit<Document, "text">;
  readonly clusters: readonly NamedCluster[];
  /** For every cluster of the document, the named cluster that stands for it in the graph, or -1. */
  readonly standsFor: readonly number[];
  readonly claims: readonly RecordedClaim[];
  readonly voiceClaims: readonly RecordedVoiceClaim[];
  /** What `conceptClaims` point into. */
  readonly concepts: readonly ConceptMention[];
  readonly conceptClaims: readonly RecordedConceptClaim[];
}

/** The two sides of a claim, holder or subject first. */
export function sidesOf(claim: Claim): readonly [Participant, Participant] {
  return claim.kind === "stance" ? [claim.holder, claim.target] : [claim.subject, claim.object];
}

/** Reduces a document to its named clusters and claims. */
export function recordOf(doc: AnalysedDoc): DocRecord {
  const { id, title, date, publisher, author, url, clusters, mentions } = doc;
  // A pipeline of one's own components may have none that finds concepts.
  const { concepts = [], conceptStances = [], voiceStances = [] }: Partial<AnalysedDoc> = doc;
  const standsFor = clusters.map((cluster, index) => {
    // Follow "a spokesman for the ministry" → the ministry; a chain longer than the clusters would be a loop.
    let at = index;
    for (let steps = 0; at >= 0 && !clusters[at]!.named && steps < clusters.length; steps++)
      at = clusters[at]!.speaksFor;
    return at >= 0 && cluster && clusters[at]!.named ? at : -1;
  });
  const claims = [...doc.stances, ...doc.relations].map((claim) => {
    const [source, target] = sidesOf(claim);
    return { claim, sourceSpan: spanOf(mentions[source.mention]!), targetSpan: spanOf(mentions[target.mention]!) };
  });
  const voices = voicesOf(voiceStances, clusters.length);
  const named = clusters.flatMap((cluster, index): NamedCluster[] =>
    cluster.named
      ? [
          {
            cluster: index,
            name: cluster.name,
            aliases: cluster.aliases,
            entityType: cluster.entityType,
            mentions: cluster.mentions.length,
          },
        ]
      : [],
  );
  return {
    document: { id, title, date, publisher, author, url },
    clusters: [...named, ...voices],
    standsFor: [...standsFor, ...voices.map(({ cluster }) => cluster)],
    claims,
    voiceClaims: voiceStances.map((claim) => ({
      claim,
      voice: voices.find(({ name, role }) => name === claim.holder.name && role === claim.holder.role)!.cluster,
      targetSpan: spanOf(mentions[claim.target.mention]!),
    })),
    concepts,
    conceptClaims: conceptStances.map((claim) => ({
      claim,
      sourceSpan: spanOf(mentions[claim.holder.mention]!),
      targetSpan: spanOf(concepts[claim.concept]!),
    })),
  };
}

/** The voices that hold a stance: a publisher is an organization and an author a person, neither with a mention. */
function voicesOf(stances: readonly VoiceStance[], firstIndex: number): NamedCluster[] {
  const voices = new Map(stances.map(({ holder }) => [`${holder.role} ${holder.name}`, holder]));
  return [...voices.values()].map(({ role, name }, index) => ({
    cluster: firstIndex + index,
    role,
    name,
    aliases: [],
    entityType: role === "publisher" ? "organization" : "person",
    mentions: 0,
  }));
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
