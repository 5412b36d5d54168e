import { describe, expect, test } from "vitest";
import { InternalError } from "../../src/core/index.ts";
import { assembleGraph, ENTITY_COLORS, serializeGraph } from "../../src/graph/index.ts";
import { DOCUMENTS, idOf, makeClaim, makeEntity, makeGraph } from "./fixture.ts";

const graph = makeGraph();
const SUPPORT = "stance:entity:germany|entity:huawei|support";

describe("assembleGraph(input)", () => {
  test("draws one edge for a holder, target and polarity, and for a subject, object and predicate", () => {
    expect(graph.edges()).toEqual([
      "relation:entity:germany|entity:huawei|meets",
      "relation:entity:huawei|entity:jane-roe|meets",
      "relation:entity:jane-roe|entity:germany|member-of",
      "stance:entity:germany|entity:huawei|oppose",
      SUPPORT,
    ]);
  });

  test("counts claims and documents, and is surer of two than of one", () => {
    const { weight, documents, confidence, firstDate, lastDate } = graph.getEdgeAttributes(SUPPORT);
    expect({ weight, documents, confidence, firstDate, lastDate }).toEqual({
      weight: 2,
      documents: 2,
      confidence: 0.92,
      firstDate: "2019-02-23",
      lastDate: "2019-02-23",
    });
  });

  test("is never certain, however many say so", () => {
    const documents = Array.from({ length: 9 }, (_, i) => ({ id: `a${i}`, text: "Germany backs Huawei." }));
    const claims = documents.map((document) =>
      makeClaim(document, "Germany", "support", "Huawei", { quote: "Germany backs Huawei", confidence: 0.9 }),
    );
    const many = assembleGraph({
      documents,
      entities: [makeEntity("place Germany"), makeEntity("organization Huawei")],
      claims,
      generator: "test",
    });
    expect(many.getEdgeAttribute(SUPPORT, "confidence")).toBe(0.99);
    expect(many.getEdgeAttribute(SUPPORT, "weight")).toBe(9);
  });

  test("turns a symmetric relation so that either way of saying it is one edge", () => {
    const [evidence] = graph.getEdgeAttribute("relation:entity:germany|entity:huawei|meets", "evidence");
    expect(evidence!.quote).toBe("Huawei met Germany");
    expect([evidence!.source, evidence!.target]).toEqual([
      [11, 18],
      [0, 6],
    ]);
  });

  test("sorts evidence by date, with undated last", () => {
    expect(graph.getEdgeAttribute(SUPPORT, "evidence").map(({ docId }) => docId)).toEqual(["b", "c"]);
  });

  test("keeps the surer of two claims from the same words", () => {
    const claims = [0.6, 0.9, 0.7].map((confidence) =>
      makeClaim(DOCUMENTS[0]!, "Germany", "support", "Huawei", { quote: "Germany backs Huawei", confidence }),
    );
    const once = assembleGraph({
      documents: DOCUMENTS,
      entities: [makeEntity("place Germany"), makeEntity("organization Huawei")],
      claims,
      generator: "test",
    });
    expect(once.getEdgeAttributes(SUPPORT)).toMatchObject({ weight: 1, confidence: 0.9 });
  });

  test("keeps the chain of who says so, with the node of a known source", () => {
    const [evidence] = graph.getEdgeAttribute("stance:entity:germany|entity:huawei|oppose", "evidence");
    expect(evidence!.chain).toEqual([
      { source: "Officials", sourceKind: "unnamed", cue: "said", entity: "entity:germany" },
    ]);
  });

  test("draws no edge whose claims together are less sure than asked, nor one of a thing about itself", () => {
    expect(makeGraph({ minConfidence: 0.7 }).getEdgeAttribute(SUPPORT, "weight")).toBe(2);
    expect(makeGraph({ minConfidence: 0.7 }).hasEdge("stance:entity:germany|entity:huawei|mixed")).toBe(false);
    expect(makeGraph({ minConfidence: 0.3 }).hasEdge("stance:entity:germany|entity:huawei|mixed")).toBe(true);
    expect(graph.someEdge((_, __, source, target) => source === target)).toBe(false);
  });

  test("keeps lone entities that are mentioned often enough, and no lone concept", () => {
    expect(graph.nodes()).toEqual([idOf("5G"), idOf("Germany"), idOf("Huawei"), idOf("Jane Roe")]);
    expect(makeGraph({ minMentions: 2 }).nodes()).toEqual([idOf("Germany"), idOf("Huawei"), idOf("Jane Roe")]);
  });

  test("describes nodes: colour by type, area by mentions", () => {
    const [germany, huawei] = [graph.getNodeAttributes(idOf("Germany")), graph.getNodeAttributes(idOf("Huawei"))];
    expect(germany).toMatchObject({
      label: "Germany",
      entityType: "place",
      mentions: 9,
      documents: 3,
      size: 8,
      color: ENTITY_COLORS.place,
    });
    expect(huawei.size).toBeLessThan(germany.size);
  });

  test("lists the documents without their texts, unless asked for them", () => {
    expect(graph.getAttribute("documents")).toEqual([
      { id: "a", date: "2019-02-01" },
      { id: "b", title: "A <b>blow</b>", date: "2019-02-23", publisher: "The Paper" },
      { id: "c" },
    ]);
    expect(graph.getAttribute("texts")).toBeUndefined();
    expect(makeGraph({ includeText: true }).getAttribute("texts")).toEqual(
      Object.fromEntries(DOCUMENTS.map(({ id, text }) => [id, text])),
    );
  });

  test("gives the same bytes whatever the order of its input", () => {
    expect(serializeGraph(makeGraph({}, true))).toBe(serializeGraph(graph));
  });

  test("refuses a claim of an entity that it was not given, as a fault of ours", () => {
    const claims = [makeClaim(DOCUMENTS[0]!, "Germany", "support", "Huawei")];
    expect(() =>
      assembleGraph({ documents: DOCUMENTS, entities: [makeEntity("place Germany")], claims, generator: "test" }),
    ).toThrow(InternalError);
  });

  test("makes an empty graph of nothing", () => {
    const empty = assembleGraph({ documents: [], entities: [], claims: [], generator: "test" });
    expect([empty.order, empty.size]).toEqual([0, 0]);
  });
});
