import type { Span } from "../core/index.ts";
import { type ParsedDoc, treeOf } from "../language/index.ts";
import { hashText } from "./linear-model.ts";
import { type DocWords, MENTION, type WordReader } from "./sentiment-features-words.ts";

/**
 * The words around one or two mentions, as the learned stance models see them: the sentences that hold the mentions,
 * with positions counted from the first word, and every name hidden. What the models learn is how people write about
 * each other, never who is usually written about well.
 */
export interface SentimentContext {
  readonly doc: ParsedDoc;
  /** Index in the document of the first word. */
  readonly offset: number;
  readonly length: number;
  /** The mentions, counted from `offset`. */
  readonly mentions: readonly TokenRange[];
  /** Head of each word, -1 for the first root; further roots hang on the root before them. */
  readonly heads: Int16Array;
  /** Index of the mention that holds the word, or -1. */
  readonly mentionOf: Int8Array;
  /** What is known of the words, from `offset` on; the words of the mentions are hidden. */
  readonly words: DocWords;
}

export interface TokenRange {
  readonly first: number;
  readonly end: number;
  /** The word of the range whose head lies outside. */
  readonly head: number;
}

/** Words of one context; longer sentences are cut around the mentions. */
const LONGEST_CONTEXT = 160;
export const ROOT = hashText("root");
/** Relation of the roots of further sentences. */
export const NEXT = hashText("next");

/**
 * The context of the given spans, in the order given; undefined where a span covers no word. A span that covers part
 * of a word counts as that word.
 */
export function createSentimentContext(
  doc: ParsedDoc,
  spans: readonly Span[],
  readWords: WordReader,
): SentimentContext | undefined {
  const ranges: { first: number; end: number }[] = [];
  for (const span of spans) {
    const range = tokensOf(doc, span);
    if (!range) return undefined;
    ranges.push(range);
  }
  const tree = treeOf(doc);
  const firstMention = Math.min(...ranges.map((range) => range.first));
  const endMention = Math.max(...ranges.map((range) => range.end));
  let first = doc.sentences[tree.sentence(firstMention)]!.firstToken;
  let end = doc.sentences[tree.sentence(endMention - 1)]!.endToken;
  if (end - first > LONGEST_CONTEXT) {
    const room = Math.max(0, LONGEST_CONTEXT - (endMention - firstMention)) >> 1;
    first = Math.max(first, firstMention - room);
    end = Math.min(end, endMention + room);
  }
  const length = end - first;
  const words = sliceWords(readWords(doc, first, end), first, end);

  const heads = new Int16Array(length).fill(-1);
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
  }

  const mentionOf = new Int8Array(length).fill(-1);
  const mentions = ranges.map((range, m): TokenRange => {
    const local = {
      first: Math.max(0, range.first - first),
      end: Math.min(length, range.end - first),
    };
    let head = local.end - 1;
    for (let i = local.end - 1; i >= local.first; i--) {
      if (mentionOf[i]! < 0) mentionOf[i] = m;
      if (heads[i]! < local.first || heads[i]! >= local.end) head = i;
      hide(words, i);
    }
    return { ...local, head };
  });
  return { doc, offset: first, length, mentions, heads, mentionOf, words };
}

/** The same context with its two mentions in each other's place. */
export function swapMentions(context: SentimentContext): SentimentContext {
  return {
    ...context,
    mentions: [...context.mentions].reverse(),
    mentionOf: context.mentionOf.map((m) => (m < 0 ? m : 1 - m)),
  };
}

function sliceWords(words: DocWords, first: number, end: number): DocWords {
  return Object.fromEntries(
    Object.entries(words).map(([name, values]) => [name, values.slice(first, end)]),
  ) as unknown as DocWords;
}

function hide(words: DocWords, i: number): void {
  words.lemmas[i] = MENTION;
  words.hidden[i] = 3;
  words.fine[i] = 0;
  words.middle[i] = 0;
  words.rows[i] = -1;
  words.polarity[i] = 0;
  words.stance[i] = 0;
  words.speech[i] = 0;
  words.negators[i] = 0;
  words.hedges[i] = 0;
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
