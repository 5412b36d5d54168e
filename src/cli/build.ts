import type { Command } from "commander";
import { createGraphBuilder, type StanceGraph, toGexf, toJson } from "../index.ts";
import { writeText } from "../node/index.ts";
import { addInputOptions, type InputOptions } from "./options.ts";
import { count, type RunSummary, runDocuments, showSummary } from "./run-documents.ts";
import { parseNumber, type Terminal } from "./terminal.ts";

interface BuildOptions extends InputOptions {
  readonly output: string;
  readonly gexf?: string;
  readonly minConfidence: string;
  readonly minMentions: string;
  readonly seed: string;
  readonly includeText?: boolean;
  readonly concepts: boolean;
}

export function addBuild(program: Command, terminal: () => Terminal): void {
  const command = program
    .command("build")
    .description("read documents and build their graph")
    .argument("<input...>", "files, folders, globs, or - for standard input")
    .option("-o, --output <file>", "where the graph goes; - for standard output", "graph.json")
    .option("--gexf <file>", "write it as GEXF as well, for Gephi")
    .option("--min-confidence <number>", "leave out edges less sure than this, 0 to 1", "0.3")
    .option("--min-mentions <number>", "leave out lone entities mentioned fewer times", "1")
    .option("--no-concepts", "draw actors only, no proposals and ideas")
    .option("--seed <number>", "of the layout", "1")
    .option("--include-text", "keep the documents' texts in the graph, for the viewer's reader");
  addInputOptions(command).action((inputs: string[], options: BuildOptions) => build(terminal(), inputs, options));
}

async function build(terminal: Terminal, inputs: readonly string[], options: BuildOptions): Promise<void> {
  const settings = {
    minConfidence: parseNumber("--min-confidence", options.minConfidence, { min: 0, max: 1 }),
    minMentions: parseNumber("--min-mentions", options.minMentions, { min: 0, max: 1e9, integer: true }),
    seed: parseNumber("--seed", options.seed, { min: 0, max: 2 ** 32 - 1, integer: true }),
    includeText: options.includeText ?? false,
    concepts: options.concepts,
  };
  const { graph, summary } = await buildFrom(terminal, inputs, options, settings);
  if (!graph) {
    terminal.note(
      `error: no document could be read; ${options.output === "-" ? "no graph" : options.output} was not written.`,
    );
    return;
  }
  if (options.output === "-") await terminal.write(toJson(graph));
  else await writeText(options.output, toJson(graph));
  if (options.gexf !== undefined) await writeText(options.gexf, toGexf(graph));
  if (terminal.quiet) return;
  const line = showBuild(graph, summary, options.output);
  if (options.output === "-") terminal.note(line);
  else await terminal.print(line);
}

/** Builds the graph of all documents of the inputs; no graph where none could be read. */
export async function buildFrom(
  terminal: Terminal,
  inputs: readonly string[],
  { format, encoding }: InputOptions,
  settings: Parameters<typeof createGraphBuilder>[0],
): Promise<{ graph?: StanceGraph; summary: RunSummary }> {
  const builder = createGraphBuilder(settings);
  const read = { ...(format && { format }), ...(encoding !== undefined && { encoding }) };
  const summary = await runDocuments(terminal, inputs, read, "reading", (doc) => builder.add(doc));
  if (summary.documents > 0) return { graph: builder.finish(), summary };
  terminal.failed = true;
  return { summary };
}

/** "20 documents → 61 nodes, 84 edges (52 stances, 32 relations), 130 pieces of evidence → graph.json" */
export function showBuild(graph: StanceGraph, summary: RunSummary, output: string): string {
  const stances = graph.filterEdges((_, { kind }) => kind === "stance").length;
  const evidence = graph.reduceEdges((sum, _, edge) => sum + edge.evidence.length, 0);
  const edges = `${count(graph.size, "edge")} (${count(stances, "stance")}, ${count(graph.size - stances, "relation")})`;
  return `${showSummary(summary)} → ${count(graph.order, "node")}, ${edges}, ${evidence} pieces of evidence → ${output}`;
}
