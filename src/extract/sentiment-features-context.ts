import type { Span } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";
import { treeOf } from "../language/index.ts";

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
  /** First and one past the last word of each mention, counted from `offset`. */
  readonly mentions: readonly TokenRange[];
  /** Head of each word, -1 for the first root; further roots hang on the root before them. */
  readonly heads: Int16Array;
  /** Relation to the head; `next` for the roots of further sentences. */
  readonly rels: readonly string[];
  /** Lower-cased words; names, numbers and the mentions themselves are written as a class in capitals. */
  readonly words: readonly string[];
  /** Index of the mention that holds the word, or -1. */
  readonly mentionOf: Int8Array;
  readonly quoted: Uint8Array;
}

export interface TokenRange {
  readonly first: number;
  readonly end: number;
  /** The word of the range whose head lies outside. */
  readonly head: number;
}

/** Words of one context; longer sentences are cut around the mentions. */
const LONGEST_CONTEXT = 160;

/**
 * The context of the given spans, in the order given; undefined where a span covers no word. A span that covers part
 * of a word counts as that word.
 */
export function createSentimentContext(doc: ParsedDoc, spans: readonly Span[]): SentimentContext | undefined {
  const ranges = spans.map((span) => tokensOf(doc, span));
  if (ranges.some((range) => range === undefined)) return undefined;
  const found = ranges as { first: number; end: number }[];
  const tree = treeOf(doc);
  let first = Math.min(...found.map((range) => range.first));
  let end = Math.max(...found.map((range) => range.end));
  const firstMention = first;
  const endMention = end;
  first = doc.sentences[tree.sentence(first)]!.firstToken;
  end = doc.sentences[tree.sentence(end - 1)]!.endToken;
  if (end - first > LONGEST_CONTEXT) {
    const room = Math.max(0, LONGEST_CONTEXT - (endMention - firstMention)) >> 1;
    first = Math.max(first, firstMention - room);
    end = Math.min(end, endMention + room);
  }
  const length = end - first;

  const heads = new Int16Array(length).fill(-1);
  const rels: string[] = new Array(length);
  let lastRoot = -1;
  for (let i = 0; i < length; i++) {
    const head = doc.syntax[first + i]!.head;
    if (head >= first && head < end) {
      heads[i] = head - first;
      rels[i] = doc.syntax[first + i]!.dep;
    } else {
      heads[i] = lastRoot;
      rels[i] = lastRoot < 0 ? "root" : "next";
      lastRoot = i;
    }
  }

  const mentionOf = new Int8Array(length).fill(-1);
  const mentions = found.map((range, m): TokenRange => {
    const local = { first: Math.max(0, range.first - first), end: Math.min(length, range.end - first) };
    for (let i = local.first; i < local.end; i++) if (mentionOf[i]! < 0) mentionOf[i] = m;
    let head = local.end - 1;
    for (let i = local.end - 1; i >= local.first; i--) {
      if (heads[i]! < local.first || heads[i]! >= local.end) head = i;
    }
    return { ...local, head };
  });

  const words: string[] = new Array(length);
  const quoted = new Uint8Array(length);
  let open = false;
  for (let i = 0; i < length; i++) {
    const { form } = doc.tokens[first + i]!;
    const { pos } = doc.tags[first + i]!;
    if (/^["“”«»]$|^``$|^''$/.test(form)) open = form === "“" || form === "``" ? true : form === '"' ? !open : false;
    else quoted[i] = open ? 1 : 0;
    words[i] =
      mentionOf[i]! >= 0 ? "MENTION" : pos === "PROPN" ? "NAME" : /^\d/.test(form) ? "NUMBER" : form.toLowerCase();
  }
  return { doc, offset: first, length, mentions, heads, rels, words, mentionOf, quoted };
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
  return end > low ? { first: low, end } : undefined;
}
