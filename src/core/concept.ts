import type { Span } from "./span.ts";

/** One phrase of a document for a proposal, measure or idea that can be supported or opposed: "a ban on imports". */
export interface ConceptMention extends Span {
  /** What is proposed, as a noun whatever the text has: "ban" for "ban", "to ban", "banning", "prohibition". */
  readonly head: string;
  /** The other words that tell it from its like, in normal form and sorted: "minimum", "wage". */
  readonly words: readonly string[];
  /** Clusters of the named things in it, sorted: the ban on whom, the deal with whom. */
  readonly named: readonly number[];
  /** Clusters of those whose act it is, sorted: "the Norwegian ban". They tell two concepts apart only where nothing else does. */
  readonly agents: readonly number[];
  /** A noun phrase that people can read: "ban on imports". */
  readonly label: string;
}
