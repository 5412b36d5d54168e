import { extname } from "node:path";
import { type Command, Option } from "commander";
import {
  buildIdOf,
  type StanceGraph,
  selectGraph,
  toCitations,
  toCsv,
  toGexf,
  toGraphml,
  toHtml,
  toJson,
  toStatements,
  toSvg,
  UsageError,
} from "../index.ts";
import { readGraphFile, readPageTemplate, writeText } from "../node/index.ts";
import type { Terminal } from "./terminal.ts";

const FORMATS = ["gexf", "graphml", "json", "csv", "statements", "svg", "html", "md"] as const;
type Format = (typeof FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, Format>> = { htm: "html", markdown: "md" };

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
      for (const [file, text] of await write(await readGraphFile(path), chosen, output)) {
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
  const format = FORMATS.find((known) => known === extension && known !== "statements") ?? EXTENSIONS[extension];
  if (format) return format;
  throw new UsageError(
    `Unknown format "${extension}" of ${output}; expected one of ${FORMATS.join(", ")}. Or pass --format.`,
    {
      code: "unknown-format",
    },
  );
}

async function write(graph: StanceGraph, format: Format, output: string): Promise<[file: string, text: string][]> {
  switch (format) {
    case "gexf":
      return [[output, toGexf(graph)]];
    case "graphml":
      return [[output, toGraphml(graph)]];
    case "json":
      return [[output, toJson(graph)]];
    case "statements":
      return [[output, toStatements(graph)]];
    case "md":
      return [[output, toCitations(graph)]];
    case "svg":
      return [[output, draw(graph)]];
    case "html":
      return [[output, await toHtml(graph, await readPageTemplate())]];
    case "csv": {
      const { nodes, edges, evidence } = toCsv(graph);
      if (output === "-") return [["-", evidence]];
      const base = output.replace(/\.csv$/i, "");
      return [
        [`${base}-nodes.csv`, nodes],
        [`${base}-edges.csv`, edges],
        [`${base}-evidence.csv`, evidence],
        [`${base}-statements.csv`, toStatements(graph)],
      ];
    }
  }
}

/** What the viewer shows at first: every line, and the actors that one leads to. */
function draw(graph: StanceGraph): string {
  const nodes = new Set(graph.filterNodes((key) => graph.degree(key) > 0));
  const rest = graph.order - nodes.size;
  return toSvg(selectGraph(graph, { nodes, edges: new Set(graph.edges()) }), {
    buildId: buildIdOf(graph),
    ...(rest > 0 && { filters: `${rest} without a line ${rest === 1 ? "is" : "are"} not drawn.` }),
  });
}
