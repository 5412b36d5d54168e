import { describe, expect, test } from "vitest";
import type { Relation, Stance } from "../../src/core/index.ts";
import { type Dossier, type DossierSource, readFeature } from "../../src/extract/dossier.ts";
import { createDossiers } from "../../src/extract/dossiers.ts";
import { makeDoc } from "../helpers.ts";

const DOC = makeDoc(
  [
    "[Norway]place#0 met [Sweden]place#1 .",
    "[Denmark]place#2 stayed home .",
    "[Norway]place#0 said so of [the law]law#3 .",
  ].join("\n"),
);
const PLACE = { holder: 0, target: 1, token: 2 };

describe("createDossiers(source)", () => {
  test("has both directions of every two named ones that meet in a sentence", () => {
    expect(show(createDossiers(source()))).toEqual(["Norway → Sweden", "Sweden → Norway"]);
  });

  test("says how often and how near two are", () => {
    const dossier = find(createDossiers(source()), 0, 1);
    expect(readFeature(dossier, "sentences together")).toBe(1);
    expect(readFeature(dossier, "nearness")).toBe(0.5);
    expect(dossier.places.any).toEqual({ holder: 0, target: 1, token: 0 });
  });

  test("brings a speaker together with what was named before", () => {
    const speech = { source: [], cue: [], content: [], sourceMention: 3, cueHead: 9, parent: -1 };
    const attributions = [{ ...speech, quoted: false, confidence: 1 }];
    const dossier = find(createDossiers(source({ attributions })), 0, 2);
    expect(readFeature(dossier, "target before speech")).toBe(1);
    expect(readFeature(dossier, "holder speaks")).toBe(1);
    expect(dossier.places.any).toEqual({ holder: 3, target: 2, token: 9 });
  });

  test("gathers claims by side and direction", () => {
    const stances = [claim(0, "oppose", 1, 0.4), claim(0, "oppose", 1, 0.6), claim(1, "support", 0, 0.5)];
    const dossier = find(createDossiers(source({ stances })), 0, 1);
    expect(readFeature(dossier, "surest oppose")).toBe(0.6);
    expect(readFeature(dossier, "sum oppose")).toBeCloseTo(1);
    expect(readFeature(dossier, "reverse support")).toBe(0.5);
    expect(readFeature(dossier, "surest support")).toBe(0);
  });

  test("keeps the best place that a judge found for each side", () => {
    const judged = [0.3, 0.7, 0.5].map((probability, token) => ({
      holder: 0,
      target: 1,
      polarity: "support" as const,
      probability,
      by: "pair" as const,
      place: { ...PLACE, token },
    }));
    const dossier = find(createDossiers(source({ judged })), 0, 1);
    expect(dossier.places.support?.token).toBe(1);
    expect(readFeature(dossier, "pair support")).toBe(0.7);
    expect(readFeature(dossier, "pair sum support")).toBeCloseTo(1.5);
  });

  test("knows a friend's foe, and a body whose member one is", () => {
    const stances = [claim(0, "support", 2, 0.5), claim(2, "oppose", 1, 0.8)];
    const relations = [tie(0, "member-of", 2)];
    const dossier = find(createDossiers(source({ stances, relations })), 0, 1);
    expect(readFeature(dossier, "through others")).toBeCloseTo(-0.4);
    expect(readFeature(dossier, "through the holder's ties")).toBeCloseTo(-0.8);
    expect(readFeature(dossier, "opposition to target")).toBeCloseTo(0.8);
    expect(readFeature(dossier, "holder's support")).toBeCloseTo(0.5);
  });

  test("takes a sentence of very many names for a list", () => {
    const names = Array.from({ length: 30 }, (_, i) => `[Place${i}]place#${i}`).join(" , ");
    const doc = makeDoc(`${names} .`);
    const speakerOf = doc.mentions.map(() => -1);
    expect(createDossiers({ ...doc, ...NOTHING, speakerOf })).toEqual([]);
  });
});

const NOTHING = { attributions: [], relations: [], stances: [], judged: [] };

function source(parts: Partial<DossierSource> = {}): DossierSource {
  return { ...DOC, ...NOTHING, speakerOf: DOC.mentions.map(() => -1), ...parts };
}

function find(dossiers: readonly Dossier[], holder: number, target: number): Dossier {
  const found = dossiers.find((dossier) => dossier.holder === holder && dossier.target === target);
  if (!found) throw new Error(`no dossier of ${holder} and ${target}`);
  return found;
}

function show(dossiers: readonly Dossier[]): string[] {
  return dossiers.map(({ holder, target }) => `${DOC.clusters[holder]!.name} → ${DOC.clusters[target]!.name}`);
}

const CLAIM = { explicit: true, hedged: false, negated: false, conditional: false, cue: [], chain: [], reason: "test" };
const EVIDENCE = { docId: "d", start: 0, end: 1, quote: "x" };

function claim(holder: number, polarity: Stance["polarity"], target: number, confidence: number): Stance {
  const sides = { holder: { cluster: holder, mention: 0 }, target: { cluster: target, mention: 1 } };
  return { kind: "stance", ...CLAIM, ...sides, polarity, confidence, evidence: EVIDENCE };
}

function tie(subject: number, predicate: Relation["predicate"], object: number): Relation {
  const sides = { subject: { cluster: subject, mention: 0 }, object: { cluster: object, mention: 1 } };
  return { kind: "relation", ...CLAIM, ...sides, predicate, confidence: 1, evidence: EVIDENCE };
}
