import type { Polarity } from "../../core/index.ts";
import type { EdgeEvidence, Offsets } from "../../graph/index.ts";
import type { Mark } from "./passage.ts";
import type { StanceGraph } from "./stance-graph.ts";

/** A claim as it stands in one document. */
export interface ReadClaim {
  readonly edge: string;
  /** Index into the edge's evidence. */
  readonly at: number;
  readonly says: Polarity | "relation";
  readonly evidence: EdgeEvidence;
}

/** The claims of the given edges that a document proves, in the order of its text. */
export function listClaims(graph: StanceGraph, docId: string, edges: Iterable<string>): ReadClaim[] {
  const claims: ReadClaim[] = [];
  for (const edge of edges) {
    const attributes = graph.getEdgeAttributes(edge);
    const says = attributes.kind === "stance" ? attributes.polarity : "relation";
    attributes.evidence.forEach((evidence, at) => {
      if (evidence.docId === docId) claims.push({ edge, at, says, evidence });
    });
  }
  const firstMark = ({ evidence }: ReadClaim) => evidence.cue[0]?.[0] ?? evidence.start;
  return claims.sort((a, b) => a.evidence.start - b.evidence.start || firstMark(a) - firstMark(b));
}

/** A stretch of a document: a paragraph, or, where its text is not known, sentences that stand together. */
export interface Stretch {
  /** Offset of its first character in the document. */
  readonly start: number;
  readonly text: string;
  /** Something that is not shown lies before it. */
  readonly gap: boolean;
}

/** The paragraphs of a text. Joined with what lies between them they are the text. */
export function splitParagraphs(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const match of text.matchAll(/\S(?:[\s\S]*?\S)??(?=\s*\n[^\S\n]*\n|\s*$)/g)) {
    stretches.push({ start: match.index, text: match[0], gap: false });
  }
  return stretches;
}

/** Puts quotes together that touch or overlap, as far as their offsets and words agree; the rest is gaps. */
export function joinQuotes(claims: readonly ReadClaim[]): Stretch[] {
  const stretches: { start: number; text: string; gap: boolean }[] = [];
  for (const { evidence } of claims) {
    const { start, quote } = evidence;
    const last = stretches.at(-1);
    const end = last ? last.start + last.text.length : -1;
    if (last && start < end) {
      if (last.text.slice(start - last.start).startsWith(quote)) continue;
      const shared = end - start;
      if (last.text.slice(start - last.start) === quote.slice(0, shared)) {
        last.text += quote.slice(shared);
        continue;
      }
    }
    stretches.push({ start, text: quote, gap: start > end + 2 });
  }
  return stretches;
}

/** Whether a text has the claim's sentence where the claim says. */
export const standsIn = (text: string, { start, end, quote }: EdgeEvidence): boolean =>
  text.slice(start, end) === quote;

export interface ReadMark {
  readonly mark: Mark;
  /** Index of the claim. */
  readonly claim: number;
}

/** Text with the same claims and the same marks from its first letter to its last. */
export interface ReadSegment {
  readonly start: number;
  readonly text: string;
  /** Indices of the claims whose sentence it belongs to. */
  readonly claims: readonly number[];
  readonly marks: readonly ReadMark[];
}

/**
 * Cuts a stretch where a claim's sentence or a mark begins or ends. The segments joined are the stretch, whatever the
 * offsets say.
 */
export function segmentStretch(stretch: Stretch, claims: readonly ReadClaim[]): ReadSegment[] {
  const end = stretch.start + stretch.text.length;
  const inside = ([from, to]: Offsets): Offsets | undefined => {
    const cut: Offsets = [Math.max(from, stretch.start), Math.min(to, end)];
    return cut[0] < cut[1] ? cut : undefined;
  };
  const quotes: { claim: number; at: Offsets }[] = [];
  const marks: (ReadMark & { at: Offsets })[] = [];
  claims.forEach(({ evidence }, claim) => {
    const at = inside([evidence.start, evidence.end]);
    if (!at) return;
    quotes.push({ claim, at });
    const add = (mark: Mark, offsets: Offsets): void => {
      const place = inside(offsets);
      if (place) marks.push({ mark, claim, at: place });
    };
    if (evidence.source) add("holder", evidence.source);
    for (const cue of evidence.cue) add("cue", cue);
    add("target", evidence.target);
  });
  const cuts = new Set([stretch.start, end, ...quotes.flatMap(({ at }) => at), ...marks.flatMap(({ at }) => at)]);
  const order = [...cuts].sort((a, b) => a - b);
  return order.slice(0, -1).map((from, i) => {
    const covers = ({ at }: { at: Offsets }): boolean => at[0] <= from && from < at[1];
    return {
      start: from,
      text: stretch.text.slice(from - stretch.start, order[i + 1]! - stretch.start),
      claims: quotes.filter(covers).map(({ claim }) => claim),
      marks: marks.filter(covers).map(({ mark, claim }) => ({ mark, claim })),
    };
  });
}
