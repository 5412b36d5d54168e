import { attributionEvaluator } from "./attribution-evaluator.ts";
import { corefEvaluator } from "./coref-evaluator.ts";
import type { Evaluator } from "./evaluator.ts";
import { goldNamesEvaluator } from "./gold-names-evaluator.ts";
import { graphEvaluator } from "./graph-evaluator.ts";
import { languageEvaluator } from "./language-evaluator.ts";
import { namesCrossValidation } from "./names-cross-validation.ts";
import { namesEvaluator } from "./names-evaluator.ts";
import { rawTextEvaluator } from "./raw-text-evaluator.ts";
import { relationEvaluator } from "./relation-evaluator.ts";
import { stanceEvaluator } from "./stance-evaluator.ts";
import { verdictCrossValidation } from "./verdict-cross-validation.ts";

/** Every part of the evaluation, in the order of the table. */
export const EVALUATORS: readonly Evaluator[] = [
  languageEvaluator,
  rawTextEvaluator,
  namesEvaluator,
  namesCrossValidation,
  goldNamesEvaluator,
  corefEvaluator,
  attributionEvaluator,
  stanceEvaluator,
  verdictCrossValidation,
  relationEvaluator,
  graphEvaluator,
];
