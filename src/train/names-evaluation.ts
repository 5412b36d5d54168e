import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createNameFinder } from "../language/en/names.ts";
import { loadNames } from "../language/en/names-model.ts";
import { readCorpus } from "./names-corpora.ts";
import { NAMES_DEV } from "./names-plan.ts";
import { describeScore, scoreNames } from "./names-score.ts";
import { createTextReader } from "./names-trainer.ts";

/** Measures the shipped name tagger from raw text on corpora that it was not trained on; logs a line for each. */
export async function evaluateNames(
  dataFolder: string,
  modelFolder: string,
  log: (line: string) => void,
): Promise<void> {
  const reader = await createTextReader(modelFolder);
  const model = await loadNames(await readFile(join(modelFolder, "en-names.bin")));
  const findNames = createNameFinder(model, reader.clusters, reader.gazetteer);
  for (const plan of NAMES_DEV) {
    const documents = await readCorpus(dataFolder, plan, reader);
    const start = performance.now();
    const found = new Map(documents.map((document) => [document, findNames(document.doc)]));
    const seconds = (performance.now() - start) / 1000;
    const tokens = documents.reduce((sum, { doc }) => sum + doc.tokens.length, 0);
    log(`${plan.name}, PER/ORG/LOC: ${describeScore(scoreNames(documents, (d) => found.get(d)!, false))}`);
    if (plan.corpus === "news") {
      log(`${plan.name}, all types: ${describeScore(scoreNames(documents, (d) => found.get(d)!, true))}`);
    }
    log(`${plan.name}: ${Math.round(tokens / seconds)} tokens a second`);
  }
}
