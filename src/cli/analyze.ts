import type { Command } from "commander";
import { toAnalysisRecord } from "./analysis-record.ts";
import { addInputOptions, type InputOptions } from "./options.ts";
import { runDocuments, showSummary } from "./run-documents.ts";
import type { Terminal } from "./terminal.ts";

export function addAnalyze(program: Command, terminal: () => Terminal): void {
  const command = program
    .command("analyze")
    .description("print what is found in each document, as one line of JSON")
    .argument("<input...>", "files, folders, globs, or - for standard input");
  addInputOptions(command).action(async (inputs: string[], { format, encoding }: InputOptions) => {
    const out = terminal();
    const read = { ...(format && { format }), ...(encoding !== undefined && { encoding }) };
    const summary = await runDocuments(out, inputs, read, "reading", (doc) =>
      out.print(JSON.stringify(toAnalysisRecord(doc))),
    );
    if (summary.documents === 0) out.failed = true;
    out.inform(showSummary(summary));
  });
}
