/**
 * stancegraph: text in, an evidence-backed graph of who stands where out. Everything here runs in Node and in
 * browsers; `stancegraph/node` adds folders and files.
 */
export * from "./analyse/index.ts";
export * from "./core/index.ts";
export {
  buildIdOf,
  type CsvTables,
  type Palette,
  PRINT_PALETTE,
  type SvgOptions,
  selectGraph,
  toCitation,
  toCitations,
  toCsv,
  toDiffReport,
  toGexf,
  toGraphml,
  toHtml,
  toJson,
  toStatements,
  toSvg,
} from "./export/index.ts";
export type { Judgement } from "./extract/index.ts";
export {
  type AssembleOptions,
  createVerifier,
  DEFAULT_ASSEMBLE_OPTIONS,
  diffGraphs,
  type EdgeAttributes,
  type EdgeChainLink,
  type EdgeChange,
  type EdgeEvidence,
  ENTITY_COLORS,
  type Flip,
  type GraphAttributes,
  type GraphDiff,
  type GraphDocument,
  mergeGraphs,
  type NodeAttributes,
  POLARITY_COLORS,
  parseGraph,
  RELATION_COLOR,
  type RelationEdgeAttributes,
  type StanceEdgeAttributes,
  type StanceGraph,
  serializeGraph,
  type Verification,
  type VerificationProblem,
} from "./graph/index.ts";
export {
  createIdRegistry,
  formatOf,
  guessFormat,
  INPUT_EXTENSIONS,
  INPUT_FORMATS,
  type InputFormat,
  type ReadOptions,
  readDocumentLine,
  readDocuments,
  type Source,
} from "./ingest/index.ts";
export {
  ASSET_PATHS,
  type BuildGraphOptions,
  buildGraph,
  createGraphBuilder,
  createPipeline,
  type GraphBuilder,
  loadAsset,
  type Pipeline,
  type PipelineOptions,
  polarityToward,
  stanceBetween,
  VERSION,
} from "./pipeline/index.ts";
