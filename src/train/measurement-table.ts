import type { Measurement } from "./evaluator.ts";

/** Lays figures out in columns, one a line; layer and corpus stand where they change. */
export function toTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ layer, corpus, measure, value }, i) => {
    const before = measurements[i - 1];
    const sameLayer = before?.layer === layer;
    return [sameLayer ? "" : layer, sameLayer && before.corpus === corpus ? "" : corpus, measure, value.toFixed(2)];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  const align = (cell: string, column: number): string =>
    column === 3 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
  return rows.map((row) => row.map(align).join("  ")).join("\n");
}
