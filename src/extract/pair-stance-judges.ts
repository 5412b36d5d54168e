import type { Span } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";
import { scoreClasses, softmax } from "./linear-model.ts";
import { PAIR_CLASSES, type PairClass, type PairJudgement, type PairStance, SWAPPED } from "./pair-stance.ts";
import { createFactFinder, type SentimentFacts, swapFacts } from "./sentiment-features.ts";
import { joinFeatures, pairAnchors, type TargetScores, targetScores } from "./sentiment-features-hints.ts";
import { pairFeatures, targetFeatures } from "./sentiment-features-linear.ts";
import { rememberLast } from "./sentiment-features-memo.ts";
import { netPlaces, netWords } from "./sentiment-features-net.ts";
import type { WordVectors } from "./sentiment-features-vectors.ts";
import type { SentimentLexicons } from "./sentiment-features-words.ts";
import { chooseClass, createNetRunner, mixSources, type StanceModel } from "./sentiment-model.ts";
import { TARGET_CLASSES, type TargetClass, type TargetJudgement, type TargetPolarity } from "./target-polarity.ts";

export interface StanceJudgeOptions {
  readonly model: StanceModel;
  readonly vectors: WordVectors;
  readonly lexicons: SentimentLexicons;
}

/** The two learned judges. */
export interface StanceJudges {
  readonly pairs: PairStance;
  readonly targets: TargetPolarity;
}

/** Makes the judges of pairs and of single mentions; they share a network and what they read of a mention. */
export function createStanceJudges({ model, vectors, lexicons }: StanceJudgeOptions): StanceJudges {
  const { shape } = model;
  const findFacts = createFactFinder(lexicons, vectors);
  const net = createNetRunner(shape, model.net, vectors);
  // A mention is asked about once for every partner it has.
  const scoresIn = rememberLast(() => new Map<string, TargetScores | undefined>());

  function scoresOf(doc: ParsedDoc, span: Span): TargetScores | undefined {
    const known = scoresIn(doc);
    const key = `${span.start} ${span.end}`;
    if (!known.has(key)) {
      const facts = findFacts(doc, [span]);
      known.set(key, facts && targetScores(model.targets.linear, targetFeatures(facts)));
    }
    return known.get(key);
  }

  function judgeTarget(doc: ParsedDoc, target: Span): TargetJudgement | undefined {
    const facts = findFacts(doc, [target]);
    if (!facts) return undefined;
    const { mix, linear } = model.targets;
    net.read(netWords(facts, shape));
    const probabilities = mixSources(mix, [
      softmax(scoreClasses(linear, targetFeatures(facts))),
      net.judge(netPlaces(facts, shape), PAIR_CLASSES.length, shape.classes),
    ]);
    return {
      choice: TARGET_CLASSES[chooseClass(mix.factors, probabilities)]!,
      probabilities: toRecord(TARGET_CLASSES, probabilities) as Record<TargetClass, number>,
    };
  }

  /** What the linear model says of the pair seen from one side. */
  function judgeFrom(facts: SentimentFacts, a: TargetScores, b: TargetScores): Float64Array {
    return softmax(scoreClasses(model.pairs.linear, joinFeatures(pairFeatures(facts), pairAnchors(facts), a, b)));
  }

  function judgePair(doc: ParsedDoc, p: Span, q: Span): PairJudgement | undefined {
    const a = scoresOf(doc, p);
    const b = scoresOf(doc, q);
    const facts = a && b && findFacts(doc, [p, q]);
    if (!facts) return undefined;
    const [first, second] = facts.context.mentions;
    if (first!.end > second!.first) return undefined;
    net.read(netWords(facts, shape));
    const probabilities = mixSources(model.pairs.mix, [
      judgeFrom(facts, a, b),
      swapClasses(judgeFrom(swapFacts(facts), b, a)),
      net.judge(netPlaces(facts, shape), 0, PAIR_CLASSES.length),
    ]);
    return {
      choice: PAIR_CLASSES[chooseClass(model.pairs.mix.factors, probabilities)]!,
      probabilities: toRecord(PAIR_CLASSES, probabilities) as Record<PairClass, number>,
    };
  }

  return {
    targets: { classify: judgeTarget },
    pairs: {
      classify(doc, p, q) {
        if (p.start <= q.start) return judgePair(doc, p, q);
        // The mix was fitted to pairs in text order.
        const turned = judgePair(doc, q, p);
        if (!turned) return undefined;
        const swapped = PAIR_CLASSES.map((name) => turned.probabilities[SWAPPED[name]]);
        return {
          choice: SWAPPED[turned.choice],
          probabilities: toRecord(PAIR_CLASSES, swapped) as Record<PairClass, number>,
        };
      },
    },
  };
}

/** Probabilities of the pair's classes with p and q in each other's place. */
export function swapClasses(probabilities: ArrayLike<number>): Float64Array {
  return Float64Array.from(PAIR_CLASSES, (name) => probabilities[PAIR_CLASSES.indexOf(SWAPPED[name])]!);
}

function toRecord(names: readonly string[], values: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(names.map((name, c) => [name, values[c]!]));
}
