import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PARSER_KIND, PARSER_VERSION, type ParserMeta } from "../language/en/parser.ts";
import { loadTagger } from "../language/en/tagger.ts";
import type { FeatureWeights } from "../language/linear.ts";
import { averageModels, toSections } from "./averaged-weights.ts";
import { jackknifeTags } from "./jackknife.ts";
import { PARSER_OPTIONS, trainParser } from "./parser.ts";
import { TAGGER_OPTIONS } from "./tagger.ts";
import { readClusters } from "./tagger-trainer.ts";
import type { Trainer } from "./trainer.ts";
import { readTrainingTreebanks } from "./treebanks.ts";

const PRUNE = 1;
const FOLDS = 5;
/** So many models are trained in different orders and become one, their mean. */
const MODELS = 2;

export const parserTrainer: Trainer = {
  name: "parser",
  file: "en-parser.bin",
  train: async ({ dataFolder, modelFolder, seed, log }) => {
    const documents = await readTrainingTreebanks(dataFolder);
    const clusters = await readClusters(modelFolder);
    const tagger = await loadTagger(await readFile(join(modelFolder, "en-tagger.bin")));
    const tagNames = tagger.labels.names;
    const examples = jackknifeTags(documents, clusters, tagNames, FOLDS, { ...TAGGER_OPTIONS, seed }, log);
    const rows: FeatureWeights[] = [];
    let meta: ParserMeta | undefined;
    for (let model = 0; model < MODELS; model++) {
      const options = { ...PARSER_OPTIONS, seed: seed + model };
      const trained = trainParser(examples, tagNames, clusters, options, (line) => log(`model ${model + 1}, ${line}`));
      rows.push(trained.model.rows);
      meta = trained.meta;
    }
    return {
      kind: PARSER_KIND,
      version: PARSER_VERSION,
      meta,
      sections: toSections(averageModels(rows), 2 + 2 * meta!.relations.length, PRUNE),
    };
  },
};
