import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadClusters } from "../language/en/clusters.ts";
import { createTitleTest } from "../language/en/gazetteer.ts";
import { createLemmaFinder, loadLemmatizer } from "../language/en/lemmatizer.ts";
import { createSentenceParser, loadParser } from "../language/en/parser.ts";
import { createSentenceTagger, loadTagger } from "../language/en/tagger.ts";
import type { TreebankSentence } from "./conllu.ts";
import { createErrorCounts, type ErrorCounts } from "./error-counts.ts";
import type { Evaluator, Measurement } from "./evaluator.ts";
import { readDevelopmentTreebanks } from "./treebanks.ts";

interface Analysis {
  readonly pos: readonly string[];
  readonly xpos: readonly string[];
  readonly lemmas: readonly string[];
  readonly heads: ArrayLike<number>;
  readonly deps: readonly string[];
}

/** Tags, lemmas and trees on the treebanks' own tokens and sentences, each step with the output of the one before. */
export const languageEvaluator: Evaluator = {
  name: "language",
  evaluate: async ({ dataFolder, modelFolder, errors, log }) => {
    const analyse = await createAnalyser(modelFolder);
    const treebanks = await readDevelopmentTreebanks(dataFolder);
    const news = treebanks.GUM.filter((document) => document.genre === "news");
    const measurements: Measurement[] = [];
    for (const [corpus, documents] of [
      ["EWT dev", treebanks.EWT],
      ["GUM dev", treebanks.GUM],
      ["GUM dev, news", news],
    ] as const) {
      const counts = createErrorCounts();
      const sentences = documents.flatMap((document) => document.sentences);
      measurements.push(...score(corpus, sentences, analyse, counts));
      for (const error of counts.top(errors)) log(`${corpus}: ${error}`);
    }
    return measurements;
  },
};

async function createAnalyser(modelFolder: string): Promise<(forms: readonly string[]) => Analysis> {
  const read = (name: string): Promise<Uint8Array> => readFile(join(modelFolder, `en-${name}.bin`));
  const clusters = await loadClusters(await read("clusters"));
  const taggerModel = await loadTagger(await read("tagger"));
  const parserModel = await loadParser(await read("parser"));
  const tag = createSentenceTagger(taggerModel, clusters);
  const findLemma = createLemmaFinder(await loadLemmatizer(await read("lemmatizer")), clusters);
  const isTitle = createTitleTest(await readFile(join("data", "lexicon", "gazetteer.json")));
  const parse = createSentenceParser(parserModel, clusters, isTitle);
  return (forms) => {
    const labels = tag(forms);
    const tags = Array.from(labels, (label) => taggerModel.labels.tags[label]!);
    const tree = parse(
      forms,
      tags.map(({ pos, xpos }) => parserModel.tags.indexOf(pos, xpos)),
    );
    return {
      pos: tags.map((found) => found.pos),
      xpos: tags.map((found) => found.xpos),
      lemmas: forms.map((form, i) => findLemma(form, tags[i]!.xpos)),
      heads: tree.heads,
      deps: Array.from(tree.labels, (label) => parserModel.relations[label]!),
    };
  };
}

function score(
  corpus: string,
  sentences: readonly TreebankSentence[],
  analyse: (forms: readonly string[]) => Analysis,
  errors: ErrorCounts,
): Measurement[] {
  const right = { pos: 0, xpos: 0, lemma: 0, lemmaBlind: 0, uas: 0, las: 0, uasWords: 0, lasWords: 0 };
  let total = 0;
  let words = 0;
  for (const gold of sentences) {
    const found = analyse(gold.forms);
    const show = (i: number): string => showWord(gold.forms, i);
    for (let i = 0; i < gold.forms.length; i++) {
      total++;
      const isWord = gold.pos[i] !== "PUNCT";
      if (isWord) words++;
      if (found.pos[i] === gold.pos[i]) right.pos++;
      else errors.add(`tag ${gold.pos[i]} read as ${found.pos[i]}`, show(i));
      if (found.xpos[i] === gold.xpos[i]) right.xpos++;
      if (found.lemmas[i] === gold.lemmas[i]) right.lemma++;
      if (found.lemmas[i]!.toLowerCase() === gold.lemmas[i]!.toLowerCase()) right.lemmaBlind++;
      else
        errors.add(`lemma of ${gold.forms[i]}/${gold.xpos[i]}: ${gold.lemmas[i]} read as ${found.lemmas[i]}`, show(i));
      if (found.heads[i] !== gold.heads[i]) {
        errors.add(`wrong head of ${gold.deps[i]}`, show(i));
        continue;
      }
      right.uas++;
      if (isWord) right.uasWords++;
      if (found.deps[i] === gold.deps[i]) {
        right.las++;
        if (isWord) right.lasWords++;
      } else errors.add(`relation ${gold.deps[i]} read as ${found.deps[i]}`, show(i));
    }
  }
  const row = (layer: string, measure: string, count: number, of: number): Measurement => ({
    layer,
    corpus,
    measure: `${measure}, gold tokens`,
    value: (100 * count) / of,
  });
  return [
    row("tags", "UPOS", right.pos, total),
    row("tags", "XPOS", right.xpos, total),
    row("lemmas", "exact", right.lemma, total),
    row("lemmas", "case-blind", right.lemmaBlind, total),
    row("syntax", "UAS", right.uas, total),
    row("syntax", "LAS", right.las, total),
    row("syntax", "UAS without punctuation", right.uasWords, words),
    row("syntax", "LAS without punctuation", right.lasWords, words),
  ];
}

/** A word with the few before and after it. */
function showWord(forms: readonly string[], i: number): string {
  return `"${[...forms.slice(Math.max(0, i - 5), i), `[${forms[i]}]`, ...forms.slice(i + 1, i + 6)].join(" ")}"`;
}
