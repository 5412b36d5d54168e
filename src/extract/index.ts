export { ACTOR_LEXICON_PATHS, type ActorLexicon, loadActorLexicon } from "./actor-lexicon.ts";
export { type ClusterOptions, createClusters, findClusters } from "./clusters.ts";
export { type CorefModel, loadCorefModel } from "./coref-model.ts";
export { createMentions, findMentions } from "./mentions.ts";
