import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildGraph, createPipeline, type Pipeline } from "../../src/pipeline/index.ts";
import { findFaults, parseStanceCases } from "./stance-cases.ts";

const cases = parseStanceCases(
  readFileSync(join(import.meta.dirname, "..", "fixtures", "own-voice-cases.txt"), "utf8"),
);

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
});
