import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Span } from "../core/index.ts";
import { parseHedges } from "../extract/grades.ts";
import { PAIR_CLASSES, PAIR_STANCE_KIND } from "../extract/pair-stance.ts";
import { createFactFinder } from "../extract/sentiment-features.ts";
import { pairFeatures, type SentimentFacts, targetFeatures } from "../extract/sentiment-features-linear.ts";
import { netInput } from "../extract/sentiment-features-net.ts";
import { loadWordVectors, type WordVectors } from "../extract/sentiment-features-vectors.ts";
import { parsePolarity, type SentimentLexicons } from "../extract/sentiment-features-words.ts";
import type { NetShape } from "../extract/sentiment-net.ts";
import { parseStanceLexicon } from "../extract/stance-lexicon.ts";
import { TARGET_CLASSES, TARGET_POLARITY_KIND } from "../extract/target-polarity.ts";
import { loadClusters } from "../language/index.ts";
import { createTextParser } from "./parse-text.ts";
import { readPairs, readTargets } from "./stance-corpus.ts";
import { writeSentimentModel } from "./stance-file.ts";
import { NET_OPTIONS } from "./stance-net.ts";
import { type SentimentExample, trainSentiment } from "./stance-sentiment.ts";
import type { Trainer } from "./trainer.ts";

const SHAPE: Omit<NetShape, "vector" | "classes"> = {
  first: 32,
  second: 32,
  hidden: 32,
  ownRows: 4096,
  placeRows: 2048,
};

/** Small steps and few passes: the features are many, the examples few. */
const LINEAR = { bits: 17, epochs: 8, rate: 0.002, prune: 0 };

/** `en-stance.bin`: what two mentions of a sentence think of each other, learnt from DSE. */
export const pairStanceTrainer: Trainer = {
  name: "pair-stance",
  file: "en-stance.bin",
  async train({ dataFolder, modelFolder, seed, log }) {
    const tools = await loadSentimentTools(modelFolder);
    const records = await readPairs(dataFolder, "train");
    const shape = { ...SHAPE, vector: tools.vectors.dimensions, classes: PAIR_CLASSES.length };
    const examples = await readExamples(
      tools,
      modelFolder,
      shape,
      pairFeatures,
      records.map(({ text, p, q, label }) => ({ text, spans: [p, q], label })),
    );
    log(`${examples.length} pairs`);
    const options = { classes: PAIR_CLASSES, shape, linear: { ...LINEAR, seed }, net: { ...NET_OPTIONS, seed } };
    return writeSentimentModel(
      PAIR_STANCE_KIND,
      trainSentiment(examples, tools.vectors, { ...options, folds: 4, held: 1 }, log),
    );
  },
};

/** `en-polarity.bin`: how a sentence judges a mention, learnt from NewsMTSC. */
export const targetPolarityTrainer: Trainer = {
  name: "target-polarity",
  file: "en-polarity.bin",
  async train({ dataFolder, modelFolder, seed, log }) {
    const tools = await loadSentimentTools(modelFolder);
    const records = await readTargets(dataFolder, "train");
    const shape = { ...SHAPE, vector: tools.vectors.dimensions, classes: TARGET_CLASSES.length };
    const examples = await readExamples(
      tools,
      modelFolder,
      shape,
      targetFeatures,
      records.map(({ text, target, polarity }) => ({ text, spans: [target], label: polarity + 1 })),
    );
    log(`${examples.length} targets`);
    const options = { classes: TARGET_CLASSES, shape, linear: { ...LINEAR, seed }, net: { ...NET_OPTIONS, seed } };
    return writeSentimentModel(
      TARGET_POLARITY_KIND,
      trainSentiment(examples, tools.vectors, { ...options, folds: 4, held: 1 }, log),
    );
  },
};

export interface SentimentTools {
  readonly lexicons: SentimentLexicons;
  readonly vectors: WordVectors;
}

/** The word lists of the checkout and the vectors of the model folder. */
export async function loadSentimentTools(modelFolder: string): Promise<SentimentTools> {
  const table = (name: string): Promise<string> => readFile(join("data", "lexicon", name), "utf8");
  const clusters = await loadClusters(await readFile(join(modelFolder, "en-clusters.bin")));
  return {
    vectors: await loadWordVectors(await readFile(join(modelFolder, "en-vectors.bin")), clusters),
    lexicons: {
      clusters,
      stance: parseStanceLexicon(await table("stance.tsv")),
      hedges: parseHedges(await table("hedges.tsv")),
      polarity: parsePolarity(await table("polarity.tsv")),
    },
  };
}

interface SentimentRecord {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly label: number;
}

async function readExamples(
  { lexicons, vectors }: SentimentTools,
  modelFolder: string,
  shape: NetShape,
  features: (facts: SentimentFacts) => number[],
  records: readonly SentimentRecord[],
): Promise<SentimentExample[]> {
  const parse = await createTextParser(modelFolder);
  const findFacts = createFactFinder(lexicons);
  return records.flatMap(({ text, spans, label }): SentimentExample[] => {
    const facts = findFacts(parse({ id: "example", text }), spans);
    if (!facts) return [];
    return [{ text, label, features: Uint32Array.from(features(facts)), input: netInput(facts, vectors, shape) }];
  });
}
