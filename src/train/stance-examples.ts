import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHedges } from "../extract/grades.ts";
import { createFactFinder, type FactFinder } from "../extract/sentiment-features.ts";
import { pairFeatures, type SentimentFacts, targetFeatures } from "../extract/sentiment-features-linear.ts";
import { netInput } from "../extract/sentiment-features-net.ts";
import { loadWordVectors, type WordVectors } from "../extract/sentiment-features-vectors.ts";
import { parsePolarity, type SentimentLexicons } from "../extract/sentiment-features-words.ts";
import type { NetInput, NetShape } from "../extract/sentiment-net.ts";
import { parseStanceLexicon } from "../extract/stance-lexicon.ts";
import { loadClusters } from "../language/index.ts";
import type { TextParser } from "./parse-text.ts";
import type { PairRecord, TargetRecord } from "./stance-corpus.ts";

export interface SentimentTools {
  readonly lexicons: SentimentLexicons;
  readonly vectors: WordVectors;
}

/** The word lists of the checkout and the vectors of the model folder. */
export async function loadSentimentTools(modelFolder: string): Promise<SentimentTools> {
  const table = (name: string): Promise<string> => readFile(join("data", "lexicon", name), "utf8");
  const clusters = await loadClusters(await readFile(join(modelFolder, "en-clusters.bin")));
  return {
    vectors: await loadWordVectors(await readFile(join(modelFolder, "en-vectors.bin")), clusters),
    lexicons: {
      clusters,
      stance: parseStanceLexicon(await table("stance.tsv")),
      hedges: parseHedges(await table("hedges.tsv")),
      polarity: parsePolarity(await table("polarity.tsv")),
    },
  };
}

/** What the two models read of one context. */
export interface View {
  readonly features: Uint32Array;
  readonly input: NetInput;
}

export interface TargetExample extends View {
  readonly text: string;
  /** Index into `TARGET_CLASSES`. */
  readonly label: number;
}

/** A pair seen from both sides, and its mentions seen alone. */
export interface PairExample {
  readonly text: string;
  /** Index into `PAIR_CLASSES`. */
  readonly label: number;
  readonly there: View;
  readonly back: View;
  /** Features of each mention by itself. */
  readonly alone: readonly [Uint32Array, Uint32Array];
}

export interface ExampleReader {
  pair(record: PairRecord): PairExample | undefined;
  target(record: TargetRecord): TargetExample | undefined;
}

export function createExampleReader(
  parse: TextParser,
  { lexicons, vectors }: SentimentTools,
  shape: NetShape,
): ExampleReader {
  const findFacts: FactFinder = createFactFinder(lexicons);
  const view = (facts: SentimentFacts, read: (facts: SentimentFacts) => number[]): View => ({
    features: Uint32Array.from(read(facts)),
    input: netInput(facts, vectors, shape),
  });
  return {
    pair({ id, text, p, q, label }) {
      const doc = parse({ id, text });
      const there = findFacts(doc, [p, q]);
      const back = findFacts(doc, [q, p]);
      if (!there || !back) return undefined;
      return {
        text,
        label,
        there: view(there, pairFeatures),
        back: view(back, pairFeatures),
        alone: [
          Uint32Array.from(targetFeatures(findFacts(doc, [p])!)),
          Uint32Array.from(targetFeatures(findFacts(doc, [q])!)),
        ],
      };
    },
    target({ id, text, target, polarity }) {
      const facts = findFacts(parse({ id, text }), [target]);
      return facts && { text, label: polarity + 1, ...view(facts, targetFeatures) };
    },
  };
}
