import { join } from "node:path";
import { type AttributionText, viewText, type WordClasses } from "../extract/attribution-text.ts";
import { type AlignedAttribution, alignGold, type GoldAttribution } from "./attribution-gold.ts";
import { readJsonLines } from "./json-lines.ts";
import type { TextParser } from "./parse-text.ts";

interface PolnearRecord {
  readonly id: string;
  readonly text: string;
  readonly title: string;
  readonly attributions: readonly GoldAttribution[];
}

/** An article of PolNeAR, parsed by our own components. */
export interface AttributionArticle {
  readonly text: AttributionText;
  /** As the corpus has them, in characters. */
  readonly wanted: readonly GoldAttribution[];
  /** The same over our tokens. */
  readonly gold: readonly AlignedAttribution[];
}

/** Reads and parses the articles of `attribution/polnear-train.jsonl.gz` or `polnear-dev.jsonl`. */
export async function readAttributionCorpus(
  dataFolder: string,
  part: "train" | "dev",
  parse: TextParser,
  classes: WordClasses,
): Promise<AttributionArticle[]> {
  const file = part === "train" ? "polnear-train.jsonl.gz" : "polnear-dev.jsonl";
  const records = await readJsonLines<PolnearRecord>(join(dataFolder, "attribution", file));
  return records.map(({ id, text, title, attributions }) => {
    const view = viewText(parse({ id, text, title }), classes);
    const gold = attributions.map((one) => alignGold(view, one)).filter((one) => one !== undefined);
    return { text: view, wanted: attributions, gold };
  });
}
