import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseGraph } from "../../src/graph/index.ts";
import { listChips } from "../../src/viewer/model/chips.ts";
import { DEFAULT_FILTERS, type Filters } from "../../src/viewer/model/filters.ts";
import { answerQuestion } from "../../src/viewer/model/questions.ts";
import { INITIAL_VIEW, reduceView, type ViewState } from "../../src/viewer/state/view-state.ts";
import { makeSmallGraph } from "./make-small-graph.ts";

const graph = parseGraph(makeSmallGraph());

describe("answerQuestion(graph, text)", () => {
  test.each([
    ["who opposes the barrage", "Only opposition · About Sound Barrage"],
    ["Who supports Sound Barrage?", "Only support · About Sound Barrage"],
    ["against offshore wind", "Only opposition · About Offshore wind"],
    ["who opposes the barrage since march 2031", "Only opposition · About Sound Barrage · March 2031 – July 2031"],
    ["what does ada quill support", "What Ada Quill holds · Only support"],
    ["quill opposes wind", "What Ada Quill holds · Only opposition · About Offshore wind"],
    ["what does quill think of wind", "What Ada Quill holds · About Offshore wind"],
    ["since 2031-05", "May 2031 – July 2031"],
    ["in february 2031", "February 2031"],
    ["before april 2031", "January 2031 – March 2031"],
    ["between feb 2031 and apr 2031", "February 2031 – April 2031"],
    ["path quill sfu", "The way from Ada Quill to Skerry Fishers' Union"],
    ["from quill to tidewater", "The way from Ada Quill to Tidewater Power"],
    ["how is quill linked to green coast", "The way from Ada Quill to Green Coast"],
    ["compare green coast and sfu", "Compare Green Coast with Skerry Fishers' Union"],
    ["quill vs varley", "Compare Ada Quill with Tom Varley"],
    ["only outlet herald", "Printed by Northern Herald"],
    ["according to northern herald", "As Northern Herald tells it"],
    ["named sources only", "Named sources only"],
    ["around port", "Around Port, 1 step"],
    ["without tidewater", "Without Tidewater Power"],
  ])("%s", (text, words) => expect(answerQuestion(graph, text)[0]?.words).toBe(words));

  test.each([
    "",
    "barrage",
    "who",
    "who opposes",
    "who opposes zzz",
    "path",
    "since the war",
  ])("%j is no question", (text) => expect(answerQuestion(graph, text)).toEqual([]));

  test("takes any text", () => {
    fc.assert(fc.property(fc.string(), (text) => void answerQuestion(graph, `who opposes ${text} since ${text}`)));
  });
});

describe("listChips(graph, filters)", () => {
  test("removing every chip shows everything again", () => {
    const filters: Filters = {
      ...DEFAULT_FILTERS,
      hiddenPolarities: ["support"],
      hiddenPredicates: ["meets"],
      hiddenTypes: ["place"],
      minConfidence: 0.5,
      period: { from: "2031-01", to: "2031-02" },
      focus: { key: "entity:port", depth: 2 },
      holder: "entity:ada-quill",
      target: "entity:port",
      hiddenActors: ["entity:norland"],
      onlyActors: ["entity:port", "entity:ada-quill", "entity:sound-barrage"],
      lens: { source: "entity:northern-herald", outlet: "Northern Herald", namedOnly: true, withoutAuthor: true },
    };
    const chips = listChips(graph, filters);
    expect(chips.length).toBe(14);
    const left = chips.reduce<ViewState>((view, { remove }) => reduceView(view, remove), {
      ...INITIAL_VIEW,
      filters,
    }).filters;
    expect(listChips(graph, left)).toEqual([]);
    expect(JSON.parse(JSON.stringify(left))).toEqual(DEFAULT_FILTERS);
  });
});
