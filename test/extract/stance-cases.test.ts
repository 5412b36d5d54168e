import { beforeAll, describe, expect, test } from "vitest";
import { buildGraph, createPipeline, type Pipeline } from "../../src/pipeline/index.ts";
import { findFaults, readStanceCases } from "./stance-cases.ts";

const cases = readStanceCases("stance-cases.txt");

describe("the stances of short texts, through the whole pipeline", () => {
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
