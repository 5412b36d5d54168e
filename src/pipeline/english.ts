import type { AnyComponent, AssetLoader } from "../core/index.ts";
import {
  ACTOR_LEXICON_PATHS,
  createAttributor,
  createClusters,
  createConceptFinder,
  createMentions,
  createRelationFinder,
  createStanceFinder,
  createStanceJudges,
  createVoiceFinder,
  loadActorLexicon,
  loadAttributionModel,
  loadCorefModel,
  loadStanceModel,
  loadWordVectors,
  parseConceptLexicon,
  parseHedges,
  parsePolarity,
  parseRelationLexicon,
  parseStanceLexicon,
  type SentimentLexicons,
  type StanceJudges,
} from "../extract/index.ts";
import {
  type Clusters,
  createEnglishBlocker,
  createEnglishLemmatizer,
  createEnglishNames,
  createEnglishParser,
  createEnglishTagger,
  createEnglishTokenizer,
  createTitleTest,
  loadClusters,
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
  const lexicons = await loadLexicons(load);
  const { clusters, hedges } = lexicons;
  const [parsing, names, coref, attribution, judges] = await Promise.all([
    createParsing(load, clusters),
    load("models/en-names.bin").then(loadNames),
    load("models/en-coref.bin").then(loadCorefModel),
    load("models/en-attribution.bin").then(loadAttributionModel),
    loadJudges(load, lexicons),
  ]);
  const tables = await loadAll(load, ACTOR_LEXICON_PATHS);
  const actors = loadActorLexicon(tables);
  const gazetteer = loadGazetteer(
    tables.firstNames,
    await load("lexicon/cities.tsv"),
    tables.gazetteer,
    actors.countries,
  );
  return [
    ...parsing,
    createEnglishNames(names, clusters, gazetteer),
    createMentions(actors),
    createClusters({ lexicon: actors, model: coref }),
    createAttributor(attribution, clusters),
    createRelationFinder({
      lexicon: parseRelationLexicon(await text("lexicon/relations.tsv")),
      roles: actors.roles,
      titles: actors.titles,
      organizationHeads: actors.organizationHeads,
      mediaHeads: actors.mediaHeads,
      countries: actors.countries,
      hedges,
    }),
    createStanceFinder({
      lexicon: lexicons.stance,
      hedges,
      countries: actors.countries,
      polarity: lexicons.polarity,
      learned: judges,
    }),
    createConceptFinder({
      lexicon: lexicons.stance,
      hedges,
      countries: actors.countries,
      concepts: parseConceptLexicon(await text("lexicon/concepts.tsv")),
    }),
    createVoiceFinder({ lexicon: lexicons.stance, hedges, countries: actors.countries }),
  ];
}

/** The first of them alone, from text to trees: what training builds on. They need no other model. */
export async function createEnglishParsing(load: AssetLoader): Promise<AnyComponent[]> {
  return createParsing(load, await load("models/en-clusters.bin").then(loadClusters));
}

async function createParsing(load: AssetLoader, clusters: Clusters): Promise<AnyComponent[]> {
  const [tokenizer, tagger, lemmatizer, parser] = await Promise.all([
    load("models/en-tokenizer.bin").then(loadTokenizer),
    load("models/en-tagger.bin").then(loadTagger),
    load("models/en-lemmatizer.bin").then(loadLemmatizer),
    load("models/en-parser.bin").then(loadParser),
  ]);
  const isTitle = createTitleTest(await load("lexicon/gazetteer.json"));
  return [
    createEnglishBlocker(),
    createEnglishTokenizer(tokenizer),
    createEnglishTagger(tagger, clusters),
    createEnglishLemmatizer(lemmatizer, clusters),
    createEnglishParser(parser, clusters, isTitle),
  ];
}

/** The trained judges of pairs and single mentions, with what they read. */
export async function loadEnglishJudges(load: AssetLoader): Promise<StanceJudges> {
  return loadJudges(load, await loadLexicons(load));
}

async function loadJudges(
  load: AssetLoader,
  lexicons: SentimentLexicons & { readonly clusters: Clusters },
): Promise<StanceJudges> {
  const [vectors, model] = await Promise.all([
    load("models/en-vectors.bin").then((bytes) => loadWordVectors(bytes, lexicons.clusters)),
    load("models/en-stance.bin").then(loadStanceModel),
  ]);
  return createStanceJudges({ model, vectors, lexicons });
}

/** The tables that composition and the judges share. */
async function loadLexicons(load: AssetLoader): Promise<SentimentLexicons & { readonly clusters: Clusters }> {
  const text = async (path: string) => new TextDecoder().decode(await load(path));
  const [clusters, stance, hedges, polarity] = await Promise.all([
    load("models/en-clusters.bin").then(loadClusters),
    text("lexicon/stance.tsv").then(parseStanceLexicon),
    text("lexicon/hedges.tsv").then(parseHedges),
    text("lexicon/polarity.tsv").then(parsePolarity),
  ]);
  return { clusters, stance, hedges, polarity };
}

async function loadAll<K extends string>(
  load: AssetLoader,
  paths: Readonly<Record<K, string>>,
): Promise<Record<K, Uint8Array>> {
  const entries = Object.entries<string>(paths).map(async ([key, path]) => [key, await load(path)] as const);
  return Object.fromEntries(await Promise.all(entries)) as Record<K, Uint8Array>;
}
