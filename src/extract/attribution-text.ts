import type { Doc } from "../core/index.ts";
import { type Tree, treeOf } from "../language/index.ts";
import { findQuotations, insideQuotations, type Quotations } from "./attribution-quotes.ts";
import { hashText } from "./linear-model.ts";

/** The layers that attribution reads. */
export type AttributionDoc = Doc<"blocks" | "sentences" | "tokens" | "tags" | "lemmas" | "syntax">;

/** Word classes by distribution; id 0 means unknown. */
export interface WordClasses {
  fine(lower: string): number;
  middle(lower: string): number;
}

/** How many of a kind stand before each token; see {@link countBetween}. */
export interface Tally {
  readonly verbs: Int32Array;
  readonly nominals: Int32Array;
  readonly commas: Int32Array;
  readonly openBrackets: Int32Array;
  readonly closeBrackets: Int32Array;
  readonly openMarks: Int32Array;
  readonly closeMarks: Int32Array;
}

/** How many stand from token `from` to before token `to`. */
export function countBetween(sums: Int32Array, from: number, to: number): number {
  return sums[to]! - sums[from]!;
}

/** A document as the attribution models see it: everything by token, hashed once. */
export interface AttributionText {
  readonly doc: AttributionDoc;
  readonly tree: Tree;
  readonly size: number;
  readonly lemma: Uint32Array;
  readonly form: Uint32Array;
  readonly pos: Uint32Array;
  readonly xpos: Uint32Array;
  readonly dep: Uint32Array;
  readonly fine: Uint16Array;
  readonly middle: Uint16Array;
  readonly head: Int32Array;
  /** First and last token of the subtree. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Distance from the root of the sentence. */
  readonly depth: Int32Array;
  readonly sentence: Int32Array;
  readonly quotations: Quotations;
  /** 1 for an opening quotation mark with a partner or an unclosed one, 2 for a closing mark. */
  readonly mark: Uint8Array;
  /** What kind of word it is when it stands for someone: a name's type, a pronoun, or its word class. */
  readonly kind: Uint32Array;
  /** Index of the name that holds the token, or -1. */
  readonly name: Int32Array;
  readonly tally: Tally;
  firstOf(token: number): number;
  endOf(token: number): number;
  blockOf(token: number): number;
}

