import { join } from "node:path";
import { writeCountryTable } from "./names-countries.ts";
import { writeGazetteer } from "./names-gazetteer.ts";
import type { Trainer } from "./trainer.ts";

/** Where the word lists lie, given the folder of the models. */
export const lexiconFolderOf = (modelFolder: string): string => join(modelFolder, "..", "lexicon");

/** Makes the country table, the first names and the cities from npm packages; no model comes of it. */
export const lexiconTrainer: Trainer = {
  name: "lexicon",
  file: "../lexicon",
  train: async ({ modelFolder, log }) => {
    const folder = lexiconFolderOf(modelFolder);
    await writeCountryTable(join(folder, "countries.json"));
    await writeGazetteer(folder, join(modelFolder, "en-clusters.bin"));
    log("countries.json, first-names.tsv, cities.tsv");
    return undefined;
  },
};
