import type { StanceGraph } from "../graph/index.ts";
import type { Decision } from "./calibration.ts";
import type { GoldGraph } from "./gold-graphs.ts";
import { matchEntities } from "./graph-match.ts";
import { showRelation } from "./graph-score.ts";

/** An edge's confidence and whether the gold graph has it. */
export interface EdgeDecision extends Decision {
  readonly kind: "stance" | "relation";
}

/**
 * Judges every edge of a graph by itself: a stance is right if the gold has one of that polarity, or a mixed one,
 * between the same two; a relation if the gold has it. Optional ones and edges of concepts, which gold graphs do not
 * hold, are left out.
 */
export function judgeEdges(gold: GoldGraph, graph: StanceGraph): EdgeDecision[] {
  const { goldOf } = matchEntities(gold.entities, graph);
  const right = new Set<string>();
  const optional = new Set<string>();
  for (const { holder, target, polarity, optional: isOptional } of gold.stances) {
    const list = isOptional ? optional : right;
    const polarities = polarity === "mixed" ? ["mixed", "support", "oppose"] : [polarity];
    for (const one of polarities) list.add(`${holder} ${one} ${target}`);
  }
  for (const { subject, predicate, object, optional: isOptional } of gold.relations) {
    (isOptional ? optional : right).add(showRelation(subject, predicate, object));
  }
  const decisions: EdgeDecision[] = [];
  graph.forEachEdge((_, attributes, sourceKey, targetKey, { entityType: one }, { entityType: other }) => {
    if (one === "concept" || other === "concept") return;
    const source = goldOf.get(sourceKey)?.name ?? sourceKey;
    const target = goldOf.get(targetKey)?.name ?? targetKey;
    const { kind, confidence } = attributes;
    const edge =
      attributes.kind === "stance"
        ? `${source} ${attributes.polarity} ${target}`
        : showRelation(source, attributes.predicate, target);
    const correct = right.has(edge);
    if (correct || !optional.has(edge)) decisions.push({ kind, probability: confidence, correct });
  });
  return decisions;
}
