import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/core/index.ts";
import { toCitations, toCsv, toGexf, toGraphml, toStatements, toSvg } from "../../src/export/index.ts";
import { parseGraph, serializeGraph } from "../../src/graph/index.ts";
import { makeHostileGraph } from "./hostile.ts";

const SEED = 20310115;

describe("parseGraph(text) of hostile files", () => {
  test(`reads what the format allows, refuses the rest in words, and every export takes it (seed ${SEED})`, () => {
    const property = fc.property(makeHostileGraph(), ({ graph, valid }) => {
      const text = JSON.stringify(graph);
      if (!valid) return void expect(() => parseGraph(text)).toThrow(InputError);
      const read = parseGraph(text);
      expect(read.order).toBe(graph.nodes.length);
      expect(parseGraph(serializeGraph(read)).size).toBe(read.size);
      for (const write of [toGexf, toGraphml, toCsv, toStatements, toCitations, toSvg]) write(read);
      expect("polluted" in {}).toBe(false);
    });
    fc.assert(property, { seed: SEED, numRuns: 60 });
  });

  test("any JSON at all is read or refused, never more (seed 4)", () => {
    const property = fc.property(fc.json({ maxDepth: 4 }), fc.boolean(), (json, dressed) => {
      const text = dressed
        ? `{"attributes":{"format":"stancegraph","version":1,"generator":"","options":{},"documents":[]},"nodes":${json},"edges":${json}}`
        : json;
      try {
        parseGraph(text);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    });
    fc.assert(property, { seed: 4, numRuns: 300 });
  });
});
