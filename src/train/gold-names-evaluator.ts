import type { Name } from "../core/index.ts";
import { createErrorCounts, showInContext } from "./error-counts.ts";
import type { Evaluator } from "./evaluator.ts";
import { readGoldArticles } from "./gold-graphs.ts";
import { findGoldNames, isOccurrence } from "./gold-names.ts";
import { createModelPipeline } from "./model-pipeline.ts";
import { f1, type NamesCount } from "./names-score.ts";

/**
 * Names of gold articles by mention: wherever the text has a name or alias of a gold entity, a name of just that span
 * and type is asked for. Gold graphs list adjectives only where they stand for an actor, so other adjectives that were
 * found are not held against the tagger.
 */
export const goldNamesEvaluator: Evaluator = {
  name: "gold-names",
  needsGold: true,
  async evaluate({ goldFolder, textFolders, modelFolder, shownArticles, errors, log }) {
    const pipeline = await createModelPipeline(modelFolder, "names");
    const count: NamesCount = { right: 0, predicted: 0, gold: 0 };
    const kinds = createErrorCounts();
    for (const { gold, document } of await readGoldArticles(goldFolder!, textFolders)) {
      const { names, text } = await pipeline.run(document);
      const wanted = findGoldNames(text, gold.entities);
      const isRight = (name: Name): boolean => wanted.some((occurrence) => isOccurrence(name, occurrence));
      const held = names.filter((name) => name.type !== "demonym" || isRight(name));
      count.gold += wanted.length;
      count.predicted += held.length;
      count.right += held.filter(isRight).length;
      if (!shownArticles.has(gold.id)) continue;
      for (const name of held) if (!isRight(name)) kinds.add(`spurious ${name.type}`, showInContext(text, name));
      for (const occurrence of wanted) {
        if (!names.some((name) => isOccurrence(name, occurrence))) {
          kinds.add(`missed ${occurrence.types[0]}`, showInContext(text, occurrence));
        }
      }
    }
    for (const line of kinds.top(errors)) log(line);
    const row = (measure: string, value: number) => ({ layer: "names", corpus: "gold articles", measure, value });
    return [
      row("by mention, all types, F1", f1(count)),
      row(`precision (${count.predicted} found)`, (100 * count.right) / Math.max(1, count.predicted)),
      row(`recall (${count.gold} wanted)`, (100 * count.right) / Math.max(1, count.gold)),
    ];
  },
};
