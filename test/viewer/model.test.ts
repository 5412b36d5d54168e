import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentName, findCurvatures, toCitation } from "../../src/export/index.ts";
import { parseGraph } from "../../src/graph/index.ts";
import { dateInWords, dateRange, periodInWords } from "../../src/viewer/model/dates.ts";
import { countFacets } from "../../src/viewer/model/facets.ts";
import { DEFAULT_FILTERS, DEFAULT_LENS, type Filters, findVisible } from "../../src/viewer/model/filters.ts";
import { countSides, findLedger } from "../../src/viewer/model/ledger.ts";
import { findOverview } from "../../src/viewer/model/overview.ts";
import { findLargestPart } from "../../src/viewer/model/parts.ts";
import { contextOf, segmentQuote } from "../../src/viewer/model/passage.ts";
import { search } from "../../src/viewer/model/search.ts";
import { getLine, indexDocuments, isStanceLine } from "../../src/viewer/model/stance-graph.ts";
import { findTimeline } from "../../src/viewer/model/timeline.ts";
import { reasonInWords, verbOf } from "../../src/viewer/model/words.ts";
import { makeSmallGraph } from "./make-small-graph.ts";

const graph = parseGraph(makeSmallGraph());
const documents = indexDocuments(graph);
const label = (key: string) => graph.getNodeAttribute(key, "label");
const filter = (filters: Partial<Filters>) => findVisible(graph, { ...DEFAULT_FILTERS, ...filters });

