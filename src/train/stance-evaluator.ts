import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PAIR_CLASSES, type PairStance } from "../extract/pair-stance.ts";
import { judgeBetween, judgeToward } from "../extract/pair-stance-between.ts";
import { createStanceJudges } from "../extract/pair-stance-judges.ts";
import { loadStanceModel } from "../extract/sentiment-model.ts";
import { TARGET_CLASSES, type TargetPolarity } from "../extract/target-polarity.ts";
import { expectedCalibrationError, likeliestDecisions } from "./calibration.ts";
import { createErrorCounts, showInContext } from "./error-counts.ts";
import type { EvaluationContext, Evaluator, Measurement } from "./evaluator.ts";
import { createTextParser, type TextParser } from "./parse-text.ts";
import { readPairs, readTargets } from "./stance-corpus.ts";
import { loadSentimentTools } from "./stance-examples.ts";
import { classF1 } from "./stance-fit.ts";

/** Stance between pairs of mentions (DSE) and toward single ones (NewsMTSC), from raw text. */
export const stanceEvaluator: Evaluator = {
  name: "stance",
  evaluate: async (context) => {
    const { modelFolder } = context;
    const parse = await createTextParser(modelFolder);
    const model = await loadStanceModel(await readFile(join(modelFolder, "en-stance.bin")));
    const { pairs, targets } = createStanceJudges({ model, ...(await loadSentimentTools(modelFolder)) });
    return [...(await scorePairs(context, parse, pairs)), ...(await scoreTargets(context, parse, targets))];
  },
};

async function scorePairs(
  { dataFolder, errors, log }: EvaluationContext,
  parse: TextParser,
  scorer: PairStance,
): Promise<Measurement[]> {
  const records = await readPairs(dataFolder, "dev");
  const docs = records.map(({ id, text }) => parse({ id, text }));
  const chosen = records.map(({ p, q }, i) => {
    // As a user asks: one direction, then the other.
    const there = judgeBetween(scorer, docs[i]!, p, q).polarity;
    const back = judgeBetween(scorer, docs[i]!, q, p).polarity;
    if (there !== "neutral") return PAIR_CLASSES.indexOf(there === "support" ? "p+q" : "p-q");
    return back === "neutral" ? 0 : PAIR_CLASSES.indexOf(back === "support" ? "q+p" : "q-p");
  });
  const probabilities = records.map(({ p, q }, i) => {
    const judged = scorer.classify(docs[i]!, p, q);
    return PAIR_CLASSES.map((name) => judged?.probabilities[name] ?? (name === "neutral" ? 1 : 0));
  });
  const gold = records.map(({ label }) => label);
  const counts = createErrorCounts();
  records.forEach(({ label, text, p, q }, i) => {
    if (chosen[i] === label) return;
    const mentions = `p = ${text.slice(p.start, p.end)}, q = ${text.slice(q.start, q.end)}`;
    counts.add(`${PAIR_CLASSES[label]} taken for ${PAIR_CLASSES[chosen[i]!]}`, `"${text}" (${mentions})`);
  });
  for (const error of counts.top(errors)) log(error);
  return toMeasurements("stance between mentions", "DSE dev", PAIR_CLASSES, gold, chosen, probabilities);
}

async function scoreTargets(
  { dataFolder, errors, log }: EvaluationContext,
  parse: TextParser,
  scorer: TargetPolarity,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const part of ["dev-rw", "dev-mt"] as const) {
    const records = await readTargets(dataFolder, part);
    const docs = records.map(({ id, text }) => parse({ id, text }));
    const chosen = records.map(({ target }, i) =>
      TARGET_CLASSES.indexOf(judgeToward(scorer, docs[i]!, target).polarity),
    );
    const probabilities = records.map(({ target }, i) => {
      const judged = scorer.classify(docs[i]!, target);
      return TARGET_CLASSES.map((name) => judged?.probabilities[name] ?? (name === "neutral" ? 1 : 0));
    });
    const gold = records.map(({ polarity }) => polarity + 1);
    const counts = createErrorCounts();
    gold.forEach((label, i) => {
      if (chosen[i] === label) return;
      const { text, target } = records[i]!;
      counts.add(`${TARGET_CLASSES[label]} taken for ${TARGET_CLASSES[chosen[i]!]}`, showInContext(text, target, 100));
    });
    for (const error of counts.top(errors)) log(`${part}: ${error}`);
    measurements.push(
      ...toMeasurements("target polarity", `NewsMTSC ${part}`, TARGET_CLASSES, gold, chosen, probabilities),
    );
  }
  return measurements;
}

function toMeasurements(
  layer: string,
  corpus: string,
  classes: readonly string[],
  gold: readonly number[],
  chosen: readonly number[],
  probabilities: readonly (readonly number[])[],
): Measurement[] {
  const f1 = classF1(gold, chosen, classes.length);
  const figure = (measure: string, value: number): Measurement => ({ layer, corpus, measure, value: 100 * value });
  return [
    figure("macro-F1", f1.reduce((sum, value) => sum + value, 0) / classes.length),
    ...f1.map((value, c) => figure(`F1 ${classes[c]}`, value)),
    figure("calibration error", expectedCalibrationError(likeliestDecisions(probabilities, gold))),
  ];
}
