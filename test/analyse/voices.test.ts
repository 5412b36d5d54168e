import { describe, expect, test } from "vitest";
import {
  countVoices,
  DEFAULT_LENS,
  findMissingVoices,
  findOutletSides,
  findSingleSourced,
  findSources,
  type Lens,
  listStatements,
  passesLens,
} from "../../src/analyse/index.ts";
import { draw, nameIn } from "./draw.ts";

const graph = draw(
  "2019-01-01 A support B via C in P",
  "2019-01-02 A oppose D in P",
  "2019-01-03 A oppose D via ? in Q",
  "2019-01-04 A oppose E in Q",
  "2019-01-05 B support idea via B in Q",
  "2019-01-06 B oppose C in Q",
);
const name = nameIn(graph);
const statements = listStatements(graph);

describe("passesLens(evidence, document, lens)", () => {
  test.each<[string, Partial<Lens>, string[]]>([
    ["one source", { source: "entity:c" }, ["A+B"]],
    ["one outlet", { outlet: "P" }, ["A+B", "A-D"]],
    ["named sources", { namedOnly: true }, ["A+B", "B+idea"]],
    ["cited sources", { withoutAuthor: true }, ["A+B", "A-D", "B+idea"]],
    ["a source with a name, in one outlet", { namedOnly: true, outlet: "Q" }, ["B+idea"]],
    ["a source that nobody cites", { source: "entity:nobody" }, []],
  ])("keeps what %s tells", (_, lens, expected) => {
    const kept = listStatements(graph, {
      accepts: (evidence, document) => passesLens(evidence, document, { ...DEFAULT_LENS, ...lens }),
    });
    expect(kept.map((s) => `${name(s.holder)}${s.polarity === "support" ? "+" : "-"}${name(s.target)}`)).toEqual(
      expected,
    );
  });

  test("findSources counts who is cited, findOutletSides and countVoices by whom", () => {
    expect(findSources(graph).map(({ key, statements }) => `${name(key)}${statements}`)).toEqual(["B1", "C1"]);
    expect(countVoices(statements.map(({ evidence }) => evidence))).toEqual({ named: 2, unnamed: 1, own: 3 });
  });
});

describe("findMissingVoices(graph, statements)", () => {
  test("finds who is judged and never heard: no holder, no source, no idea", () => {
    const found = findMissingVoices(graph, statements);
    expect(found.map(({ key, statements, judges }) => `${name(key)} ${statements.length} ${judges}`)).toEqual([
      "D 2 1",
      "E 1 1",
    ]);
  });
  test("judges by the whole graph, although it counts what it is given", () => {
    const some = statements.filter(({ holder }) => name(holder) === "A");
    expect(findMissingVoices(graph, some).map(({ key }) => name(key))).toEqual(["D", "E"]);
  });
});

describe("outlets", () => {
  test("tell which carries which side", () => {
    expect(findOutletSides(statements).map(({ outlet, documents, sides }) => [outlet, documents, sides])).toEqual([
      ["Q", 4, { support: 1, oppose: 3, mixed: 0 }],
      ["P", 2, { support: 1, oppose: 1, mixed: 0 }],
    ]);
    expect(findOutletSides(statements, "author").map(({ outlet }) => outlet)).toEqual([""]);
  });
  test("tell what only one of them vouches for", () => {
    expect(
      findSingleSourced(statements)
        .map(({ edge }) => edge)
        .sort(),
    ).not.toContain("stance:entity:a|entity:d|oppose");
    expect(findSingleSourced(statements).length).toBe(4);
  });
});
