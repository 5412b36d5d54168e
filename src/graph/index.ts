export { type AssembleInput, type AssembleOptions, assembleGraph, DEFAULT_ASSEMBLE_OPTIONS } from "./assemble.ts";
export { diffGraphs, type EdgeChange, type Flip, type GraphDiff } from "./diff.ts";
export { type LayoutOptions, layoutGraph } from "./layout.ts";
export { mergeGraphs } from "./merge.ts";
export { ENTITY_COLORS, POLARITY_COLORS, RELATION_COLOR } from "./palette.ts";
export { MAX_EDGES, MAX_NODES, parseGraph, serializeGraph } from "./parse.ts";
export * from "./schema.ts";
export { createVerifier, type Verification, type VerificationProblem } from "./verify.ts";
