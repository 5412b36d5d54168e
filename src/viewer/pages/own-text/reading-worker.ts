/// <reference lib="webworker" />
import { createMessages, InputError, type Message } from "../../../core/index.ts";
import { mergeGraphs, parseGraph, type StanceGraph, serializeGraph } from "../../../graph/index.ts";
import { createIdRegistry, readDocuments } from "../../../ingest/index.ts";
import { createGraphBuilder, createPipeline, loadAsset, type Pipeline } from "../../../pipeline/index.ts";
import type { FinishRequest, ReadingEvent, ReadingRequest, ReadingSource, ReadingSummary } from "./messages.ts";

const scope = self as unknown as DedicatedWorkerGlobalScope;
const tell = (event: ReadingEvent): void => scope.postMessage(event);

/** Set when the page has enough: the documents read so far make the graph. */
let finishing = false;

scope.onmessage = ({ data }: MessageEvent<ReadingRequest | FinishRequest>) => {
  if (data.type === "finish") {
    finishing = true;
    return;
  }
  read(data).catch((error: unknown) => tell({ type: "failed", reason: (error as Error).message }));
};

/** Reads the sources one by one. What is wrong with one is told, and the others are read. */
async function read({ sources, base }: ReadingRequest): Promise<void> {
  const pipeline = await loadPipeline();
  const open = base === undefined ? undefined : parseGraph(base);
  const unique = createIdRegistry();
  for (const { id } of open?.getAttribute("documents") ?? []) unique({ id, text: "" }, createMessages());
  const builder = createGraphBuilder({ includeText: true });
  const started = performance.now();
  let documents = 0;
  let tokens = 0;
  for (const [index, source] of sources.entries()) {
    if (finishing) break;
    try {
      const messages = createMessages();
      const found = await readDocuments(await toSource(source), messages);
      tell({ type: "file", index, documents: found.length });
      report(index, messages.list, found.length);
      for (const document of found) {
        if (finishing) break;
        const doc = await pipeline.run(unique(document, createMessages()));
        builder.add(doc);
        documents++;
        tokens += doc.tokens.length;
        tell({ type: "document", index, documents, claims: doc.stances.length + doc.relations.length });
        // Lets a message from the page in: reading alone never gives up the thread.
        await new Promise((next) => setTimeout(next));
      }
    } catch (error) {
      if (!(error instanceof InputError)) console.error(error);
      tell({ type: "problem", index, reason: (error as Error).message });
    }
  }
  const milliseconds = performance.now() - started;
  if (documents === 0) return tell({ type: "failed", reason: "No document could be read." });
  const own = builder.finish();
  tell({
    type: "done",
    graph: serializeGraph(open ? mergeGraphs(open, own) : own),
    summary: summarise(own, { documents, tokens, milliseconds }),
  });
}

async function loadPipeline(): Promise<Pipeline> {
  let bytes = 0;
  return createPipeline({
    assets: async (path) => {
      const asset = await loadAsset(path);
      bytes += asset.length;
      tell({ type: "loading", bytes });
      return asset;
    },
  });
}

async function toSource({ name, content }: ReadingSource) {
  if (typeof content === "string") return { name, content };
  return { name, content: new Uint8Array(await content.arrayBuffer()) };
}

function report(index: number, messages: readonly Message[], documents: number): void {
  for (const { severity, reason } of messages) {
    if (severity !== "info") tell({ type: severity === "error" ? "problem" : "note", index, reason });
  }
  if (documents === 0 && messages.length === 0) tell({ type: "problem", index, reason: "It holds no document." });
}

function summarise(
  graph: StanceGraph,
  work: Pick<ReadingSummary, "documents" | "tokens" | "milliseconds">,
): ReadingSummary {
  const stances = graph.filterEdges((_, { kind }) => kind === "stance").length;
  return { ...work, actors: graph.order, stances, relations: graph.size - stances };
}
