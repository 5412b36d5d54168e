import { describe, expect, test } from "vitest";
import { toDiffReport } from "../../src/export/index.ts";
import { diffGraphs } from "../../src/graph/index.ts";
import { draw } from "../analyse/draw.ts";

describe("toDiffReport(diff, before, after)", () => {
  const report = (before: string[], after: string[]) => {
    const [old, now] = [draw(...before), draw(...after)];
    return toDiffReport(diffGraphs(old, now), old, now);
  };

  test("tells flips, what is new with its sentence, and what is gone", () => {
    const text = report(
      ["2019-01-01 A support x", "2019-01-01 C oppose x"],
      ["2019-01-01 A oppose x", "2019-01-01 C oppose x", "2019-02-01 C oppose x"],
    );
    expect(text).toContain("Before: 2 articles, 3 actors, 2 lines. After: 3 articles, 3 actors, 2 lines.");
    expect(text).toContain("## Flipped (1)\n\n- **A** on **x**: support became opposition");
    expect(text).toContain(
      "## New (1)\n\n- **A** opposes **x** (1 statement)\n  > “A oppose x.” (1 January 2019, d000)",
    );
    expect(text).toContain(
      "## Strengthened (1)\n\n- **C** opposes **x** (1 → 2 statements)\n  > “C oppose x.” (1 February 2019",
    );
    expect(text).toContain("## Gone (1)\n\n- **A** supports **x** (1 statement)");
  });

  test("says so when nothing changed", () => {
    expect(report(["2019-01-01 A support x"], ["2019-01-01 A support x"])).toMatch(/Nothing changed\.\n$/);
  });

  test("keeps a document's words words", () => {
    const graph = draw("2019-01-01 A support x");
    graph.setNodeAttribute("entity:a", "label", "**<img src=x>** [a](b)");
    const empty = draw();
    expect(toDiffReport(diffGraphs(empty, graph), empty, graph)).toContain("\\*\\*\\<img src=x\\>\\*\\* \\[a\\](b)");
  });
});
