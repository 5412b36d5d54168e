import { describe, expect, test } from "vitest";
import { parseGraph } from "../../src/graph/index.ts";
import { clampRatio, frameOf } from "../../src/viewer/canvas/framing.ts";
import { createGestures, type Press } from "../../src/viewer/canvas/gestures.ts";
import { chooseRules } from "../../src/viewer/canvas/guards.ts";
import { convexHull } from "../../src/viewer/canvas/hulls.ts";
import { DEFAULT_FILTERS } from "../../src/viewer/model/filters.ts";
import { firstFilters } from "../../src/viewer/model/first-filters.ts";
import {
  addView,
  parseSavedViews,
  readSharedViews,
  toSharedHash,
  writeSavedViews,
} from "../../src/viewer/state/saved-views.ts";
import { makeSmallGraph } from "./make-small-graph.ts";

describe("createGestures(handlers)", () => {
  function play(press: Partial<Press>, ...moves: { x: number; y: number }[]) {
    const heard: string[] = [];
    const gestures = createGestures({
      onDrag: (node, { x, y }) => heard.push(`drag ${node} ${x},${y}`),
      onDrop: (node) => heard.push(`drop ${node}`),
      onBox: (corners) => heard.push(corners ? "box" : "no box"),
      onBoxed: ([from, to], add) => heard.push(`boxed ${from.x},${from.y} ${to.x},${to.y}${add ? " add" : ""}`),
      onLongPress: (node) => heard.push(`held ${node}`),
    });
    gestures.down({ node: undefined, at: { x: 0, y: 0 }, shift: false, add: false, touch: false, ...press });
    const taken = moves.map((at) => gestures.move(at));
    return { heard, taken, swallows: gestures.up() };
  }
  test.each([
    ["a node that moves is dragged and dropped", { node: "a" }, ["drag a 9,0", "drop a"], true],
    ["with Shift, the stage gives a box", { shift: true }, ["box", "no box", "boxed 0,0 9,0"], true],
    ["with Ctrl besides, the box adds", { shift: true, add: true }, ["box", "no box", "boxed 0,0 9,0 add"], true],
    ["the stage alone is the camera's", {}, [], false],
  ])("%s", (_, press, heard, taken) => {
    const played = play(press, { x: 9, y: 0 });
    expect(played.heard).toEqual(heard);
    expect(played.taken).toEqual([taken]);
  });
  test("a press that trembles is a click", () => {
    expect(play({ node: "a" }, { x: 2, y: 1 })).toEqual({ heard: [], taken: [true], swallows: false });
  });
  test("moving without a press is nobody's", () => {
    const gestures = createGestures({ onDrag() {}, onDrop() {}, onBox() {}, onBoxed() {}, onLongPress() {} });
    expect([gestures.move({ x: 1, y: 1 }), gestures.up(), gestures.pressed]).toEqual([false, false, false]);
  });
});

describe("frameOf(points, stage, ratio, options)", () => {
  const stage = { width: 800, height: 400 };
  const options = { padding: 50, leastRatio: 0.15 };
  test("brings the middle of the points to the middle and takes them all in", () => {
    const points = [
      { x: 100, y: 150 },
      { x: 800, y: 250 },
    ];
    expect(frameOf(points, stage, 0.5, options)).toEqual({ middle: { x: 450, y: 200 }, ratio: 0.5 });
  });
  test("comes no nearer than asked, and nowhere without points", () => {
    expect(frameOf([{ x: 5, y: 5 }], stage, 1, options)!.ratio).toBe(0.15);
    expect(frameOf([], stage, 1, options)).toBeUndefined();
    expect([clampRatio(99), clampRatio(0)]).toEqual([3, 0.03]);
  });
});

test("firstFilters(graph) shows the best linked actors of a graph that is too large to be seen", () => {
  const graph = parseGraph(makeSmallGraph());
  expect(firstFilters(graph)).toBe(DEFAULT_FILTERS);
  expect(firstFilters(graph, 10).onlyActors[0]).toBe("entity:sound-barrage");
});

test("chooseRules(lines) draws less the more there is, and says so", () => {
  expect(chooseRules(5_000).styleOf(false)).toBe("arrow");
  expect([chooseRules(20_000).styleOf(false), chooseRules(20_000).styleOf(true)]).toEqual(["straight", "curve"]);
  expect(chooseRules(50_000).styleOf(true)).toBe("line");
  expect([5, 6_000, 30_000].map((lines) => chooseRules(lines).note === undefined)).toEqual([true, false, false]);
});

test("convexHull(points) keeps the corners only", () => {
  const corners = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 4 },
    { x: 0, y: 4 },
  ];
  expect(convexHull([...corners, { x: 2, y: 2 }, { x: 2, y: 0 }])).toEqual(corners);
  expect(convexHull([{ x: 1, y: 1 }])).toEqual([{ x: 1, y: 1 }]);
});

describe("saved views", () => {
  const views = [{ caption: "Who is against, “so far”?", hash: "v1?hide=support" }];
  test("go through storage and links", () => {
    expect(parseSavedViews(writeSavedViews(views))).toEqual(views);
    const shared = toSharedHash("v1?page=actors", views);
    expect(readSharedViews(`#${shared}`)).toEqual(views);
    expect(shared).toContain("page=actors");
  });
  test.each([
    null,
    "",
    "no JSON",
    "{}",
    '[{"caption":1}]',
    `[{"caption":"a","hash":"${"x".repeat(30_000)}"}]`,
  ])("%j holds none", (text) => expect(parseSavedViews(text)).toEqual([]));
  test("are at most fifty", () => {
    let many: ReturnType<typeof addView> = [];
    for (let at = 0; at < 60; at++) many = addView(many, { caption: ` ${at} `, hash: "" });
    expect([many.length, many.at(-1)!.caption]).toEqual([50, "59"]);
  });
});
