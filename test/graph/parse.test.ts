import { describe, expect, test } from "vitest";
import { InputError } from "../../src/core/index.ts";
import { parseGraph, serializeGraph } from "../../src/graph/index.ts";
import { makeGraph } from "./fixture.ts";

const text = serializeGraph(makeGraph({ includeText: true }));

/** The graph file with one value changed: `edit("nodes.0.attributes.x", "far")`. */
function edit(path: string, value: unknown): string {
  const data = JSON.parse(text);
  const steps = path.split(".");
  const last = steps.pop()!;
  const holder = steps.reduce((inner, step) => inner[step], data);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return JSON.stringify(data);
}

function faultOf(file: string): { code: string; message: string } {
  try {
    parseGraph(file);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  return { code: "no error", message: "" };
}

describe("parseGraph(text)", () => {
  test("reads what serializeGraph wrote, to the byte", () => expect(serializeGraph(parseGraph(text))).toBe(text));

  test("keeps attributes that others added", () => {
    expect(parseGraph(edit("nodes.0.attributes.community", 3)).getNodeAttributes("entity:5g")).toHaveProperty(
      "community",
      3,
    );
  });

  test.each([
    ["no JSON", "{", "not-json", "not JSON"],
    ["null", "null", "not-a-graph", "no stancegraph file"],
    ["another program's graph", '{"nodes":[],"edges":[]}', "not-a-graph", "no stancegraph file"],
    [
      "a newer version",
      edit("attributes.version", 2),
      "newer-version",
      "version 2; this program reads version 1. Update",
    ],
    ["a version that is none", edit("attributes.version", "1"), "unknown-version", 'version "1"'],
    ["a place that is no number", edit("nodes.0.attributes.x", "far"), "not-a-graph", "at nodes[0].attributes.x"],
    ["a colour that is no colour", edit("nodes.0.attributes.color", "url(x)"), "not-a-graph", "expected #rrggbb"],
    [
      "an unknown type",
      edit("nodes.1.attributes.entityType", "planet"),
      "not-a-graph",
      "at nodes[1].attributes.entityType",
    ],
    ["an unknown kind of edge", edit("edges.0.attributes.kind", "love"), "not-a-graph", "at edges[0].attributes.kind"],
    [
      "evidence without a quote",
      edit("edges.0.attributes.evidence.0.quote", undefined),
      "not-a-graph",
      "evidence[0].quote",
    ],
    ["an offset below zero", edit("edges.0.attributes.evidence.0.start", -1), "not-a-graph", "evidence[0].start"],
    ["a date that is none", edit("attributes.documents.0.date", "soon"), "not-a-graph", "documents[0].date"],
    [
      "an edge to nowhere",
      edit("edges.2.target", "entity:nobody"),
      "not-a-graph",
      'at edges[2].target: there is no node "entity:nobody"',
    ],
    ["two nodes of one key", edit("nodes.1.key", "entity:5g"), "not-a-graph", "twice"],
    ["two edges of one key", edit("edges.1.key", JSON.parse(text).edges[0].key), "not-a-graph", "twice"],
  ])("refuses %s and says why", (_, file, code, words) => {
    const fault = faultOf(file);
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(words);
  });

  test("lets go of addresses that could run code", () => {
    const graph = parseGraph(edit("attributes.documents.0.url", "javascript:alert(1)"));
    expect(graph.getAttribute("documents")[0]!.url).toBeUndefined();
  });

  test("lets no file reach the prototypes of the program", () => {
    const evil = text
      .replace('"label":', '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"label":')
      .replace('"options":{', '"options":{"__proto__":{"polluted":1},')
      .replace('"key":"entity:5g"', '"key":"__proto__"');
    const graph = parseGraph(evil);
    expect(graph.hasNode("__proto__")).toBe(true);
    expect("polluted" in {}).toBe(false);
    expect("polluted" in graph.getAttribute("options")).toBe(false);
    expect("polluted" in graph.getNodeAttributes("__proto__")).toBe(false);
  });
});
