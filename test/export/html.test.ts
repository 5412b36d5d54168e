import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toHtml, toJson, unpackGraph } from "../../src/export/index.ts";
import { assembleGraph, type StanceGraph } from "../../src/graph/index.ts";
import { makeClaim, makeEntity, makeGraph } from "../graph/fixture.ts";

const TEMPLATE = '<!doctype html><body><script type="text/plain" id="stancegraph-data"></script><p>after</p></body>';

/** What stands between the tags, as the viewer reads it. */
const embedded = (page: string): string => /id="stancegraph-data">([^<]*)<\/script>/.exec(page)![1]!;

function makeQuoting(words: string): StanceGraph {
  const document = { id: "a", text: `${words}A B`, title: words };
  return assembleGraph({
    documents: [document],
    entities: [makeEntity("person A", { name: words }), makeEntity("person B")],
    claims: [makeClaim(document, "A", "support", "B", { quote: document.text })],
    generator: "test",
    options: { includeText: true },
  });
}

describe("toHtml(graph, template)", () => {
  test("puts the graph into the page, from which it comes back as it was", async () => {
    const graph = makeGraph({ includeText: true });
    const page = await toHtml(graph, TEMPLATE);
    expect(await unpackGraph(embedded(page))).toBe(toJson(graph));
    expect(page.endsWith("</script><p>after</p></body>")).toBe(true);
  });

  test("replaces the graph that a page holds", async () => {
    const twice = await toHtml(makeGraph(), await toHtml(makeQuoting("x"), TEMPLATE));
    expect(twice).toBe(await toHtml(makeGraph(), TEMPLATE));
  });

  test("lets no document out of its element (seed 11)", async () => {
    const hostile = fc.constantFrom("</script>", "<!--", "<script>", "$&", "$`", "\u2028", "]]>", "\0");
    const words = fc.array(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 10 })), { maxLength: 8 });
    const property = fc.asyncProperty(words, async (parts) => {
      const graph = makeQuoting(parts.join("").replace(/\p{Surrogate}/gu, "\uFFFD"));
      const page = await toHtml(graph, TEMPLATE);
      expect(page.replace(embedded(page), "")).toBe(TEMPLATE);
      expect(await unpackGraph(embedded(page))).toBe(toJson(graph));
    });
    await fc.assert(property, { seed: 11, numRuns: 60 });
  });

  test("refuses a page without a place for it", async () => {
    await expect(toHtml(makeGraph(), "<p></p>")).rejects.toMatchObject({ code: "not-a-template" });
  });
});

describe("unpackGraph(packed)", () => {
  test.each([
    ["no base64", "<>"],
    ["something else", "aGVsbG8="],
    ["half of it", "q1YqS8wpTQUA".slice(0, 6)],
  ])("says that %s is damaged", async (_, packed) => {
    await expect(unpackGraph(packed)).rejects.toMatchObject({ code: "not-embedded" });
  });
});
