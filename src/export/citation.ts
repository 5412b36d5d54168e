import type { EdgeEvidence, GraphDocument } from "../graph/index.ts";
import { dateInWords } from "./dates.ts";

/** The document's name for people: its title, else its publisher, else its id without the path and ending. */
export function documentName(document: GraphDocument | undefined, docId: string): string {
  return document?.title || document?.publisher || docId.replace(/^.*\//, "").replace(/\.[a-z]+$/i, "");
}

/** One line to paste into a text: “quote” (Author, “Title”, Publisher, 23 February 2019, url). */
export function toCitation(evidence: EdgeEvidence, document: GraphDocument | undefined): string {
  const quote = evidence.quote.replace(/\s+/g, " ").trim();
  const source = [
    document?.author,
    `“${documentName(document, evidence.docId)}”`,
    document?.title && document.publisher,
    document?.date && dateInWords(document.date),
    document?.url,
  ];
  return `“${quote}” (${source.filter(Boolean).join(", ")})`;
}
