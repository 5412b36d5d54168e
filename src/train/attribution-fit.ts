import { addAcceptFeatures, overlapsOf } from "../extract/attribution-accept.ts";
import { SIDES } from "../extract/attribution-content.ts";
import { draftAttributions } from "../extract/attribution-decode.ts";
import { FeatureList } from "../extract/attribution-features.ts";
import type { AttributionModel, AttributionPart } from "../extract/attribution-model.ts";
import type { AttributionText } from "../extract/attribution-text.ts";
import type { LinearModel } from "../extract/linear-model.ts";
import { addExamples, type BasePart, createExampleSets } from "./attribution-examples.ts";
import type { AlignedAttribution } from "./attribution-gold.ts";
import { type LinearOptions, trainBinary, trainLogistic, trainRanker } from "./linear.ts";
import { LinearExamples } from "./linear-data.ts";
import { quantise } from "./linear-file.ts";

export interface TrainingText {
  readonly text: AttributionText;
  readonly gold: readonly AlignedAttribution[];
}

const OPTIONS: Record<BasePart, Partial<LinearOptions>> = {
  cue: { bits: 19, epochs: 6 },
  inner: { bits: 18, epochs: 6 },
  cueFirst: { bits: 17 },
  cueLast: { bits: 18 },
  source: { bits: 18 },
  sourceFirst: { bits: 17 },
  sourceLast: { bits: 17 },
  side: { bits: 16 },
  rightFirst: { bits: 18 },
  rightLast: { bits: 18 },
  leftLast: { bits: 17 },
  leftFirst: { bits: 17 },
  continue: { bits: 14 },
};

/** Trains the parts that learn straight from gold. */
function fitBase(texts: readonly TrainingText[], seed: number): Record<BasePart, LinearModel> {
  const sets = createExampleSets();
  for (const { text, gold } of texts) addExamples(sets, text, gold);
  const train = (part: BasePart): LinearModel => {
    const options = { ...OPTIONS[part], seed };
    if (part === "cue" || part === "inner" || part === "continue") return trainBinary(sets[part], part, options);
    if (part === "side") return trainLogistic(sets[part], SIDES, options);
    return trainRanker(sets[part], part, options);
  };
  return Object.fromEntries((Object.keys(sets) as BasePart[]).map((part) => [part, quantise(train(part))])) as Record<
    BasePart,
    LinearModel
  >;
}

/**
 * Trains the whole model. The part that accepts or drops drafts learns from drafts of articles that the other parts
 * have not seen (jackknifing in `folds`), else it would trust them too much.
 */
export function fitAttribution(
  texts: readonly TrainingText[],
  { seed, folds, log }: { seed: number; folds: number; log(line: string): void },
): Record<AttributionPart, LinearModel> {
  const examples = new LinearExamples();
  for (let fold = 0; fold < folds; fold++) {
    const base = fitBase(
      texts.filter((_, i) => i % folds !== fold),
      seed,
    );
    for (const { text, gold } of texts.filter((_, i) => i % folds === fold)) {
      addAcceptExamples(examples, text, gold, base);
    }
    log(`fold ${fold + 1} of ${folds}: ${examples.size} drafts`);
  }
  const accept = trainBinary(examples, "accept", { bits: 16, seed });
  return { ...fitBase(texts, seed), accept: quantise(accept) };
}

function addAcceptExamples(
  examples: LinearExamples,
  text: AttributionText,
  gold: readonly AlignedAttribution[],
  base: Record<BasePart, LinearModel>,
): void {
  const model = { parts: base, threshold: 0 } as unknown as AttributionModel;
  const drafts = draftAttributions(text, model);
  const overlaps = overlapsOf(drafts);
  const list = new FeatureList();
  for (let i = 0; i < drafts.length; i++) {
    const { head } = drafts[i]!.cue;
    list.clear();
    addAcceptFeatures(list, text, drafts, i, overlaps);
    const holds = gold.some(({ cue }) => cue.first <= head && head <= cue.last);
    examples.add(list.values, holds ? 1 : 0, list.count);
  }
}
