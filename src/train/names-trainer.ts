import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadClusters } from "../language/en/clusters.ts";
import { loadCountries } from "../language/en/countries.ts";
import { loadGazetteer } from "../language/en/gazetteer.ts";
import { createNameFinder, createNamesReader, type NamesReader } from "../language/en/names.ts";
import { viewNames } from "../language/en/names-features.ts";
import { createFormFacts } from "../language/en/names-forms.ts";
import { type NamesModel, toNamesModel } from "../language/en/names-model.ts";
import { createEnglishTagger, loadTagger } from "../language/en/tagger.ts";
import { createEnglishTokenizer, loadTokenizer } from "../language/en/tokenizer.ts";
import type { ModelFile } from "../language/model-file.ts";
import { allowedLabels, type CorpusPlan, type NamesDocument, readCorpus, type TextReader } from "./names-corpora.ts";
import { type CrfDocument, DEFAULT_CRF_OPTIONS, setMemory, toCrfDocument, toModelFile, trainCrf } from "./names-crf.ts";
import { lexiconFolderOf } from "./names-lexicon.ts";
import { NAMES_CORPORA, NAMES_DEV, SILVER } from "./names-plan.ts";
import { agreedLabels, readSilver } from "./names-silver.ts";
import type { Trainer, TrainingContext } from "./trainer.ts";

const FOLDS = 2;
const FOLD_EPOCHS = 4;
const EPOCHS = 7;
/** Features whose weights all stay below this are left out of the file. */
const PRUNE = 0.1;

/** Learns the name tagger; runs after the clusters, the tokenizer and the tagger, whose files it reads. */
export const namesTrainer: Trainer = {
  name: "names",
  file: "en-names.bin",
  train: (context) => trainNames(NAMES_CORPORA, context),
};

/** Learns a name tagger from the given corpora and the silver names. */
export async function trainNames(
  corpora: readonly CorpusPlan[],
  { dataFolder, modelFolder, seed, log }: Omit<TrainingContext, "vectorFile">,
): Promise<ModelFile> {
  const reader = await createTextReader(modelFolder);
  const facts = createFormFacts(reader.clusters, reader.gazetteer);
  const toExample = (document: NamesDocument, allowed: readonly (Uint8Array | undefined)[]): CrfDocument =>
    toCrfDocument(viewNames(document.doc, facts, reader.gazetteer), document.domain, document.weight, allowed);
  const documents: NamesDocument[] = [];
  for (const plan of corpora) documents.push(...(await readCorpus(dataFolder, plan, reader)));
  const examples = documents.map((document) => toExample(document, allowedLabels(document)));
  log(`${documents.length} documents, ${documents.reduce((sum, { doc }) => sum + doc.tokens.length, 0)} tokens`);

  const options = { ...DEFAULT_CRF_OPTIONS, epochs: FOLD_EPOCHS, seed };
  // What a first reading makes of each document by a model that has not seen it.
  let teacher: NamesModel | undefined;
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = trainCrf(
      examples.filter((_, i) => i % FOLDS !== fold),
      options,
    );
    const model = toNamesModel(toModelFile(weights, PRUNE / 5));
    for (let i = fold; i < examples.length; i += FOLDS) readFirst(examples[i]!, createNamesReader(model));
    teacher ??= model;
    log(`first readings ${fold + 1} of ${FOLDS}`);
  }

  const findNames = createNameFinder(teacher!, reader.clusters, reader.gazetteer);
  const byHand = [...NAMES_CORPORA, ...NAMES_DEV];
  for (const silver of await readSilver(dataFolder, byHand, SILVER.step, SILVER.weight, reader)) {
    const example = toExample(silver.document, agreedLabels(silver, findNames(silver.document.doc)));
    readFirst(example, createNamesReader(teacher!));
    examples.push(example);
  }
  return toModelFile(trainCrf(examples, { ...options, epochs: EPOCHS }, log), PRUNE);
}

function readFirst(example: CrfDocument, reader: NamesReader): void {
  setMemory(example, reader.marginals(example.view, reader.sum(example.view, example.domain)));
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
