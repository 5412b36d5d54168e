import type { CorefEntity } from "./coref-entities.ts";
import type { Chooser } from "./coref-resolver.ts";
import { getModel, type LinearModel, readLinearModels, scoreClass } from "./linear-model.ts";

/** The rankers of antecedents: one for pronouns, one for noun phrases. */
export interface CorefModel {
  readonly pronoun: LinearModel;
  readonly nominal: LinearModel;
}

export const COREF_MODEL_KIND = "en-coref";

/** Reads the bytes of `data/models/en-coref.bin`. */
export async function loadCorefModel(bytes: Uint8Array): Promise<CorefModel> {
  const models = await readLinearModels(bytes, COREF_MODEL_KIND);
  return { pronoun: getModel(models, "pronoun"), nominal: getModel(models, "nominal") };
}

/** How much better than none a noun phrase's antecedent must score: a wrong link to a name costs more than a missed one. */
const MARGINS = { pronoun: 0, nominal: 0.5 } as const;

/** A chooser that takes the best-scored candidate, or none where none scores better. */
export function createModelChooser(
  model: CorefModel,
  margins: Readonly<Record<"pronoun" | "nominal", number>> = MARGINS,
): Chooser {
  let task: "pronoun" | "nominal" = "pronoun";
  let best: CorefEntity | undefined;
  let bestScore = 0;
  let noneScore = 0;
  return {
    asksRules: true,
    begin(next) {
      task = next;
      best = undefined;
      bestScore = Number.NEGATIVE_INFINITY;
      noneScore = 0;
    },
    offer(entity, { values, count }) {
      const score = scoreClass(model[task], values, count);
      if (!entity) noneScore = score;
      else if (score > bestScore) {
        best = entity;
        bestScore = score;
      }
    },
    end: () => (bestScore > noneScore + margins[task] ? best : undefined),
  };
}
