import type { Block, Component, Sentence, Token } from "../../core/index.ts";
import { type ModelFile, readModel } from "../model-file.ts";
import { cleanBlock } from "./clean-text.ts";
import { splitSentences } from "./sentence-splitter.ts";
import type { TokenLexicon } from "./token-lexicon.ts";
import { createWordSplitter, type WordSplitter } from "./word-splitter.ts";

export const TOKENIZER_KIND = "en-tokenizer";
export const TOKENIZER_VERSION = 1;

/** What the tokenizer learnt: word lists and the weights of the sentence splitter. */
export interface TokenizerModel {
  readonly lexicon: TokenLexicon;
  readonly splitter: Int8Array;
}

/** Reads the bytes of `models/en-tokenizer.bin`. */
export async function loadTokenizer(bytes: Uint8Array): Promise<TokenizerModel> {
  return toTokenizerModel(await readModel(bytes, TOKENIZER_KIND, TOKENIZER_VERSION));
}

export function toTokenizerModel(file: ModelFile): TokenizerModel {
  const splitter = file.sections.splitter!;
  return {
    lexicon: file.meta as TokenLexicon,
    splitter: new Int8Array(splitter.buffer, splitter.byteOffset, splitter.length),
  };
}

/** The words of one block, before sentences are known. */
export interface BlockWords {
  readonly tokens: Token[];
  readonly forms: string[];
  readonly spaced: number[];
}

/** Cuts one block into words; markup belongs to none of them. */
export function findWords(text: string, block: Pick<Block, "pieces">, splitter: WordSplitter): BlockWords {
  const clean = cleanBlock(text, block.pieces);
  const tokens: Token[] = [];
  const forms: string[] = [];
  const spaced: number[] = [];
  let lastEnd = -1;
  splitter.split(clean.text, (start, end) => {
    const form = clean.text.slice(start, end);
    tokens.push({ start: clean.offsets[start]!, end: clean.offsets[end - 1]! + 1, form });
    forms.push(form);
    spaced.push(start === lastEnd ? 0 : 1);
    lastEnd = end;
  });
  return { tokens, forms, spaced };
}

/**
 * Makes the component that finds tokens and sentences.
 *
 * Words follow Universal Dependencies for English: `do` + `n't`, `Germany` + `’s`, `5` + `G` is one (`5G`), hyphenated
 * words are cut but for known prefixes, currency signs and per cent stand alone. `form` is the word without markup and
 * line breaks; `start` and `end` point into the text as it is. A sentence never crosses the edge of a block and is at
 * most `LONGEST_SENTENCE` tokens long.
 */
export function createEnglishTokenizer(model: TokenizerModel): Component<"blocks", "tokens" | "sentences"> {
  const splitter = createWordSplitter(model.lexicon);
  return {
    name: "en.tokenizer",
    requires: ["blocks"],
    assigns: ["tokens", "sentences"],
    run: (doc) => {
      const tokens: Token[] = [];
      const sentences: Sentence[] = [];
      for (let b = 0; b < doc.blocks.length; b++) {
        const words = findWords(doc.text, doc.blocks[b]!, splitter);
        let first = 0;
        for (const end of splitSentences(words, model.splitter)) {
          sentences.push({
            start: words.tokens[first]!.start,
            end: words.tokens[end - 1]!.end,
            firstToken: tokens.length + first,
            endToken: tokens.length + end,
            block: b,
          });
          first = end;
        }
        for (const token of words.tokens) tokens.push(token);
      }
      return { tokens, sentences };
    },
  };
}
