import { type TreebankDocument, toRawDocument } from "./conllu.ts";
import { createErrorCounts, type ErrorCounts, showInContext } from "./error-counts.ts";
import type { Evaluator, Measurement } from "./evaluator.ts";
import { createTextParser, type TextParser } from "./parse-text.ts";
import { readDevelopmentTreebanks } from "./treebanks.ts";

/**
 * The whole chain from running text: blocks, tokens, sentences, tags, lemmas, trees. The text of a treebank's document
 * is its sentences, a blank between two, a blank line where a paragraph starts. Scores as in the CoNLL 2018 shared task: words
 * match by offsets, an arc is right if word, head and relation are.
 */
export const rawTextEvaluator: Evaluator = {
  name: "raw",
  evaluate: async ({ dataFolder, modelFolder, errors, log }) => {
    const parse = await createTextParser(modelFolder);
    const treebanks = await readDevelopmentTreebanks(dataFolder);
    const measurements: Measurement[] = [];
    for (const [corpus, documents] of [
      ["EWT dev", treebanks.EWT],
      ["GUM dev", treebanks.GUM],
    ] as const) {
      const counts = createErrorCounts();
      measurements.push(...score(corpus, documents, parse, counts));
      for (const error of counts.top(errors)) log(`${corpus}: ${error}`);
    }
    return measurements;
  },
};

interface Tally {
  gold: number;
  found: number;
  right: number;
}

const newTally = (): Tally => ({ gold: 0, found: 0, right: 0 });

function score(
  corpus: string,
  documents: readonly TreebankDocument[],
  parse: TextParser,
  errors: ErrorCounts,
): Measurement[] {
  const tokens = newTally();
  const sentences = newTally();
  const ends = newTally();
  const pos = newTally();
  const lemmas = newTally();
  const unlabelled = newTally();
  const labelled = newTally();
  for (const document of documents) {
    const { text, offsets } = toRawDocument(document);
    const doc = parse({ id: document.id, text });

    const found = new Map(doc.tokens.map((token, t) => [key(token.start, token.end), t]));
    const spans = new Set(doc.sentences.map((sentence) => key(sentence.start, sentence.end)));
    const sentenceEnds = new Set(doc.sentences.map((sentence) => sentence.end));
    const seen = new Set<string>();
    document.sentences.forEach((gold, s) => {
      const offset = offsets[s]!;
      const keyOf = (i: number): string => key(offset + gold.starts[i]!, offset + gold.ends[i]!);
      const first = offset + gold.starts[0]!;
      const last = offset + gold.ends.at(-1)!;
      add(sentences, spans.has(key(first, last)));
      if (!sentenceEnds.has(last))
        errors.add("end of sentence missed", showInContext(text, { start: last - 1, end: last }));
      add(ends, sentenceEnds.has(last));
      for (let i = 0; i < gold.forms.length; i++) {
        seen.add(keyOf(i));
        const t = found.get(keyOf(i));
        add(tokens, t !== undefined);
        if (t === undefined) {
          const start = offset + gold.starts[i]!;
          errors.add(`token "${gold.forms[i]}" missed`, showInContext(text, { start, end: offset + gold.ends[i]! }));
        }
        add(pos, t !== undefined && doc.tags[t]!.pos === gold.pos[i]);
        add(lemmas, t !== undefined && doc.lemmas[t]!.toLowerCase() === gold.lemmas[i]!.toLowerCase());
        const head = t === undefined ? undefined : doc.syntax[t]!.head;
        const goldHead = gold.heads[i]!;
        const isRight =
          head !== undefined && (goldHead < 0 ? head < 0 : head >= 0 && found.get(keyOf(goldHead)) === head);
        add(unlabelled, isRight);
        add(labelled, isRight && doc.syntax[t!]!.dep === gold.deps[i]);
      }
    });
    for (const token of doc.tokens) {
      if (seen.has(key(token.start, token.end))) continue;
      errors.add(`token "${token.form}" not in the treebank`, showInContext(text, token));
    }
    for (const tally of [tokens, pos, lemmas, unlabelled, labelled]) tally.found += doc.tokens.length;
    for (const tally of [sentences, ends]) tally.found += doc.sentences.length;
  }
  const row = (layer: string, measure: string, tally: Tally): Measurement => ({
    layer,
    corpus,
    measure: `${measure}, raw text, F1`,
    value: (200 * tally.right) / (tally.gold + tally.found),
  });
  return [
    row("tokens", "tokens", tokens),
    row("sentences", "whole sentences", sentences),
    row("sentences", "ends of sentences", ends),
    row("tags", "UPOS", pos),
    row("lemmas", "case-blind", lemmas),
    row("syntax", "UAS", unlabelled),
    row("syntax", "LAS", labelled),
  ];
}

function add(tally: Tally, isRight: boolean): void {
  tally.gold++;
  if (isRight) tally.right++;
}

function key(start: number, end: number): string {
  return `${start}:${end}`;
}
