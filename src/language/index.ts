export { createEnglishBlocker, findBlocks } from "./en/blocks/blocks.ts";
export { type Clusters, loadClusters } from "./en/clusters.ts";
export {
  type Countries,
  type Country,
  type CountryTable,
  createCountries,
  loadCountries,
  type Region,
} from "./en/countries.ts";
export { createGazetteer, createTitleTest, type Gazetteer, loadGazetteer } from "./en/gazetteer.ts";
export { createEnglishLemmatizer, type LemmatizerModel, loadLemmatizer } from "./en/lemmatizer.ts";
export { createEnglishNames } from "./en/names.ts";
export { loadNames, type NamesModel } from "./en/names-model.ts";
export { createEnglishParser, loadParser, type ParserModel } from "./en/parser.ts";
export { createEnglishTagger, loadTagger, type TaggerModel } from "./en/tagger.ts";
export { createEnglishTokenizer, loadTokenizer, type TokenizerModel } from "./en/tokenizer.ts";
export { hashText, mix } from "./hashing.ts";
export { encodeModel, type ModelFile, readModel } from "./model-file.ts";
export { type ParsedDoc, type Tree, treeOf } from "./tree.ts";
