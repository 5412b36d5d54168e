export { readGraphFile, verifyGraph } from "./graph-files.ts";
export { findInputs, type InputFile, type InputProblem } from "./inputs.ts";
export { readPageTemplate } from "./page-template.ts";
export { type InputItem, type Inputs, type ReadInputsOptions, readInputs } from "./read-inputs.ts";
export { type ServeOptions, serveViewer, type ViewerServer } from "./server.ts";
export { writeText } from "./write.ts";
