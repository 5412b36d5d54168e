import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findAttributionsIn } from "../extract/attribution.ts";
import type { AttributionModel } from "../extract/attribution-model.ts";
import { loadClusters } from "../language/index.ts";
import { type AttributionArticle, readAttributionCorpus } from "./attribution-corpus.ts";
import { toAttributionFile, trainAttribution } from "./attribution-fit.ts";
import { addScore, createScore, f1, ROLES, showScore } from "./attribution-score.ts";
import { createTextParser } from "./parse-text.ts";
import type { Trainer } from "./trainer.ts";

const FOLDS = 3;
const TOLERANCE = 0.005;
const THRESHOLDS = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55];

/** `en-attribution.bin`: who is reported to say what, learnt from PolNeAR on our own trees. */
export const attributionTrainer: Trainer = {
  name: "attribution",
  file: "en-attribution.bin",
  async train({ dataFolder, modelFolder, seed, log }) {
    const parse = await createTextParser(modelFolder);
    const classes = await loadClusters(await readFile(join(modelFolder, "en-clusters.bin")));
    const articles = await readAttributionCorpus(dataFolder, "train", parse, classes);
    log(`${articles.length} articles parsed`);
    const model = trainAttribution(articles, { seed, folds: FOLDS, log });
    const dev = await readAttributionCorpus(dataFolder, "dev", parse, classes);
    const tuned = { ...model, threshold: bestThreshold(dev, model) };
    log(`threshold ${tuned.threshold}; dev: ${showScore(scoreArticles(dev, tuned))}`);
    return toAttributionFile(tuned);
  },
};

export function scoreArticles(
  articles: readonly AttributionArticle[],
  model: AttributionModel,
): ReturnType<typeof createScore> {
  const score = createScore();
  for (const { text, wanted } of articles) addScore(score, text.doc.text, findAttributionsIn(text, model), wanted);
  return score;
}

/**
 * The lowest threshold at which the sum of the exact F1 of the three roles is nearly the largest: the figures hardly
 * differ over a wide range, and what is dropped here no later stage can bring back.
 */
function bestThreshold(articles: readonly AttributionArticle[], model: AttributionModel): number {
  const sums = THRESHOLDS.map((threshold) => {
    const { exact } = scoreArticles(articles, { ...model, threshold });
    return ROLES.reduce((sum, role) => sum + f1(exact[role]), 0);
  });
  return THRESHOLDS[sums.findIndex((sum) => sum > Math.max(...sums) - TOLERANCE)]!;
}
