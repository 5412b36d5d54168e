import type { Command } from "commander";
import { diffGraphs, type EdgeChange } from "../index.ts";
import { readGraphFile } from "../node/index.ts";
import { printable, type Terminal } from "./terminal.ts";

export function addDiff(program: Command, terminal: () => Terminal): void {
  program
    .command("diff")
    .description("say what changed from one graph to another")
    .argument("<before>", "a graph file")
    .argument("<after>", "a graph file")
    .action(async (before: string, after: string) => {
      const out = terminal();
      const diff = diffGraphs(await readGraphFile(before), await readGraphFile(after));
      const flips = diff.flipped.map(
        ({ source, target, before: was, after: is }) => `! ${source} → ${target}: ${was} became ${is}`,
      );
      const sections: [title: string, lines: string[]][] = [
        ["flipped", flips],
        ["added", diff.added.map((change) => showChange("+", change))],
        ["gone", diff.gone.map((change) => showChange("-", change))],
        ["strengthened", diff.strengthened.map((change) => showChange("^", change))],
        ["weakened", diff.weakened.map((change) => showChange("v", change))],
        ["nodes added", diff.nodesAdded.map((label) => `+ ${label}`)],
        ["nodes gone", diff.nodesGone.map((label) => `- ${label}`)],
      ];
      const changed = sections.filter(([, lines]) => lines.length > 0);
      if (changed.length === 0) await out.print("no change");
      for (const [title, lines] of changed) {
        await out.print(`${title} (${lines.length})`);
        for (const line of lines) await out.print(`  ${printable(line)}`);
      }
    });
}

function showChange(sign: string, { source, says, target, before, after }: EdgeChange): string {
  const claims = before === 0 || after === 0 ? `${before + after}` : `${before} → ${after}`;
  return `${sign} ${source} → ${target}: ${says} (${claims} ${claims === "1" ? "claim" : "claims"})`;
}