describe("findVisible(graph, filters)", () => {
  test.each<[string, Partial<Filters>, (lines: ReturnType<typeof getLine>[]) => boolean]>([
    [
      "one holder's stances",
      { holder: "entity:ada-quill" },
      (lines) => lines.every((line) => line.source === "entity:ada-quill" && isStanceLine(line)),
    ],
    [
      "the stances about one target",
      { target: "entity:sound-barrage" },
      (lines) => lines.every((line) => line.target === "entity:sound-barrage" && isStanceLine(line)),
    ],
    [
      "what one publisher printed",
      { lens: { ...DEFAULT_LENS, outlet: "Northern Herald" } },
      (lines) =>
        lines.every(({ attributes }) =>
          attributes.evidence.some(({ docId }) => documents.get(docId)?.publisher === "Northern Herald"),
        ),
    ],
    [
      "nothing of an actor that is taken out",
      { hiddenActors: ["entity:ada-quill"] },
      (lines) => lines.every((line) => line.source !== "entity:ada-quill" && line.target !== "entity:ada-quill"),
    ],
    [
      "what is between the chosen actors",
      { onlyActors: ["entity:ada-quill", "entity:sound-barrage"] },
      (lines) => lines.every((line) => [line.source, line.target].every((key) => /ada-quill|barrage/.test(key))),
    ],
  ])("leaves %s", (_, filters, holds) => {
    const lines = [...filter(filters).edges].map((key) => getLine(graph, key));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThan(graph.size);
    expect(holds(lines)).toBe(true);
  });

  test("shows every line and every actor that has one", () => {
    const { nodes, edges } = filter({});
    expect(edges.size).toBe(graph.size);
    expect([...nodes].length).toBe(graph.order - 1);
    expect(nodes.has("entity:northern-herald")).toBe(false);
    expect(filter({ unlinked: true }).nodes.size).toBe(graph.order);
  });

  test.each<[string, Partial<Filters>, number]>([
    ["a polarity", { hiddenPolarities: ["oppose"] }, 30],
    ["a predicate", { hiddenPredicates: ["investigates"] }, 43],
    ["lines that are less sure", { minConfidence: 0.95 }, 4],
    ["lines of other months", { period: { from: "2031-02", to: "2031-03" } }, 17],
    ["a type with all its lines", { hiddenTypes: ["product"] }, 32],
    ["what lies further than the focus", { focus: { key: "entity:jens-harrow", depth: 1 } }, 4],
    ["nothing, where the focus is no actor", { focus: { key: "entity:nobody", depth: 1 } }, 44],
  ])("hides %s", (_, filters, lines) => expect(filter(filters).edges.size).toBe(lines));

  test("never shows a line without both its ends", () => {
    const types = ["person", "organization", "place", "product", "law"] as const;
    fc.assert(
      fc.property(
        fc.subarray([...types]),
        fc.subarray(["support", "oppose", "mixed"] as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(null, { key: "entity:ada-quill", depth: 1 }, { key: "entity:port", depth: 2 }),
        (hiddenTypes, hiddenPolarities, minConfidence, focus) => {
          const { nodes, edges } = filter({ hiddenTypes, hiddenPolarities, minConfidence, focus });
          for (const edge of edges) expect(graph.extremities(edge).every((end) => nodes.has(end))).toBe(true);
        },
      ),
    );
  });
});

describe("countFacets(graph, filters)", () => {
  test("counts what each switch would show, and leaves out what the graph has not", () => {
    const { polarities, predicates, types } = countFacets(graph, DEFAULT_FILTERS);
    expect(polarities.map(({ value, count }) => [value, count])).toEqual([
      ["support", 15],
      ["oppose", 14],
      ["mixed", 2],
    ]);
    expect(predicates.map(({ value }) => value)).not.toContain("owns-nothing");
    expect(predicates.reduce((sum, { count }) => sum + count, 0)).toBe(13);
    expect(types.find(({ value }) => value === "person")?.count).toBe(5);
  });

  test("keeps the count of what is switched off and lowers those of the others' lines", () => {
    const { polarities, types } = countFacets(graph, {
      ...DEFAULT_FILTERS,
      hiddenPolarities: ["oppose"],
      hiddenTypes: ["person"],
    });
    expect(polarities.find(({ value }) => value === "oppose")).toEqual({ value: "oppose", count: 8, shown: false });
    expect(types.find(({ value }) => value === "person")).toMatchObject({ count: 5, shown: false });
  });
});

describe("search(graph, text)", () => {
  test.each([
    ["the start of a name before its middle", "barr", ["Barrage Summit", "Sound Barrage"]],
    ["an alias", "sfu", ["Skerry Fishers' Union"]],
    ["without accents and case", "OKONJÓ", ["Mira Okonjo-Lund"]],
    ["nobody", "zzz", []],
    ["nobody for blanks", "   ", []],
  ])("finds %s", (_, text, names) => {
    expect(search(graph, text).actors.map(({ key }) => label(key))).toEqual(names);
  });

  test("finds a sentence once although several lines rest on it", () => {
    const { sentences } = search(graph, "both hailed");
    expect(sentences.length).toBe(1);
    expect(sentences[0]!.quote).toContain("both hailed the Coastal Waters Act");
  });

  test("takes any text for text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void search(graph, text)));
  });
});

describe("segmentQuote(evidence)", () => {
  test("marks holder, cue and target, also where they overlap", () => {
    const segments = segmentQuote({
      quote: "Quill hails it.",
      start: 10,
      source: [10, 15],
      cue: [[16, 21]],
      target: [16, 24],
    });
    expect(segments).toEqual([
      { text: "Quill", marks: ["holder"] },
      { text: " ", marks: [] },
      { text: "hails", marks: ["cue", "target"] },
      { text: " it", marks: ["target"] },
      { text: ".", marks: [] },
    ]);
  });

  test("joins to the quote, whatever the offsets say", () => {
    const offsets = fc.tuple(fc.integer({ min: -50, max: 300 }), fc.integer({ min: -50, max: 300 }));
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.nat(100),
        offsets,
        fc.array(offsets),
        offsets,
        (quote, start, source, cue, target) => {
          const segments = segmentQuote({ quote, start, source, cue, target });
          expect(segments.map(({ text }) => text).join("")).toBe(quote);
        },
      ),
    );
  });
});

