import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENTITY_TYPES } from "../../src/core/index.ts";
import { parseGraph } from "../../src/graph/index.ts";
import { mix, readPalette, toHex } from "../../src/viewer/canvas/colors.ts";
import { shorten } from "../../src/viewer/canvas/draw-labels.ts";
import { findEmphasis } from "../../src/viewer/canvas/emphasis.ts";
import { distanceToCurve, findNearestCurve, findTowards, pointAt } from "../../src/viewer/canvas/geometry.ts";
import { type LabelRequest, placeLabels } from "../../src/viewer/canvas/labels.ts";
import { copyLooks, styleEdge } from "../../src/viewer/canvas/looks.ts";
import { DEFAULT_FILTERS, findVisible } from "../../src/viewer/model/filters.ts";
import { makeSmallGraph } from "./make-small-graph.ts";

const graph = parseGraph(makeSmallGraph());

describe("colours", () => {
  test.each([
    ["#ABC", "#aabbcc"],
    [" #0C807A ", "#0c807a"],
    ["hsl(10 20% 30%)", "#808080"],
    ["", "#808080"],
  ])("toHex(%j) gives %j", (color, hex) => expect(toHex(color)).toBe(hex));

  test("mix lays a share of one colour over another", () => {
    expect(mix("#ff0000", "#ffffff", 0.5)).toBe("#ff8080");
    expect(mix("#123456", "#ffffff", 1)).toBe("#123456");
    expect(mix("#123456", "#fedcba", 0)).toBe("#fedcba");
  });

  test("readPalette gives opaque colours the renderer can read, whatever the tokens hold", () => {
    const palette = readPalette((name) => (name === "--support" ? "#0c807a" : "color-mix(in srgb, red, blue)"));
    expect(palette.polarity.support).toBe("#0c807a");
    for (const type of ENTITY_TYPES) expect(palette.entityType[type]).toMatch(/^#[0-9a-f]{6}$/);
  });

  test("a surer stance is drawn fuller", () => {
    const palette = readPalette((name) => (name === "--paper" ? "#ffffff" : "#000000"));
    const [edge] = graph.filterEdges((_, { kind }) => kind === "stance");
    const attributes = graph.getEdgeAttributes(edge!);
    const look = copyLooks(graph).getEdgeAttributes(edge!);
    const shade = (confidence: number) =>
      Number.parseInt(styleEdge(look, { ...attributes, confidence }, palette, 1).color.slice(1, 3), 16);
    expect(shade(0.9)).toBeLessThan(shade(0.3));
  });
});

describe("geometry", () => {
  const curve = { key: "a", from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, bend: 0.4 };
  test("a positive bend lies to the left as seen on the way", () => {
    expect(pointAt(curve, 0.5)).toEqual({ x: 50, y: -20 });
    expect(pointAt({ ...curve, from: curve.to, to: curve.from }, 0.5)).toEqual({ x: 50, y: 20 });
  });

  test("every point of a curve is near it", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (t) => {
        expect(distanceToCurve(pointAt(curve, t), curve)).toBeLessThan(1);
      }),
    );
  });

  test("findNearestCurve takes the nearest within reach", () => {
    const straight = { ...curve, key: "b", bend: 0 };
    expect(findNearestCurve({ x: 50, y: -15 }, [straight, curve], 7)).toBe("a");
    expect(findNearestCurve({ x: 50, y: -4 }, [straight, curve], 7)).toBe("b");
    expect(findNearestCurve({ x: 50, y: 40 }, [straight, curve], 7)).toBeUndefined();
  });

  test("findTowards goes straight ahead rather than aside, and nowhere where nobody is", () => {
    const points = [
      ["east", { x: 50, y: 5 }],
      ["near but aside", { x: 30, y: 28 }],
      ["south", { x: 0, y: 40 }],
    ] as const;
    expect(findTowards({ x: 0, y: 0 }, "right", points)).toBe("east");
    expect(findTowards({ x: 0, y: 0 }, "down", points)).toBe("south");
    expect(findTowards({ x: 0, y: 0 }, "left", points)).toBeUndefined();
  });
});

describe("placeLabels(requests, measure, sides, stage)", () => {
  const stage = { width: 600, height: 400 };
  const measure = (text: string, size: number) => text.length * size * 0.5;
  const request = (key: string, x: number, y: number, importance = 1, forced = false): LabelRequest => ({
    key,
    text: key,
    at: { x, y },
    radius: 6,
    fontSize: 12,
    importance,
    forced,
  });

  test("never lays one over another or outside the stage, but for those that must show", () => {
    const places = fc.array(fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(places, (points) => {
        const requests = points.map(({ x, y }, index) => request(`actor ${index}`, x, y, index));
        const placed = placeLabels(requests, measure, new Map(), stage);
        placed.forEach(({ box }, index) => {
          expect(box.left >= 0 && box.top >= 0 && box.right <= 600 && box.bottom <= 400).toBe(true);
          for (const { box: other } of placed.slice(0, index)) {
            expect(
              box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
            ).toBe(false);
          }
        });
      }),
    );
  });

  test("places the more important of two that are too near", () => {
    const crowd = Array.from({ length: 9 }, (_, index) =>
      request(`a rather long name ${index}`, 300 + index, 200, index),
    );
    expect(placeLabels(crowd, measure, new Map(), stage).map(({ key }) => key)[0]).toBe("a rather long name 8");
  });

  test("keeps the side a label had", () => {
    const sides = new Map([["a", "below" as const]]);
    expect(placeLabels([request("a", 300, 200)], measure, sides, stage)[0]!.side).toBe("below");
  });

  test("shows one that must show although nothing is free", () => {
    const crowd = Array.from({ length: 30 }, (_, index) => request(`name ${index}`, 300, 200, 100 - index));
    expect(placeLabels([...crowd, request("me", 300, 200, 0, true)], measure, new Map(), stage)[0]!.key).toBe("me");
  });

  test("shorten puts a name on one line", () => {
    expect(shorten(" The\nMinistry  of\tWater ")).toBe("The Ministry of Water");
    expect(shorten("x".repeat(80))).toHaveLength(34);
  });
});

describe("findEmphasis(graph, visible, anchor)", () => {
  const visible = findVisible(graph, { ...DEFAULT_FILTERS, hiddenPolarities: ["support"] });
  test("an actor stands out with its visible lines and neighbours", () => {
    const emphasis = findEmphasis(graph, visible, { kind: "node", key: "entity:ada-quill" })!;
    expect(emphasis.edges.size).toBe(6);
    expect(emphasis.nodes.has("entity:sound-barrage")).toBe(false);
  });
  test("what is hidden does not", () => {
    const hidden = graph.findEdge((_, edge) => edge.kind === "stance" && edge.polarity === "support")!;
    expect(findEmphasis(graph, visible, { kind: "edge", key: hidden })).toBeNull();
    expect(findEmphasis(graph, visible, null)).toBeNull();
  });
});

test("the fixture is what its articles give", async () => {
  const { readFile } = await import("node:fs/promises");
  expect(await readFile(new URL("../fixtures/graph-small.json", import.meta.url), "utf8")).toBe(makeSmallGraph());
});
