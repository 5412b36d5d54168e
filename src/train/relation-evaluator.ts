import { DEFAULT_ASSEMBLE_OPTIONS } from "../graph/index.ts";
import { createErrorCounts, showInContext } from "./error-counts.ts";
import type { Evaluator, Measurement } from "./evaluator.ts";
import { createModelPipeline } from "./model-pipeline.ts";
import { readRelationCorpus } from "./relation-corpus.ts";
import { createRelationScore, type RelationCounts, scoreRelations } from "./relation-score.ts";

/** Relations from raw text on re3d, as far as its labels and our predicates mean the same. */
export const relationEvaluator: Evaluator = {
  name: "relations",
  async evaluate({ dataFolder, modelFolder, errors, log }) {
    const pipeline = await createModelPipeline(modelFolder, "relations");
    const score = createRelationScore();
    const counts = createErrorCounts();
    for (const document of await readRelationCorpus(dataFolder)) {
      const { id, text } = document;
      const doc = await pipeline.run({ id, text });
      const drawn = doc.relations.filter(({ confidence }) => confidence >= DEFAULT_ASSEMBLE_OPTIONS.minConfidence);
      scoreRelations(document, doc, drawn, score, (kind, head, tail) =>
        counts.add(kind, `${text.slice(head.start, head.end)} → ${showInContext(text, tail)}`.replace(/\s+/g, " ")),
      );
    }
    for (const line of counts.top(errors)) log(line);
    log(`${score.unjudged} relations were left out that re3d cannot judge`);
    const total: RelationCounts = { found: 0, foundRight: 0, marked: 0, markedFound: 0 };
    for (const kind of score.byKind.values()) {
      for (const key of Object.keys(total) as (keyof RelationCounts)[]) total[key] += kind[key];
    }
    return [...toMeasurements("all", total), ...[...score.byKind].flatMap((entry) => toMeasurements(...entry))];
  },
};

function toMeasurements(kind: string, { found, foundRight, marked, markedFound }: RelationCounts): Measurement[] {
  const precision = foundRight / Math.max(1, found);
  const recall = markedFound / Math.max(1, marked);
  const row = (measure: string, value: number): Measurement => ({
    layer: "relations",
    corpus: "re3d dev",
    measure: `${kind}, ${measure}`,
    value: 100 * value,
  });
  return [
    row("F1", (2 * precision * recall) / Math.max(1e-9, precision + recall)),
    row(`precision (${found} found)`, precision),
    row(`recall (${marked} marked)`, recall),
  ];
}