describe("contextOf(text, start, end)", () => {
  const text = "One came. Two saw it! “Three,” said Four.\n\nFive went. Six";
  test.each([
    ["in the middle", "Two saw it!", "One came.", "“Three,” said Four."],
    ["at the start", "One came.", "", "Two saw it!"],
    ["at the end", "Six", "Five went.", ""],
    ["before an empty line", "“Three,” said Four.", "Two saw it!", "Five went."],
  ])("finds the neighbours of a sentence %s", (_, sentence, before, after) => {
    const start = text.indexOf(sentence);
    expect(contextOf(text, start, start + sentence.length)).toMatchObject({ before, after });
  });

  test("tells that an empty line lies between", () => {
    const start = text.indexOf("Five");
    expect(contextOf(text, start, start + 10)).toMatchObject({ beforeIsApart: true, afterIsApart: false });
  });

  test("cuts what is too long", () => {
    const { before, after } = contextOf(`${"a".repeat(900)} X ${"b".repeat(900)}`, 901, 902, 50);
    expect([before, after]).toEqual([`…${"a".repeat(50)}`, `${"b".repeat(50)}…`]);
  });
});

describe("words", () => {
  test.each([
    ["2019-02-23", "23 February 2019"],
    ["2019-02", "February 2019"],
    ["2019", "2019"],
    ["2019-13-01", "2019-13-01"],
    ["soon", "soon"],
  ])("dateInWords(%j) gives %j", (date, words) => expect(dateInWords(date)).toBe(words));

  test.each([
    ["2019-02-01", "2020-07-14", "February 2019 – July 2020"],
    ["2019-02-01", "2019-02-20", "February 2019"],
    ["2019-02-01", "2019-02-01", "1 February 2019"],
    [undefined, undefined, ""],
  ])("periodInWords(%j, %j) gives %j", (first, last, words) => expect(periodInWords(first, last)).toBe(words));

  test("dateRange passes over what is not dated", () => {
    expect(dateRange([undefined, "2020-01", "2019-05-02"])).toEqual({ first: "2019-05-02", last: "2020-01" });
    expect(dateRange([])).toEqual({});
  });

  test.each([
    ["drop → obj", "drop → the target"],
    ["reverse → obj decision → comp let → obj", "reverse → decision → let → the target"],
    ["threat → by, said by the source", "threat → by the target, said by the source"],
    ["apposition after the name", "apposition after the name"],
    ["", ""],
    ["learned from whole articles", "all that the article shows of the two"],
    ["learned from pairs; said on its behalf", "how such sentences mostly mean it; said on its behalf"],
  ])("reasonInWords(%j) gives %j", (reason, words) => expect(reasonInWords(reason)).toBe(words));

  test("verbOf works a title into the phrase", () => {
    const edge = graph.outEdges("entity:jens-harrow", "entity:skerry-fishers-union")[0]!;
    expect(verbOf(graph.getEdgeAttributes(edge))).toBe("holds the position of leader at");
  });

  test("toCitation gives what is known of the document", () => {
    const evidence = graph.getEdgeAttributes("entity-norland-support-entity-norland").evidence[0]!;
    expect(toCitation(evidence, undefined)).toBe(
      "“Norland thanked Norland for its patience, a spokesman joked.” (“herald-2031-07-22”)",
    );
    expect(documentName(undefined, "folder/my-article.txt")).toBe("my-article");
  });
});

describe("findLedger(graph, node)", () => {
  test("groups what an actor holds and receives; a stance on itself counts as held", () => {
    const quill = findLedger(graph, "entity:ada-quill");
    expect(countSides(quill.holds)).toEqual({ support: 1, oppose: 2, mixed: 0 });
    expect(countSides(quill.receives)).toEqual({ support: 2, oppose: 2, mixed: 0 });
    const norland = findLedger(graph, "entity:norland");
    expect(countSides(norland.holds)).toEqual({ support: 2, oppose: 1, mixed: 0 });
    expect(countSides(norland.receives)).toEqual({ support: 0, oppose: 0, mixed: 0 });
  });
});

