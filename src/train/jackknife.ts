import type { Clusters } from "../language/en/clusters.ts";
import { createTagLabels } from "../language/en/tag-labels.ts";
import { createSentenceTagger } from "../language/en/tagger.ts";
import type { TreebankDocument } from "./conllu.ts";
import type { ParserExample } from "./parser.ts";
import { type TaggerOptions, trainTagger } from "./tagger.ts";

/**
 * Tags every document with a tagger that was trained on the others, a fold at a time: what learns from these tags
 * sees the mistakes that it will meet.
 */
export function jackknifeTags(
  documents: readonly TreebankDocument[],
  clusters: Clusters,
  tagNames: readonly string[],
  folds: number,
  options: TaggerOptions,
  log: (line: string) => void,
): ParserExample[] {
  const labels = createTagLabels(tagNames);
  const examples: ParserExample[][] = documents.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const others = documents.filter((_, i) => i % folds !== fold).flatMap((document) => document.sentences);
    const { model } = trainTagger(others, clusters, options, () => {});
    const tag = createSentenceTagger(model, clusters);
    let right = 0;
    let total = 0;
    documents.forEach((document, i) => {
      if (i % folds !== fold) return;
      examples[i] = document.sentences.map((sentence) => {
        const tags = tag(sentence.forms).map((label) => labels.names.indexOf(model.labels.names[label]!));
        tags.forEach((label, w) => {
          total++;
          if (label === labels.indexOf(sentence.pos[w]!, sentence.xpos[w]!)) right++;
        });
        return { sentence, tags };
      });
    });
    log(`fold ${fold + 1} of ${folds}: ${((100 * right) / total).toFixed(2)} % of the tags right`);
  }
  return examples.flat();
}
