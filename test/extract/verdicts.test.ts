import { describe, expect, test } from "vitest";
import type { Stance } from "../../src/core/index.ts";
import { addTo, type Dossier, openDossier } from "../../src/extract/dossier.ts";
import { weighByVerdicts } from "../../src/extract/verdicts.ts";

const PLACE = { holder: 0, target: 1, token: 0 };

describe("weighByVerdicts(options)", () => {
  test("gives the surest claim the verdict's probability, and weaker ones their share of it", () => {
    expect(weigh([claim("support", 0.6), claim("support", 0.3)], { support: 0.8, oppose: 0 })).toEqual([
      ["support", 0.8],
      ["support", 0.4],
    ]);
  });

  test("leaves a plain claim most of its confidence where the rest of the document speaks against it", () => {
    expect(weigh([claim("support", 0.8)], { support: 0.1, oppose: 0.2 })).toEqual([["support", 0.56]]);
  });

  test("lets the stronger side of a pair stand, the weaker one by its verdict alone", () => {
    expect(weigh([claim("support", 0.5), claim("oppose", 0.7)], { support: 0.1, oppose: 0.6 })).toEqual([
      ["support", 0.1],
      ["oppose", 0.6],
    ]);
  });

  test("writes down what no sentence claimed where it is sure enough, and only there", () => {
    expect(weigh([], { support: 0.1, oppose: 0.55 })).toEqual([["oppose", 0.55]]);
    expect(weigh([], { support: 0.1, oppose: 0.45 })).toEqual([]);
  });

  test("only lists what learned models alone claim without being sure", () => {
    expect(weigh([claim("oppose", 0.3)], { support: 0, oppose: 0.35 }, { composed: 0 })).toEqual([["oppose", 0.29]]);
    expect(weigh([claim("oppose", 0.3)], { support: 0, oppose: 0.45 }, { composed: 0 })).toEqual([["oppose", 0.45]]);
  });

  test("pushes nobody to one side who plainly stands on both", () => {
    const verdict = { support: 0, oppose: 0.8 };
    expect(weigh([], verdict, { composed: 0, mixed: 0.5 })).toEqual([]);
    expect(weigh([claim("oppose", 0.5)], verdict, { composed: 0, mixed: 0.5 })).toEqual([["oppose", 0.29]]);
  });

  test("finds nobody against his own side who does not plainly say so", () => {
    const verdict = { support: 0, oppose: 0.8 };
    expect(weigh([], verdict, { composed: 0, tie: "holder holds-position target" })).toEqual([]);
    expect(weigh([claim("oppose", 0.5)], verdict, { tie: "holder holds-position target" })).toEqual([["oppose", 0.8]]);
  });

  test("says nothing of a pair that meets nowhere", () => {
    expect(weigh([], { support: 0, oppose: 0.9 }, { places: {} })).toEqual([]);
  });

  test("leaves claims of short texts, and of pairs without a dossier, as they are", () => {
    expect(weigh([claim("support", 0.6)], { support: 0.1, oppose: 0 }, { sentences: 3 })).toEqual([["support", 0.6]]);
    const other = { ...claim("support", 0.6), holder: { cluster: 5, mention: 0 } };
    expect(weigh([other], { support: 0, oppose: 0 })).toEqual([["support", 0.6]]);
  });
});

function weigh(
  stances: readonly Stance[],
  verdict: { support: number; oppose: number },
  { sentences = 20, places = { any: PLACE } as Dossier["places"], composed = 0.5, mixed = 0, tie = "" } = {},
): [string, number][] {
  const dossier: Dossier = { ...openDossier(0, 1), places };
  for (const side of ["support", "oppose"]) addTo(dossier, `composed ${side}`, composed);
  addTo(dossier, "surest mixed", mixed);
  if (tie) addTo(dossier, tie, 1);
  const weighed = weighByVerdicts({
    stances,
    dossiers: [dossier],
    model: { judge: () => verdict },
    sentenceCount: sentences,
    partyOf: (cluster) => cluster,
    write: (_, __, polarity, confidence) => claim(polarity, confidence),
  });
  return weighed.map(({ polarity, confidence }) => [polarity, confidence]);
}

function claim(polarity: Stance["polarity"], confidence: number): Stance {
  return {
    kind: "stance",
    holder: { cluster: 0, mention: 0 },
    target: { cluster: 1, mention: 1 },
    polarity,
    explicit: true,
    hedged: false,
    negated: false,
    conditional: false,
    confidence,
    cue: [],
    chain: [],
    evidence: { docId: "d", start: 0, end: 1, quote: "x" },
    reason: "test",
  };
}
