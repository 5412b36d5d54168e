export { ASSET_PATHS, loadAsset } from "./assets.ts";
export {
  type BuildGraphOptions,
  buildGraph,
  createGraphBuilder,
  type GraphBuilder,
} from "./build-graph.ts";
export { polarityToward, stanceBetween } from "./judge.ts";
export { createPipeline, type Pipeline, type PipelineOptions } from "./pipeline.ts";
export { VERSION } from "./version.ts";
