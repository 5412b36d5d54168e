import type { Span } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";
import { scoreClasses, softmax } from "./linear-model.ts";
import { PAIR_CLASSES, type PairClass, type PairJudgement, type PairStance, SWAPPED } from "./pair-stance.ts";
import { createFactFinder, type SentimentFacts, swapFacts } from "./sentiment-features.ts";
import { pairAnchors, pairHints, type TargetScores, targetScores } from "./sentiment-features-hints.ts";
import { pairFeatures, targetFeatures } from "./sentiment-features-linear.ts";
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

interface TargetView {
  readonly facts: SentimentFacts;
  readonly features: readonly number[];
  readonly scores: TargetScores;
}

/** Makes the judges of pairs and of single mentions; they share a network and what they read of a mention. */
export function createStanceJudges({ model, vectors, lexicons }: StanceJudgeOptions): StanceJudges {
  const { shape } = model;
  const findFacts = createFactFinder(lexicons, vectors);
  const net = createNetRunner(shape, model.net, vectors);
  // A mention is asked about once for every partner it has.
  const views = new WeakMap<ParsedDoc["syntax"], Map<string, TargetView | undefined>>();

  function view(doc: ParsedDoc, span: Span): TargetView | undefined {
    let known = views.get(doc.syntax);
    if (!known) {
      known = new Map();
      views.set(doc.syntax, known);
    }
    const key = `${span.start} ${span.end}`;
    if (!known.has(key)) {
      const facts = findFacts(doc, [span]);
      const features = facts && targetFeatures(facts);
      known.set(
        key,
        facts &&
          features && {
            facts,
            features,
            scores: targetScores(model.targets.linear, features),
          },
      );
    }
    return known.get(key);
  }

  function judgeTarget(doc: ParsedDoc, target: Span): TargetJudgement | undefined {
    const seen = view(doc, target);
    if (!seen) return undefined;
    const { mix, linear } = model.targets;
    net.read(netWords(seen.facts, shape));
    const probabilities = mixSources(mix, [
      softmax(scoreClasses(linear, seen.features)),
      net.judge(netPlaces(seen.facts, shape), PAIR_CLASSES.length, shape.classes),
    ]);
    return {
      choice: TARGET_CLASSES[chooseClass(mix.factors, probabilities)]!,
      probabilities: toRecord(TARGET_CLASSES, probabilities) as Record<TargetClass, number>,
    };
  }

  /** What both models say of the pair seen from one side. */
  function judgeFrom(facts: SentimentFacts, a: TargetView, b: TargetView): Float64Array[] {
    const features = [...pairFeatures(facts), ...pairHints(pairAnchors(facts), a.scores, b.scores)];
    return [
      softmax(scoreClasses(model.pairs.linear, features)),
      net.judge(netPlaces(facts, shape), 0, PAIR_CLASSES.length),
    ];
  }

  function judgePair(doc: ParsedDoc, p: Span, q: Span): PairJudgement | undefined {
    const a = view(doc, p);
    const b = view(doc, q);
    const there = a && b && findFacts(doc, [p, q]);
    if (!there) return undefined;
    const [first, second] = there.context.mentions;
    if (first!.end > second!.first) return undefined;
    const back = swapFacts(there);
    net.read(netWords(there, shape));
    const probabilities = mixSources(model.pairs.mix, [
      ...judgeFrom(there, a, b),
      ...judgeFrom(back, b, a).map(swapClasses),
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
