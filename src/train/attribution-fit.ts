import { addAcceptFeatures, overlapsOf } from "../extract/attribution-accept.ts";
import { SIDES } from "../extract/attribution-content.ts";
import { cueWord } from "../extract/attribution-cues.ts";
import { draftAttributions } from "../extract/attribution-decode.ts";
import { FeatureList } from "../extract/attribution-features.ts";
import { ATTRIBUTION_KIND, type AttributionModel } from "../extract/attribution-model.ts";
import type { AttributionText } from "../extract/attribution-text.ts";
import type { LinearModel } from "../extract/linear-model.ts";
import type { ModelFile } from "../language/index.ts";
import { addExamples, type BasePart, createExampleSets } from "./attribution-examples.ts";
import type { AlignedAttribution } from "./attribution-gold.ts";
import { type LinearOptions, trainBinary, trainLogistic, trainRanker } from "./linear.ts";
import { LinearExamples } from "./linear-data.ts";
import { quantise, writeLinearModels } from "./linear-file.ts";

export interface TrainingText {
  readonly text: AttributionText;
  readonly gold: readonly AlignedAttribution[];
}

const OPTIONS: Record<BasePart, Partial<LinearOptions>> = {
  cue: { bits: 19, rate: 0.02 },
  inner: { bits: 18, rate: 0.02 },
  cueFirst: { bits: 16 },
  cueLast: { bits: 18, rate: 0.03 },
  source: { bits: 18 },
  sourceFirst: { bits: 16 },
  sourceLast: { bits: 17 },
  side: { bits: 16 },
  rightFirst: { bits: 18 },
  rightLast: { bits: 19, rate: 0.03 },
  leftLast: { bits: 17 },
  leftFirst: { bits: 17 },
  continue: { bits: 14 },
};

/** The parts that learn straight from gold, with the words that can head a cue. */
export interface BaseModel {
  readonly parts: Record<BasePart, LinearModel>;
  readonly heads: ReadonlySet<number>;
}

export function trainBase(texts: readonly TrainingText[], seed: number): BaseModel {
  const sets = createExampleSets();
  const heads = knownHeads(texts);
  for (const { text, gold } of texts) addExamples(sets, text, gold, heads);
  const train = (part: BasePart): LinearModel => {
    const options = { rate: 0.05, epochs: 6, ...OPTIONS[part], seed };
    if (part === "cue" || part === "inner" || part === "continue") return trainBinary(sets[part], part, options);
    if (part === "side") return trainLogistic(sets[part], SIDES, options);
    return trainRanker(sets[part], part, options);
  };
  const parts = {} as Record<BasePart, LinearModel>;
  for (const part of Object.keys(sets) as BasePart[]) parts[part] = quantise(train(part));
  return { parts, heads };
}

/** Words, with their class, that head at least two cues. */
function knownHeads(texts: readonly TrainingText[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { text, gold } of texts) {
    for (const { cue } of gold) counts.set(cueWord(text, cue.head), (counts.get(cueWord(text, cue.head)) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([word]) => word));
}

/**
 * Trains the whole model. The part that accepts or drops drafts learns from drafts of articles that the other parts
 * have not seen (jackknifing in `folds`), else it would trust them too much.
 */
export function trainAttribution(
  texts: readonly TrainingText[],
  { seed, folds, log }: { seed: number; folds: number; log(line: string): void },
): AttributionModel {
  const examples = new LinearExamples();
  for (let fold = 0; fold < folds; fold++) {
    const base = trainBase(
      texts.filter((_, i) => i % folds !== fold),
      seed,
    );
    for (const { text, gold } of texts.filter((_, i) => i % folds === fold)) {
      addAcceptExamples(examples, text, gold, base);
    }
    log(`fold ${fold + 1} of ${folds}: ${examples.size} drafts`);
  }
  const accept = quantise(trainBinary(examples, "accept", { bits: 16, seed }));
  const { parts, heads } = trainBase(texts, seed);
  return { parts: { ...parts, accept }, heads, threshold: 0.4 };
}

/** The file that `loadAttributionModel` reads. */
export function toAttributionFile({ parts, heads, threshold }: AttributionModel): ModelFile {
  return writeLinearModels(ATTRIBUTION_KIND, {
    ...parts,
    cue: { ...parts.cue, meta: { heads: [...heads].sort((a, b) => a - b) } },
    accept: { ...parts.accept, meta: { threshold } },
  });
}

function addAcceptExamples(
  examples: LinearExamples,
  text: AttributionText,
  gold: readonly AlignedAttribution[],
  base: BaseModel,
): void {
  const drafts = draftAttributions(text, base);
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
