import type {
  AnalysedDoc,
  ConceptStance,
  Mention,
  Participant,
  Relation,
  Span,
  Stance,
  VoiceStance,
} from "../index.ts";

const toSpan = ({ start, end }: Span): Span => ({ start, end });

/** What `analyze` prints of a document: plain data, offsets in UTF-16 units of its text. */
export function toAnalysisRecord(doc: AnalysedDoc) {
  const clusterOf = new Array<number>(doc.mentions.length).fill(-1);
  doc.clusters.forEach(({ mentions }, cluster) => {
    for (const mention of mentions) clusterOf[mention] = cluster;
  });
  const toParticipant = ({ cluster, mention }: Participant) => {
    const { start, end } = doc.mentions[mention] as Mention;
    return { start, end, cluster, name: doc.clusters[cluster]?.name };
  };
  return {
    id: doc.id,
    sentences: doc.sentences.map(toSpan),
    tokens: doc.tokens.map(({ start, end }, i) => ({
      start,
      end,
      lemma: doc.lemmas[i],
      pos: doc.tags[i]!.pos,
      xpos: doc.tags[i]!.xpos,
      head: doc.syntax[i]!.head,
      dep: doc.syntax[i]!.dep,
    })),
    mentions: doc.mentions.map(({ start, end, kind, entityType }, i) => ({
      start,
      end,
      kind,
      entityType,
      cluster: clusterOf[i],
    })),
    attributions: doc.attributions.map(({ source, cue, content }) => ({
      source: source.map(toSpan),
      cue: cue.map(toSpan),
      content: content.map(toSpan),
    })),
    stances: [...doc.stances, ...doc.voiceStances]
      .map((stance) => ({
        // The document itself has a role in place of a span and a cluster.
        holder: "role" in stance.holder ? { ...stance.holder } : toParticipant(stance.holder),
        target: toParticipant(stance.target),
        polarity: stance.polarity,
        ...toClaimFields(stance),
      }))
      .sort((a, b) => a.evidence.start - b.evidence.start),
    relations: doc.relations.map((relation) => ({
      subject: toParticipant(relation.subject),
      object: toParticipant(relation.object),
      predicate: relation.predicate,
      ...(relation.detail !== undefined && { detail: relation.detail }),
      ...toClaimFields(relation),
    })),
    concepts: doc.concepts.map(({ start, end, label, head, words }) => ({ start, end, label, head, words })),
    conceptStances: doc.conceptStances.map((stance) => ({
      holder: toParticipant(stance.holder),
      concept: stance.concept,
      polarity: stance.polarity,
      ...toClaimFields(stance),
    })),
  };
}

function toClaimFields({
  explicit,
  hedged,
  negated,
  conditional,
  confidence,
  evidence,
  cue,
  chain,
  reason,
}: Stance | VoiceStance | ConceptStance | Relation) {
  return {
    explicit,
    hedged,
    negated,
    conditional,
    confidence,
    evidence: { start: evidence.start, end: evidence.end, quote: evidence.quote },
    cue: cue.map(toSpan),
    chain: chain.map((link) => ({ source: link.source, sourceKind: link.sourceKind, cue: link.cue })),
    reason,
  };
}