/** Quotation marks and dashes come in many shapes, which the models need not tell apart. */
function plainForm(form: string): string {
  const first = form.charCodeAt(0);
  const isWord = (first >= 97 && first <= 122) || (first >= 65 && first <= 90);
  if (isWord) return form.includes("’") ? form.toLowerCase().replaceAll("’", "'") : form.toLowerCase();
  if (/^[“”„«»"]$|^''$|^``$/.test(form)) return '"';
  if (/^[‘’']$/.test(form)) return "'";
  if (/^[-–—―]+$/.test(form)) return "-";
  return form.toLowerCase().replaceAll("’", "'");
}

export function viewText(doc: AttributionDoc, classes: WordClasses): AttributionText {
  const { tokens, sentences, tags, lemmas, syntax, blocks } = doc;
  const size = tokens.length;
  const lemma = new Uint32Array(size);
  const form = new Uint32Array(size);
  const pos = new Uint32Array(size);
  const xpos = new Uint32Array(size);
  const dep = new Uint32Array(size);
  const fine = new Uint16Array(size);
  const middle = new Uint16Array(size);
  const head = new Int32Array(size);
  const left = new Int32Array(size);
  const right = new Int32Array(size);
  const depth = new Int32Array(size).fill(-1);
  const sentence = new Int32Array(size);
  const kind = new Uint32Array(size);
  const name = new Int32Array(size).fill(-1);
  const quotations = findQuotations(doc.text, tokens, sentences, blocks);
  const mark = marksOf(quotations);

  for (const [index, { firstToken, endToken }] of (doc.names ?? []).entries()) name.fill(index, firstToken, endToken);
  for (let s = 0; s < sentences.length; s++) sentence.fill(s, sentences[s]!.firstToken, sentences[s]!.endToken);
  for (let t = 0; t < size; t++) {
    const plain = plainForm(tokens[t]!.form);
    form[t] = hashText(plain);
    lemma[t] = hashText(lemmas[t]!.toLowerCase());
    pos[t] = hashText(tags[t]!.pos);
    xpos[t] = hashText(tags[t]!.xpos);
    dep[t] = hashText(syntax[t]!.dep);
    fine[t] = classes.fine(plain);
    middle[t] = classes.middle(plain);
    head[t] = syntax[t]!.head;
    left[t] = t;
    right[t] = t;
    const named = name[t]! >= 0 ? doc.names![name[t]!]!.type : undefined;
    kind[t] = named ? hashText(named, 3) : tags[t]!.pos === "PRON" ? form[t]! : middle[t]! + 1;
  }
  spread(head, left, right, depth);
  return {
    doc,
    tree: treeOf(doc),
    size,
    lemma,
    form,
    pos,
    xpos,
    dep,
    fine,
    middle,
    head,
    left,
    right,
    depth,
    sentence,
    quotations,
    mark,
    tally: tallyOf(doc, mark),
    kind,
    name,
    firstOf: (token) => sentences[sentence[token]!]!.firstToken,
    endOf: (token) => sentences[sentence[token]!]!.endToken,
    blockOf: (token) => sentences[sentence[token]!]!.block,
  };
}

/** The same text for who reads what is said inside its quotations: the outermost quotation marks are no marks. */
export function viewInside(text: AttributionText): AttributionText {
  const quotations = insideQuotations(text.quotations);
  const mark = marksOf(quotations);
  return { ...text, quotations, mark, tally: tallyOf(text.doc, mark) };
}

function tallyOf({ tokens, tags }: AttributionDoc, mark: Uint8Array): Tally {
  const count = (is: (token: number) => boolean): Int32Array => {
    const sums = new Int32Array(tokens.length + 1);
    for (let t = 0; t < tokens.length; t++) sums[t + 1] = sums[t]! + (is(t) ? 1 : 0);
    return sums;
  };
  return {
    verbs: count((t) => tags[t]!.pos === "VERB"),
    nominals: count((t) => tags[t]!.pos === "PROPN" || tags[t]!.pos === "NOUN" || tags[t]!.pos === "PRON"),
    commas: count((t) => tokens[t]!.form === ","),
    openBrackets: count((t) => tokens[t]!.form === "("),
    closeBrackets: count((t) => tokens[t]!.form === ")"),
    openMarks: count((t) => mark[t] === 1),
    closeMarks: count((t) => mark[t] === 2),
  };
}

function marksOf({ list, partner }: Quotations): Uint8Array {
  const marks = Uint8Array.from(partner, (other, t) => (other < 0 ? 0 : other > t ? 1 : 2));
  for (const { open, closed } of list) if (!closed) marks[open] = 1;
  return marks;
}

/** Fills depths from the heads, then widens every subtree's extent from the deepest tokens up. */
function spread(head: Int32Array, left: Int32Array, right: Int32Array, depth: Int32Array): void {
  const chain: number[] = [];
  let deepest = 0;
  for (let t = 0; t < head.length; t++) {
    let at = t;
    while (at >= 0 && depth[at]! < 0) {
      chain.push(at);
      at = head[at]!;
    }
    let level = at < 0 ? 0 : depth[at]! + 1;
    while (chain.length > 0) depth[chain.pop()!] = level++;
    if (level - 1 > deepest) deepest = level - 1;
  }
  const byDepth: number[][] = Array.from({ length: deepest + 1 }, () => []);
  for (let t = 0; t < head.length; t++) byDepth[depth[t]!]!.push(t);
  for (let level = deepest; level > 0; level--) {
    for (const t of byDepth[level]!) {
      const up = head[t]!;
      if (left[t]! < left[up]!) left[up] = left[t]!;
      if (right[t]! > right[up]!) right[up] = right[t]!;
    }
  }
}
