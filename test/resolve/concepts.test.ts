import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConceptMention, ConceptStance, Polarity } from "../../src/core/index.ts";
import { type DocRecord, resolveConcepts, resolveEntities } from "../../src/resolve/index.ts";

interface Row {
  readonly holder: string;
  readonly polarity?: Polarity;
  readonly head?: string;
  readonly words?: readonly string[];
  /** Names in the phrase: "ban on Volvo". */
  readonly named?: readonly string[];
  readonly label?: string;
}

/** A document in which every row is a sentence of its own. */
function record(id: string, ...rows: Row[]): DocRecord {
  const names = [...new Set(rows.flatMap(({ holder, named = [] }) => [holder, ...named]))];
  const span = (at: number) => ({ start: at * 10, end: at * 10 + 5 });
  return {
    document: { id },
    clusters: names.map((name, cluster) => ({ cluster, name, aliases: [], entityType: "organization", mentions: 1 })),
    standsFor: names.map((_, cluster) => cluster),
    claims: [],
    concepts: rows.map(({ head = "ban", words = [], named = [], label }, at): ConceptMention => {
      const told = [...words, ...named].join(" ");
      return {
        ...span(at),
        head,
        words,
        named: named.map((name) => names.indexOf(name)),
        agents: [],
        label: label ?? `${head} on ${told}`,
      };
    }),
    voiceClaims: [],
    conceptClaims: rows.map(({ holder, polarity = "oppose" }, at) => ({
      claim: {
        kind: "stance",
        holder: { cluster: names.indexOf(holder), mention: 0 },
        concept: at,
        polarity,
        evidence: { docId: id, ...span(at), quote: "words" },
        cue: [],
        chain: [],
        explicit: true,
        hedged: false,
        negated: false,
        conditional: false,
        confidence: 0.8,
        reason: "test",
      } satisfies ConceptStance,
      sourceSpan: span(at),
      targetSpan: span(at),
    })),
  };
}

const all = { minConceptHolders: 1, minConceptClaims: 1, minConceptDocuments: 1 };

function resolve(records: readonly DocRecord[], options: Parameters<typeof resolveConcepts>[2] = all) {
  return resolveConcepts(records, resolveEntities(records), options);
}
const names = (records: readonly DocRecord[], options?: Parameters<typeof resolveConcepts>[2]) =>
  resolve(records, options).concepts.map(({ name }) => name);

describe("resolveConcepts(records)", () => {
  test("joins phrases of one head and the same words, named by the commonest", () => {
    const { concepts } = resolve([
      record("a", { holder: "Acme", words: ["fur"], label: "fur ban" }),
      record("b", { holder: "Orin", words: ["fur"], label: "ban on fur" }),
      record("c", { holder: "Tarn", words: ["fur"], label: "ban on fur" }),
    ]);
    expect(concepts).toHaveLength(1);
    expect(concepts[0]).toMatchObject({
      id: "concept:ban-on-fur",
      entityType: "concept",
      aliases: ["fur ban"],
      mentions: 3,
      documents: ["a", "b", "c"],
    });
  });
  test("keeps other words, other heads and other names apart", () => {
    const rows: Row[] = [
      { holder: "Acme", words: ["fur"] },
      { holder: "Acme", words: ["whaling"] },
      { holder: "Acme", head: "tax", words: ["fur"] },
      { holder: "Acme", named: ["Volvo"] },
      { holder: "Acme", named: ["Tarn"] },
    ];
    expect(names([record("a", ...rows)])).toHaveLength(5);
  });
  test("joins a phrase to the one fuller phrase that adds a name", () => {
    const deal = { head: "agreement", words: ["nuclear"] };
    expect(
      names([
        record("a", { holder: "Acme", ...deal, label: "nuclear deal" }),
        record("b", { holder: "Orin", ...deal, named: ["Tarn"], label: "nuclear deal with Tarn" }),
      ]),
    ).toHaveLength(1);
  });
  test("joins it to neither of two", () => {
    const deal = { head: "agreement", words: ["nuclear"] };
    expect(
      names([
        record("a", { holder: "Acme", ...deal, label: "nuclear deal" }),
        record("b", { holder: "Orin", ...deal, named: ["Tarn"], label: "nuclear deal with Tarn" }),
        record("c", { holder: "Orin", ...deal, named: ["Volvo"], label: "nuclear deal with Volvo" }),
      ]),
    ).toHaveLength(3);
  });
  test("leaves out a concept that is named like an entity", () => {
    expect(names([record("a", { holder: "Acme", label: "Acme" })])).toEqual([]);
  });
  test("draws none if not asked to", () => {
    expect(resolve([record("a", { holder: "Acme" })], { ...all, concepts: false })).toEqual({
      concepts: [],
      claims: [],
    });
  });
});

describe("resolveConcepts(records) keeps by default", () => {
  const fur = { words: ["fur"] };
  test.each([
    ["one claim", [record("a", { holder: "Acme", ...fur })], 0],
    ["two claims of one actor", [record("a", { holder: "Acme", ...fur }), record("b", { holder: "Acme", ...fur })], 0],
    ["two actors", [record("a", { holder: "Acme", ...fur }), record("b", { holder: "Orin", ...fur })], 1],
    ["two actors in one text", [record("a", { holder: "Acme", ...fur }, { holder: "Orin", ...fur })], 0],
    ["three claims", ["a", "b", "c"].map((id) => record(id, { holder: "Acme", ...fur })), 1],
  ])("%s", (_, records, kept) => expect(names(records, {})).toHaveLength(kept));
});

describe("resolveConcepts(records) is the same", () => {
  const row = fc.record({
    holder: fc.constantFrom("Acme", "Orin", "Tarn"),
    head: fc.constantFrom("ban", "tax"),
    words: fc.subarray(["fur", "minimum", "wage"]),
    named: fc.subarray(["Volvo", "Norn"]),
    polarity: fc.constantFrom<Polarity>("support", "oppose", "mixed"),
  });
  const documents = fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

  test("in whatever order the documents come (seed 11)", () => {
    fc.assert(
      fc.property(documents, (docs) => {
        const records = docs.map((rows, i) => record(`d${i}`, ...rows));
        const sorted = (list: readonly DocRecord[]) => {
          const { concepts, claims } = resolve(list);
          return {
            concepts,
            claims: claims.map(({ source, target, claim }) => JSON.stringify([claim.evidence, source, target])).sort(),
          };
        };
        expect(sorted([...records].reverse())).toEqual(sorted(records));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
  test("with fewer concepts where more is asked of them, and every claim about one that is kept (seed 12)", () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 4 }), (docs, least) => {
        const records = docs.map((rows, i) => record(`d${i}`, ...rows));
        const free = resolve(records);
        const strict = resolve(records, { minConceptHolders: least, minConceptClaims: least, minConceptDocuments: 2 });
        const ids = new Set(free.concepts.map(({ id }) => id));
        for (const { id, documents: places } of strict.concepts) {
          expect(ids).toContain(id);
          expect(places.length).toBeGreaterThanOrEqual(2);
        }
        const kept = new Set(strict.concepts.map(({ id }) => id));
        for (const { target } of strict.claims) expect(kept).toContain(target);
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});
