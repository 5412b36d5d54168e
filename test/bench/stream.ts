import type { GraphBuilder } from "../../src/pipeline/index.ts";
import { makeDocuments, readSeeds } from "./documents.ts";
import { loadLibrary } from "./library.ts";

/** Shares of the stream after which memory is read. */
const MARKS = [0.01, 0.1, 0.2, 0.5, 1];

/**
 * Sends a stream of made documents through the pipeline into a graph and prints what memory the process holds on the
 * way. `heap` is what is alive after a collection (run with `--expose-gc`, as `npm run bench` does): it grows by the
 * claims and names that the graph is made of, which are printed beside it. What the pipeline holds by itself is read
 * again when the graph was let go: it must stay as it was after the first documents.
 */
export async function measureStream(count: number): Promise<void> {
  const { createGraphBuilder, createPipeline } = await loadLibrary();
  const pipeline = await createPipeline();
  const seeds = await readSeeds();
  let builder: GraphBuilder | undefined = createGraphBuilder();
  const marks = new Set(MARKS.map((share) => Math.round(share * count)));
  const start = process.cpuUsage();
  let documents = 0;
  let tokens = 0;
  let claims = 0;
  for await (const document of makeDocuments(seeds, pipeline, count)) {
    const doc = await pipeline.run(document);
    builder.add(doc);
    documents++;
    tokens += doc.tokens.length;
    claims += doc.stances.length + doc.relations.length;
    if (marks.has(documents)) report(`${documents} documents, ${tokens} tokens, ${claims} claims`);
  }
  const { user, system } = process.cpuUsage(start);
  console.log(`${Math.round((1e6 * tokens) / (user + system))} tokens per CPU second`);
  finish(builder);
  builder = undefined;
  report("the pipeline alone, its graph let go");
}

function finish(builder: GraphBuilder): void {
  const before = process.cpuUsage();
  const graph = builder.finish();
  const { user, system } = process.cpuUsage(before);
  report(`graph of ${graph.order} nodes, ${graph.size} edges, built in ${Math.round((user + system) / 1e6)} s`);
}

function report(what: string): void {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
  console.log(
    `${what}: resident ${megabytes(rss)} MB, heap ${megabytes(heapUsed)} MB, buffers ${megabytes(arrayBuffers)} MB`,
  );
}
