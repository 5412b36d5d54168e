import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENTITY_TYPES, POLARITIES, PREDICATES } from "../../src/core/index.ts";
import { parseGraph } from "../../src/graph/index.ts";
import { type HistoryAction, reduceHistory, startHistory } from "../../src/viewer/state/history.ts";
import { readPageOptions, writePageOptions } from "../../src/viewer/state/page-options.ts";
import { parseHash, toHash } from "../../src/viewer/state/permalink.ts";
import { type Action, INITIAL_VIEW, reduceView, type ViewState } from "../../src/viewer/state/view-state.ts";
import { makeSmallGraph } from "./make-small-graph.ts";

const graph = parseGraph(makeSmallGraph());
const viewAfter = (...actions: Action[]) => actions.reduce(reduceView, INITIAL_VIEW);
const all = POLARITIES;

describe("reduceView(state, action)", () => {
  test.each<[string, Action[], (view: ViewState) => unknown, unknown]>([
    [
      "hides a value and shows it again",
      [
        { type: "toggle-value", facet: "polarity", value: "oppose" },
        { type: "toggle-value", facet: "type", value: "place" },
        { type: "toggle-value", facet: "polarity", value: "oppose" },
      ],
      ({ filters }) => [filters.hiddenPolarities, filters.hiddenTypes],
      [[], ["place"]],
    ],
    [
      "leaves one value alone",
      [{ type: "only-values", facet: "polarity", values: ["mixed"], all }],
      ({ filters }) => filters.hiddenPolarities,
      ["support", "oppose"],
    ],
    [
      "brings the others back where one is alone already",
      [
        { type: "only-values", facet: "polarity", values: ["mixed"], all },
        { type: "only-values", facet: "polarity", values: ["mixed"], all },
      ],
      ({ filters }) => filters.hiddenPolarities,
      [],
    ],
    [
      "keeps confidence between 0 and 1",
      [{ type: "set-min-confidence", value: 7 }],
      ({ filters }) => filters.minConfidence,
      1,
    ],
    [
      "steps through evidence and stops at its ends",
      [
        { type: "select-edge", key: "e", at: 1 },
        { type: "step-evidence", by: 1, count: 3 },
        { type: "step-evidence", by: 1, count: 3 },
      ],
      ({ selection }) => selection,
      { kind: "edge", key: "e", at: 2 },
    ],
    [
      "forgets a pin",
      [
        { type: "pin", key: "a", x: 1, y: 2 },
        { type: "pin", key: "b", x: 3, y: 4 },
        { type: "unpin", key: "a" },
      ],
      ({ pins }) => pins,
      { b: { x: 3, y: 4 } },
    ],
  ])("%s", (_, actions, look, expected) => expect(look(viewAfter(...actions))).toEqual(expected));

  test("gives the same object where nothing changes", () => {
    const view = viewAfter({ type: "hover", hover: { kind: "node", key: "a" } });
    expect(reduceView(view, { type: "hover", hover: { kind: "node", key: "a" } })).toBe(view);
    expect(reduceView(view, { type: "clear-selection" })).toBe(view);
  });

  test("gives plain data", () => {
    const view = viewAfter({ type: "select-node", key: "a" }, { type: "focus", key: "a", depth: 2 });
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});

describe("page options", () => {
  const defaults = { order: "name", least: 1, signs: true, actors: [] as readonly string[] };
  test("go through text and come back, and defaults leave no trace", () => {
    const values = { order: "seriated", least: 3, signs: false, actors: ["entity:a,b", "entity:c"] };
    const view = viewAfter({ type: "set-page-options", page: "matrix", options: writePageOptions(values, defaults) });
    expect(readPageOptions(view.pageOptions.matrix, defaults)).toEqual(values);
    const back = reduceView(view, {
      type: "set-page-options",
      page: "matrix",
      options: writePageOptions(defaults, defaults),
    });
    expect(back.pageOptions).toEqual({});
  });
  test("fall back to the default where a link holds nonsense", () => {
    const nonsense = { least: "many", signs: "perhaps", actors: "%E0%A4%A", more: "x" };
    expect(readPageOptions(nonsense, defaults)).toEqual({ ...defaults, actors: ["%E0%A4%A"] });
  });
  test("show-page sets them on the way", () => {
    const view = viewAfter({ type: "show-page", page: "compare", options: { a: "entity:x" } });
    expect([view.page, view.pageOptions]).toEqual(["compare", { compare: { a: "entity:x" } }]);
  });
});

describe("reduceHistory(history, action)", () => {
  const run = (...actions: HistoryAction[]) => actions.reduce(reduceHistory, startHistory(INITIAL_VIEW));
  test("goes back and forth by what was decided, not by what passed", () => {
    const history = run(
      { type: "select-node", key: "a" },
      { type: "hover", hover: { kind: "node", key: "b" } },
      { type: "search", query: "x" },
      { type: "select-node", key: "c" },
      { type: "undo" },
    );
    expect(history.view.selection).toEqual({ kind: "node", key: "a" });
    expect(history.view.query).toBe("x");
    expect(reduceHistory(history, { type: "redo" }).view.selection).toEqual({ kind: "node", key: "c" });
  });
  test("has nothing to redo after something new", () => {
    const history = run(
      { type: "select-node", key: "a" },
      { type: "undo" },
      { type: "select-node", key: "b" },
      { type: "redo" },
    );
    expect(history.view.selection).toEqual({ kind: "node", key: "b" });
    expect(history.future).toEqual([]);
  });
  test("takes a slider's many steps for one", () => {
    const history = run(
      { type: "select-node", key: "a" },
      { type: "set-min-confidence", value: 0.1 },
      { type: "set-min-confidence", value: 0.2 },
      { type: "set-min-confidence", value: 0.3 },
    );
    expect(reduceHistory(history, { type: "undo" }).view.filters.minConfidence).toBe(0);
    expect(history.past.length).toBe(2);
  });
  test("keeps 100 steps", () => {
    const steps = Array.from(
      { length: 130 },
      (_, index): HistoryAction => ({ type: "select-node", key: String(index) }),
    );
    expect(run(...steps).past.length).toBe(100);
  });
});

describe("toHash(view) and parseHash(hash, graph)", () => {
  test("the first screen has no hash", () => expect(toHash(INITIAL_VIEW)).toBe(""));

  const node = fc.constantFrom(...graph.nodes());
  const place = fc.integer({ min: -9_999, max: 9_999 }).map((value) => value / 1_000);
  const linked = fc.record({
    page: fc.constantFrom("graph", "actors", "stances"),
    pageOptions: fc.dictionary(
      fc.constantFrom("matrix", "flips"),
      fc.dictionary(fc.constantFrom("order", "least"), fc.string({ minLength: 1, unit: "grapheme" }), {
        minKeys: 1,
        noNullPrototype: true,
      }),
      { noNullPrototype: true },
    ),
    filters: fc.record({
      hiddenPolarities: fc.subarray([...POLARITIES]),
      hiddenPredicates: fc.subarray([...PREDICATES]),
      hiddenTypes: fc.subarray([...ENTITY_TYPES]),
      minConfidence: fc.nat(20).map((step) => step / 20),
      period: fc.constantFrom(null, { from: "2031-01", to: "2031-04" }),
      unlinked: fc.boolean(),
      focus: fc.option(fc.record({ key: fc.constantFrom(...graph.nodes()), depth: fc.integer({ min: 1, max: 3 }) })),
      holder: fc.option(node),
      target: fc.option(node),
      hiddenActors: fc.uniqueArray(node, { maxLength: 3 }),
      onlyActors: fc.uniqueArray(node, { maxLength: 3 }),
      lens: fc.record(
        { source: fc.constantFrom(...graph.nodes()), namedOnly: fc.boolean(), withoutAuthor: fc.boolean() },
        { requiredKeys: ["namedOnly", "withoutAuthor"] },
      ),
    }),
    selection: fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant("node" as const), key: fc.constantFrom(...graph.nodes()) }),
        fc.record({ kind: fc.constant("edge" as const), key: fc.constantFrom(...graph.edges()), at: fc.constant(0) }),
      ),
    ),
    marked: fc.uniqueArray(node, { maxLength: 4 }),
    path: fc.option(
      fc.record({
        from: fc.constant("entity:ada-quill"),
        to: fc.constant("entity:port"),
        directed: fc.boolean(),
        over: fc.constantFrom("all", "stances", ...POLARITIES),
        nth: fc.nat(9),
      }),
    ),
    pins: fc.dictionary(node, fc.record({ x: place, y: place }, { noNullPrototype: true }), {
      noNullPrototype: true,
      maxKeys: 3,
    }),
    layout: fc.constantFrom("built", "circle", "stance"),
    groups: fc.boolean(),
    camera: fc.option(fc.record({ x: place, y: place, ratio: fc.constantFrom(0.05, 1, 2.5) })),
  });
  test("come back as they went", () => {
    fc.assert(
      fc.property(linked, (view) => {
        expect(parseHash(`#${toHash(view)}`, graph)).toEqual(view);
      }),
    );
  });

  test("takes any text, and passes over what the graph has not", () => {
    const first = parseHash("", graph);
    expect(
      parseHash(
        "#v1?actor=__proto__&line=toString&around=x&hide=a,b&confidence=NaN&page=<evil>&__proto__.x=1&a.__proto__=2&outlet=none&told-by=x&pins=NaN 1 y&camera=1,2&from=a&to=a&layout=spiral",
        graph,
      ),
    ).toEqual(first);
    expect(parseHash("#v9?page=actors", graph)).toEqual(first);
    fc.assert(fc.property(fc.string(), (text) => void parseHash(`#v1?${text}`, graph)));
  });
});
