export { type LabelRequest, type PlacedLabel, placeLabels, type Side } from "../../export/index.ts";
