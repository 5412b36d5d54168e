import { InputError } from "../core/index.ts";
import { type StanceGraph, serializeGraph } from "../graph/index.ts";

/** Id of the element that holds the graph in a page that carries its own. */
export const EMBEDDED_GRAPH_ID = "stancegraph-data";

/** Where the template has room for the graph. */
const PLACE = new RegExp(`(<script[^>]*\\bid="${EMBEDDED_GRAPH_ID}"[^>]*>)[^<]*(</script>)`);

/**
 * Puts a graph into the viewer's one-file page, so that the file opens anywhere, from disk as well, with nothing beside it.
 *
 * The graph goes in compressed (deflate) and as base64, whose letters mean nothing to HTML: whatever the documents say,
 * nothing of it can end the element that holds it. The page's policy names its own script by its hash and allows no
 * other, and no connection to anywhere.
 *
 * @param template the page as `npm run build` makes it, `dist/viewer/page.html`
 * @throws InputError `not-a-template`
 */
export async function toHtml(graph: StanceGraph, template: string): Promise<string> {
  if (!PLACE.test(template)) {
    throw new InputError(
      `toHtml: the template has no <script id="${EMBEDDED_GRAPH_ID}">; expected the page that "npm run build" makes.`,
      { code: "not-a-template" },
    );
  }
  const packed = await pack(serializeGraph(graph));
  return template.replace(PLACE, (_, open: string, close: string) => open + packed + close);
}

/** Reads what {@link toHtml} has put into a page. @throws InputError `not-embedded` where it is cut or changed */
export async function unpackGraph(packed: string): Promise<string> {
  try {
    const bytes = Uint8Array.from(atob(packed.trim()), (character) => character.charCodeAt(0));
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
  } catch (cause) {
    throw new InputError("The graph in this page is damaged: it cannot be unpacked. Export the page again.", {
      code: "not-embedded",
      cause,
    });
  }
}

async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  // Piece by piece: a function takes no more arguments than its stack has room for.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
