import type { StanceGraph } from "../graph/index.ts";
import { toCitation } from "./citation.ts";
import { plural, verbOf } from "./words.ts";

/**
 * Writes the evidence as a list to read and to quote from, in Markdown: a heading for every edge, a line for every
 * sentence with its source. Stances come first, each kind with the best supported first.
 */
export function toCitations(graph: StanceGraph, { title = "Who stands where" } = {}): string {
  const documents = new Map(graph.getAttribute("documents").map((document) => [document.id, document]));
  const edges = graph.mapEdges((_, edge, __, ___, source, target) => ({ edge, source, target }));
  const evidence = edges.reduce((sum, { edge }) => sum + edge.evidence.length, 0);
  edges.sort((a, b) => rank(b.edge.kind) - rank(a.edge.kind) || b.edge.weight - a.edge.weight);
  const lines = [
    `# ${escapeMarkdown(title)}`,
    "",
    `${plural(evidence, "statement")} from ${plural(documents.size, "article")}.`,
  ];
  for (const { edge, source, target } of edges) {
    lines.push("", `## ${escapeMarkdown(`${source.label} ${verbOf(edge)} ${target.label}`)}`, "");
    for (const item of edge.evidence) {
      lines.push(`- ${escapeMarkdown(toCitation(item, documents.get(item.docId)))}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

const rank = (kind: "stance" | "relation"): number => (kind === "stance" ? 1 : 0);

/** Text on one line that Markdown shows as it is: no markup, no HTML, no image that a reader would fetch. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#|~!]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([+-])/, "\\$1")
    .replace(/&(?=#?\w+;)/g, "\\&");
}
