import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { toJson } from "../index.ts";
import { writeText } from "../node/index.ts";
import { buildFrom, showBuild } from "./build.ts";
import type { Terminal } from "./terminal.ts";
import { type ViewOptions, view } from "./view.ts";

const OUTPUT = "data/graphs/seeds.json";

/** What `npm start` runs: the shipped seeds, built and shown. */
export function addDemo(program: Command, terminal: () => Terminal): void {
  program
    .command("demo")
    .description("build the graph of the documents that come with stancegraph, and show it")
    .option("--port <number>", "default: 8719, or any free one")
    .option("--no-open", "do not open the browser")
    .action(async (options: ViewOptions) => {
      const out = terminal();
      const root = new URL("../../", import.meta.url);
      const settings = { includeText: true };
      const { graph, summary } = await buildFrom(out, [fileURLToPath(new URL("seeds", root))], {}, settings);
      if (!graph) return;
      const text = toJson(graph);
      await writeText(fileURLToPath(new URL(OUTPUT, root)), text);
      out.inform(showBuild(graph, summary, OUTPUT));
      await view(out, text, options);
    });
}
