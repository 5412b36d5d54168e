import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Span } from "../core/index.ts";
import { findAttributionsIn } from "../extract/attribution.ts";
import { loadAttributionModel } from "../extract/attribution-model.ts";
import { loadClusters } from "../language/index.ts";
import { type AttributionArticle, readAttributionCorpus } from "./attribution-corpus.ts";
import { addScore, type Counts, createScore, f1, ROLES } from "./attribution-score.ts";
import { createErrorCounts, showInContext } from "./error-counts.ts";
import type { Evaluator, Measurement } from "./evaluator.ts";
import { createTextParser } from "./parse-text.ts";

/** Attribution on whole articles of PolNeAR dev, from raw text, with our own tokens and trees. */
export const attributionEvaluator: Evaluator = {
  name: "attribution",
  evaluate: async ({ dataFolder, modelFolder, errors, log }) => {
    const classes = await loadClusters(await readFile(join(modelFolder, "en-clusters.bin")));
    const model = await loadAttributionModel(await readFile(join(modelFolder, "en-attribution.bin")));
    const articles = await readAttributionCorpus(dataFolder, "dev", await createTextParser(modelFolder), classes);
    const found = articles.map(({ text }) => findAttributionsIn(text, model));
    const score = createScore();
    const counts = createErrorCounts();
    for (const [i, { text, wanted }] of articles.entries()) {
      addScore(score, text.doc.text, found[i]!, wanted);
      addErrors(articles[i]!, found[i]!, counts.add);
    }
    for (const error of counts.top(errors)) log(error);
    const row = (measure: string, value: number): Measurement => ({
      layer: "attribution",
      corpus: "PolNeAR dev",
      measure,
      value,
    });
    const percent = (part: Counts): number => 100 * f1(part);
    return [
      ...ROLES.map((role) => row(`${role}, exact spans, F1`, percent(score.exact[role]))),
      ...ROLES.map((role) => row(`${role}, characters, F1`, percent(score.characters[role]))),
      row("cues found, F1", percent(score.cueOverlap)),
      row("source, cue and content exact, F1", percent(score.whole)),
    ];
  },
};

/** Missed and invented cues by their words. */
function addErrors(
  { text, wanted }: AttributionArticle,
  found: readonly { readonly parent: number; readonly cue: readonly Span[] }[],
  add: (kind: string, example: string) => void,
): void {
  const cues = found.filter(({ parent }) => parent < 0).flatMap(({ cue }) => cue);
  const gold = wanted.flatMap(({ cue }) => cue.map(([start, end]) => ({ start, end })));
  const meets = (a: Span, list: readonly Span[]): boolean => list.some((b) => a.start < b.end && b.start < a.end);
  const words = ({ start, end }: Span): string => text.doc.text.slice(start, end);
  const where = (cue: Span): string => showInContext(text.doc.text, cue, 60);
  for (const cue of gold) if (!meets(cue, cues)) add(`cue missed: "${words(cue)}"`, where(cue));
  for (const cue of cues) if (!meets(cue, gold)) add(`cue invented: "${words(cue)}"`, where(cue));
}
