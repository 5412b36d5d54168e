import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import * as graphologyGexf from "graphology-gexf";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { toGexf, toGraphml } from "../../src/export/index.ts";
import { assembleGraph, type StanceGraph } from "../../src/graph/index.ts";
import { makeClaim, makeEntity, makeGraph } from "../graph/fixture.ts";

const graph = makeGraph();

/** Every element with its attributes; throws where the text is not well-formed. */
function parseXml(text: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: (typeof elements)[number][] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes } as Record<string, string>, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (words) => {
    if (open.length > 0) open.at(-1)!.text += words;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  return elements;
}

/** A graph of two nodes whose every string is the given one. */
function makeHostile(word: string): StanceGraph {
  const document = { id: word, text: word, title: word, publisher: word, date: "2019-02-23" };
  const [left, right] = [
    makeEntity("person A", { name: word, aliases: [word, "x"] }),
    makeEntity("person B", { name: word }),
  ];
  const claim = makeClaim({ ...document, text: `${word}A B` }, "A", "member-of", "B", {
    quote: word,
    detail: word || "x",
    reason: word,
  });
  return assembleGraph({ documents: [document], entities: [left, right], claims: [claim], generator: word });
}

const HOSTILE = [
  "</script><script>alert(1)</script>",
  `&<>"']]>`,
  "a\tb\nc\rd",
  "\0\x01\x1b\x7f\x85\u2028\ufffe\uffff",
  "\ud800",
  "😀 ünïcödé",
  " lead, comma | bar ; ",
  "--><!-- ]]>",
  "",
];

describe("toGexf(graph)", () => {
  test("declares GEXF 1.3 with one block of attributes a class", () => {
    const elements = parseXml(toGexf(graph));
    expect(elements[0]!.attributes).toMatchObject({
      version: "1.3",
      xmlns: "http://gexf.net/1.3",
      "xmlns:viz": "http://gexf.net/1.3/viz",
    });
    expect(elements.filter(({ name }) => name === "attributes").map(({ attributes }) => attributes.class)).toEqual([
      "node",
      "edge",
    ]);
  });

  test("gives every edge a kind that is unique between its two nodes", () => {
    const edges = parseXml(toGexf(graph)).filter(({ name }) => name === "edge");
    const kinds = edges.map(({ attributes: { source, target, kind } }) => `${source} ${kind} ${target}`);
    expect(new Set(kinds).size).toBe(graph.size);
    expect(kinds).toContain("entity:germany oppose entity:huawei");
  });

  test("writes days with evidence as timestamps, and none for edges without a date", () => {
    const elements = parseXml(toGexf(graph));
    expect(elements.find(({ name }) => name === "graph")!.attributes).toEqual({
      defaultedgetype: "directed",
      mode: "dynamic",
      timeformat: "date",
      timerepresentation: "timestamp",
    });
    expect(elements.filter(({ name }) => name === "spell").map(({ attributes }) => attributes.timestamp)).toEqual([
      "2019-02-23",
      "2019-02-23",
      "2019-02-01",
      "2019-02-23",
    ]);
  });

  test("is static where no document is dated, and puts a year at its first day", () => {
    const dated = (date?: string): string => {
      const document = { id: "a", text: "A B", ...(date && { date }) };
      const claims = [makeClaim(document, "A", "support", "B")];
      return toGexf(
        assembleGraph({
          documents: [document],
          entities: [makeEntity("person A"), makeEntity("person B")],
          claims,
          generator: "test",
        }),
      );
    };
    expect(dated()).toContain('mode="static"');
    expect(dated()).not.toContain("spell");
    expect(dated("2019")).toContain('timestamp="2019-01-01"');
    expect(dated("2019-02")).toContain('timestamp="2019-02-01"');
  });

  test("is read by graphology as it was written", () => {
    const read = graphologyGexf.parse(MultiDirectedGraph, toGexf(graph));
    expect(read.nodes()).toEqual(graph.nodes());
    expect(read.edges()).toEqual(graph.edges());
    graph.forEachNode((node, { label, entityType, aliases, mentions, x, y, size }) => {
      expect(read.getNodeAttributes(node)).toMatchObject({
        label,
        entityType,
        aliases: JSON.stringify(aliases),
        mentions,
        x,
        y,
        size,
      });
    });
    expect(read.getNodeAttribute("entity:germany", "color")).toBe("rgb(17,119,51)");
    graph.forEachEdge((edge, attributes) => {
      const { kind, weight, confidence, evidence } = attributes;
      expect(read.getEdgeAttributes(edge)).toMatchObject({ kind, weight, confidence });
      expect(JSON.parse(read.getEdgeAttribute(edge, "evidence"))).toEqual(evidence);
    });
  });

  test.each(HOSTILE)("stays well-formed and keeps what XML can hold of %j", (word) => {
    const elements = parseXml(toGexf(makeHostile(word)));
    const node = elements.find(({ name }) => name === "node")!;
    expect(node.attributes.label).toBe(
      word.replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Surrogate}/gu, "\uFFFD"),
    );
  });

  test("both XML formats are well-formed whatever the strings (seed 20190223)", () => {
    const property = fc.property(fc.string({ unit: "binary", maxLength: 40 }), (word) => {
      const hostile = makeHostile(word);
      parseXml(toGexf(hostile));
      parseXml(toGraphml(hostile));
    });
    fc.assert(property, { seed: 20190223, numRuns: 150 });
  });
});

describe("toGraphml(graph)", () => {
  test("declares every attribute that it uses, and keeps labels and evidence", () => {
    const elements = parseXml(toGraphml(graph));
    const keys = new Map(
      elements.filter(({ name }) => name === "key").map(({ attributes }) => [attributes.id, attributes["attr.name"]]),
    );
    const data = elements.filter(({ name }) => name === "data");
    expect(data.every(({ attributes }) => keys.has(attributes.key!))).toBe(true);
    const ofName = (name: string): string[] =>
      data.filter(({ attributes }) => keys.get(attributes.key!) === name).map(({ text }) => text);
    expect(ofName("label").slice(0, graph.order)).toEqual(["5G", "Germany", "Huawei", "Jane Roe"]);
    expect(ofName("evidence").map((text) => JSON.parse(text))).toEqual(graph.mapEdges((_, { evidence }) => evidence));
  });
});
