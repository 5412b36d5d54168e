import { describe, expect, test } from "vitest";
import type { Polarity, Predicate } from "../../src/core/index.ts";
import { assembleGraph, diffGraphs, type StanceGraph } from "../../src/graph/index.ts";
import { makeClaim, makeEntity } from "./fixture.ts";

/** `draw("A support B", …)`; the same line twice is two claims. */
function draw(...lines: string[]): StanceGraph {
  const text = lines.map((line) => `${line}.`).join(" ");
  const names = new Set(lines.flatMap((line) => [line.split(" ")[0]!, line.split(" ")[2]!]));
  let from = 0;
  const claims = lines.map((line) => {
    const [source, word, target] = line.split(" ") as [string, Polarity | Predicate, string];
    const resolved = makeClaim({ id: "a", text }, source, word, target, { quote: line });
    const start = text.indexOf(line, from);
    from = start + line.length;
    return { ...resolved, claim: { ...resolved.claim, evidence: { docId: "a", quote: line, start, end: from } } };
  });
  const entities = [...names].map((name) => makeEntity(`person ${name}`));
  return assembleGraph({ documents: [{ id: "a", text }], entities, claims, generator: "test" });
}

const show = (before: StanceGraph, after: StanceGraph): string => {
  const { added, gone, strengthened, weakened, flipped, nodesAdded, nodesGone } = diffGraphs(before, after);
  const edges = (sign: string, list: typeof added) =>
    list.map((c) => `${sign} ${c.source} ${c.says} ${c.target} ${c.before}→${c.after}`);
  return [
    ...edges("+", added),
    ...edges("-", gone),
    ...edges("^", strengthened),
    ...edges("v", weakened),
    ...flipped.map((f) => `! ${f.source} ${f.target} ${f.before}→${f.after}`),
    ...nodesAdded.map((node) => `+ ${node}`),
    ...nodesGone.map((node) => `- ${node}`),
  ].join(", ");
};

describe("diffGraphs(before, after)", () => {
  test.each([
    ["nothing", ["A support B"], ["A support B"], ""],
    ["what came", ["A support B"], ["A support B", "A meets C"], "+ A meets C 0→1, + C"],
    ["what went", ["A support B", "C oppose B"], ["A support B"], "- C oppose B 1→0, - C"],
    ["what grew", ["A support B"], ["A support B", "A support B"], "^ A support B 1→2"],
    ["what shrank", ["A support B", "A support B"], ["A support B"], "v A support B 2→1"],
    ["what turned", ["A support B"], ["A oppose B"], "+ A oppose B 0→1, - A support B 1→0, ! A B support→oppose"],
    ["no turn where both are said", ["A support B"], ["A support B", "A oppose B"], "+ A oppose B 0→1"],
  ])("tells %s", (_, before, after, expected) => expect(show(draw(...before), draw(...after))).toBe(expected));
});
