import { createRandom } from "../core/index.ts";
import { createNameFinder } from "../language/en/names.ts";
import { toNamesModel } from "../language/en/names-model.ts";
import { createErrorCounts } from "./error-counts.ts";
import type { Evaluator } from "./evaluator.ts";
import { type CorpusPlan, type NamesDocument, readCorpus } from "./names-corpora.ts";
import { NAMES_CORPORA, NAMES_CROSS_VALIDATED } from "./names-plan.ts";
import { describeScore, f1, type NamesScore, noteErrors, scoreNames } from "./names-score.ts";
import { createTextReader, trainNames } from "./names-trainer.ts";

const FOLDS = 3;

/**
 * Measures names on corpora that the shipped tagger learns from: each third of them is read by a tagger that was
 * trained like the shipped one, but for that third.
 */
export const namesCrossValidation: Evaluator = {
  name: "names-cross-validation",
  trains: true,
  async evaluate({ dataFolder, modelFolder, seed, errors, log }) {
    const reader = await createTextReader(modelFolder);
    const found = new Map<NamesDocument, ReturnType<ReturnType<typeof createNameFinder>>>();
    const measured = new Map<string, NamesDocument[]>();
    for (let fold = 0; fold < FOLDS; fold++) {
      const files = new Set(NAMES_CROSS_VALIDATED.map(({ file }) => file));
      const rest = NAMES_CORPORA.filter(({ file }) => !files.has(file));
      const kept = NAMES_CROSS_VALIDATED.map((plan) => inFolds(plan, seed, (of) => of !== fold));
      const model = toNamesModel(
        await trainNames([...rest, ...kept], {
          dataFolder,
          modelFolder,
          seed,
          log: (line) => log(`${fold + 1} of ${FOLDS}: ${line}`),
        }),
      );
      const findNames = createNameFinder(model, reader.clusters, reader.gazetteer);
      for (const plan of NAMES_CROSS_VALIDATED) {
        const documents = await readCorpus(
          dataFolder,
          inFolds(plan, seed, (of) => of === fold),
          reader,
        );
        for (const document of documents) found.set(document, findNames(document.doc));
        measured.set(plan.name, [...(measured.get(plan.name) ?? []), ...documents]);
      }
    }
    const predict = (document: NamesDocument) => found.get(document)!;
    return [...measured].map(([corpus, documents]) => {
      const score: NamesScore = scoreNames(documents, predict, false);
      log(`${corpus}: ${describeScore(score)}`);
      const counts = createErrorCounts();
      noteErrors(documents, predict, counts);
      for (const line of counts.top(errors)) log(`${corpus}: ${line}`);
      return { layer: "names", corpus, measure: `PER/ORG/LOC F1, ${FOLDS} folds`, value: f1(score.all) };
    });
  },
};

/** The plan with only the documents of some folds; the seed draws each document's fold. */
function inFolds(plan: CorpusPlan, seed: number, isWanted: (fold: number) => boolean): CorpusPlan {
  const foldOf = (index: number): number => Math.floor(createRandom(seed * 65_537 + index)() * FOLDS);
  return { ...plan, keep: (_, index) => isWanted(foldOf(index)) };
}
