import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHedges } from "../extract/grades.ts";
import { createFactFinder, type SentimentFacts, swapFacts } from "../extract/sentiment-features.ts";
import { pairAnchors } from "../extract/sentiment-features-hints.ts";
import { pairFeatures, targetFeatures } from "../extract/sentiment-features-linear.ts";
import { netPlaces, netWords } from "../extract/sentiment-features-net.ts";
import { loadWordVectors, type WordVectors } from "../extract/sentiment-features-vectors.ts";
import { parsePolarity, type SentimentLexicons } from "../extract/sentiment-features-words.ts";
import type { NetPlaces, NetShape, NetWords } from "../extract/sentiment-net.ts";
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

export interface TargetExample {
  readonly text: string;
  /** Index into `TARGET_CLASSES`. */
  readonly label: number;
  readonly words: NetWords;
  readonly places: NetPlaces;
  readonly features: Uint32Array;
}

/** What the linear model reads of a pair from one side, apart from hints. */
export interface PairView {
  readonly features: Uint32Array;
  readonly anchors: Uint32Array;
}

/** A pair seen from both sides, and its mentions seen alone. */
export interface PairExample {
  readonly text: string;
  readonly words: NetWords;
  /** Index into `PAIR_CLASSES`. */
  readonly label: number;
  readonly places: { readonly there: NetPlaces; readonly back: NetPlaces };
  readonly there: PairView;
  readonly back: PairView;
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
  const findFacts = createFactFinder(lexicons, vectors);
  const pairView = (facts: SentimentFacts): PairView => ({
    features: pairFeatures(facts).slice(),
    anchors: Uint32Array.from(pairAnchors(facts)),
  });
  return {
    pair({ id, text, p, q, label }) {
      const doc = parse({ id, text });
      const there = findFacts(doc, [p, q]);
      if (!there) return undefined;
      const back = swapFacts(there);
      return {
        text,
        label,
        words: netWords(there, shape),
        places: { there: netPlaces(there, shape), back: netPlaces(back, shape) },
        there: pairView(there),
        back: pairView(back),
        alone: [targetFeatures(findFacts(doc, [p])!).slice(), targetFeatures(findFacts(doc, [q])!).slice()],
      };
    },
    target({ id, text, target, polarity }) {
      const facts = findFacts(parse({ id, text }), [target]);
      return (
        facts && {
          text,
          label: polarity + 1,
          words: netWords(facts, shape),
          places: netPlaces(facts, shape),
          features: targetFeatures(facts).slice(),
        }
      );
    },
  };
}
