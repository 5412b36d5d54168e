import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createNameFinder } from "../language/en/names.ts";
import { loadNames } from "../language/en/names-model.ts";
import { createErrorCounts } from "./error-counts.ts";
import type { Evaluator, Measurement } from "./evaluator.ts";
import { readCorpus } from "./names-corpora.ts";
import { NAMES_DEV } from "./names-plan.ts";
import { describeScore, f1, noteErrors, scoreNames } from "./names-score.ts";
import { createTextReader } from "./names-trainer.ts";

/** Measures the shipped name tagger from raw text on what it was not trained on. */
export const namesEvaluator: Evaluator = {
  name: "names",
  evaluate: async ({ dataFolder, modelFolder, errors, log }) => {
    const reader = await createTextReader(modelFolder);
    const model = await loadNames(await readFile(join(modelFolder, "en-names.bin")));
    const findNames = createNameFinder(model, reader.clusters, reader.gazetteer);
    const measurements: Measurement[] = [];
    const tell = (corpus: string, measure: string, value: number): void =>
      void measurements.push({ layer: "names", corpus, measure, value });
    for (const plan of NAMES_DEV) {
      const documents = await readCorpus(dataFolder, plan, reader);
      const found = new Map(documents.map((document) => [document, findNames(document.doc)]));
      const coarse = scoreNames(documents, (document) => found.get(document)!, false);
      tell(plan.name, "PER/ORG/LOC F1", f1(coarse.all));
      log(`${plan.name}: ${describeScore(coarse)}`);
      if (plan.corpus === "news") {
        const fine = scoreNames(documents, (document) => found.get(document)!, true);
        tell(plan.name, "all types F1", f1(fine.all));
        log(`${plan.name}: ${describeScore(fine)}`);
      }
      const counts = createErrorCounts();
      noteErrors(documents, (document) => found.get(document)!, counts);
      for (const line of counts.top(errors)) log(`${plan.name}: ${line}`);
    }
    return measurements;
  },
};
