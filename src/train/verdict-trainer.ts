import type { BoostedTrees } from "../extract/boosted-trees.ts";
import { DOSSIER_FEATURES } from "../extract/dossier.ts";
import { VERDICT_CLASSES, VERDICT_MODEL_KIND, VERDICT_MODEL_VERSION } from "../extract/verdict-model.ts";
import { BOOSTING_OPTIONS, trainBoostedTrees } from "./boosting.ts";
import type { Trainer } from "./trainer.ts";
import { readVerdictArticles } from "./verdict-examples.ts";

/** `en-verdict.bin`: who stands where, from all that an article shows of two actors. */
export const verdictTrainer: Trainer = {
  name: "verdict",
  file: "en-verdict.bin",
  async train({ dataFolder, modelFolder, seed, log }) {
    const articles = await readVerdictArticles(dataFolder, modelFolder);
    const examples = articles.flatMap((article) => article.examples);
    const counts = VERDICT_CLASSES.map((name, c) => `${name} ${examples.filter(({ label }) => label === c).length}`);
    log(`${articles.length} articles, ${examples.length} pairs (${counts.join(", ")})`);
    const trees = trainBoostedTrees(examples, VERDICT_CLASSES.length, { ...BOOSTING_OPTIONS, seed });
    const meta: BoostedTrees = { classes: VERDICT_CLASSES, features: DOSSIER_FEATURES, ...trees };
    return { kind: VERDICT_MODEL_KIND, version: VERDICT_MODEL_VERSION, meta, sections: {} };
  },
};
