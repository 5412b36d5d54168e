export { buildIdOf } from "./build-id.ts";
export { documentName, toCitation } from "./citation.ts";
export { escapeMarkdown, toCitations } from "./citations.ts";
export { type CsvTables, toCsv } from "./csv.ts";
export { dateInWords, dateRange, periodInWords } from "./dates.ts";
export { toDiffReport } from "./diff-report.ts";
export { mix, type Palette, PRINT_PALETTE } from "./drawing/colors.ts";
export { findCurvatures } from "./drawing/curvatures.ts";
export { type Curve, controlPoint, type Point, pointAt } from "./drawing/curve.ts";
export { type LabelRequest, type PlacedLabel, placeLabels, type Side } from "./drawing/labels.ts";
export { SIGN_PATHS, TYPE_MARKS } from "./drawing/marks.ts";
export { toGexf } from "./gexf.ts";
export { toGraphml } from "./graphml.ts";
export { EMBEDDED_GRAPH_ID, toHtml, unpackGraph } from "./html.ts";
export { toJson } from "./json.ts";
export { selectGraph } from "./select.ts";
export { toStatements } from "./statements.ts";
export { type SvgOptions, toSvg } from "./svg.ts";
export { type Cell, toTable } from "./table.ts";
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
