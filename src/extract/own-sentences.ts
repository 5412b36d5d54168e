import type { Attribution, Doc, Span } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import { findQuotations } from "./attribution-quotes.ts";
import type { Grader } from "./grades.ts";
import { isOwnSource } from "./ourselves.ts";

export interface OwnSentences {
  /** Indexes of the sentences that stand outside every quotation and every report of what somebody says. */
  readonly list: readonly number[];
  /** Those of them that stand in a note by the editor, whoever wrote the article. */
  readonly notes: ReadonlySet<number>;
  /** Whether the document says "I" of its author. */
  readonly speaksAsI: boolean;
}

type ReadDoc = Doc<"blocks" | "sentences" | "tokens" | "tags" | "lemmas" | "syntax" | "attributions">;

/** So many labelled paragraphs make a transcript, in which nobody but the named speaks. */
const TRANSCRIPT = 3;
/** "Q:", "MS. ROE:", "Jane Roe (aside):": a paragraph that opens with who speaks in it. */
const LABEL = /^\s*(?:\p{Lu}[\p{L}.’'-]*\s){0,3}\p{Lu}[\p{L}.’'-]*(?:\s\([^)]{1,40}\))?\s?:\s/u;
/** Labels of the newspaper itself. */
const OWN_LABEL = /^\s*(?:editor(?:[’']?s|s[’'])? note|note|editorial|opinion|comment|our view)\s?:\s/i;

/**
 * Finds what a document says in its own voice: whole sentences of running text with no quotation mark and nothing of a
 * report in them. What the document reports of itself ("we believe that") is its own. A transcript has none.
 */
export function findOwnSentences(doc: ReadDoc, tree: Tree, grader: Grader): OwnSentences {
  const { text, blocks, sentences, tokens } = doc;
  const labelled = blocks.map(({ kind, start, end }) => {
    const paragraph = text.slice(start, Math.min(end, start + 200));
    return kind === "paragraph" && LABEL.test(paragraph) && !OWN_LABEL.test(paragraph);
  });
  if (labelled.filter(Boolean).length >= TRANSCRIPT) return { list: [], notes: new Set(), speaksAsI: false };
  const quotations = findQuotations(text, tokens, sentences, blocks);
  const reports = doc.attributions
    .filter((attribution) => !isOwn(attribution))
    .flatMap(({ source, cue, content }): readonly Span[] => [...source, ...cue, ...content])
    .sort((a, b) => a.start - b.start);

  const halfQuoted = new Set<number>();
  sentences.forEach(({ firstToken, endToken, block }) => {
    for (let t = firstToken; t < endToken; t++) {
      if (/^(?:[“”„«»]|"|``|'')$/.test(tree.form(t)) && quotations.partner[t]! < 0) halfQuoted.add(block);
    }
  });

  const list: number[] = [];
  const notes = new Set<number>();
  let speaksAsI = false;
  let next = 0;
  let reported = 0;
  sentences.forEach((sentence, index) => {
    while (next < reports.length && reports[next]!.start < sentence.end) {
      reported = Math.max(reported, reports[next++]!.end);
    }
    const { block } = sentence;
    if (reported > sentence.start || blocks[block]!.kind !== "paragraph") return;
    // Of a quotation with one mark, nobody knows where it begins or ends.
    if (labelled[block] || halfQuoted.has(block)) return;
    for (let t = sentence.firstToken; t < sentence.endToken; t++) if (quotations.of[t]! >= 0) return;
    list.push(index);
    if (OWN_LABEL.test(text.slice(blocks[block]!.start, sentence.end))) {
      notes.add(index);
      return;
    }
    for (let t = sentence.firstToken; t < sentence.endToken; t++) {
      if (tree.xpos(t).startsWith("PRP") && /^(?:i|my|me)$/i.test(tree.form(t))) speaksAsI = true;
    }
  });
  return { list, notes, speaksAsI };

  /** "We believe that …"; "Congress should reject …" and "deserves praise for …", which report no word of anybody. */
  function isOwn({ source, cueHead }: Attribution): boolean {
    if (source.some(({ start, end }) => isOwnSource(text.slice(start, end)))) return true;
    if (tree.pos(cueHead) === "VERB") return grader.grade(cueHead).deontic;
    return source.length === 0 && tree.pos(cueHead) === "NOUN" && tree.child(cueHead, "acl", "ccomp") < 0;
  }
}
