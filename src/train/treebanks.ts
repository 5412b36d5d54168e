import { join } from "node:path";
import { readTreebank, type TreebankDocument } from "./conllu.ts";

/** What the shipped models learn from: English Web Treebank and the genres of GUM with open licences. */
export async function readTrainingTreebanks(dataFolder: string): Promise<TreebankDocument[]> {
  return [
    ...(await readTreebank(join(dataFolder, "treebanks/ewt-train.conllu.gz"))),
    ...(await readTreebank(join(dataFolder, "treebanks/gum-open-train.conllu.gz"))),
  ];
}

/** What they are measured on; GUM with all its genres. */
export async function readDevelopmentTreebanks(dataFolder: string): Promise<Record<"EWT" | "GUM", TreebankDocument[]>> {
  return {
    EWT: await readTreebank(join(dataFolder, "treebanks/ewt-dev.conllu")),
    GUM: await readTreebank(join(dataFolder, "treebanks/gum-dev.conllu")),
  };
}
