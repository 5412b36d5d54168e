import { hashText, type LinearModel, scoreClasses, softmax } from "../extract/linear-model.ts";
import { PAIR_CLASSES, SWAPPED } from "../extract/pair-stance.ts";
import { swapClasses } from "../extract/pair-stance-judges.ts";
import { anchorHints, stepHints, type TargetScores, targetScores } from "../extract/sentiment-features-hints.ts";
import type { WordVectors } from "../extract/sentiment-features-vectors.ts";
import {
  chooseClass,
  createNetRunner,
  mixSources,
  type SentimentMix,
  type StanceModel,
} from "../extract/sentiment-model.ts";
import type { NetShape, NetWeights } from "../extract/sentiment-net.ts";
import { TARGET_CLASSES } from "../extract/target-polarity.ts";
import { expectedCalibrationError, likeliestDecisions } from "./calibration.ts";
import { type LinearOptions, trainLogistic } from "./linear.ts";
import { LinearExamples } from "./linear-data.ts";
import { quantise } from "./linear-file.ts";
import { joinFeatures, type PairExample, type PairView, type TargetExample } from "./stance-examples.ts";
import { classF1, fitMix, type HeldOut } from "./stance-fit.ts";
import { OPEN_GATE } from "./stance-gate.ts";
import { type NetExample, type NetOptions, trainNet } from "./stance-net.ts";

export interface StanceTrainingOptions {
  readonly shape: NetShape;
  readonly linear: Partial<LinearOptions>;
  readonly net: NetOptions;
  /** The examples are cut in `folds` parts, of which the first `held` are held out in turn to weigh the models. */
  readonly folds: number;
  readonly held: number;
}

interface Examples {
  readonly pairs: readonly PairExample[];
  readonly targets: readonly TargetExample[];
}

interface Models {
  readonly targetLinear: LinearModel;
  readonly pairLinear: LinearModel;
  readonly net: NetWeights;
}

/** Of pairs without a stance this share is also shown with the two in each other's place. */
const SHOWN_BACK = 1 / 3;

/**
 * Trains the linear models and the network they share, then how to weigh them on examples that none has seen. A pair
 * is shown twice, with its mentions in each other's place and its class turned: what holds for "A blames B" holds for
 * "B is blamed by A".
 */
export function trainStanceModel(
  examples: Examples,
  vectors: WordVectors,
  options: StanceTrainingOptions,
  log: (line: string) => void,
): StanceModel {
  const { shape, folds } = options;
  const heldPairs: HeldOut[] = [];
  const heldTargets: HeldOut[] = [];
  for (let fold = 0; fold < options.held; fold++) {
    const inFold = ({ text }: { text: string }): boolean => hashText(text) % folds === fold;
    const rest = {
      pairs: examples.pairs.filter((example) => !inFold(example)),
      targets: examples.targets.filter((example) => !inFold(example)),
    };
    const models = fitModels(rest, vectors, options, () => {});
    const sources = createSources(models, vectors, shape);
    heldPairs.push(...examples.pairs.filter(inFold).map(sources.pair));
    heldTargets.push(...examples.targets.filter(inFold).map(sources.target));
    log(`fold ${fold + 1} of ${options.held}: ${heldPairs.length} pairs, ${heldTargets.length} targets held out`);
  }
  const pairMix = fitMix(heldPairs, PAIR_CLASSES.length);
  const targetMix = fitMix(heldTargets, TARGET_CLASSES.length);
  log(`pairs ${describe(heldPairs, pairMix, PAIR_CLASSES)}`);
  log(`targets ${describe(heldTargets, targetMix, TARGET_CLASSES)}`);
  const { pairLinear, targetLinear, net } = fitModels(examples, vectors, options, log);
  return {
    shape,
    net,
    gate: OPEN_GATE,
    pairs: { classes: PAIR_CLASSES, linear: pairLinear, mix: pairMix },
    targets: { classes: TARGET_CLASSES, linear: targetLinear, mix: targetMix },
  };
}

