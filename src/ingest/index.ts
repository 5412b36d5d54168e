export { parseDate } from "./date.ts";
export { DEFAULT_MAX_LENGTH } from "./document.ts";
export { findHeading, type Heading } from "./heading.ts";
export { createIdRegistry } from "./ids.ts";
export {
  formatOf,
  guessFormat,
  INPUT_EXTENSIONS,
  INPUT_FORMATS,
  type InputFormat,
  type ReadOptions,
  readDocumentLine,
  readDocuments,
  type Source,
} from "./read.ts";
