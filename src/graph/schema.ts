import type { MultiDirectedGraph } from "graphology";
import type { ChainLink, EntityId, EntityType, Merge, Polarity, Predicate } from "../core/index.ts";

/** Raised when a reader of older files could misread a newer one. */
export const GRAPH_FORMAT_VERSION = 1;

/** What the graph says of a document; its text stays out unless asked for. */
export interface GraphDocument {
  readonly id: string;
  readonly title?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
}

export interface GraphAttributes {
  /** `stancegraph` names the format; `version` is {@link GRAPH_FORMAT_VERSION}. */
  format: "stancegraph";
  version: number;
  /** Version of the program and the options that built the graph. */
  generator: string;
  options: Record<string, unknown>;
  documents: GraphDocument[];
  /** Whole texts by document id, where the graph was built to be read without its documents. */
  texts?: Record<string, string>;
}

export interface NodeAttributes {
  label: string;
  entityType: EntityType;
  aliases: string[];
  /** How often all documents mention it; 0 for a publisher or author that speaks and is never spoken of. */
  mentions: number;
  /** Number of documents that mention it, or that speak in its voice. */
  documents: number;
  x: number;
  y: number;
  size: number;
  /** `#rrggbb` */
  color: string;
  merges: Merge[];
}

/** `[start, end]` in the document's text. */
export type Offsets = [number, number];

/** One link of "according to whom". `entity` is the key of the source's node, if it has one. */
export interface EdgeChainLink extends Omit<ChainLink, "cluster"> {
  entity?: EntityId;
}

export interface EdgeEvidence {
  docId: string;
  start: number;
  end: number;
  /** Verbatim: the document's text from `start` to `end`. */
  quote: string;
  /**
   * Where in the document the holder or subject, the words that carry the claim, and the target or object stand. Without
   * `source`, the document itself is the holder.
   */
  source?: Offsets;
  cue: Offsets[];
  target: Offsets;
  explicit: boolean;
  hedged: boolean;
  negated: boolean;
  conditional: boolean;
  /** 0…1 */
  confidence: number;
  /** Why the claim was drawn, in words. */
  reason: string;
  /** According to whom, outermost first. Empty: the document's own voice. */
  chain: EdgeChainLink[];
}

interface EdgeBase {
  /** Number of claims behind the edge. */
  weight: number;
  /** Number of documents behind the edge. */
  documents: number;
  confidence: number;
  /** First and last date among the documents behind it; absent where none is dated. */
  firstDate?: string;
  lastDate?: string;
  /** By date, then document, then place. */
  evidence: EdgeEvidence[];
}

export interface StanceEdgeAttributes extends EdgeBase {
  kind: "stance";
  polarity: Polarity;
}

export interface RelationEdgeAttributes extends EdgeBase {
  kind: "relation";
  predicate: Predicate;
  /** Titles and other details, most frequent first. */
  details: string[];
}

/** A graph as `buildGraph` makes it and `parseGraph` reads it. */
export type StanceGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

export type EdgeAttributes = StanceEdgeAttributes | RelationEdgeAttributes;