describe("findOverview(graph)", () => {
  const overview = findOverview(graph);
  test("puts the most evenly disputed first", () => {
    expect(overview.contested.map(({ key }) => label(key)).slice(0, 2)).toEqual(["Sound Barrage", "Ada Quill"]);
  });
  test("lists those who take most stances first", () => {
    expect(overview.speakers.map(({ sides }) => sides.support + sides.oppose + sides.mixed)).toEqual(
      overview.speakers.map(({ sides }) => sides.support + sides.oppose + sides.mixed).toSorted((a, b) => b - a),
    );
    expect(overview.speakers.length).toBe(5);
  });
});

describe("findTimeline(graph)", () => {
  test("counts the statements of every month from the first to the last", () => {
    const { months, undated } = findTimeline(graph);
    expect(months.map(({ month }) => month)).toEqual(
      ["01", "02", "03", "04", "05", "06", "07"].map((month) => `2031-${month}`),
    );
    expect(months[0]).toEqual({ month: "2031-01", support: 3, oppose: 1, mixed: 0 });
    expect(months.reduce((sum, { support, oppose, mixed }) => sum + support + oppose + mixed, 0)).toBe(32);
    expect(undated).toBe(0);
  });

  test("lists months without any, and counts what is not dated apart", () => {
    const copy = parseGraph(makeSmallGraph());
    copy.updateAttribute("documents", (documents) =>
      documents!.map((document, index) => {
        const { date: _, ...rest } = document;
        return index === 0 ? { ...rest, date: "2030-11-30" } : index === 1 ? rest : document;
      }),
    );
    const { months, undated } = findTimeline(copy);
    expect(months.slice(0, 4).map(({ month, support }) => [month, support])).toEqual([
      ["2030-11", 3],
      ["2030-12", 0],
      ["2031-01", 0],
      ["2031-02", 1],
    ]);
    expect(undated).toBe(3);
  });

  test("does not count through the centuries for a slip in one date", () => {
    const copy = parseGraph(makeSmallGraph());
    copy.updateAttribute("documents", (documents) => [
      { ...documents![0]!, date: "0001-01-01" },
      ...documents!.slice(1),
    ]);
    expect(findTimeline(copy).months.length).toBe(7);
  });
});

describe("findLargestPart(graph, visible)", () => {
  test("finds the actors that hang together", () => {
    expect(findLargestPart(graph, filter({})).length).toBe(22);
    const part = findLargestPart(graph, filter({ period: { from: "2031-05", to: "2031-05" } }));
    expect(part.map(label).sort()).toEqual(["Barrage Summit", "Elspeth Crane", "Green Coast"]);
    expect(findLargestPart(graph, { nodes: new Set(), edges: new Set() })).toEqual([]);
  });
});

describe("findCurvatures(graph, edges)", () => {
  test("parts edges that share both ends, whichever way they go", () => {
    const bends = findCurvatures(graph, graph.edges());
    const seen = new Map<string, number[]>();
    for (const [edge, bend] of bends) {
      const [source, target] = graph.extremities(edge);
      if (source === target) continue;
      // On screen an edge the other way bends to the other side.
      const [pair, side] = source < target ? [`${source} ${target}`, bend] : [`${target} ${source}`, -bend];
      seen.set(pair, [...(seen.get(pair) ?? []), side]);
    }
    for (const sides of seen.values()) expect(new Set(sides.map((side) => side.toFixed(6))).size).toBe(sides.length);
  });

  test("gives a loop no bend", () => {
    expect(
      findCurvatures(graph, ["entity-norland-support-entity-norland"]).get("entity-norland-support-entity-norland"),
    ).toBe(0);
  });
});