function fitModels(
  { pairs, targets }: Examples,
  vectors: WordVectors,
  { shape, linear, net }: StanceTrainingOptions,
  log: (line: string) => void,
): Models {
  const targetSet = new LinearExamples();
  for (const { features, label } of targets) targetSet.add(features, label);
  const targetLinear = quantise(trainLogistic(targetSet, TARGET_CLASSES, linear));

  const pairSet = new LinearExamples();
  const netExamples: NetExample[] = targets.map(({ words, places, label }) => ({
    words,
    places,
    label: PAIR_CLASSES.length + label,
    from: PAIR_CLASSES.length,
    to: shape.classes,
  }));
  for (const pair of pairs) {
    const { there, back } = pairViews(pair, targetLinear);
    pairSet.add(there, pair.label);
    const task = { words: pair.words, from: 0, to: PAIR_CLASSES.length };
    netExamples.push({ ...task, places: pair.places.there, label: pair.label });
    if (pair.label === 0 && (hashText(pair.text) % 1000) / 1000 >= SHOWN_BACK) continue;
    const turned = PAIR_CLASSES.indexOf(SWAPPED[PAIR_CLASSES[pair.label]!]);
    pairSet.add(back, turned);
    netExamples.push({ ...task, places: pair.places.back, label: turned });
  }
  const pairLinear = quantise(trainLogistic(pairSet, PAIR_CLASSES, linear));
  return {
    targetLinear,
    pairLinear,
    net: trainNet(shape, vectors.values, netExamples, net, log),
  };
}

/** The pair's features from both sides, with what the linear model of targets says of each mention. */
function pairViews({ there, back, alone }: PairExample, targetLinear: LinearModel) {
  const [p, q] = alone.map((features) => targetScores(scoreClasses(targetLinear, features))) as [
    TargetScores,
    TargetScores,
  ];
  const view = ({ features, anchors }: PairView, a: TargetScores, b: TargetScores): Uint32Array =>
    joinFeatures([features, stepHints(0, a), stepHints(1, b), anchorHints(anchors, a, b)]);
  return { there: view(there, p, q), back: view(back, q, p) };
}

/** What each of the models says of an example, in the order in which the judges ask them. */
function createSources({ targetLinear, pairLinear, net }: Models, vectors: WordVectors, shape: NetShape) {
  const runner = createNetRunner(shape, net, vectors);
  const count = PAIR_CLASSES.length;
  return {
    target: ({ features, words, places, label }: TargetExample): HeldOut => {
      runner.read(words);
      return {
        label,
        sources: [softmax(scoreClasses(targetLinear, features)), runner.judge(places, count, shape.classes)],
      };
    },
    pair: (example: PairExample): HeldOut => {
      const { there, back } = pairViews(example, targetLinear);
      runner.read(example.words);
      return {
        label: example.label,
        sources: [
          softmax(scoreClasses(pairLinear, there)),
          swapClasses(softmax(scoreClasses(pairLinear, back))),
          runner.judge(example.places.there, 0, count),
        ],
      };
    },
  };
}

function describe(heldOut: readonly HeldOut[], mix: SentimentMix, classes: readonly string[]): string {
  const probabilities = heldOut.map(({ sources }) => mixSources(mix, sources));
  const labels = heldOut.map(({ label }) => label);
  const chosen = probabilities.map((p) => chooseClass(mix.factors, p));
  const f1 = classF1(labels, chosen, classes.length).map((value) => 100 * value);
  const loss = probabilities.reduce((sum, p, i) => sum - Math.log(p[labels[i]!]!), 0) / labels.length;
  const mean = f1.reduce((sum, value) => sum + value, 0) / classes.length;
  const list = f1.map((value, c) => `${classes[c]} ${value.toFixed(1)}`).join(", ");
  return (
    `held out: macro-F1 ${mean.toFixed(1)} (${list}), loss ${loss.toFixed(4)}, calibration error ` +
    `${expectedCalibrationError(likeliestDecisions(probabilities, labels)).toFixed(3)}; weights ${mix.weights.map((w) => w.toFixed(2)).join(" ")}`
  );
}
