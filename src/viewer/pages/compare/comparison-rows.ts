import type { Comparison, Position } from "../../../analyse/index.ts";
import { countsInSigns } from "../matrix/matrix-rows.ts";

/** A comparison as rows to paste into a table: what, where either stands, in what sentence. */
export function toComparisonRows(
  comparison: Comparison,
  [left, right]: readonly [string, string],
  nameOf: (node: string) => string,
): string[][] {
  const quote = (position?: Position) => position?.best.evidence.quote.replace(/\s+/g, " ").trim() ?? "";
  const counts = (position?: Position) => (position ? countsInSigns(position.sides) : "");
  const row = (group: string, target: string, a?: Position, b?: Position) => [
    group,
    nameOf(target),
    counts(a),
    counts(b),
    quote(a),
    quote(b),
  ];
  return [
    ["", "On", left, right, `${left}, sentence`, `${right}, sentence`],
    ...comparison.disagree.map(({ target, left: a, right: b }) => row("disagree", target, a, b)),
    ...comparison.agree.map(({ target, left: a, right: b }) => row("agree", target, a, b)),
    ...comparison.unclear.map(({ target, left: a, right: b }) => row("unclear", target, a, b)),
    ...comparison.onlyLeft.map(({ target, position }) => row(`only ${left}`, target, position)),
    ...comparison.onlyRight.map(({ target, position }) => row(`only ${right}`, target, undefined, position)),
  ];
}
