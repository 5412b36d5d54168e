import { findHeading } from "./heading.ts";
import type { Reader } from "./reader.ts";

/** Plain text is a document as it is; headline, byline and date are found in its first lines and stay there. */
export const readText: Reader = (text, { id }) => [{ id, text, ...findHeading(text) }];
