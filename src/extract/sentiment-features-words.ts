import type { Clusters, ParsedDoc } from "../language/index.ts";
import type { HedgeLexicon } from "./grades.ts";
import { hashText } from "./linear-model.ts";
import { rememberLast } from "./sentiment-features-memo.ts";
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
  return {
    polarityOf: (lemma, wordClass) => scores.get(`${wordClass} ${lemma}`) ?? 0,
  };
}

export interface SentimentLexicons {
  readonly clusters: Clusters;
  readonly stance: StanceLexicon;
  readonly hedges: HedgeLexicon;
  readonly polarity: PolarityLexicon;
}

/**
 * What the word lists say of every word of a document, as numbers that features are made of. Names and numbers are
 * hidden: all names are one word. Filled a sentence at a time, when first asked for.
 */
export interface DocWords {
  /** Hash of the lemma. */
  readonly lemmas: Uint32Array;
  /** Hash of the relation to the head, with subtype. */
  readonly rels: Uint32Array;
  /** Hash of the relation with the preposition or marker that introduces the word, where it has one. */
  readonly introduced: Uint32Array;
  readonly xpos: Uint32Array;
  readonly fine: Uint16Array;
  readonly middle: Uint16Array;
  /** Row of the word in the vectors, or -1. */
  readonly rows: Int32Array;
  readonly polarity: Float32Array;
  /** Hash of what the stance lexicon says, `act-` or `judge+`; 0 for nothing. */
  readonly stance: Uint32Array;
  /** 1 for a word of saying or thinking. */
  readonly speech: Uint8Array;
  readonly negators: Uint8Array;
  /** Hash of the effects that the hedge lexicon gives the word; 0 for none. */
  readonly hedges: Uint32Array;
  readonly quoted: Uint8Array;
  /** 1 for names, 2 for numbers, 0 for words that are seen. */
  readonly hidden: Uint8Array;
}

export const NAME = hashText("NAME");
export const NUMBER = hashText("NUMBER");
export const MENTION = hashText("MENTION");

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
const CLASSES: Readonly<Record<string, LexicalClass>> = {
  VERB: "v",
  NOUN: "n",
  ADJ: "a",
  ADV: "r",
};
/** Verbs of saying and thinking that the stance lexicon does not list, for they take no side. */
const SPEECH = new Set(
  (
    "say tell add note write state explain argue believe think claim insist suggest announce declare reply respond " +
    "ask testify report remark comment conclude contend maintain assert recall continue tweet post feel hope know " +
    "warn acknowledge admit concede stress emphasize reiterate predict joke quip"
  ).split(" "),
);

/** Gives a document's words with the sentence of each asked-for token filled in. */
export type WordReader = (doc: ParsedDoc, firstToken: number, endToken: number) => DocWords;

export function createWordReader(lexicons: SentimentLexicons, rowOf: (lower: string) => number): WordReader {
  const entryOf = rememberLast((doc) => {
    const words = createDocWords(doc.tokens.length);
    markQuotes(doc, words.quoted);
    return { words, filled: new Uint8Array(doc.tokens.length) };
  });
  return (doc, firstToken, endToken) => {
    const { words, filled } = entryOf(doc);
    for (let t = firstToken; t < endToken; t++) {
      if (filled[t]) continue;
      filled[t] = 1;
      fillWord(doc, t, words, lexicons, rowOf);
    }
    return words;
  };
}

function createDocWords(length: number): DocWords {
  return {
    lemmas: new Uint32Array(length),
    rels: new Uint32Array(length),
    introduced: new Uint32Array(length),
    xpos: new Uint32Array(length),
    fine: new Uint16Array(length),
    middle: new Uint16Array(length),
    rows: new Int32Array(length).fill(-1),
    polarity: new Float32Array(length),
    stance: new Uint32Array(length),
    speech: new Uint8Array(length),
    negators: new Uint8Array(length),
    hedges: new Uint32Array(length),
    quoted: new Uint8Array(length),
    hidden: new Uint8Array(length),
  };
}

/** Quotation is followed within a sentence only: a mark that is never closed should not quote the rest. */
function markQuotes(doc: ParsedDoc, quoted: Uint8Array): void {
  for (const { firstToken, endToken } of doc.sentences) {
    let open = false;
    for (let t = firstToken; t < endToken; t++) {
      const { form } = doc.tokens[t]!;
      if (/^(?:["“”«»]|``|'')$/.test(form)) open = form === "“" || form === "``" || (form === '"' && !open);
      else quoted[t] = open ? 1 : 0;
    }
  }
}

function fillWord(
  doc: ParsedDoc,
  t: number,
  words: DocWords,
  { clusters, stance, hedges, polarity }: SentimentLexicons,
  rowOf: (lower: string) => number,
): void {
  const { pos, xpos } = doc.tags[t]!;
  const word = doc.tokens[t]!.form.toLowerCase();
  const { dep } = doc.syntax[t]!;
  words.rels[t] = hashText(dep);
  words.introduced[t] = hashText(dep + introducer(doc, t, dep));
  words.xpos[t] = hashText(xpos);
  if (pos === "PROPN" || /^\d/.test(word)) {
    words.hidden[t] = pos === "PROPN" ? 1 : 2;
    words.lemmas[t] = pos === "PROPN" ? NAME : NUMBER;
    return;
  }
  const lemma = doc.lemmas[t]!.toLowerCase();
  words.lemmas[t] = hashText(lemma);
  words.fine[t] = clusters.fine(word);
  words.middle[t] = clusters.middle(word);
  words.rows[t] = rowOf(word);
  words.negators[t] = NEGATORS.has(word) ? 1 : 0;
  const effects = hedges.effectsOf(lemma).join("+");
  if (effects) words.hedges[t] = hashText(effects);
  const wordClass = CLASSES[pos];
  if (!wordClass) return;
  words.polarity[t] = polarity.polarityOf(lemma, wordClass);
  const [sense] = stance.find(lemma, wordClass);
  if (sense) {
    const effect = sense.effects.find(({ sign }) => sign !== 0);
    words.stance[t] = hashText(`${sense.kind}${effect === undefined ? "0" : effect.sign > 0 ? "+" : "-"}`);
  }
  words.speech[t] = SPEECH.has(lemma) || sense?.kind === "say" || sense?.kind === "think" ? 1 : 0;
}

/** The preposition or clause marker of a phrase that has one; they stand before their head and near it. */
function introducer(doc: ParsedDoc, t: number, dep: string): string {
  if (!/^(?:obl|nmod|advcl|acl|xcomp|ccomp)/.test(dep)) return "";
  for (let c = Math.max(0, t - 12); c < Math.min(doc.tokens.length, t + 3); c++) {
    const arc = doc.syntax[c]!;
    if (arc.head === t && (arc.dep === "case" || arc.dep === "mark")) return `:${doc.tokens[c]!.form.toLowerCase()}`;
  }
  return "";
}
