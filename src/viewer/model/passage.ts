import type { EdgeEvidence, Offsets } from "../../graph/index.ts";

/** What a stretch of a quoted sentence is, seen from the claim it proves. */
export type Mark = "holder" | "cue" | "target";

export interface Segment {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * Cuts a quote into stretches with the same marks. The stretches joined are the quote, whatever the offsets say:
 * those outside it, or the wrong way round, mark nothing.
 */
export function segmentQuote(evidence: Pick<EdgeEvidence, "quote" | "start" | "source" | "cue" | "target">): Segment[] {
  const { quote, start } = evidence;
  const inside = (offsets: Offsets): Offsets | undefined => {
    const from = Math.max(0, offsets[0] - start);
    const to = Math.min(quote.length, offsets[1] - start);
    return from < to ? [from, to] : undefined;
  };
  const spans: { mark: Mark; at: Offsets }[] = [];
  const add = (mark: Mark, offsets: Offsets) => {
    const at = inside(offsets);
    if (at) spans.push({ mark, at });
  };
  if (evidence.source) add("holder", evidence.source);
  for (const cue of evidence.cue) add("cue", cue);
  add("target", evidence.target);

  const edges = [...new Set([0, quote.length, ...spans.flatMap(({ at }) => at)])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => ({
    text: quote.slice(from, edges[index + 1]),
    marks: [...new Set(spans.filter(({ at }) => at[0] <= from && from < at[1]).map(({ mark }) => mark))],
  }));
}

const SENTENCE_BREAK = /(?<=[.!?…]["'”’)\]]*)\s+|\n\s*\n/g;

export interface Context {
  readonly before: string;
  readonly after: string;
  /** Whether an empty line lies between it and the passage. */
  readonly beforeIsApart: boolean;
  readonly afterIsApart: boolean;
}

/**
 * The sentence before and the sentence after a passage, for context. An empty line ends a sentence as a full stop
 * does. Each is "" at the edge of the text, and keeps the `limit` characters that are nearest.
 */
export function contextOf(text: string, start: number, end: number, limit = 280): Context {
  const sentences = (part: string) => part.trim().split(SENTENCE_BREAK);
  const head = text.slice(Math.max(0, start - 2 * limit), start);
  const tail = text.slice(end, end + 2 * limit);
  const before = sentences(head).at(-1)!;
  const after = sentences(tail)[0]!;
  return {
    before: before.length > limit ? `…${before.slice(-limit)}` : before,
    after: after.length > limit ? `${after.slice(0, limit)}…` : after,
    beforeIsApart: /\n\s*\n\s*$/.test(head),
    afterIsApart: /^\s*\n\s*\n/.test(tail),
  };
}
