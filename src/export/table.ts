export type Cell = string | number | boolean | undefined;

/**
 * Rows as RFC 4180 has them: CRLF, quotation marks where needed. A cell that a spreadsheet would run as a formula (`=`, `+`,
 * `-`, `@`, their full-width forms, or white space that hides one at its start) gets an apostrophe before it.
 */
export function toTable(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("");
}

const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

function toCell(value: Cell): string {
  if (typeof value !== "string") return value === undefined ? "" : String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
