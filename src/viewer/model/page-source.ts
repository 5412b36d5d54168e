import { EMBEDDED_GRAPH_ID } from "../../export/index.ts";

let source: string | undefined;

/**
 * Keeps the page as it came, if it is the one that carries its graph: from it another such page can be made, with no
 * file beside it. To be called before anything is drawn.
 */
export function keepPageSource(): void {
  if (document.getElementById(EMBEDDED_GRAPH_ID)) source = `<!doctype html>\n${document.documentElement.outerHTML}\n`;
}

/** The template of a page that carries its graph: this page itself, or the one that lies beside it. */
export async function loadPageTemplate(): Promise<string> {
  if (source !== undefined) return source;
  const response = await fetch("./page.html");
  if (!response.ok)
    throw new Error(`The template of the page is not there (${response.status} ${response.statusText}).`);
  return response.text();
}
