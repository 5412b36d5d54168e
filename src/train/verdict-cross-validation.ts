import { classifyByTrees } from "../extract/boosted-trees.ts";
import { DOSSIER_FEATURES } from "../extract/dossier.ts";
import { VERDICT_CLASSES } from "../extract/verdict-model.ts";
import { BOOSTING_OPTIONS, trainBoostedTrees } from "./boosting.ts";
import { type Decision, expectedCalibrationError } from "./calibration.ts";
import type { Evaluator, Measurement } from "./evaluator.ts";
import { readVerdictArticles, type VerdictArticle } from "./verdict-examples.ts";

const FOLDS = 4;
/** As sure as an edge must be to be drawn. */
const DRAWN = 0.3;

/** The side that is the likelier one, and how likely. */
interface Guess {
  readonly side: number;
  readonly probability: number;
}

/** Verdicts on articles that the model was not trained with, beside what the sentences alone claim. */
export const verdictCrossValidation: Evaluator = {
  name: "verdict-cross-validation",
  trains: true,
  evaluate: async ({ dataFolder, modelFolder, seed }) => {
    const articles = await readVerdictArticles(dataFolder, modelFolder);
    const guesses = articles.map((): Guess[] => []);
    for (let fold = 0; fold < FOLDS; fold++) {
      const examples = articles.flatMap((article, i) => (i % FOLDS === fold ? [] : article.examples));
      const model = trainBoostedTrees(examples, VERDICT_CLASSES.length, { ...BOOSTING_OPTIONS, seed });
      articles.forEach((article, i) => {
        if (i % FOLDS !== fold) return;
        guesses[i] = article.examples.map(({ features }) => likelier(classifyByTrees(model, features)));
      });
    }
    const indexes = ["surest support", "surest oppose"].map((name) => DOSSIER_FEATURES.indexOf(name));
    const claimed = articles.map(({ examples }) =>
      examples.map(({ features }) => likelier([0, ...indexes.map((index) => features[index]!)])),
    );
    return [
      ...score("claims of sentences alone", articles, claimed),
      ...score("verdicts, four folds", articles, guesses),
    ];
  },
};

function likelier(probabilities: ArrayLike<number>): Guess {
  const side = probabilities[1]! >= probabilities[2]! ? 1 : 2;
  return { side, probability: probabilities[side]! };
}

function score(
  corpus: string,
  articles: readonly VerdictArticle[],
  guesses: readonly (readonly Guess[])[],
): Measurement[] {
  let drawn = 0;
  let right = 0;
  const decisions: Decision[] = [];
  articles.forEach(({ examples }, i) => {
    examples.forEach(({ label }, k) => {
      const { side, probability } = guesses[i]![k]!;
      if (probability < DRAWN) return;
      drawn++;
      if (label === side) right++;
      decisions.push({ probability, correct: label === side });
    });
  });
  const wanted = articles.reduce((sum, article) => sum + article.wanted, 0);
  const measure = (name: string, value: number): Measurement => ({
    layer: "stances of whole articles",
    corpus,
    measure: name,
    value: 100 * value,
  });
  return [
    measure("precision", right / drawn),
    measure("recall", right / wanted),
    measure("F1", (2 * right) / (drawn + wanted)),
    measure("expected calibration error of those drawn", expectedCalibrationError(decisions)),
  ];
}
