import type { Command } from "commander";
import open from "open";
import { serializeGraph } from "../index.ts";
import { readGraphFile, serveViewer } from "../node/index.ts";
import { untilInterrupted } from "./interrupt.ts";
import { parseNumber, type Terminal } from "./terminal.ts";

export interface ViewOptions {
  readonly port?: string;
  readonly open: boolean;
}

export function addView(program: Command, terminal: () => Terminal): void {
  program
    .command("view")
    .description("show a graph in the browser, from this machine alone")
    .argument("<graph>", "a graph file")
    .option("--port <number>", "default: 8719, or any free one")
    .option("--no-open", "do not open the browser")
    .action(async (path: string, options: ViewOptions) => {
      const graph = await readGraphFile(path);
      await view(terminal(), serializeGraph(graph), options);
    });
}

/** Serves the viewer until Ctrl-C, and says where. */
export async function view(terminal: Terminal, graph: string, options: ViewOptions): Promise<void> {
  const port =
    options.port === undefined ? undefined : parseNumber("--port", options.port, { min: 0, max: 65535, integer: true });
  const server = await serveViewer({ graph, port });
  const stopped = untilInterrupted();
  await terminal.print(server.url);
  terminal.inform("Ctrl-C stops it.");
  // A program that reads our output wants the address, not a window; and no browser here is no reason to stop serving.
  if (options.open && process.stdout.isTTY)
    await open(server.url).catch(() => terminal.inform("Open this address in your browser."));
  await stopped;
  await server.close();
}
