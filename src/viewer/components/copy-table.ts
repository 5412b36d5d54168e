const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);

/**
 * Copies rows as a table that spreadsheets and word processors take as one, and as text with tabs for the rest. The
 * first row holds the titles.
 *
 * @throws where the browser does not let the page copy
 */
export async function copyTable(rows: readonly (readonly string[])[]): Promise<void> {
  const text = rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
  const line = (row: readonly string[], tag: string) =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join("")}</tr>`;
  const html = `<table>${rows.map((row, index) => line(row, index === 0 ? "th" : "td")).join("")}</table>`;
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/plain": new Blob([text], { type: "text/plain" }),
      "text/html": new Blob([html], { type: "text/html" }),
    }),
  ]);
}
