import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadClusters } from "../language/en/clusters.ts";
import { loadCountries } from "../language/en/countries.ts";
import { loadGazetteer } from "../language/en/gazetteer.ts";
import { createNamesReader } from "../language/en/names.ts";
import { viewNames } from "../language/en/names-features.ts";
import { createFormFacts } from "../language/en/names-forms.ts";
import { toNamesModel } from "../language/en/names-model.ts";
import { createEnglishTagger, loadTagger } from "../language/en/tagger.ts";
import { createEnglishTokenizer, loadTokenizer } from "../language/en/tokenizer.ts";
import { allowedLabels, type NamesDocument, readCorpus, type TextReader } from "./names-corpora.ts";
import { type CrfDocument, DEFAULT_CRF_OPTIONS, setMemory, toCrfDocument, toModelFile, trainCrf } from "./names-crf.ts";
import { lexiconFolderOf } from "./names-lexicon.ts";
import { NAMES_CORPORA } from "./names-plan.ts";
import type { Trainer } from "./trainer.ts";

const FOLDS = 3;
const FOLD_EPOCHS = 4;
const PRUNE = 0.1;

/** Learns the name tagger; runs after the clusters, the tokenizer and the tagger, whose files it reads. */
export const namesTrainer: Trainer = {
  name: "names",
  file: "en-names.bin",
  train: async ({ dataFolder, modelFolder, seed, log }) => {
    const reader = await createTextReader(modelFolder);
    const documents: NamesDocument[] = [];
    for (const plan of NAMES_CORPORA) documents.push(...(await readCorpus(dataFolder, plan, reader)));
    const facts = createFormFacts(reader.clusters, reader.gazetteer);
    const examples = documents.map((document) =>
      toCrfDocument(
        viewNames(document.doc, facts, reader.gazetteer),
        document.domain,
        document.weight,
        allowedLabels(document),
      ),
    );
    log(`${documents.length} documents, ${documents.reduce((sum, { doc }) => sum + doc.tokens.length, 0)} tokens`);
    const options = { ...DEFAULT_CRF_OPTIONS, seed };
    rememberFirstReadings(examples, FOLDS, (others) => trainCrf(others, { ...options, epochs: FOLD_EPOCHS }), log);
    return toModelFile(trainCrf(examples, options, log), PRUNE);
  },
};

/** What a first reading makes of each document by a model that has not seen it. */
function rememberFirstReadings(
  examples: readonly CrfDocument[],
  folds: number,
  train: (others: CrfDocument[]) => ReturnType<typeof trainCrf>,
  log: (line: string) => void,
): void {
  for (let fold = 0; fold < folds; fold++) {
    const weights = train(examples.filter((_, i) => i % folds !== fold));
    const reader = createNamesReader(toNamesModel(toModelFile(weights, PRUNE / 4)));
    for (let i = fold; i < examples.length; i += folds) {
      const example = examples[i]!;
      setMemory(example, reader.marginals(example.view, reader.sum(example.view, example.domain)));
    }
    log(`first readings ${fold + 1} of ${folds}`);
  }
}

/** What reads raw text with the models and lexicons that are shipped. */
export async function createTextReader(
  modelFolder: string,
): Promise<TextReader & { clusters: Awaited<ReturnType<typeof loadClusters>> }> {
  const lexiconFolder = lexiconFolderOf(modelFolder);
  const clusters = await loadClusters(await readFile(join(modelFolder, "en-clusters.bin")));
  return {
    clusters,
    tokenizer: createEnglishTokenizer(await loadTokenizer(await readFile(join(modelFolder, "en-tokenizer.bin")))),
    tagger: createEnglishTagger(await loadTagger(await readFile(join(modelFolder, "en-tagger.bin"))), clusters),
    gazetteer: loadGazetteer(
      await readFile(join(lexiconFolder, "first-names.tsv")),
      await readFile(join(lexiconFolder, "cities.tsv")),
      await readFile(join(lexiconFolder, "gazetteer.json")),
      loadCountries(await readFile(join(lexiconFolder, "countries.json"))),
    ),
  };
}
