import type { AnyComponent, AssetLoader } from "../core/index.ts";
import {
  ACTOR_LEXICON_PATHS,
  type ActorLexicon,
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
  loadVerdictModel,
  loadWordVectors,
  parseConceptLexicon,
  parseHedges,
  parsePolarity,
  parseRelationLexicon,
  parseStanceLexicon,
  type SentenceStanceOptions,
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

/** What several components read. */
type Lexicons = SentimentLexicons & { readonly clusters: Clusters };

/** The English components that the library ships, in order, with their models and lexicons loaded. */
export async function createEnglishComponents(load: AssetLoader): Promise<AnyComponent[]> {
  const text = async (path: string) => new TextDecoder().decode(await load(path));
  const lexicons = await loadLexicons(load);
  const { hedges, stance } = lexicons;
  const actors = loadActorLexicon(await loadAll(load, ACTOR_LEXICON_PATHS));
  const [reading, judges, verdicts] = await Promise.all([
    createReading(load, lexicons, actors),
    loadJudges(load, lexicons),
    load("models/en-verdict.bin").then(loadVerdictModel),
  ]);
  const shared = { lexicon: stance, hedges, countries: actors.countries };
  return [
    ...reading,
    createStanceFinder({ ...stanceOptions(lexicons, actors, judges), verdicts }),
    createConceptFinder({ ...shared, concepts: parseConceptLexicon(await text("lexicon/concepts.tsv")) }),
    createVoiceFinder(shared),
  ];
}

/** The first of them alone, from text to relations: what verdicts are learnt from, with {@link loadEnglishStanceOptions}. */
export async function createEnglishReading(load: AssetLoader): Promise<AnyComponent[]> {
  const actors = loadActorLexicon(await loadAll(load, ACTOR_LEXICON_PATHS));
  return createReading(load, await loadLexicons(load), actors);
}

async function createReading(load: AssetLoader, lexicons: Lexicons, actors: ActorLexicon): Promise<AnyComponent[]> {
  const { clusters, hedges } = lexicons;
  const { firstNames, gazetteer } = await loadAll(load, ACTOR_LEXICON_PATHS);
  const [parsing, names, coref, attribution, cities, relations] = await Promise.all([
    createParsing(load, clusters),
    load("models/en-names.bin").then(loadNames),
    load("models/en-coref.bin").then(loadCorefModel),
    load("models/en-attribution.bin").then(loadAttributionModel),
    load("lexicon/cities.tsv"),
    load("lexicon/relations.tsv"),
  ]);
  return [
    ...parsing,
    createEnglishNames(names, clusters, loadGazetteer(firstNames, cities, gazetteer, actors.countries)),
    createMentions(actors),
    createClusters({ lexicon: actors, model: coref }),
    createAttributor(attribution, clusters),
    createRelationFinder({
      lexicon: parseRelationLexicon(new TextDecoder().decode(relations)),
      roles: actors.roles,
      titles: actors.titles,
      organizationHeads: actors.organizationHeads,
      mediaHeads: actors.mediaHeads,
      countries: actors.countries,
      hedges,
    }),
  ];
}

/** Fewer still, from text to trees: what training builds on. They need no other model. */
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

/** What the finder of stances is made with, for those who learn from the signs that it gathers. */
export async function loadEnglishStanceOptions(load: AssetLoader): Promise<SentenceStanceOptions> {
  const lexicons = await loadLexicons(load);
  const actors = loadActorLexicon(await loadAll(load, ACTOR_LEXICON_PATHS));
  return stanceOptions(lexicons, actors, await loadJudges(load, lexicons));
}

function stanceOptions(lexicons: SentimentLexicons, actors: ActorLexicon, judges: StanceJudges): SentenceStanceOptions {
  const { stance, hedges, polarity } = lexicons;
  return { lexicon: stance, hedges, countries: actors.countries, polarity, learned: judges };
}

/** The trained judges of pairs and single mentions, with what they read. */
export async function loadEnglishJudges(load: AssetLoader): Promise<StanceJudges> {
  return loadJudges(load, await loadLexicons(load));
}

async function loadJudges(load: AssetLoader, lexicons: Lexicons): Promise<StanceJudges> {
  const [vectors, model] = await Promise.all([
    load("models/en-vectors.bin").then((bytes) => loadWordVectors(bytes, lexicons.clusters)),
    load("models/en-stance.bin").then(loadStanceModel),
  ]);
  return createStanceJudges({ model, vectors, lexicons });
}

/** The tables that composition and the judges share. */
async function loadLexicons(load: AssetLoader): Promise<Lexicons> {
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
