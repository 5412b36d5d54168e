import { beforeAll, describe, expect, test } from "vitest";
import { createVerifier, parseGraph, serializeGraph } from "../../src/graph/index.ts";
import { buildGraph, createPipeline, type Pipeline } from "../../src/pipeline/index.ts";
import { findFaults, readStanceCases } from "./stance-cases.ts";

const cases = readStanceCases("own-voice-cases.txt");

describe("stances in a document's own voice, through the whole pipeline", () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await createPipeline();
  });

  test.each(
    cases.map((one) => [one.group, one.document.text.replace(/\s+/g, " "), one] as const),
  )("%s: %s", async (_group, _text, one) => {
    const graph = buildGraph([await pipeline.run(one.document)]);
    expect(findFaults(graph, one)).toEqual([]);
  });

  test("hold nothing for the writer of a note by the editor, and are the newspaper's", async () => {
    const text = "I have known the harbour for years.\n\nEditor’s note: Pedro Silva is a serial liar.";
    const doc = await pipeline.run({ id: "a", text, publisher: "The Herald", author: "Ada Quill" });
    expect(doc.voiceStances.map(({ holder }) => holder.name)).toEqual(["The Herald"]);
  });

  test.each([
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "__proto__",
    "\u202eHerald\u2066",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
  ])("are held by a node, whose evidence re-slices, under any name: %j", async (publisher) => {
    const text = "The plan by Pedro Silva is reckless.";
    const built = buildGraph([await pipeline.run({ id: "a", text, publisher })]);
    const graph = parseGraph(serializeGraph(built));
    const [edge] = graph.filterEdges((_, { kind }) => kind === "stance");
    expect(graph.getSourceAttributes(edge!)).toMatchObject({ entityType: "organization", mentions: 0, documents: 1 });
    const [evidence] = graph.getEdgeAttribute(edge!, "evidence");
    expect(text.slice(evidence!.start, evidence!.end)).toBe(evidence!.quote);
    expect(evidence).not.toHaveProperty("source");
    expect(evidence!.chain).toEqual([
      { source: graph.getSourceAttribute(edge!, "label"), sourceKind: "author", cue: "", entity: graph.source(edge!) },
    ]);
    const verifier = createVerifier(graph);
    verifier.check({ id: "a", text });
    expect(verifier.finish().problems).toEqual([]);
  });
});
