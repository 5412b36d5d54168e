import type { Span } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";
import { softmax } from "./linear-model.ts";
import { PAIR_CLASSES, type PairClass, type PairJudgement, type PairStance, SWAPPED } from "./pair-stance.ts";
import { createFactFinder, type SentimentFacts, swapFacts } from "./sentiment-features.ts";
import type { SeenMention } from "./sentiment-features-context.ts";
import { anchorHints, pairAnchors, stepHints, type TargetScores, targetScores } from "./sentiment-features-hints.ts";
import { createLinearFeatures } from "./sentiment-features-linear.ts";
import { rememberLast } from "./sentiment-features-memo.ts";
import { createNetInputs } from "./sentiment-features-net.ts";
import type { WordVectors } from "./sentiment-features-vectors.ts";
import type { SentimentLexicons } from "./sentiment-features-words.ts";
import { chooseClass, createNetRunner, mixSources, type StanceModel } from "./sentiment-model.ts";
import { createFeatureScorer } from "./sentiment-score.ts";
import { TARGET_CLASSES, type TargetJudgement, type TargetPolarity } from "./target-polarity.ts";

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

/** How a mention is judged by itself, and as features of a pair of which it is the first or the second. */
interface Hints {
  readonly scores: TargetScores;
  readonly steps: readonly [Uint32Array, Uint32Array];
}

/** Makes the judges of pairs and of single mentions; they share a network and what they read of a mention. */
export function createStanceJudges({ model, vectors, lexicons }: StanceJudgeOptions): StanceJudges {
  const { shape, gate } = model;
  const findFacts = createFactFinder(lexicons, vectors);
  const linear = createLinearFeatures();
  const scoreTarget = createFeatureScorer(model.targets.linear);
  const scorePair = createFeatureScorer(model.pairs.linear);
  const glance = createFeatureScorer(gate.linear);
  const inputs = createNetInputs(shape);
  const net = createNetRunner(shape, model.net, vectors);
  // A mention is asked about once for every partner it has.
  const hintsOf = rememberLast(() => new Map<number, Hints | undefined>());

  /** What the linear model of targets says of the mention alone. */
  function hints(doc: ParsedDoc, span: Span): Hints | undefined {
    const known = hintsOf(doc);
    const key = span.start * 2 ** 26 + span.end;
    let found = known.get(key);
    if (!found && !known.has(key)) {
      const facts = findFacts(doc, [span]);
      const scores = facts && targetScores(scoreTarget(linear.target(facts)));
      found = scores && { scores, steps: [stepHints(0, scores), stepHints(1, scores)] };
      known.set(key, found);
    }
    return found;
  }

  function judgeTarget(doc: ParsedDoc, target: Span): TargetJudgement | undefined {
    const facts = findFacts(doc, [target]);
    if (!facts) return undefined;
    const { mix } = model.targets;
    net.read(inputs.words(facts.context));
    const probabilities = mixSources(mix, [
      softmax(scoreTarget(linear.target(facts))),
      net.judge(inputs.places(facts), PAIR_CLASSES.length, shape.classes),
    ]);
    return {
      choice: TARGET_CLASSES[chooseClass(mix.factors, probabilities)]!,
      probabilities: { oppose: probabilities[0]!, neutral: probabilities[1]!, support: probabilities[2]! },
    };
  }

  /** What the linear model says of the pair seen from one side. */
  function judgeFrom(facts: SentimentFacts, a: Hints, b: Hints): Float64Array {
    const [p, q] = facts.context.mentions as [SeenMention, SeenMention];
    const { shared, own } = linear.pair(facts);
    return softmax(
      scorePair({
        shared: [...shared, a.steps[0], b.steps[1]],
        own: [...own, anchorHints(pairAnchors(p, q), a.scores, b.scores)],
      }),
    );
  }

  function judgePair(doc: ParsedDoc, p: Span, q: Span): PairJudgement | undefined {
    const facts = findFacts(doc, [p, q]);
    if (!facts) return undefined;
    const [first, second] = facts.context.mentions;
    if (first!.end > second!.first) return undefined;
    if (glance(linear.glance(facts.context))[0]! < gate.least) {
      return { choice: "neutral", probabilities: toPairRecord(gate.probabilities) };
    }
    const a = hints(doc, p)!;
    const b = hints(doc, q)!;
    net.read(inputs.words(facts.context));
    const probabilities = mixSources(model.pairs.mix, [
      judgeFrom(facts, a, b),
      swapClasses(judgeFrom(swapFacts(facts), b, a)),
      net.judge(inputs.places(facts), 0, PAIR_CLASSES.length),
    ]);
    return {
      choice: PAIR_CLASSES[chooseClass(model.pairs.mix.factors, probabilities)]!,
      probabilities: toPairRecord(probabilities),
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
          probabilities: toPairRecord(swapped),
        };
      },
    },
  };
}

/** Probabilities of the pair's classes with p and q in each other's place. */
export function swapClasses(probabilities: ArrayLike<number>): Float64Array {
  return Float64Array.from(PAIR_CLASSES, (name) => probabilities[PAIR_CLASSES.indexOf(SWAPPED[name])]!);
}

function toPairRecord(p: ArrayLike<number>): Record<PairClass, number> {
  return { neutral: p[0]!, "p+q": p[1]!, "q+p": p[2]!, "p-q": p[3]!, "q-p": p[4]! };
}
