import { hashText, type LinearModel, scoreClasses, softmax } from "../extract/linear-model.ts";
import type { WordVectors } from "../extract/sentiment-features-vectors.ts";
import { createNetRunner, type SentimentModel } from "../extract/sentiment-model.ts";
import type { NetInput, NetShape, NetWeights } from "../extract/sentiment-net.ts";
import { type LinearOptions, trainLogistic } from "./linear.ts";
import { LinearExamples } from "./linear-data.ts";
import { calibrationError, choose, classF1, fitMix, type HeldOut, mixed } from "./stance-fit.ts";
import { type NetOptions, trainNet } from "./stance-net.ts";

/** What both models read of one example. */
export interface SentimentExample {
  /** Examples from one text stay on one side when data are held out. */
  readonly text: string;
  readonly features: Uint32Array;
  readonly input: NetInput;
  readonly label: number;
}

export interface SentimentOptions {
  readonly classes: readonly string[];
  readonly shape: NetShape;
  readonly linear: Partial<LinearOptions>;
  readonly net: NetOptions;
  /** The examples are cut in `folds` parts, of which the first `held` are held out in turn to weigh the models. */
  readonly folds: number;
  readonly held: number;
}

interface Pair {
  readonly linear: LinearModel;
  readonly net: NetWeights;
}

/** Trains the linear model and the network, and how to weigh them, on examples that neither has seen. */
export function trainSentiment(
  examples: readonly SentimentExample[],
  vectors: WordVectors,
  options: SentimentOptions,
  log: (line: string) => void,
): SentimentModel {
  const { classes, shape, folds } = options;
  const heldOut: HeldOut[] = [];
  for (let fold = 0; fold < options.held; fold++) {
    const inFold = (example: SentimentExample): boolean => hashText(example.text) % folds === fold;
    const models = fitBoth(
      examples.filter((example) => !inFold(example)),
      vectors,
      options,
      () => {},
    );
    heldOut.push(...predict(models, examples.filter(inFold), vectors, shape));
    log(`fold ${fold + 1} of ${options.held}: ${heldOut.length} examples held out`);
  }
  const mix = fitMix(heldOut, classes.length);
  const probabilities = heldOut.map((example) => mixed(mix, example));
  const labels = heldOut.map(({ label }) => label);
  const f1 = classF1(
    labels,
    probabilities.map((p) => choose(p, mix.factors)),
    classes.length,
  );
  log(
    `held out: F1 ${f1.map((value, c) => `${classes[c]} ${(100 * value).toFixed(1)}`).join(", ")}, macro ${(
      (100 * f1.reduce((sum, value) => sum + value, 0)) / classes.length
    ).toFixed(1)}; calibration error ${calibrationError(probabilities, labels).toFixed(3)}`,
  );
  return { classes, shape, mix, ...fitBoth(examples, vectors, options, log) };
}

function fitBoth(
  examples: readonly SentimentExample[],
  vectors: WordVectors,
  options: SentimentOptions,
  log: (line: string) => void,
): Pair {
  const sets = new LinearExamples();
  for (const { features, label } of examples) sets.add(features, label);
  const linear = trainLogistic(sets, options.classes, options.linear);
  return { linear, net: trainNet(options.shape, vectors.values, examples, options.net, log) };
}

function predict(
  models: Pair,
  examples: readonly SentimentExample[],
  vectors: WordVectors,
  shape: NetShape,
): HeldOut[] {
  const run = createNetRunner(shape, models.net, vectors);
  return examples.map(({ features, input, label }) => ({
    linear: softmax(scoreClasses(models.linear, features)),
    net: run(input).slice(),
    label,
  }));
}
