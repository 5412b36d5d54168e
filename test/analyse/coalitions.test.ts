import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DUPLICATE_RULES,
  findBridges,
  findCamps,
  findCommonGround,
  findPolarisation,
  listStatements,
  NORMALISATIONS,
  type ProjectionOptions,
  projectActors,
} from "../../src/analyse/index.ts";
import { draw, nameIn } from "./draw.ts";

const weightOf = (lines: readonly string[], options: ProjectionOptions) => {
  const actors = projectActors(listStatements(draw(...lines)), options);
  return actors.hasEdge("entity:a", "entity:b") ? actors.getEdgeAttribute("entity:a", "entity:b", "weight") : 0;
};

describe("projectActors(statements, options)", () => {
  const lines = [
    "2019-01-01 A support x",
    "2019-01-02 A support x",
    "2019-03-01 A support x",
    "2019-01-01 A oppose y",
    "2019-01-01 A support z",
    "2019-01-01 B support x",
    "2019-02-01 B support x",
    "2019-01-01 B support y",
    "2019-01-01 B oppose w",
    "2019-01-01 B mixed z",
  ];
  test.each<[ProjectionOptions, number]>([
    [{ sign: "congruence", normalisation: "none" }, 1],
    [{ sign: "conflict", normalisation: "none" }, 1],
    [{ sign: "subtract", normalisation: "none" }, 0],
    [{ sign: "congruence", normalisation: "none", duplicates: "document" }, 6],
    [{ sign: "congruence", normalisation: "none", duplicates: "week" }, 4],
    [{ sign: "congruence", normalisation: "none", duplicates: "month" }, 4],
    [{ sign: "congruence", normalisation: "none", duplicates: "year" }, 1],
    [{ sign: "congruence", normalisation: "average" }, 1 / 3],
    // x shared; A: y−, z+; B: y+, w−.
    [{ sign: "congruence", normalisation: "jaccard" }, 1 / 5],
    [{ sign: "congruence", normalisation: "cosine" }, 1 / 3],
    [{ sign: "congruence", normalisation: "cosine", duplicates: "document" }, 6 / Math.sqrt(11 * 6)],
  ])("%j gives %d", (options, weight) => expect(weightOf(lines, options)).toBeCloseTo(weight, 12));

  test("lists what they agree and disagree on", () => {
    const graph = draw(...lines);
    const actors = projectActors(listStatements(graph), { sign: "congruence" });
    expect(actors.getEdgeAttributes("entity:a", "entity:b")).toMatchObject({
      agreeOn: ["entity:x"],
      disagreeOn: ["entity:y"],
    });
  });

  const said = fc.array(
    fc.tuple(
      fc.constantFrom("2019-01-01", "2019-01-03", "2019-02-01", "2020-01-01", "-"),
      fc.constantFrom("A", "B", "C"),
      fc.constantFrom("support", "oppose", "mixed"),
      fc.constantFrom("x", "y", "z"),
    ),
    { maxLength: 12 },
  );
  test("divides by no more than it may: Jaccard and cosine stay within −1 and 1", () =>
    fc.assert(
      fc.property(
        said,
        fc.constantFrom("jaccard", "cosine" as const),
        fc.constantFrom(...DUPLICATE_RULES),
        (all, normalisation, duplicates) => {
          const statements = listStatements(draw(...all.map((words) => words.join(" "))));
          for (const sign of ["congruence", "subtract"] as const) {
            projectActors(statements, { sign, normalisation: normalisation as "cosine", duplicates }).forEachEdge(
              (_, { weight }) => {
                expect(Math.abs(weight)).toBeLessThanOrEqual(1 + 1e-9);
              },
            );
          }
        },
      ),
      { numRuns: 60 },
    ));

  test("subtracts conflict from congruence, whatever the normalisation", () =>
    fc.assert(
      fc.property(said, fc.constantFrom(...NORMALISATIONS), (all, normalisation) => {
        const statements = listStatements(draw(...all.map((words) => words.join(" "))));
        const weight = (sign: "congruence" | "conflict" | "subtract") => {
          const actors = projectActors(statements, { sign, normalisation });
          return (a: string, b: string) =>
            actors.hasNode(a) && actors.hasNode(b) && actors.hasEdge(a, b)
              ? actors.getEdgeAttribute(a, b, "weight")
              : 0;
        };
        const [plus, minus, both] = [weight("congruence"), weight("conflict"), weight("subtract")];
        for (const [a, b] of [
          ["entity:a", "entity:b"],
          ["entity:b", "entity:c"],
        ] as const) {
          expect(both(a, b)).toBeCloseTo(plus(a, b) - minus(a, b), 12);
        }
      }),
      { numRuns: 60 },
    ));
});

describe("camps", () => {
  const graph = draw(
    ...["A", "B", "C"].flatMap((holder) => [`2019-01-01 ${holder} support x`, `2019-01-01 ${holder} oppose y`]),
    ...["D", "E"].flatMap((holder) => [`2019-01-01 ${holder} oppose x`, `2020-01-01 ${holder} support y`]),
    "2019-01-01 F support x",
    "2020-01-01 F support y",
    "2020-01-01 G support z",
  );
  const statements = listStatements(graph);
  const actors = projectActors(statements);
  const camps = findCamps(actors);
  const name = nameIn(graph);

  test("are found by agreement; who has no ally is in none", () => {
    expect(
      camps.camps.map(({ members }) =>
        members
          .map(name)
          .filter((member) => member !== "F")
          .sort()
          .join(""),
      ),
    ).toEqual(["ABC", "DE"]);
    expect(camps.campOf.has("entity:g")).toBe(false);
    expect(findCamps(projectActors([])).camps).toEqual([]);
  });

  test("are bridged by who agrees with both", () => {
    const congruence = projectActors(statements, { sign: "congruence" });
    expect(findBridges(congruence, camps).map(({ key }) => name(key))).toContain("F");
  });

  test("split the debate of a year", () => {
    const two = {
      campOf: new Map(["a", "b", "c", "d", "e"].map((key, index) => [`entity:${key}`, index < 3 ? 0 : 1])),
      camps: [],
    };
    expect(findPolarisation(statements, two)).toEqual([
      { period: "2019", statements: 9, ties: 13, polarisation: 1 },
      { period: "2020", statements: 4, ties: 1, polarisation: 1 },
    ]);
    const mixed = {
      campOf: new Map([
        ["entity:a", 0],
        ["entity:b", 1],
      ]),
      camps: [],
    };
    expect(findPolarisation(statements, mixed)[0]).toMatchObject({ ties: 2, polarisation: 0 });
  });
});

describe("findCommonGround(statements, actors)", () => {
  const graph = draw(
    "2019-01-01 A support x",
    "2019-01-01 B support x",
    "2019-01-01 C oppose x",
    "2019-01-01 A oppose y",
    "2019-01-01 C oppose y",
    "2019-01-01 A support z",
    "2019-01-01 D support z",
  );
  test("finds what at least two of them hold, and who of them does not", () => {
    const name = nameIn(graph);
    const found = findCommonGround(listStatements(graph), ["entity:a", "entity:b", "entity:c"]);
    expect(
      found.map((it) => [name(it.target), it.side, it.members.map(name).join(""), it.dissenters.map(name).join("")]),
    ).toEqual([
      ["y", "oppose", "AC", ""],
      ["x", "support", "AB", "C"],
    ]);
  });
});
