import { describe, expect, test } from "vitest";
import { toCsv, toJson } from "../../src/export/index.ts";
import { assembleGraph, parseGraph } from "../../src/graph/index.ts";
import { makeClaim, makeEntity, makeGraph } from "../graph/fixture.ts";

describe("toCsv(graph)", () => {
  const tables = toCsv(makeGraph());

  test("lists nodes, edges and every piece of evidence with its document", () => {
    expect(tables.nodes.split("\r\n").slice(0, 3)).toEqual([
      "id,label,entityType,aliases,mentions,documents",
      "entity:5g,5G,product,,1,1",
      'entity:germany,Germany,place,"German; Berlin, Germany",9,3',
    ]);
    expect(tables.edges.split("\r\n")).toHaveLength(7);
    expect(tables.evidence.split("\r\n").find((row) => row.includes("oppose"))).toBe(
      "stance:entity:germany|entity:huawei|oppose,Germany,Huawei,stance,oppose,a,2019-02-01,,,0,40,Officials said Germany now blocks Huawei,true,false,false,false,0.8,Officials,test",
    );
  });

  test("keeps quotation marks and lines inside a cell, and disarms formulas", () => {
    const document = { id: "a", text: "A B" };
    const entities = [
      makeEntity("person A", { name: 'say "x",\ny' }),
      makeEntity("person B", { name: "=HYPERLINK(1)" }),
    ];
    const { nodes } = toCsv(
      assembleGraph({
        documents: [document],
        entities,
        claims: [makeClaim(document, "A", "support", "B")],
        generator: "test",
      }),
    );
    expect(nodes).toContain('entity:a,"say ""x"",\ny",person');
    expect(nodes).toContain("entity:b,'=HYPERLINK(1),person");
  });
});

describe("toJson(graph)", () => {
  test("is what parseGraph reads", () => {
    const graph = makeGraph();
    expect(parseGraph(toJson(graph)).export()).toEqual(graph.export());
  });
});
