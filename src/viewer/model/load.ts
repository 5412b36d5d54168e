import { InputError } from "../../core/index.ts";
import { EMBEDDED_GRAPH_ID, unpackGraph } from "../../export/index.ts";
import { parseGraph, type StanceGraph } from "../../graph/index.ts";

/** What cannot be a graph that a browser can show: 256 MB of JSON. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** Reads a graph that the reader dropped or chose. Throws an `InputError` that names the file and says what to do. */
export async function loadFile(file: File): Promise<StanceGraph> {
  if (file.size > MOST_BYTES) {
    const size = Math.round(file.size / 1024 / 1024);
    throw new InputError(`“${file.name}” is ${size} MB; the viewer opens files up to 256 MB.`, { code: "too-large" });
  }
  return parse(await file.text(), `“${file.name}”`);
}

/** More than this is not looked into to tell documents from a graph. */
const MOST_PEEKED = 32 * 1024 * 1024;

/** Whether a file holds texts to read, as opposed to a graph: by its ending, and JSON by what is in it. */
export async function holdsDocuments(file: File): Promise<boolean> {
  if (/\.(?:txt|text|md|markdown|x?html?|jsonl|ndjson|pdf)$/i.test(file.name)) return true;
  if (!/\.json$/i.test(file.name) || file.size > MOST_PEEKED) return false;
  try {
    const value: unknown = JSON.parse(await file.text());
    return (
      Array.isArray(value) || (typeof value === "object" && value !== null && ("text" in value || "documents" in value))
    );
  } catch {
    return false;
  }
}

/**
 * The graph that belongs to the page: the one in it, where it was exported with one, else the one that the server offers
 * beside it.
 *
 * @returns undefined where there is none, which is no error: the reader may bring a file
 */
export async function loadOwnGraph(signal?: AbortSignal): Promise<StanceGraph | undefined> {
  const embedded = document.getElementById(EMBEDDED_GRAPH_ID)?.textContent?.trim();
  if (embedded) return parse(await unpackGraph(embedded), "The graph in this page");
  // A page from a disk has nothing beside it that it may read.
  if (location.protocol === "file:") return undefined;
  return fetchGraph("./graph.json", signal);
}

async function fetchGraph(url: string, signal?: AbortSignal): Promise<StanceGraph | undefined> {
  let text: string;
  try {
    const response = await fetch(url, { ...(signal && { signal }) });
    if (!response.ok || !/json/.test(response.headers.get("content-type") ?? "json")) return undefined;
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
  return parse(text, "The graph that belongs to this page");
}

function parse(text: string, name: string): StanceGraph {
  try {
    return parseGraph(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${name} cannot be opened. ${error.message.replace(/(?<![.!?])$/, ".")}`, {
      code: error.code,
      cause: error,
    });
  }
}
