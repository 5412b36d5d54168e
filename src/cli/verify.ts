import type { Command } from "commander";
import { readGraphFile, verifyGraph } from "../node/index.ts";
import { addInputOptions, type InputOptions } from "./options.ts";
import { count, reportItem } from "./run-documents.ts";
import { printable, type Terminal } from "./terminal.ts";

/** More than these help nobody. */
const MAX_SHOWN = 20;

export function addVerify(program: Command, terminal: () => Terminal): void {
  const command = program
    .command("verify")
    .description("hold every quote of a graph against its documents; exit 1 at one wrong character")
    .argument("<graph>", "a graph file")
    .argument("<documents...>", "the inputs that it was built from");
  addInputOptions(command).action(async (path: string, inputs: string[], { format, encoding }: InputOptions) => {
    const out = terminal();
    const graph = await readGraphFile(path);
    const { checked, problems } = await verifyGraph(graph, inputs, {
      ...(format && { format }),
      ...(encoding !== undefined && { encoding }),
      onItem: (item) => {
        if (reportItem(out, item).failures > 0) out.failed = true;
      },
    });
    for (const { edge, docId, reason } of problems.slice(0, MAX_SHOWN)) {
      out.note(`error: ${printable(docId)}: ${printable(edge)}: ${printable(reason)}`);
    }
    if (problems.length > MAX_SHOWN) out.note(`… and ${problems.length - MAX_SHOWN} more`);
    if (problems.length > 0) out.failed = true;
    if (!out.quiet)
      await out.print(`${count(checked, "quote")} checked, ${problems.length} wrong or without their document`);
  });
}
