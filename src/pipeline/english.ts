import type { AnyComponent, AssetLoader } from "../core/index.ts";
import {
  ACTOR_LEXICON_PATHS,
  createClusters,
  createMentions,
  createRelationFinder,
  createStanceFinder,
  loadActorLexicon,
  loadCorefModel,
  parseHedges,
  parseRelationLexicon,
  parseStanceLexicon,
} from "../extract/index.ts";
import {
  createEnglishBlocker,
  createEnglishLemmatizer,
  createEnglishNames,
  createEnglishParser,
  createEnglishTagger,
  createEnglishTokenizer,
  loadClusters,
  loadCountries,
  loadGazetteer,
  loadLemmatizer,
  loadNames,
  loadParser,
  loadTagger,
  loadTokenizer,
} from "../language/index.ts";

/** The English components that the library ships, in order, with their models and lexicons loaded. */
export async function createEnglishComponents(load: AssetLoader): Promise<AnyComponent[]> {
  const text = async (path: string) => new TextDecoder().decode(await load(path));
  const [clusters, tokenizer, tagger, lemmatizer, parser, names, coref] = await Promise.all([
    load("models/en-clusters.bin").then(loadClusters),
    load("models/en-tokenizer.bin").then(loadTokenizer),
    load("models/en-tagger.bin").then(loadTagger),
    load("models/en-lemmatizer.bin").then(loadLemmatizer),
    load("models/en-parser.bin").then(loadParser),
    load("models/en-names.bin").then(loadNames),
    load("models/en-coref.bin").then(loadCorefModel),
  ]);
  const [roles, firstNames, countryTable, cities, gazetteerLists] = await Promise.all([
    load(ACTOR_LEXICON_PATHS.roles),
    load("lexicon/first-names.tsv"),
    load("lexicon/countries.json"),
    load("lexicon/cities.tsv"),
    load("lexicon/gazetteer.json"),
  ]);
  const countries = loadCountries(countryTable);
  const gazetteer = loadGazetteer(firstNames, cities, gazetteerLists, countries);
  const actors = loadActorLexicon({
    roles,
    firstNames,
    countries: countryTable,
    gazetteer: gazetteerLists,
    parties: await load(ACTOR_LEXICON_PATHS.parties),
  });
  const hedges = parseHedges(await text("lexicon/hedges.tsv"));
  return [
    createEnglishBlocker(),
    createEnglishTokenizer(tokenizer),
    createEnglishTagger(tagger, clusters),
    createEnglishLemmatizer(lemmatizer),
    createEnglishParser(parser, clusters),
    createEnglishNames(names, clusters, gazetteer),
    createMentions(actors),
    createClusters({ lexicon: actors, model: coref }),
    createStanceFinder({ lexicon: parseStanceLexicon(await text("lexicon/stance.tsv")), hedges }),
    createRelationFinder({
      lexicon: parseRelationLexicon(await text("lexicon/relations.tsv")),
      roles: actors.roles,
      titles: actors.titles,
      countries,
      hedges,
    }),
  ];
}
