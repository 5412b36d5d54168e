import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ACTOR_LEXICON_PATHS, type ActorLexicon, loadActorLexicon } from "../extract/actor-lexicon.ts";
import { linkNames } from "../extract/clusters-names.ts";
import { COREF_MODEL_KIND, type CorefModel, createModelChooser } from "../extract/coref-model.ts";
import { resolveMentions } from "../extract/coref-resolver.ts";
import { findMentions } from "../extract/mentions.ts";
import { treeOf } from "../language/index.ts";
import { trainCoref } from "./coref.ts";
import { type CorefDocument, readCorefCorpus } from "./coref-corpus.ts";
import { type CorefCounts, countCoref, createCorefCounts, showCorefCounts } from "./coref-score.ts";
import { quantise, writeLinearModels } from "./linear-file.ts";
import type { Trainer } from "./trainer.ts";

/** GUM documents that are also measured as whole articles; they stay out of the training data. */
const MEASURED = new Set(
  "afghan election flag hackers ie9 korea questionnaire taxes".split(" ").map((name) => `GUM_news_${name}`),
);
for (const name of ["peres", "chomsky"]) MEASURED.add(`GUM_interview_${name}`);

/** `en-coref.bin`: which mention a pronoun or a definite noun phrase points to, learnt from the open genres of GUM. */
export const corefTrainer: Trainer = {
  name: "coref",
  file: "en-coref.bin",
  async train({ dataFolder, seed, log }) {
    const lexicon = await readActorLexicon("data");
    const documents = await readCorefCorpus(dataFolder, "train");
    const usable = documents.filter(({ doc, nc }) => !nc && !MEASURED.has(doc.id));
    const model = trainCoref(usable, lexicon, { seed });
    const quantised = { pronoun: quantise(model.pronoun), nominal: quantise(model.nominal) };
    const dev = await readCorefCorpus(dataFolder, "dev");
    log(
      `${usable.length} documents; GUM dev on gold trees and names: ${showCorefCounts(scoreCoref(dev, lexicon, quantised))}`,
    );
    return writeLinearModels(COREF_MODEL_KIND, { ...quantised });
  },
};

/** Reads the tables behind mentions and clusters from a checkout's `data/`. */
export async function readActorLexicon(folder: string): Promise<ActorLexicon> {
  const read = async (path: string): Promise<Uint8Array> => readFile(join(folder, path));
  const { roles, firstNames, nameGenders, countries, gazetteer } = ACTOR_LEXICON_PATHS;
  return loadActorLexicon({
    roles: await read(roles),
    firstNames: await read(firstNames),
    nameGenders: await read(nameGenders),
    countries: await read(countries),
    gazetteer: await read(gazetteer),
  });
}

/** Scores the rankers on documents with gold trees and names. */
export function scoreCoref(documents: readonly CorefDocument[], lexicon: ActorLexicon, model: CorefModel): CorefCounts {
  const counts = createCorefCounts();
  for (const document of documents) {
    const tree = treeOf(document.doc);
    const mentions = findMentions(document.doc, lexicon);
    const groups = linkNames(tree, mentions, lexicon);
    const { entities, entityOf } = resolveMentions(tree, mentions, groups, lexicon, createModelChooser(model));
    const found = mentions.map(({ head, kind }, m) => {
      const cluster = entityOf[m]!;
      return { head, kind, cluster, named: entities[cluster]!.named };
    });
    countCoref(document, found, counts);
  }
  return counts;
}
