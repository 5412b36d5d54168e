import { type Clusters, type ParsedDoc, treeOf } from "../language/index.ts";
import type { HedgeLexicon } from "./grades.ts";
import { hashText } from "./linear-model.ts";
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
 * What the word lists say of the words of a passage, as numbers that features are made of. Names and numbers are
 * hidden: all names are one word.
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

/** Gives a copy of what is known of a document's words from `first` to before `end`. */
export type WordReader = (doc: ParsedDoc, first: number, end: number) => DocWords;

export function createWordReader(lexicons: SentimentLexicons, rowOf: (lower: string) => number): WordReader {
  const lookUp = createWordTypes(lexicons, rowOf);
  const hashOf = createHashes();
  return (doc, first, end) => {
    const words = createDocWords(end - first);
    markQuotes(doc, first, words.quoted);
    for (let i = 0; i < end - first; i++) {
      const t = first + i;
      const { dep } = doc.syntax[t]!;
      const { pos, xpos } = doc.tags[t]!;
      const introducing = PHRASE.test(dep) ? introducer(doc, t) : "";
      words.rels[i] = hashOf(dep);
      words.introduced[i] = introducing ? hashText(`${dep}:${introducing}`) : words.rels[i]!;
      words.xpos[i] = hashOf(xpos);
      const type = lookUp(pos, doc.tokens[t]!.form, doc.lemmas[t]!);
      words.hidden[i] = type.hidden;
      words.lemmas[i] = type.lemma;
      words.fine[i] = type.fine;
      words.middle[i] = type.middle;
      words.rows[i] = type.row;
      words.negators[i] = type.negator;
      words.hedges[i] = type.hedge;
      words.polarity[i] = type.polarity;
      words.stance[i] = type.stance;
      words.speech[i] = type.speech;
    }
    return words;
  };
}

/** Hashes of a closed set of labels. */
function createHashes(): (label: string) => number {
  const known = new Map<string, number>();
  return (label) => {
    let hash = known.get(label);
    if (hash === undefined) {
      hash = hashText(label);
      known.set(label, hash);
    }
    return hash;
  };
}

/** What is known of a word wherever it stands; the fields are those of {@link DocWords}. */
interface WordType {
  readonly hidden: number;
  readonly lemma: number;
  readonly fine: number;
  readonly middle: number;
  readonly row: number;
  readonly negator: number;
  readonly hedge: number;
  readonly polarity: number;
  readonly stance: number;
  readonly speech: number;
}

const UNSEEN: WordType = {
  hidden: 1,
  lemma: NAME,
  fine: 0,
  middle: 0,
  row: -1,
  negator: 0,
  hedge: 0,
  polarity: 0,
  stance: 0,
  speech: 0,
};
/** Words that are kept; with more, all are looked up again. */
const MOST_TYPES = 20_000;

/** Looks words up in all lists; most come again, so what was found is kept. */
function createWordTypes(
  lexicons: SentimentLexicons,
  rowOf: (lower: string) => number,
): (pos: string, form: string, lemma: string) => WordType {
  const known = new Map<string, WordType>();
  const number: WordType = { ...UNSEEN, hidden: 2, lemma: NUMBER };
  return (pos, form, lemma) => {
    if (pos === "PROPN") return UNSEEN;
    const first = form.charCodeAt(0);
    if (first >= 48 && first <= 57) return number;
    const key = `${pos} ${form} ${lemma}`;
    let type = known.get(key);
    if (!type) {
      type = createWordType(pos, form.toLowerCase(), lemma.toLowerCase(), lexicons, rowOf);
      if (known.size === MOST_TYPES) known.clear();
      known.set(key, type);
    }
    return type;
  };
}

function createWordType(
  pos: string,
  word: string,
  lemma: string,
  { clusters, stance, hedges, polarity }: SentimentLexicons,
  rowOf: (lower: string) => number,
): WordType {
  const wordClass = CLASSES[pos];
  const effects = hedges.effectsOf(lemma);
  const sense = wordClass && stance.find(lemma, wordClass)[0];
  const sign = sense?.effects.find((effect) => effect.sign !== 0)?.sign ?? 0;
  const speaks = wordClass && (SPEECH.has(lemma) || sense?.kind === "say" || sense?.kind === "think");
  return {
    hidden: 0,
    lemma: hashText(lemma),
    fine: clusters.fine(word),
    middle: clusters.middle(word),
    row: rowOf(word),
    negator: NEGATORS.has(word) ? 1 : 0,
    hedge: effects.length > 0 ? hashText(effects.join("+")) : 0,
    polarity: wordClass ? polarity.polarityOf(lemma, wordClass) : 0,
    stance: sense ? hashText(`${sense.kind}${sign === 0 ? "0" : sign > 0 ? "+" : "-"}`) : 0,
    speech: speaks ? 1 : 0,
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

const QUOTE = /^(?:["“”«»]|``|'')$/;

/** Quotation is followed within a sentence only: a mark that is never closed should not quote the rest. */
function markQuotes(doc: ParsedDoc, first: number, quoted: Uint8Array): void {
  const end = first + quoted.length;
  let sentence = treeOf(doc).sentence(first);
  let open = false;
  for (let t = doc.sentences[sentence]!.firstToken; t < end; t++) {
    if (t === doc.sentences[sentence]!.endToken) {
      sentence++;
      open = false;
    }
    const { form } = doc.tokens[t]!;
    if (form.length <= 2 && QUOTE.test(form)) open = form === "“" || form === "``" || (form === '"' && !open);
    else if (t >= first) quoted[t - first] = open ? 1 : 0;
  }
}

const PHRASE = /^(?:obl|nmod|advcl|acl|xcomp|ccomp)/;

/** The preposition or clause marker of a phrase that has one; they stand before their head and near it. */
function introducer(doc: ParsedDoc, t: number): string {
  for (let c = Math.max(0, t - 12); c < Math.min(doc.tokens.length, t + 3); c++) {
    const arc = doc.syntax[c]!;
    if (arc.head === t && (arc.dep === "case" || arc.dep === "mark")) return doc.tokens[c]!.form.toLowerCase();
  }
  return "";
}
