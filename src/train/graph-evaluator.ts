import { buildGraph } from "../pipeline/index.ts";
import { type ConfidenceBin, expectedCalibrationError, toBins } from "./calibration.ts";
import { createErrorCounts } from "./error-counts.ts";
import type { EvaluationContext, Evaluator, Measurement } from "./evaluator.ts";
import { readGoldArticles } from "./gold-graphs.ts";
import { type EdgeDecision, judgeEdges } from "./graph-edges.ts";
import { type GraphScore, scoreGraph, sumScores, type Tally } from "./graph-score.ts";
import { createModelPipeline } from "./model-pipeline.ts";

type ScoresById = ReadonlyMap<string, GraphScore>;

/** Graphs of single articles, from raw text, beside what a careful analyst drew of them. */
export const graphEvaluator: Evaluator = {
  name: "graphs",
  needsGold: true,
  async evaluate(context) {
    const { goldFolder, textFolders, modelFolder, shownArticles, log } = context;
    const articles = await readGoldArticles(goldFolder!, textFolders);
    const pipeline = await createModelPipeline(modelFolder);
    const scores = new Map<string, GraphScore>();
    const drawn: EdgeDecision[] = [];
    const listed: EdgeDecision[] = [];
    for (const article of articles) {
      const doc = await pipeline.run(article.document);
      const graph = buildGraph([doc]);
      const score = scoreGraph(article, graph);
      scores.set(article.gold.id, score);
      log(`${article.gold.id}: ${showScore(score)}`);
      drawn.push(...judgeEdges(article.gold, graph));
      listed.push(...judgeEdges(article.gold, buildGraph([doc], { minConfidence: 0 })));
    }
    const shown = new Map([...scores].filter(([id]) => shownArticles.has(id)));
    listErrors(shown, context);
    return [
      ...toMeasurements(`${scores.size} articles`, scores),
      ...(shown.size === 0 ? [] : toMeasurements(`the ${shown.size} of them named`, shown)),
      ...measureConfidence(drawn, listed),
    ];
  },
};

/** All errors of the articles that may be seen, then the commonest kinds. */
function listErrors(scores: ScoresById, { errors: most, log }: EvaluationContext): void {
  if (most === 0) return;
  if (scores.size === 0) log("name the articles whose errors may be shown with --articles");
  const counts = createErrorCounts();
  for (const [id, { errors }] of scores) {
    const byKind = new Map<string, string[]>();
    for (const { kind, what } of errors) {
      byKind.set(kind, [...(byKind.get(kind) ?? []), what]);
      counts.add(kind, `${what} (${id})`);
    }
    for (const [kind, list] of byKind) log(`${id}: ${kind}: ${list.join(" | ")}`);
  }
  for (const line of counts.top(most)) log(line);
}

function showScore({ entities, matched, typed, stancePairs, stances, relations, edges, grounded }: GraphScore): string {
  const percent = (value: number): string => (100 * value).toFixed(1);
  const rates = (tally: Tally): string => {
    const { precision, recall, f1 } = ratesOf(tally);
    return `${percent(precision)} ${percent(recall)} ${percent(f1)}`;
  };
  return [
    `entities ${rates(entities)}`,
    `types ${percent(share(typed, matched, 0))}`,
    `pairs ${percent(ratesOf(stancePairs).f1)}`,
    `stances ${rates(stances)}`,
    `relations ${rates(relations)}`,
    `grounded ${percent(share(grounded, edges, 1))}`,
  ].join("  ");
}

/** Micro averages; the shares of right types and of grounded edges are means over the articles. */
function toMeasurements(corpus: string, scores: ScoresById): Measurement[] {
  const list = [...scores.values()];
  const total = sumScores(list);
  const row = (measure: string, value: number): Measurement => ({
    layer: "whole graphs",
    corpus,
    measure,
    value: 100 * value,
  });
  const rows = (measure: string, tally: Tally): Measurement[] => {
    const { precision, recall, f1 } = ratesOf(tally);
    return [row(`${measure}, F1`, f1), row(`${measure}, precision`, precision), row(`${measure}, recall`, recall)];
  };
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    ...rows("entities", total.entities),
    row("types of entities", mean(list.map(({ typed, matched }) => share(typed, matched, 0)))),
    row("pairs with a stance, F1", ratesOf(total.stancePairs).f1),
    ...rows("stances", total.stances),
    ...rows("relations", total.relations),
    row("grounded", mean(list.map(({ grounded, edges }) => share(grounded, edges, 1)))),
  ];
}

/** Precision, recall and F1; where nothing was drawn or wanted, nothing was wrong. */
function ratesOf({ right, spurious, missed }: Tally): { precision: number; recall: number; f1: number } {
  const precision = share(right, right + spurious, 1);
  const recall = share(right, right + missed, 1);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function share(part: number, whole: number, ofNothing: number): number {
  return whole === 0 ? ofNothing : part / whole;
}

/** How far the confidence of edges is what it says. */
function measureConfidence(drawn: readonly EdgeDecision[], listed: readonly EdgeDecision[]): Measurement[] {
  const row = (measure: string, value: number): Measurement => ({
    layer: "confidence",
    corpus: "edges of these graphs",
    measure,
    value: 100 * value,
  });
  const errorOf = (edges: readonly EdgeDecision[], kind: EdgeDecision["kind"]): Measurement => {
    const ofKind = edges.filter((edge) => edge.kind === kind);
    return row(
      `calibration error, ${kind}s, ${edges === drawn ? "drawn" : "all"} (${ofKind.length})`,
      expectedCalibrationError(ofKind),
    );
  };
  const show = ({ from, to, count }: ConfidenceBin): string =>
    `precision at ${from.toFixed(1)}–${to.toFixed(1)} (${count})`;
  return [
    row(`calibration error, drawn (${drawn.length})`, expectedCalibrationError(drawn)),
    row(`calibration error, all (${listed.length})`, expectedCalibrationError(listed)),
    ...[drawn, listed].flatMap((edges) => [errorOf(edges, "stance"), errorOf(edges, "relation")]),
    ...toBins(listed).map((bin) => row(show(bin), bin.correct / bin.count)),
  ];
}
