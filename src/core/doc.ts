import type { ConceptStance, Relation, Stance, VoiceStance } from "./claim.ts";
import type { ConceptMention } from "./concept.ts";
import type { Document } from "./document.ts";
import type { EntityType } from "./entity.ts";
import type { Message } from "./messages.ts";
import type { Span } from "./span.ts";

/** A paragraph-like unit of text. Sentences never run over its edge. */
export interface Block extends Span {
  readonly kind: "title" | "byline" | "dateline" | "heading" | "paragraph" | "boilerplate";
  /**
   * The stretches of text that read as one: usually one, more where a page break cuts a sentence in two or where a
   * line of furniture interrupts it. What lies between pieces is not analysed.
   */
  readonly pieces: readonly Span[];
}

export interface Sentence extends Span {
  /** Index of its first token and one past its last. */
  readonly firstToken: number;
  readonly endToken: number;
  /** Index into the layer `blocks`. */
  readonly block: number;
}

export interface Token extends Span {
  /** The token as read: the slice of the text without markup or line breaks inside it. */
  readonly form: string;
}

/** Universal part-of-speech tags. */
export const UPOS = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const;
export type Upos = (typeof UPOS)[number];

export interface Tag {
  readonly pos: Upos;
  /** Penn Treebank tag. */
  readonly xpos: string;
}

export interface Arc {
  /** Index of the head token in the document, or -1 for the root of the sentence. */
  readonly head: number;
  /** Universal Dependencies relation, with subtype: `nsubj:pass`, `obl:agent`. */
  readonly dep: string;
}

/** A name found by the name tagger. `demonym` is an adjective of nationality, party or religion ("German"). */
export interface Name extends Span {
  readonly type: Exclude<EntityType, "concept"> | "demonym";
  readonly firstToken: number;
  readonly endToken: number;
  /** How sure the tagger is, 0…1. */
  readonly score: number;
}

export type Gender = "female" | "male" | "neuter" | "unknown";

/** A span that names or points to something. */
export interface Mention extends Span {
  readonly kind: "name" | "nominal" | "pronoun";
  readonly firstToken: number;
  readonly endToken: number;
  /** Token index of the syntactic head. */
  readonly head: number;
  readonly sentence: number;
  readonly entityType?: EntityType;
  /** The name proper, without titles, for names; the whole span otherwise. */
  readonly plural: boolean;
  readonly gender: Gender;
  /** For a demonym, the country or group that it stands for ("German" → "Germany"); for a name, its normal form. */
  readonly canonical?: string;
  /** True for adjectives of nationality, which point to their country but are no name of it. */
  readonly demonym?: boolean;
}

/** The mentions of one document that point to one thing. */
export interface Cluster {
  /** Fullest name in the document; for a cluster without a name, the text of its first mention. */
  readonly name: string;
  readonly entityType: EntityType;
  /** Indexes into the layer `mentions`, in text order. */
  readonly mentions: readonly number[];
  /** Other name-like forms, most frequent first. */
  readonly aliases: readonly string[];
  /** False for nominals such as "a senior official" that never get a name. */
  readonly named: boolean;
  /** For an unnamed actor, the cluster of the country or organization that it speaks for, else -1. */
  readonly speaksFor: number;
}

/** Who is reported to say or think what. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Index into `mentions` of the source's mention, or -1. */
  readonly sourceMention: number;
  /** Token index of the cue's head word. */
  readonly cueHead: number;
  /** Index of the attribution whose content holds this one, or -1. */
  readonly parent: number;
  readonly quoted: boolean;
  readonly confidence: number;
}

/** The layers that components add to a document. */
export interface Layers {
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  readonly lemmas: readonly string[];
  readonly syntax: readonly Arc[];
  readonly names: readonly Name[];
  readonly mentions: readonly Mention[];
  readonly clusters: readonly Cluster[];
  readonly attributions: readonly Attribution[];
  readonly stances: readonly Stance[];
  readonly relations: readonly Relation[];
  /** Phrases for proposals and ideas that someone takes a stance on, in text order. */
  readonly concepts: readonly ConceptMention[];
  readonly conceptStances: readonly ConceptStance[];
  /** Stances of the document itself, in text order. */
  readonly voiceStances: readonly VoiceStance[];
}

export type Layer = keyof Layers;

/** A document with at least the layers `R`; any other layer may be missing. `tokens`, `tags`, `lemmas` and `syntax` run in parallel. */
export type Doc<R extends Layer = never> = Document &
  Pick<Layers, R> &
  Partial<Layers> & { readonly messages: readonly Message[] };

/** A document with every layer. */
export type AnalysedDoc = Doc<Layer>;
