import type { EdgeEvidence, Offsets, StanceGraph } from "./schema.ts";

export interface VerificationProblem {
  readonly edge: string;
  readonly docId: string;
  /** In words: what was expected, and what is there. */
  readonly reason: string;
}

export interface Verification {
  /** Pieces of evidence that were held against their document. */
  readonly checked: number;
  readonly problems: readonly VerificationProblem[];
}

/**
 * Re-slices every quote of a graph. Give it the documents one at a time; a quote that differs in one character from
 * its document's text, a place outside it, or evidence of a document that never came is a problem.
 */
export function createVerifier(graph: StanceGraph): {
  /** Checks all evidence from this document. */
  check(document: { readonly id: string; readonly text: string }): void;
  /** The result, once all documents were given. */
  finish(): Verification;
} {
  const waiting = new Map<string, { edge: string; evidence: EdgeEvidence }[]>();
  graph.forEachEdge((edge, { evidence }) => {
    for (const item of evidence) {
      const list = waiting.get(item.docId);
      if (list) list.push({ edge, evidence: item });
      else waiting.set(item.docId, [{ edge, evidence: item }]);
    }
  });
  const problems: VerificationProblem[] = [];
  let checked = 0;
  return {
    check({ id, text }) {
      for (const { edge, evidence } of waiting.get(id) ?? []) {
        checked++;
        const reason = findFault(evidence, text);
        if (reason) problems.push({ edge, docId: id, reason });
      }
      waiting.delete(id);
    },
    finish() {
      for (const [docId, list] of waiting) {
        for (const { edge } of list) problems.push({ edge, docId, reason: "its document was not given" });
      }
      return { checked, problems };
    },
  };
}

function findFault({ start, end, quote, source, target, cue }: EdgeEvidence, text: string): string | undefined {
  const found = text.slice(start, end);
  if (quote === "" || found !== quote) {
    return `expected ${JSON.stringify(quote)} at ${start}–${end}, found ${JSON.stringify(found)}`;
  }
  const outside = ([from, to]: Offsets): boolean => from >= to || to > text.length;
  const mark = [...(source ? [source] : []), target, ...cue].find(outside);
  return mark ? `marks ${mark[0]}–${mark[1]}, which is no place in a text of ${text.length} characters` : undefined;
}
