import type { Span } from "../core/index.ts";
import { type ParsedDoc, treeOf } from "../language/index.ts";
import { hashText } from "./linear-model.ts";
import { rememberLast } from "./sentiment-features-memo.ts";
import { chainOf, positionsIn, type TreePositions } from "./sentiment-features-tree.ts";
import type { DocWords, WordReader } from "./sentiment-features-words.ts";

/**
 * A sentence as the learned stance models see it: positions counted from its first word, and every name hidden. What
 * the models learn is how people write about each other, never who is usually written about well. All that is asked
 * about the mentions of a sentence shares its view.
 */
export interface SentimentView {
  readonly doc: ParsedDoc;
  /** Index in the document of the first word. */
  readonly offset: number;
  readonly length: number;
  /** Head of each word, -1 for the first root; further roots hang on the root before them. */
  readonly heads: Int16Array;
  /** Dependents of each word, in text order. */
  readonly children: readonly (readonly number[])[];
  /** What is known of the words, from `offset` on. */
  readonly words: DocWords;
}

/** A mention in a view. */
export class SeenMention {
  readonly view: SentimentView;
  readonly first: number;
  readonly end: number;
  /** The word of the mention whose head lies outside. */
  readonly head: number;
  /** The head and its heads up to the root. */
  readonly chain: readonly number[];
  #positions: TreePositions | undefined;

  constructor(view: SentimentView, first: number, end: number) {
    this.view = view;
    this.first = first;
    this.end = end;
    let head = end - 1;
    for (let i = end - 1; i >= first; i--) if (view.heads[i]! < first || view.heads[i]! >= end) head = i;
    this.head = head;
    this.chain = chainOf(view.heads, head);
  }

  holds(token: number): boolean {
    return token >= this.first && token < this.end;
  }

  /** Where every word stands as seen from the mention. */
  get positions(): TreePositions {
    this.#positions ??= positionsIn(this.view.heads, this.chain);
    return this.#positions;
  }
}

/** The one or two mentions that are asked about, in the order in which they were given. */
export interface SentimentContext {
  readonly view: SentimentView;
  readonly mentions: readonly SeenMention[];
}

/** Words of one view; longer sentences are cut around the mentions. */
const LONGEST_VIEW = 160;
export const ROOT = hashText("root");
/** Relation of the roots of further sentences. */
export const NEXT = hashText("next");

/** Gives the context of the given spans, in their order; undefined where a span covers no word. */
export type ContextReader = (doc: ParsedDoc, spans: readonly Span[]) => SentimentContext | undefined;

/** A span that covers part of a word counts as that word. Views and mentions of the last document are kept. */
export function createContextReader(readWords: WordReader): ContextReader {
  const viewsOf = rememberLast(() => new Map<number, { view: SentimentView; mentions: Map<number, SeenMention> }>());
  return (doc, spans) => {
    const ranges: { first: number; end: number }[] = [];
    for (const span of spans) {
      const range = tokensOf(doc, span);
      if (!range) return undefined;
      ranges.push(range);
    }
    const { first, end } = boundsOf(doc, ranges);
    const views = viewsOf(doc);
    const key = first * 2 ** 26 + end;
    let known = views.get(key);
    if (!known) {
      known = { view: createView(doc, first, end, readWords), mentions: new Map() };
      views.set(key, known);
    }
    const { view, mentions } = known;
    const seen = ranges.map((range) => {
      const mentionKey = range.first * 2 ** 26 + range.end;
      let mention = mentions.get(mentionKey);
      if (!mention) {
        mention = new SeenMention(view, range.first - first, range.end - first);
        mentions.set(mentionKey, mention);
      }
      return mention;
    });
    return { view, mentions: seen };
  };
}

/** The same context with its two mentions in each other's place. */
export function swapMentions({ view, mentions }: SentimentContext): SentimentContext {
  return { view, mentions: [...mentions].reverse() };
}

/** First and one past the last token of the sentences that hold the ranges. */
function boundsOf(doc: ParsedDoc, ranges: readonly { first: number; end: number }[]): { first: number; end: number } {
  const tree = treeOf(doc);
  const firstMention = Math.min(...ranges.map((range) => range.first));
  const endMention = Math.max(...ranges.map((range) => range.end));
  const first = doc.sentences[tree.sentence(firstMention)]!.firstToken;
  const end = doc.sentences[tree.sentence(endMention - 1)]!.endToken;
  if (end - first <= LONGEST_VIEW) return { first, end };
  const room = Math.max(0, LONGEST_VIEW - (endMention - firstMention)) >> 1;
  return { first: Math.max(first, firstMention - room), end: Math.min(end, endMention + room) };
}

function createView(doc: ParsedDoc, first: number, end: number, readWords: WordReader): SentimentView {
  const length = end - first;
  const words = readWords(doc, first, end);
  const heads = new Int16Array(length).fill(-1);
  const children: number[][] = Array.from({ length }, () => []);
  let lastRoot = -1;
  for (let i = 0; i < length; i++) {
    const head = doc.syntax[first + i]!.head;
    if (head >= first && head < end) heads[i] = head - first;
    else {
      heads[i] = lastRoot;
      words.rels[i] = lastRoot < 0 ? ROOT : NEXT;
      words.introduced[i] = words.rels[i]!;
      lastRoot = i;
    }
    if (heads[i]! >= 0) children[heads[i]!]!.push(i);
  }
  return { doc, offset: first, length, heads, children, words };
}

function tokensOf(doc: ParsedDoc, span: Span): { first: number; end: number } | undefined {
  const { tokens } = doc;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < tokens.length && tokens[end]!.start < span.end) end++;
  return end > low && span.end > span.start ? { first: low, end } : undefined;
}
