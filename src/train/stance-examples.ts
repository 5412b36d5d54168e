import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHedges } from "../extract/grades.ts";
import { createFactFinder, type SentimentFacts, swapFacts } from "../extract/sentiment-features.ts";
import type { SeenMention } from "../extract/sentiment-features-context.ts";
import { pairAnchors } from "../extract/sentiment-features-hints.ts";
import { createLinearFeatures, type FeatureSet } from "../extract/sentiment-features-linear.ts";
import { createNetInputs } from "../extract/sentiment-features-net.ts";
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
  const linear = createLinearFeatures();
  const net = createNetInputs(shape);
  const pairView = (facts: SentimentFacts): PairView => {
    const [p, q] = facts.context.mentions as [SeenMention, SeenMention];
    return { features: flatten(linear.pair(facts)), anchors: pairAnchors(p, q) };
  };
  return {
    pair({ id, text, p, q, label }) {
      const doc = parse({ id, text });
      const there = findFacts(doc, [p, q]);
      if (!there) return undefined;
      const back = swapFacts(there);
      return {
        text,
        label,
        words: net.words(there.context),
        places: { there: net.places(there), back: net.places(back) },
        there: pairView(there),
        back: pairView(back),
        alone: [flatten(linear.target(findFacts(doc, [p])!)), flatten(linear.target(findFacts(doc, [q])!))],
      };
    },
    target({ id, text, target, polarity }) {
      const facts = findFacts(parse({ id, text }), [target]);
      return (
        facts && {
          text,
          label: polarity + 1,
          words: net.words(facts.context),
          places: net.places(facts),
          features: flatten(linear.target(facts)),
        }
      );
    },
  };
}

/** All features of a set. */
export function flatten({ shared, own }: FeatureSet): Uint32Array {
  return joinFeatures([...shared, ...own]);
}

/** All parts as one array. */
export function joinFeatures(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
