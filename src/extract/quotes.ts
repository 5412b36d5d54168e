import type { Sentence } from "../core/index.ts";
import type { Tree } from "../language/index.ts";

/** A stretch between quotation marks. */
export interface Quote {
  readonly firstToken: number;
  /** One past the last token; the marks are inside. */
  readonly endToken: number;
}

/** Verbs whose subject is the speaker of the quotation beside them. */
const SPEECH = new Set(
  `say tell add note write argue warn ask explain declare claim state reply respond announce insist suggest continue
  conclude observe remark comment tweet post assert acknowledge admit recall stress emphasize emphasise urge promise
  predict complain joke quip boast shout call describe contend maintain testify concede agree answer believe think
  report read reveal confirm caution counter counsel point`.split(/\s+/),
);

const OPENING = new Set(["“", "``", "„", "«"]);
const CLOSING = new Set(["”", "»"]);
/** Marks that open and close. */
const STRAIGHT = new Set(['"', "''"]);

/**
 * Finds quotations. A mark left open ends with its block, as newspapers leave it open where the next paragraph goes on
 * with the same speaker. Straight marks open and close in turn.
 */
export function findQuotes(tree: Tree): Quote[] {
  const { tokens, sentences } = tree.doc;
  const quotes: Quote[] = [];
  let open = -1;
  let block = -1;
  const close = (end: number): void => {
    if (open >= 0 && end - open > 1) quotes.push({ firstToken: open, endToken: end });
    open = -1;
  };
  for (const sentence of sentences) {
    if (sentence.block !== block) close(sentence.firstToken);
    block = sentence.block;
    for (let t = sentence.firstToken; t < sentence.endToken; t++) {
      const { form } = tokens[t]!;
      const opens = OPENING.has(form) || (STRAIGHT.has(form) && open < 0);
      if (opens) {
        close(t);
        open = t;
      } else if (CLOSING.has(form) || STRAIGHT.has(form)) close(t + 1);
    }
  }
  close(tokens.length);
  return quotes;
}

/** Index of the quotation around every token, -1 outside. */
export function quoteOfTokens(quotes: readonly Quote[], tokenCount: number): Int32Array {
  const of = new Int32Array(tokenCount).fill(-1);
  quotes.forEach(({ firstToken, endToken }, q) => {
    of.fill(q, firstToken, endToken);
  });
  return of;
}

/**
 * The token that heads the phrase naming the speaker of a quotation, or -1. Looked for beside the quotation in its first
 * and last sentence: the subject of a verb of speech that stands outside it, or "according to" somebody.
 */
export function findSpeaker(tree: Tree, quote: Quote, quoteOf: Int32Array): number {
  const { sentences } = tree.doc;
  const first = sentences[tree.sentence(quote.firstToken)]!;
  const last = sentences[tree.sentence(quote.endToken - 1)]!;
  for (const sentence of first === last ? [first] : [first, last]) {
    const speaker = speakerIn(tree, sentence, quote, quoteOf);
    if (speaker >= 0) return speaker;
  }
  return -1;
}

/** Verbs whose object is spoken to. */
const TELLING = new Set(["tell", "ask", "urge", "warn", "remind", "assure", "advise", "inform"]);

/** The tokens that head whom the given speaker's words go to: "Roe told Vance", empty where nothing says. */
export function findAddressee(tree: Tree, speaker: number): readonly number[] {
  const verb = speaker < 0 ? -1 : tree.head(speaker);
  return verb >= 0 && TELLING.has(tree.lemma(verb)) ? tree.childrenBy(verb, "iobj", "obj") : [];
}

/** "…," Roe said of Jane Doe: the tokens that head what the quotation is said to be about. */
export function findTopic(tree: Tree, speaker: number): readonly number[] {
  const verb = speaker < 0 ? -1 : tree.head(speaker);
  if (verb < 0 || !SPEECH.has(tree.lemma(verb))) return [];
  return tree
    .childrenBy(verb, "obl")
    .filter((token) => token > verb && tree.childrenBy(token, "case").some((mark) => tree.lemma(mark) === "of"));
}

function speakerIn(tree: Tree, sentence: Sentence, quote: Quote, quoteOf: Int32Array): number {
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (let t = sentence.firstToken; t < sentence.endToken; t++) {
    if (quoteOf[t]! >= 0) continue;
    const speaker = isSpeech(tree, t) ? subjectOf(tree, t) : accordingTo(tree, t);
    // The speaker may stand in marks of its own: one "senior official".
    if (speaker < 0 || (speaker >= quote.firstToken && speaker < quote.endToken)) continue;
    const gap = t < quote.firstToken ? quote.firstToken - t : t - quote.endToken;
    if (gap >= distance) continue;
    best = speaker;
    distance = gap;
  }
  return best;
}

function isSpeech(tree: Tree, token: number): boolean {
  return tree.pos(token) === "VERB" && SPEECH.has(tree.lemma(token).toLowerCase());
}

/** The subject of a verb, through coordination and the clauses that share their subject with the one above. */
export function subjectOf(tree: Tree, verb: number): number {
  let token = verb;
  for (let steps = 0; steps < 4 && token >= 0; steps++) {
    const subject = tree.child(token, "nsubj");
    if (subject >= 0) return subject;
    const rel = tree.rel(token);
    if (rel !== "conj" && rel !== "xcomp" && rel !== "advcl") return -1;
    token = tree.head(token);
  }
  return -1;
}

/** The token after "according to": the phrase that it introduces. */
function accordingTo(tree: Tree, token: number): number {
  return tree.form(token).toLowerCase() === "according" ? tree.head(token) : -1;
}
