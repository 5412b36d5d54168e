import { extname } from "node:path";
import { type Command, Option } from "commander";
import { type StanceGraph, toCsv, toGexf, toGraphml, toJson, UsageError } from "../index.ts";
import { readGraphFile, writeText } from "../node/index.ts";
import type { Terminal } from "./terminal.ts";

const FORMATS = ["gexf", "graphml", "json", "csv"] as const;
type Format = (typeof FORMATS)[number];

export function addExport(program: Command, terminal: () => Terminal): void {
  program
    .command("export")
    .description("write a graph in another format")
    .argument("<graph>", "a graph file")
    .requiredOption("-o, --output <file>", "where it goes; - for standard output")
    .addOption(new Option("--format <format>", "default: by the extension of the file").choices([...FORMATS]))
    .action(async (path: string, { output, format }: { output: string; format?: Format }) => {
      const out = terminal();
      const chosen = format ?? formatOf(output);
      for (const [file, text] of write(await readGraphFile(path), chosen, output)) {
        if (file === "-") {
          await out.write(text);
          continue;
        }
        await writeText(file, text);
        if (!out.quiet) await out.print(file);
      }
    });
}

function formatOf(output: string): Format {
  const extension = extname(output).slice(1).toLowerCase();
  const format = FORMATS.find((known) => known === extension);
  if (format) return format;
  throw new UsageError(
    `Unknown format "${extension}" of ${output}; expected one of ${FORMATS.join(", ")}. Or pass --format.`,
    {
      code: "unknown-format",
    },
  );
}

function write(graph: StanceGraph, format: Format, output: string): [file: string, text: string][] {
  switch (format) {
    case "gexf":
      return [[output, toGexf(graph)]];
    case "graphml":
      return [[output, toGraphml(graph)]];
    case "json":
      return [[output, toJson(graph)]];
    case "csv": {
      const { nodes, edges, evidence } = toCsv(graph);
      if (output === "-") return [["-", evidence]];
      const base = output.replace(/\.csv$/i, "");
      return [
        [`${base}-nodes.csv`, nodes],
        [`${base}-edges.csv`, edges],
        [`${base}-evidence.csv`, evidence],
      ];
    }
  }
}
