export { ACTOR_LEXICON_PATHS, type ActorLexicon, loadActorLexicon } from "./actor-lexicon.ts";
export { createAttributor, findAttributions } from "./attribution.ts";
export { type AttributionModel, loadAttributionModel } from "./attribution-model.ts";
export { type ClusterOptions, createClusters, findClusters } from "./clusters.ts";
export { type CorefModel, loadCorefModel } from "./coref-model.ts";
export { type HedgeLexicon, parseHedges } from "./grades.ts";
export { createMentions, findMentions } from "./mentions.ts";
export {
  createPairStance,
  loadPairStance,
  PAIR_CLASSES,
  type PairClass,
  type PairJudgement,
  type PairStance,
  type PairStanceOptions,
} from "./pair-stance.ts";
export { type Judgement, judgeBetween, judgeToward } from "./pair-stance-between.ts";
export type { RelationOptions } from "./relation-context.ts";
export { parseRelationLexicon, type RelationLexicon } from "./relation-lexicon.ts";
export { createRelationFinder, findRelations } from "./relations.ts";
export { loadWordVectors, type WordVectors } from "./sentiment-features-vectors.ts";
export { type PolarityLexicon, parsePolarity, type SentimentLexicons } from "./sentiment-features-words.ts";
export { parseStanceLexicon, type StanceLexicon } from "./stance-lexicon.ts";
export { createStanceFinder, findStances, type StanceOptions } from "./stances.ts";
export {
  createTargetPolarity,
  loadTargetPolarity,
  type TargetJudgement,
  type TargetPolarity,
  type TargetPolarityOptions,
} from "./target-polarity.ts";
