import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Clusters, loadClusters } from "../language/en/clusters.ts";
import { TAGGER_KIND, TAGGER_VERSION } from "../language/en/tagger.ts";
import { toSections } from "./averaged-weights.ts";
import { TAGGER_OPTIONS, trainTagger } from "./tagger.ts";
import type { Trainer } from "./trainer.ts";
import { readTrainingTreebanks } from "./treebanks.ts";

/** Averaged weights below this are left out. */
const PRUNE = 1.5;

export async function readClusters(modelFolder: string): Promise<Clusters> {
  return loadClusters(await readFile(join(modelFolder, "en-clusters.bin")));
}

export const taggerTrainer: Trainer = {
  name: "tagger",
  file: "en-tagger.bin",
  train: async ({ dataFolder, modelFolder, seed, log }) => {
    const documents = await readTrainingTreebanks(dataFolder);
    const sentences = documents.flatMap((document) => document.sentences);
    const { meta, model } = trainTagger(sentences, await readClusters(modelFolder), { ...TAGGER_OPTIONS, seed }, log);
    return {
      kind: TAGGER_KIND,
      version: TAGGER_VERSION,
      meta,
      sections: toSections(model.rows, meta.labels.length, PRUNE),
    };
  },
};
