import { createRandom } from "../core/index.ts";
import {
  isCandidate,
  readWord,
  SPLITTER_FEATURES,
  type SplitterContext,
  type SplitterWords,
  splitterFeatures,
  startSentence,
} from "../language/en/sentence-splitter.ts";
import type { TokenLexicon } from "../language/en/token-lexicon.ts";
import { findWords, TOKENIZER_KIND, TOKENIZER_VERSION } from "../language/en/tokenizer.ts";
import { createWordSplitter, type WordSplitter } from "../language/en/word-splitter.ts";
import { bytesOf, createAveragedWeights, quantise } from "./averaged-weights.ts";
import { type TreebankDocument, type TreebankSentence, toRawDocument } from "./conllu.ts";
import { shuffle } from "./shuffle.ts";
import type { Trainer } from "./trainer.ts";
import { readTrainingTreebanks } from "./treebanks.ts";

const SLOTS = 1 << 16;
const EPOCHS = 10;
const MARGIN = 8;

/** Learns word lists by counting and the sentence splitter with an averaged perceptron. */
export const tokenizerTrainer: Trainer = {
  name: "tokenizer",
  file: "en-tokenizer.bin",
  train: async ({ dataFolder, seed, log }) => {
    const documents = await readTrainingTreebanks(dataFolder);
    const lexicon = learnLexicon(documents.flatMap((document) => document.sentences));
    log(`${lexicon.prefixes.length} prefixes, ${Object.keys(lexicon.joined).length} joined words`);
    return {
      kind: TOKENIZER_KIND,
      version: TOKENIZER_VERSION,
      meta: lexicon,
      sections: { splitter: bytesOf(trainSplitter(documents, createWordSplitter(lexicon), seed)) },
    };
  },
};

/** Counts how the treebanks cut hyphenated words, words written together and final full stops. */
export function learnLexicon(sentences: readonly TreebankSentence[]): TokenLexicon {
  const prefixes = new Map<string, [whole: number, cut: number]>();
  const hyphenated = new Map<string, number>();
  const joined = new Map<string, { whole: number; parts: Map<string, number> }>();
  const abbreviations = new Map<string, number>();
  const countPrefix = (prefix: string, index: 0 | 1): void => {
    const counts = prefixes.get(prefix) ?? [0, 0];
    counts[index]++;
    prefixes.set(prefix, counts);
  };
  for (const { forms, starts, ends } of sentences) {
    for (let i = 0; i < forms.length; i++) {
      const lower = forms[i]!.toLowerCase();
      const whole = /^(\p{L}+)-\p{L}/u.exec(lower);
      if (whole) {
        countPrefix(whole[1]!, 0);
        hyphenated.set(lower, (hyphenated.get(lower) ?? 0) + 1);
      }
      if (forms[i + 1] === "-" && starts[i + 1] === ends[i] && starts[i + 2] === ends[i + 1]) countPrefix(lower, 1);
      if (/^\p{L}[\p{L}.]*\.$/u.test(forms[i]!)) {
        const word = forms[i]!.slice(0, -1);
        if (word.length > 1) abbreviations.set(word, (abbreviations.get(word) ?? 0) + 1);
      }
      const glued = starts[i + 1] === ends[i] && /^\p{L}+$/u.test(lower) && /^\p{L}+$/u.test(forms[i + 1] ?? "");
      const key = glued ? lower + forms[i + 1]!.toLowerCase() : lower;
      const entry = joined.get(key) ?? { whole: 0, parts: new Map<string, number>() };
      if (glued) {
        const parts = `${lower.length},${forms[i + 1]!.length}`;
        entry.parts.set(parts, (entry.parts.get(parts) ?? 0) + 1);
      } else entry.whole++;
      joined.set(key, entry);
    }
  }
  const often = [...prefixes].filter(([, [whole, cut]]) => whole >= 2 && whole > cut).map(([prefix]) => prefix);
  return {
    prefixes: often.sort(),
    hyphenated: [...hyphenated]
      .filter(([word, count]) => count >= 2 && !often.includes(word.split("-")[0]!))
      .map(([word]) => word)
      .sort(),
    joined: Object.fromEntries(
      [...joined]
        .flatMap(([word, { whole, parts }]) => {
          const best = [...parts].sort((a, b) => b[1] - a[1])[0];
          return best && best[1] >= 2 && best[1] > 4 * whole ? [[word, best[0].split(",").map(Number)] as const] : [];
        })
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    abbreviations: [...abbreviations.keys()]
      .filter((word) => /\.|^\p{Lu}/u.test(word) || abbreviations.get(word)! >= 3)
      .sort(),
  };
}

interface Paragraph {
  readonly words: SplitterWords;
  readonly isEnd: readonly boolean[];
}

function trainSplitter(documents: readonly TreebankDocument[], splitter: WordSplitter, seed: number): Int8Array {
  const paragraphs = documents.flatMap((document) => toParagraphs(document, splitter));
  const model = createAveragedWeights(SLOTS);
  const random = createRandom(seed);
  const features = new Int32Array(SPLITTER_FEATURES);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { words, isEnd } of shuffle(paragraphs, random)) {
      const context: SplitterContext = { start: 0, quotes: 0, brackets: 0 };
      for (let i = 0; i < words.forms.length - 1; i++) {
        readWord(context, words.forms[i]!);
        if (isCandidate(words, i)) {
          step++;
          splitterFeatures(words, i, context, features);
          let score = 0;
          for (let f = 0; f < SPLITTER_FEATURES; f++) score += model.weights[features[f]! & (SLOTS - 1)]!;
          const sign = isEnd[i] ? 1 : -1;
          if (score * sign <= MARGIN) {
            for (let f = 0; f < SPLITTER_FEATURES; f++) model.update(features[f]! & (SLOTS - 1), sign, step);
          }
        }
        if (isEnd[i]) startSentence(context, i + 1);
      }
    }
  }
  return quantise(model.average(step), 0);
}

function toParagraphs(document: TreebankDocument, splitter: WordSplitter): Paragraph[] {
  const { text, offsets } = toRawDocument(document);
  const ends = new Set(document.sentences.map((sentence, i) => offsets[i]! + sentence.text.trimEnd().length));
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const part of text.split("\n\n")) {
    const words = findWords(text, { pieces: [{ start, end: start + part.length }] }, splitter);
    paragraphs.push({ words, isEnd: words.tokens.map((token) => ends.has(token.end)) });
    start += part.length + 2;
  }
  return paragraphs;
}
