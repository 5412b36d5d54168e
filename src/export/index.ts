export { documentName, toCitation } from "./citation.ts";
export { type CsvTables, toCsv } from "./csv.ts";
export { dateInWords, dateRange, periodInWords } from "./dates.ts";
export { findCurvatures } from "./drawing/curvatures.ts";
export { type Curve, controlPoint, type Point, pointAt } from "./drawing/curve.ts";
export { type LabelRequest, type PlacedLabel, placeLabels, type Side } from "./drawing/labels.ts";
export { SIGN_PATHS, TYPE_MARKS } from "./drawing/marks.ts";
export { toGexf } from "./gexf.ts";
export { toGraphml } from "./graphml.ts";
export { toJson } from "./json.ts";
export {
  confidenceWord,
  entityTypeName,
  entityTypePlural,
  listInWords,
  POLARITY_WORDS,
  plural,
  predicateNoun,
  reasonInWords,
  SOURCE_KIND_WORDS,
  verbOf,
} from "./words.ts";
