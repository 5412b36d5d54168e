import { compareText, type EntityId, type ResolvedClaim, type Span } from "../core/index.ts";
import type { EdgeChainLink, EdgeEvidence, Offsets } from "./schema.ts";

const offsets = ({ start, end }: Span): Offsets => [start, end];

/** The evidence of an edge as its file holds it. `flipped` where the edge runs against the claim. */
export function toEdgeEvidence(
  resolved: ResolvedClaim,
  flipped: boolean,
  isNode: (id: EntityId) => boolean,
): EdgeEvidence {
  const { claim, sourceSpan, targetSpan, chainEntities } = resolved;
  const { docId, start, end, quote } = claim.evidence;
  const [source, target] = flipped && sourceSpan ? [targetSpan, sourceSpan] : [sourceSpan, targetSpan];
  return {
    docId,
    start,
    end,
    quote,
    ...(source && { source: offsets(source) }),
    cue: claim.cue.map(offsets),
    target: offsets(target),
    explicit: claim.explicit,
    hedged: claim.hedged,
    negated: claim.negated,
    conditional: claim.conditional,
    confidence: round(claim.confidence),
    reason: claim.reason,
    chain: claim.chain.map(({ source, sourceKind, cue }, i): EdgeChainLink => {
      const entity = chainEntities[i];
      return { source, sourceKind, cue, ...(entity !== undefined && isNode(entity) && { entity }) };
    }),
  };
}

/**
 * One piece of evidence a stretch of text: where two rules drew the same claim from the same words, the surer one stands.
 * Sorted by date (undated last), then document, then place.
 */
export function mergeEvidence(
  evidence: readonly EdgeEvidence[],
  dateOf: (docId: string) => string | undefined,
): EdgeEvidence[] {
  const best = new Map<string, EdgeEvidence>();
  for (const item of evidence) {
    const key = `${item.start} ${item.end} ${item.docId}`;
    const known = best.get(key);
    if (!known || compareSureness(item, known) < 0) best.set(key, item);
  }
  return [...best.values()].sort(
    (a, b) =>
      compareText(dateOf(a.docId) ?? "\uffff", dateOf(b.docId) ?? "\uffff") ||
      compareText(a.docId, b.docId) ||
      a.start - b.start ||
      a.end - b.end,
  );
}

/** A total order, so that the order in which claims come decides nothing. */
function compareSureness(a: EdgeEvidence, b: EdgeEvidence): number {
  return (
    b.confidence - a.confidence ||
    Number(b.explicit) - Number(a.explicit) ||
    (a.source?.[0] ?? 0) - (b.source?.[0] ?? 0) ||
    a.target[0] - b.target[0] ||
    compareText(a.reason, b.reason) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

/** Documents less sure than this add nothing to each other: in many documents, weak guesses are wrong in the same way. */
const COUNTS = 0.25;

/**
 * The chance that at least one of several documents is right ("noisy or"), and never certainty. Of the claims of one
 * document the surest counts: what a text says twice has still one witness. Weak documents stand for themselves: of
 * them alone, the surest counts.
 */
export function combineConfidence(claims: readonly Pick<EdgeEvidence, "docId" | "confidence">[]): number {
  const byDocument = new Map<string, number>();
  for (const { docId, confidence } of claims) {
    byDocument.set(docId, Math.max(byDocument.get(docId) ?? 0, confidence));
  }
  const surest = [...byDocument.values()];
  const wrong = surest.reduce((product, one) => (one < COUNTS ? product : product * (1 - one)), 1);
  return round(Math.min(0.99, Math.max(1 - wrong, ...surest)));
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
