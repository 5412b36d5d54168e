import { PAIR_CLASSES } from "../extract/pair-stance.ts";
import { TARGET_CLASSES } from "../extract/target-polarity.ts";
import { createTextParser } from "./parse-text.ts";
import { readPairs, readTargets } from "./stance-corpus.ts";
import { createExampleReader, loadSentimentTools } from "./stance-examples.ts";
import { writeStanceModel } from "./stance-file.ts";
import { trainGate } from "./stance-gate.ts";
import { trainStanceModel } from "./stance-models.ts";
import { NET_OPTIONS } from "./stance-net.ts";
import type { Trainer } from "./trainer.ts";

/** Small steps and few passes: the features are many, the examples few. */
const LINEAR = { bits: 17, epochs: 7, rate: 0.002, minCount: 3, prune: 0 };

/** The gate learns from every third text; more make it no better. */
const GATE_TEXTS = 3;

/**
 * `en-stance.bin`: what two mentions of a sentence think of each other, learnt from DSE, and how a sentence judges one
 * mention, learnt from NewsMTSC.
 */
export const stanceTrainer: Trainer = {
  name: "stance",
  file: "en-stance.bin",
  async train({ dataFolder, modelFolder, seed, log }) {
    const tools = await loadSentimentTools(modelFolder);
    const shape = {
      vector: tools.vectors.dimensions,
      first: 32,
      second: 32,
      hidden: 32,
      classes: PAIR_CLASSES.length + TARGET_CLASSES.length,
      ownRows: 4096,
      placeRows: 2048,
    };
    const parse = await createTextParser(modelFolder);
    const reader = createExampleReader(parse, tools, shape);
    const pairs = (await readPairs(dataFolder, "train")).flatMap((record) => reader.pair(record) ?? []);
    const targets = (await readTargets(dataFolder, "train")).flatMap((record) => reader.target(record) ?? []);
    log(`${pairs.length} pairs, ${targets.length} targets`);
    const model = trainStanceModel(
      { pairs, targets },
      tools.vectors,
      { shape, linear: { ...LINEAR, seed }, net: { ...NET_OPTIONS, seed }, folds: 4, held: 1 },
      log,
    );
    const texts = [...pairs, ...targets].map(({ text }) => text).filter((_, i) => i % GATE_TEXTS === 0);
    return writeStanceModel({ ...model, gate: trainGate(model, texts, parse, tools, seed, log) });
  },
};
