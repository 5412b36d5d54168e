import type { Clusters } from "../language/index.ts";
import type { HedgeLexicon } from "./grades.ts";
import type { SentimentContext } from "./sentiment-features-context.ts";
import type { LexicalClass, StanceLexicon } from "./stance-lexicon.ts";

/** General polarity of words, whatever they are said of: 1 pleasant … -1 unpleasant, 0 where unknown. */
export interface PolarityLexicon {
  polarityOf(lemma: string, wordClass: LexicalClass): number;
}

/** Reads `lexicon/polarity.tsv`: a header line, then `lemma pos score`. */
export function parsePolarity(table: string): PolarityLexicon {
  const scores = new Map<string, number>();
  for (const line of table.split("\n").slice(1)) {
    const [lemma, pos, score] = line.trimEnd().split("\t");
    if (lemma && pos && score) scores.set(`${pos} ${lemma}`, Number(score));
  }
  return { polarityOf: (lemma, wordClass) => scores.get(`${wordClass} ${lemma}`) ?? 0 };
}

export interface SentimentLexicons {
  readonly clusters: Clusters;
  readonly stance: StanceLexicon;
  readonly hedges: HedgeLexicon;
  readonly polarity: PolarityLexicon;
}

/** What the word lists say of every word of a context. */
export interface WordFacts {
  /** Lemmas, hidden as the words are. */
  readonly lemmas: readonly string[];
  readonly fine: Uint16Array;
  readonly middle: Uint16Array;
  /** General polarity. */
  readonly polarity: Float32Array;
  /** What the stance lexicon says: `act-`, `judge+`, or empty. */
  readonly stance: readonly string[];
  /** 1 for negations. */
  readonly negators: Uint8Array;
  readonly hedges: readonly string[];
}

const NEGATORS = new Set([
  "not",
  "n't",
  "n’t",
  "never",
  "no",
  "neither",
  "nor",
  "hardly",
  "without",
  "nothing",
  "nobody",
]);
const CLASSES: Readonly<Record<string, LexicalClass>> = { VERB: "v", NOUN: "n", ADJ: "a", ADV: "r" };

export function wordFacts(context: SentimentContext, lexicons: SentimentLexicons): WordFacts {
  const { doc, offset, length, words } = context;
  const lemmas: string[] = new Array(length);
  const fine = new Uint16Array(length);
  const middle = new Uint16Array(length);
  const polarity = new Float32Array(length);
  const stance: string[] = new Array(length);
  const negators = new Uint8Array(length);
  const hedges: string[] = new Array(length);
  for (let i = 0; i < length; i++) {
    const word = words[i]!;
    const hidden = word === "MENTION" || word === "NAME" || word === "NUMBER";
    const lemma = hidden ? word : doc.lemmas[offset + i]!.toLowerCase();
    lemmas[i] = lemma;
    stance[i] = "";
    hedges[i] = "";
    if (hidden) continue;
    fine[i] = lexicons.clusters.fine(word);
    middle[i] = lexicons.clusters.middle(word);
    negators[i] = NEGATORS.has(word) ? 1 : 0;
    hedges[i] = lexicons.hedges.effectsOf(lemma).join("+");
    const wordClass = CLASSES[doc.tags[offset + i]!.pos];
    if (!wordClass) continue;
    stance[i] = stanceClass(lemma, wordClass, lexicons.stance);
    polarity[i] = lexicons.polarity.polarityOf(lemma, wordClass);
  }
  return { lemmas, fine, middle, polarity, stance, negators, hedges };
}

function stanceClass(lemma: string, wordClass: LexicalClass, lexicon: StanceLexicon): string {
  const [sense] = lexicon.find(lemma, wordClass);
  if (!sense) return "";
  const effect = sense.effects.find(({ sign }) => sign !== 0);
  return `${sense.kind}${effect === undefined ? "0" : effect.sign > 0 ? "+" : "-"}`;
}
