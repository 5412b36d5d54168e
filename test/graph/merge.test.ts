import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/core/index.ts";
import { assembleGraph, createVerifier, mergeGraphs, parseGraph, serializeGraph } from "../../src/graph/index.ts";
import { DOCUMENTS, idOf, makeClaim, makeEntity, makeGraph } from "./fixture.ts";

const NEWS: Document = { id: "news", text: "Merkel backs Germany. Germany met Huawei.", date: "2020-01-01" };

/** A graph of one document, in which the chancellor has her surname only. */
function makeNews() {
  return assembleGraph({
    documents: [NEWS],
    entities: [
      makeEntity("place Germany", { aliases: ["Berlin"], documents: ["news"], mentions: 3 }),
      makeEntity("person Merkel", { documents: ["news"] }),
      makeEntity("organization Huawei", { documents: ["news"] }),
    ],
    claims: [
      makeClaim(NEWS, "Merkel", "support", "Germany", { quote: "Merkel backs Germany" }),
      makeClaim(NEWS, "Huawei", "meets", "Germany", { quote: "Germany met Huawei" }),
    ],
    generator: "test",
    options: { includeText: true },
  });
}

describe("mergeGraphs(base, added)", () => {
  const base = makeGraph({ includeText: true });
  const before = serializeGraph(base);
  const merged = mergeGraphs(base, makeNews());

  test("joins nodes of one key, adds up how often they are mentioned, and keeps their places", () => {
    const germany = merged.getNodeAttributes("entity:germany");
    expect(germany).toMatchObject({ mentions: 12, documents: 4, aliases: ["German", "Berlin, Germany", "Berlin"] });
    base.forEachNode((key, { x, y }) => expect(merged.getNodeAttributes(key)).toMatchObject({ x, y }));
    expect(merged.hasNode("entity:merkel")).toBe(true);
  });

  test("joins the evidence of one edge, by date", () => {
    const edge = merged.findEdge(
      (_, attributes) => attributes.kind === "relation" && attributes.predicate === "meets" && attributes.documents > 1,
    )!;
    expect(merged.getEdgeAttributes(edge)).toMatchObject({ weight: 2, documents: 2, lastDate: "2020-01-01" });
    expect(merged.size).toBe(base.size + 1);
  });

  test("takes a surname for the one person who bears it as an alias", () => {
    const grown = base.copy() as typeof base;
    grown.addNode(idOf("Angela Merkel"), {
      ...base.getNodeAttributes("entity:jane-roe"),
      label: "Angela Merkel",
      aliases: ["Merkel"],
    });
    const joined = mergeGraphs(grown, makeNews());
    expect(joined.hasNode("entity:merkel")).toBe(false);
    expect(joined.hasDirectedEdge("entity:angela-merkel", "entity:germany")).toBe(true);
  });

  test("never joins a person with a place of the same name", () => {
    const paris = (type: string) =>
      assembleGraph({ documents: [], entities: [makeEntity(`${type} Paris`)], claims: [], generator: "test" });
    expect(mergeGraphs(paris("place"), paris("person")).nodes()).toEqual(["entity:paris", "entity:paris-person"]);
  });

  test("changes neither of the graphs, and gives a graph that can be read and verified", () => {
    expect(serializeGraph(base)).toBe(before);
    const read = parseGraph(serializeGraph(merged));
    const verifier = createVerifier(read);
    for (const document of [...DOCUMENTS, NEWS]) verifier.check(document);
    expect(verifier.finish().problems).toEqual([]);
    expect(Object.keys(read.getAttribute("texts")!).sort()).toEqual(["a", "b", "c", "news"]);
  });

  test("adds nothing where a graph meets itself (seed 5)", () => {
    fc.assert(
      fc.property(fc.boolean(), (texts) => {
        const graph = makeGraph({ includeText: texts });
        expect(mergeGraphs(graph, graph).export()).toEqual(graph.export());
      }),
      { seed: 5, numRuns: 4 },
    );
  });

  test("gives every newcomer a place of its own", () => {
    const document = { id: "crowd", text: "Germany and others" };
    const names = Array.from({ length: 40 }, (_, i) => `Newcomer ${i}`);
    const crowd = assembleGraph({
      documents: [document],
      entities: [makeEntity("place Germany"), ...names.map((name) => makeEntity(`person ${name}`))],
      claims: names.slice(0, 20).map((name) => makeClaim(document, name, "support", "Germany", { quote: "Germany" })),
      generator: "test",
    });
    const grown = mergeGraphs(base, crowd);
    const places = grown.mapNodes((_, { x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(grown.order);
  });
});
