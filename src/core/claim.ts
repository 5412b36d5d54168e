import type { EntityId } from "./entity.ts";
import type { Span } from "./span.ts";

export const POLARITIES = ["support", "oppose", "mixed"] as const;
export type Polarity = (typeof POLARITIES)[number];

/** The closed list of what a relation can say, subject → object. */
export const PREDICATES = [
  "holds-position",
  "member-of",
  "part-of",
  "based-in",
  "owns",
  "competes-with",
  "allied-with",
  "meets",
  "supplies",
  "agreement",
  "conflict",
  "investigates",
  "related-to",
] as const;
export type Predicate = (typeof PREDICATES)[number];

/** Predicates that say the same read in either direction. */
export const SYMMETRIC_PREDICATES: ReadonlySet<Predicate> = new Set([
  "competes-with",
  "allied-with",
  "meets",
  "agreement",
  "conflict",
  "related-to",
]);

/** Verbatim text that proves a claim: `text.slice(start, end) === quote`. */
export interface Evidence extends Span {
  readonly docId: string;
  readonly quote: string;
}

/** One step of "according to whom", outermost first: the publisher, then the paper it cites, then its officials. */
export interface ChainLink {
  /** As the text has it: "several German government officials". */
  readonly source: string;
  /** `author` is the document's own voice. */
  readonly sourceKind: "named" | "unnamed" | "institution" | "author";
  /** Cluster of the source, or -1. */
  readonly cluster: number;
  /** The word that reports: "said", "according to". Empty for the document's own voice. */
  readonly cue: string;
}

/** One side of a claim: a cluster of the document and the mention that stands for it here. */
export interface Participant {
  readonly cluster: number;
  readonly mention: number;
}

/**
 * The document itself as a holder: its publisher or author, by the name that its metadata give. The text need not
 * mention it, so it has neither cluster nor mention.
 */
export interface Voice {
  readonly role: "publisher" | "author";
  readonly name: string;
}

interface ClaimBase {
  readonly evidence: Evidence;
  /** The words that carry the claim, inside the evidence. */
  readonly cue: readonly Span[];
  readonly chain: readonly ChainLink[];
  /** A sentence says it, as opposed to a reader inferring it. */
  readonly explicit: boolean;
  /** "may", "is leaning towards", "reportedly". */
  readonly hedged: boolean;
  readonly negated: boolean;
  readonly conditional: boolean;
  /** 0…1 */
  readonly confidence: number;
  /** Which rule or model drew it and along which path, in words: provenance for people. */
  readonly reason: string;
}

export interface Stance extends ClaimBase {
  readonly kind: "stance";
  readonly holder: Participant;
  readonly target: Participant;
  readonly polarity: Polarity;
}

/** A stance toward a proposal or idea instead of an actor. */
export interface ConceptStance extends ClaimBase {
  readonly kind: "stance";
  readonly holder: Participant;
  /** Index into the layer `concepts`. */
  readonly concept: number;
  readonly polarity: Polarity;
}

/** A stance that the document takes in its own voice, as an editorial does. */
export interface VoiceStance extends ClaimBase {
  readonly kind: "stance";
  readonly holder: Voice;
  readonly target: Participant;
  readonly polarity: Polarity;
}

export interface Relation extends ClaimBase {
  readonly kind: "relation";
  readonly subject: Participant;
  readonly object: Participant;
  readonly predicate: Predicate;
  /** A title or other words that say more: "Secretary of State", "former analyst". */
  readonly detail?: string;
}

/** What becomes an edge. No claim without evidence. */
export type Claim = Stance | Relation;

/** A claim whose two sides are entities: `source` holds or is the subject, `target` is the target or object. */
export interface ResolvedClaim {
  readonly source: EntityId;
  readonly target: EntityId;
  /** Absent where the document itself holds it. */
  readonly sourceSpan?: Span;
  readonly targetSpan: Span;
  readonly claim: Claim | ConceptStance | VoiceStance;
  /** The chain with entities resolved: same order as `claim.chain`. */
  readonly chainEntities: readonly (EntityId | undefined)[];
}
