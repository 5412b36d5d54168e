import { describe, expect, test } from "vitest";
import type { Document } from "../../src/core/index.ts";
import { assembleGraph, type StanceGraph } from "../../src/graph/index.ts";
import type { GoldGraph } from "../../src/train/gold-graphs.ts";
import { judgeEdges } from "../../src/train/graph-edges.ts";
import { normaliseName } from "../../src/train/graph-match.ts";
import { scoreGraph, sumScores } from "../../src/train/graph-score.ts";
import { makeClaim, makeEntity } from "../graph/fixture.ts";

const DOCUMENT: Document = { id: "a", text: "Norway backs Sweden. Norway met Acme. Sweden sued Acme in Oslo." };

const GOLD: GoldGraph = {
  id: "a",
  entities: [
    { name: "Norway", type: "place" },
    { name: "Kingdom of Sweden", type: "place", aliases: ["Sweden"] },
    { name: "Acme Shipping", type: "organization", aliases: ["Acme"], core: true },
    { name: "Oslo", type: "place", core: false },
  ],
  stances: [
    { holder: "Norway", target: "Kingdom of Sweden", polarity: "support" },
    { holder: "Kingdom of Sweden", target: "Acme Shipping", polarity: "oppose" },
    { holder: "Norway", target: "Acme Shipping", polarity: "support", optional: true },
  ],
  relations: [
    { subject: "Acme Shipping", predicate: "meets", object: "Norway" },
    { subject: "Acme Shipping", predicate: "based-in", object: "Oslo" },
  ],
};

const ENTITIES = ["place Norway", "place Sweden", "organization Acme", "place Oslo"];

type Edge = Parameters<typeof makeClaim> extends [Document, ...infer Rest] ? Rest : never;

function makeGraph(edges: readonly Edge[], entities: readonly string[] = ENTITIES): StanceGraph {
  return assembleGraph({
    documents: [DOCUMENT],
    entities: entities.map((words) => makeEntity(words)),
    claims: edges.map((edge) => makeClaim(DOCUMENT, ...edge)),
    generator: "stancegraph test",
    options: { minConfidence: 0 },
  });
}

const scoreOf = (graph: StanceGraph) => scoreGraph({ document: DOCUMENT, gold: GOLD }, graph);

describe("scoreGraph(article, graph)", () => {
  test("matches entities by name and alias, and asks for core ones only", () => {
    const score = scoreOf(makeGraph([], ["place Norway", "person Sweden", "person Ann Lee"]));
    expect(score.entities).toEqual({ right: 2, spurious: 1, missed: 1 });
    expect([score.matched, score.typed]).toEqual([2, 1]);
    expect(score.errors.filter(({ kind }) => !/^(stance|relation)/.test(kind))).toEqual([
      { kind: "entity missed (organization)", what: "Acme Shipping" },
      { kind: "entity spurious (person)", what: "Ann Lee" },
      { kind: "place read as person", what: "Kingdom of Sweden" },
    ]);
  });

  test.each<[string, Edge[], Partial<ReturnType<typeof scoreOf>>]>([
    [
      "counts a right stance, a missed one and no optional one",
      [
        ["Norway", "support", "Sweden"],
        ["Norway", "support", "Acme"],
      ],
      { stancePairs: { right: 1, spurious: 0, missed: 1 }, stances: { right: 1, spurious: 0, missed: 1 } },
    ],
    [
      "counts a wrong polarity as spurious and missed",
      [["Norway", "oppose", "Sweden"]],
      { stancePairs: { right: 1, spurious: 0, missed: 1 }, stances: { right: 0, spurious: 1, missed: 2 } },
    ],
    [
      "reads both polarities of a pair as mixed",
      [
        ["Norway", "oppose", "Sweden"],
        ["Norway", "support", "Sweden"],
      ],
      { stances: { right: 0, spurious: 1, missed: 2 } },
    ],
    [
      "holds the other direction to be another stance",
      [["Sweden", "support", "Norway"]],
      { stancePairs: { right: 0, spurious: 1, missed: 2 } },
    ],
    [
      "reads a symmetric relation in either direction, others in one",
      [
        ["Norway", "meets", "Acme"],
        ["Oslo", "based-in", "Acme"],
      ],
      { relations: { right: 1, spurious: 1, missed: 1 } },
    ],
  ])("%s", (_, edges, expected) => expect(scoreOf(makeGraph(edges))).toMatchObject(expected));

  test("calls an edge grounded whose evidence stands in the text to the character", () => {
    const graph = makeGraph([
      ["Norway", "support", "Sweden"],
      ["Norway", "meets", "Acme"],
    ]);
    expect(scoreOf(graph)).toMatchObject({ edges: 2, grounded: 2 });
    expect(scoreGraph({ document: { id: "a", text: "Something else." }, gold: GOLD }, graph).grounded).toBe(0);
  });

  test("adds up", () => {
    const score = scoreOf(makeGraph([["Norway", "support", "Sweden"]]));
    expect(sumScores([score, score]).stances).toEqual({ right: 2, spurious: 0, missed: 2 });
  });
});

describe("judgeEdges(gold, graph)", () => {
  test("judges each edge but optional ones and those of concepts", () => {
    const graph = makeGraph(
      [
        ["Norway", "support", "Sweden", { confidence: 0.9 }],
        ["Norway", "oppose", "Sweden", { confidence: 0.4 }],
        ["Norway", "support", "Acme"],
        ["Norway", "meets", "Acme", { confidence: 0.6 }],
        ["Norway", "oppose", "a ban"],
      ],
      [...ENTITIES, "concept a ban"],
    );
    expect(judgeEdges(GOLD, graph)).toEqual([
      { kind: "relation", probability: 0.6, correct: true },
      { kind: "stance", probability: 0.4, correct: false },
      { kind: "stance", probability: 0.9, correct: true },
    ]);
  });
});

describe("normaliseName(name)", () => {
  test.each([
    ["The New York Times", "new york times"],
    ["Norway’s", "norway"],
    ["U.S.", "u s"],
    ["E–mail  Corp.", "e mail corp"],
  ])("%s → %s", (name, expected) => expect(normaliseName(name)).toBe(expected));
});
