import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Cluster } from "../core/index.ts";
import { loadCorefModel } from "../extract/coref-model.ts";
import { conllF1 } from "./coref-conll.ts";
import { type CorefDocument, readCorefCorpus } from "./coref-corpus.ts";
import { type CorefCounts, countCoref, createCorefCounts, leaF1, showCorefCounts } from "./coref-score.ts";
import { readActorLexicon, scoreCoref } from "./coref-trainer.ts";
import { createErrorCounts, type ErrorCounts, showInContext } from "./error-counts.ts";
import type { Evaluator, Measurement } from "./evaluator.ts";
import { createModelPipeline } from "./model-pipeline.ts";

/** Measures coreference on GUM dev: the rankers on gold trees and names, and the whole chain from raw text. */
export const corefEvaluator: Evaluator = {
  name: "coref",
  async evaluate({ dataFolder, modelFolder, errors, log }) {
    const kinds = createErrorCounts();
    const documents = await readCorefCorpus(dataFolder, "dev");
    const model = await loadCorefModel(await readFile(join(modelFolder, "en-coref.bin")));
    const onGold = scoreCoref(documents, await readActorLexicon(join(modelFolder, "..")), model);
    const fromText = await scoreFromText(documents, modelFolder, kinds);
    for (const line of kinds.top(errors)) log(line);
    log(`gold trees and names: ${showCorefCounts(onGold)}`);
    log(`raw text: ${showCorefCounts(fromText)}`);
    return [...toMeasurements(onGold, "gold trees and names"), ...toMeasurements(fromText, "raw text")];
  },
};

function toMeasurements(counts: CorefCounts, what: string): Measurement[] {
  const tell = (measure: string, value: number): Measurement => ({
    layer: "clusters",
    corpus: "GUM dev",
    measure: `${measure}, ${what}`,
    value: 100 * value,
  });
  return [
    tell("pronouns to the right name", counts.pronounsRight / Math.max(1, counts.pronouns)),
    tell("pronoun antecedents", counts.antecedentsRight / Math.max(1, counts.pronouns)),
    tell("CoNLL F1 of chains with a name", conllF1(counts.conll)),
    tell("LEA F1 of chains with a name", leaF1(counts)),
  ];
}

/** Runs the shipped components from text to clusters and lays the gold chains over them by offset. */
async function scoreFromText(
  documents: readonly CorefDocument[],
  modelFolder: string,
  kinds: ErrorCounts,
): Promise<CorefCounts> {
  const pipeline = await createModelPipeline(modelFolder, "clusters");
  const counts = createCorefCounts();
  for (const document of documents) {
    const { id, text, tokens } = document.doc;
    const doc = await pipeline.run({ id, text });
    const at = new Map(doc.tokens.map((token, t) => [token.start, t]));
    const chainOf = new Map<number, string>();
    for (const [head, chain] of document.chainOf) {
      // A head that the tokenizer cut otherwise is kept under a number of its own: it counts as missed.
      chainOf.set(at.get(tokens[head]!.start) ?? -1 - head, chain);
    }
    const clusterOf = new Map<number, Cluster>();
    for (const cluster of doc.clusters) for (const m of cluster.mentions) clusterOf.set(m, cluster);
    const numbers = new Map(doc.clusters.map((cluster, c) => [cluster, c]));
    const found = doc.mentions.map(({ head, kind }, m) => {
      const cluster = clusterOf.get(m)!;
      return { head, kind, cluster: numbers.get(cluster)!, named: cluster.named };
    });
    countCoref({ ...document, doc, chainOf }, found, counts, (kind, head) =>
      kinds.add(kind, showInContext(text, doc.tokens[head]!, 60)),
    );
  }
  return counts;
}
