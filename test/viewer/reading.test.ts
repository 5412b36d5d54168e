import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EdgeEvidence } from "../../src/graph/index.ts";
import { parseGraph } from "../../src/graph/index.ts";
import { foldCopies } from "../../src/viewer/model/copies.ts";
import { DEFAULT_FILTERS } from "../../src/viewer/model/filters.ts";
import { filtersInWords } from "../../src/viewer/model/filters-in-words.ts";
import {
  joinQuotes,
  listClaims,
  type ReadClaim,
  segmentStretch,
  splitParagraphs,
  standsIn,
} from "../../src/viewer/model/reading.ts";
import { makeSmallGraph } from "./make-small-graph.ts";

const graph = parseGraph(makeSmallGraph());
const texts = graph.getAttribute("texts")!;

const evidence = (quote: string, extra: Partial<EdgeEvidence> = {}): EdgeEvidence => ({
  ...{ docId: "a", start: 0, end: quote.length, quote, source: [0, 1], cue: [[2, 3]], target: [4, 5] },
  ...{ explicit: true, hedged: false, negated: false, conditional: false, confidence: 1, reason: "", chain: [] },
  ...extra,
});
const claim = (quote: string, start: number): ReadClaim => ({
  ...{ edge: "e", at: 0, says: "support" },
  evidence: evidence(quote, { start, end: start + quote.length }),
});

describe("listClaims(graph, document, edges)", () => {
  test("finds every claim of every document in its place, in the order of the text", () => {
    const all = Object.keys(texts).flatMap((id) => {
      const claims = listClaims(graph, id, graph.edges());
      expect(claims.every(({ evidence: { docId } }) => docId === id)).toBe(true);
      expect(claims.every((one) => standsIn(texts[id]!, one.evidence))).toBe(true);
      const starts = claims.map((one) => one.evidence.start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      return claims;
    });
    expect(all).toHaveLength(graph.reduceEdges((sum, _, edge) => sum + edge.evidence.length, 0));
  });
});

describe("splitParagraphs(text)", () => {
  test.each([
    ["a b\n\nc", ["0 a b", "5 c"]],
    ["\n\n  a\nb \n \n\n c\n", ["4 a\nb", "13 c"]],
    ["", []],
    [" \n ", []],
  ])("cuts %j at blank lines", (text, expected) =>
    expect(splitParagraphs(text).map(({ start, text: words }) => `${start} ${words}`)).toEqual(expected));

  test("keeps every letter at its place (seed 2)", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", ".", " ", "\n", "\t", "é", "😀"), maxLength: 40 });
    fc.assert(
      fc.property(letters, (text) => {
        const stretches = splitParagraphs(text);
        for (const stretch of stretches) expect(text.startsWith(stretch.text, stretch.start)).toBe(true);
        expect(
          stretches
            .map((stretch) => stretch.text)
            .join("")
            .replace(/\s/g, ""),
        ).toBe(text.replace(/\s/g, ""));
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});

describe("joinQuotes(claims)", () => {
  test.each([
    [
      "puts overlapping quotes together",
      [claim("Norway backs Sw", 0), claim("backs Sweden.", 7)],
      ["Norway backs Sweden."],
    ],
    ["shows a sentence once", [claim("One.", 0), claim("One.", 0)], ["One."]],
    ["leaves a gap where something is missing", [claim("One.", 0), claim("Two.", 40)], ["One.", "[…]Two."]],
    ["keeps quotes apart that do not agree", [claim("abcdef", 0), claim("xxyyzz", 3)], ["abcdef", "xxyyzz"]],
  ])("%s", (_, claims, expected) =>
    expect(joinQuotes(claims).map(({ gap, text }, i) => (gap && i > 0 ? `[…]${text}` : text))).toEqual(expected));
});

describe("segmentStretch(stretch, claims)", () => {
  test("gives back the stretch, whatever the offsets say (seed 9)", () => {
    const offsets = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }));
    const property = fc.property(
      fc.string({ maxLength: 40 }),
      fc.array(fc.tuple(offsets, offsets, offsets)),
      (text, spans) => {
        const claims = spans.map(([source, cue, target]) => ({
          ...claim(text, 3),
          evidence: evidence(text, { start: 3, source, cue: [cue], target }),
        }));
        const segments = segmentStretch({ start: 3, text, gap: false }, claims);
        expect(segments.map((segment) => segment.text).join("")).toBe(text);
        expect(segments.every((segment) => segment.marks.every((mark) => mark.claim < claims.length))).toBe(true);
      },
    );
    fc.assert(property, { seed: 9, numRuns: 200 });
  });
});

describe("foldCopies(evidence)", () => {
  const wire = "The minister said on Monday that the harbour plan would go ahead as agreed.";
  test("puts the same sentence of several documents together and keeps the rest apart", () => {
    const list = [
      evidence(wire, { docId: "a" }),
      evidence("Something else was said on that day by others.", { docId: "b" }),
      evidence(wire.replace("go ahead", "proceed"), { docId: "b" }),
      evidence(`${wire.slice(0, -1)}, she said.`, { docId: "c" }),
      evidence(wire, { docId: "a" }),
    ];
    expect(foldCopies(list).map(({ all }) => all)).toEqual([[0, 3], [1], [2], [4]]);
  });

  test("does not take short sentences for copies", () => {
    expect(foldCopies([evidence("He agreed.", { docId: "a" }), evidence("He agreed.", { docId: "b" })])).toHaveLength(
      2,
    );
  });
});

describe("filtersInWords(filters, graph)", () => {
  test.each([
    [{}, "Nothing is filtered out."],
    [{ hiddenPolarities: ["oppose", "mixed"] as const }, "Without opposition and mixed."],
    [
      { minConfidence: 0.5, period: { from: "2031-01", to: "2031-03" } },
      "January 2031 to March 2031. At least 50% confidence.",
    ],
    [{ focus: { key: "entity:ada-quill", depth: 1 } }, "Ada Quill and those within 1 line of it."],
    [{ holder: "entity:ada-quill", hiddenActors: ["gone"] }, "Only what Ada Quill holds. Without gone."],
  ])("says %j", (filters, words) => expect(filtersInWords({ ...DEFAULT_FILTERS, ...filters }, graph)).toBe(words));
});
