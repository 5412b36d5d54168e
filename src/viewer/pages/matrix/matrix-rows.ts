import type { StanceMatrix } from "../../../analyse/index.ts";
import type { Cell } from "../../../export/index.ts";

/** A matrix as rows of a table, in the order on screen: "+3", "−1", "+1 −2" or "±1" in each cell, and nothing in an empty one. */
export function toMatrixRows({ rows, columns, cellAt }: StanceMatrix, nameOf: (node: string) => string): Cell[][] {
  return [
    ["", ...columns.map(nameOf)],
    ...rows.map((row) => [
      nameOf(row),
      ...columns.map((column) => {
        const cell = cellAt(row, column);
        // The true minus keeps spreadsheets from taking the cell for a sum.
        return cell && countsInSigns(cell.sides);
      }),
    ]),
  ];
}

/** "+3", "−1", "+1 −2", "±1". */
export function countsInSigns({ support, oppose, mixed }: { support: number; oppose: number; mixed: number }): string {
  return [support > 0 && `+${support}`, oppose > 0 && `−${oppose}`, mixed > 0 && `±${mixed}`].filter(Boolean).join(" ");
}
