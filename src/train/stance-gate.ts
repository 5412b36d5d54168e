import type { Span } from "../core/index.ts";
import { scoreClass } from "../extract/linear-model.ts";
import { PAIR_CLASSES } from "../extract/pair-stance.ts";
import { createStanceJudges } from "../extract/pair-stance-judges.ts";
import { createFactFinder } from "../extract/sentiment-features.ts";
import { createLinearFeatures } from "../extract/sentiment-features-linear.ts";
import type { StanceGate, StanceModel } from "../extract/sentiment-model.ts";
import type { ParsedDoc } from "../language/index.ts";
import { trainBinary } from "./linear.ts";
import { LinearExamples } from "./linear-data.ts";
import { quantise } from "./linear-file.ts";
import type { TextParser } from "./parse-text.ts";
import { flatten, type SentimentTools } from "./stance-examples.ts";

/** A pair has a stance where the judge holds one for likelier than this; what is less likely is nowhere listed. */
const STANCE = 0.2;
/** Share of the pairs with a stance that the gate may keep from the judge. */
const LOST = 0.02;
/** Every tenth text measures how far the gate may be closed. */
const MEASURED = 10;
/** Names of one sentence, from its first. */
const MOST_NAMES = 8;

/** A gate through which every pair goes. */
export const OPEN_GATE: StanceGate = {
  linear: { classes: ["stance"], bits: 0, weights: new Int8Array(1), scale: 0, bias: [0], meta: {} },
  least: Number.NEGATIVE_INFINITY,
  probabilities: [1, 0, 0, 0, 0],
};

/**
 * Learns from the judge itself which pairs it would call neutral: it is shown every two names of a sentence, most of
 * which nobody would mark up. What it finds at a glance is then left out.
 */
export function trainGate(
  model: StanceModel,
  texts: readonly string[],
  parse: TextParser,
  { lexicons, vectors }: SentimentTools,
  seed: number,
  log: (line: string) => void,
): StanceGate {
  const { pairs } = createStanceJudges({ model, lexicons, vectors });
  const findFacts = createFactFinder(lexicons, vectors);
  const linear = createLinearFeatures();
  const examples = new LinearExamples();
  const measured: { features: Uint32Array; probabilities: readonly number[]; stance: boolean }[] = [];
  [...new Set(texts)].forEach((text, index) => {
    const doc = parse({ id: "text", text });
    for (const [p, q] of namePairs(doc)) {
      const judged = pairs.classify(doc, p, q);
      const facts = judged && findFacts(doc, [p, q]);
      if (!facts) continue;
      const features = flatten(linear.glance(facts.context));
      const probabilities = PAIR_CLASSES.map((name) => judged.probabilities[name]);
      const stance = Math.max(...probabilities.slice(1)) >= STANCE;
      if (index % MEASURED === 0) measured.push({ features, probabilities, stance });
      else examples.add(features, stance ? 1 : 0);
    }
  });
  const options = { bits: 16, epochs: 6, rate: 0.004, minCount: 3, prune: 0, seed };
  const gate = quantise(trainBinary(examples, "stance", options));
  const scored = measured.map((one) => ({ ...one, score: scoreClass(gate, one.features) }));
  const found = scored.filter(({ stance }) => stance).sort((a, b) => a.score - b.score);
  const least = found[Math.floor(LOST * found.length)]?.score ?? Number.NEGATIVE_INFINITY;
  const passed = scored.filter(({ score }) => score < least);
  log(`gate: ${examples.size} pairs, ${((100 * passed.length) / scored.length).toFixed(0)} % of others not judged`);
  return {
    linear: gate,
    least,
    probabilities: PAIR_CLASSES.map(
      (_, c) => passed.reduce((sum, { probabilities }) => sum + probabilities[c]!, 0) / passed.length,
    ),
  };
}

/** Every two names of a sentence, in text order. */
function namePairs(doc: ParsedDoc): [Span, Span][] {
  const pairs: [Span, Span][] = [];
  for (const { firstToken, endToken } of doc.sentences) {
    const names: Span[] = [];
    for (let t = firstToken; t < endToken; t++) {
      if (doc.tags[t]!.pos !== "PROPN") continue;
      const first = t;
      while (t + 1 < endToken && doc.tags[t + 1]!.pos === "PROPN") t++;
      if (names.length < MOST_NAMES) names.push({ start: doc.tokens[first]!.start, end: doc.tokens[t]!.end });
    }
    names.forEach((p, i) => {
      for (const q of names.slice(i + 1)) pairs.push([p, q]);
    });
  }
  return pairs;
}
