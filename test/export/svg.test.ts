import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { buildIdOf, selectGraph, toSvg } from "../../src/export/index.ts";
import { assembleGraph, type StanceGraph } from "../../src/graph/index.ts";
import { makeClaim, makeEntity, makeGraph } from "../graph/fixture.ts";

/** The names of all elements and all text; throws where the picture is not well-formed. */
function readSvg(svg: string): { elements: string[]; text: string } {
  const elements: string[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => void elements.push(name));
  parser.on("text", (words) => {
    text += words;
  });
  parser.write(svg).close();
  return { elements, text };
}

function makeNamed(name: string): StanceGraph {
  const document = { id: "a", text: "A B", title: name, publisher: name };
  return assembleGraph({
    documents: [document],
    entities: [makeEntity("person A", { name }), makeEntity("person B")],
    claims: [makeClaim(document, "A", "support", "B")],
    generator: "test",
  });
}

describe("toSvg(graph)", () => {
  const graph = makeGraph();

  test("draws every edge and node, with a legend, the filters in words and the build", () => {
    const { elements, text } = readSvg(
      toSvg(graph, { title: "Who backs Huawei", filters: "Only 2019.", buildId: buildIdOf(graph) }),
    );
    expect(elements.filter((name) => name === "path").length).toBeGreaterThanOrEqual(2 * graph.size);
    for (const words of ["Germany", "Huawei", "Support 1", "Opposition 1", "Who backs Huawei", "Only 2019."]) {
      expect(text).toContain(words);
    }
    expect(text).toContain("4 actors · 2 stances · 3 relations · 3 articles · February 2019");
    expect(text).toMatch(/Made with stancegraph test · build [0-9a-f]{8}/);
  });

  test("is the same for the same graph, and refers to nothing outside", () => {
    const svg = toSvg(graph);
    expect(toSvg(makeGraph())).toBe(svg);
    expect(svg.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|url\(|href|<script/);
  });

  test.each([
    ["nothing", { nodes: new Set<string>(), edges: new Set<string>() }],
    ["one actor", { nodes: new Set(["entity:germany"]), edges: new Set<string>() }],
  ])("draws %s", (_, chosen) => {
    expect(toSvg(selectGraph(graph, chosen))).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("takes names for text, whatever they are (seed 7)", () => {
    const property = fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => {
      const { elements } = readSvg(toSvg(makeNamed(name), { title: name, filters: name }));
      expect(new Set(elements)).toEqual(new Set(["svg", "title", "desc", "rect", "path", "circle", "text", "g"]));
    });
    fc.assert(property, { seed: 7, numRuns: 80 });
  });
});

describe("selectGraph(graph, chosen)", () => {
  test("keeps the chosen edges with their documents and texts, and changes nothing of the graph given", () => {
    const graph = makeGraph({ includeText: true });
    const before = JSON.stringify(graph.export());
    const nodes = new Set(["entity:germany", "entity:huawei"]);
    const some = selectGraph(graph, { nodes, edges: new Set(graph.filterEdges((_, edge) => edge.kind === "stance")) });
    expect(some.nodes()).toEqual([...nodes]);
    expect(some.someEdge((_, { kind }) => kind === "relation")).toBe(false);
    expect(Object.keys(some.getAttribute("texts")!)).toEqual(some.getAttribute("documents").map(({ id }) => id));
    expect(JSON.stringify(graph.export())).toBe(before);
  });

  test("leaves out an edge whose end is not chosen", () => {
    const graph = makeGraph();
    const some = selectGraph(graph, { nodes: new Set(["entity:germany"]), edges: new Set(graph.edges()) });
    expect([some.order, some.size, some.getAttribute("documents").length]).toEqual([1, 0, 0]);
  });
});

describe("buildIdOf(graph)", () => {
  test("is the same for the same graph and another for another", () => {
    expect(buildIdOf(makeGraph())).toBe(buildIdOf(makeGraph({}, true)));
    expect(buildIdOf(makeGraph())).not.toBe(buildIdOf(makeGraph({ includeText: true })));
  });
});
