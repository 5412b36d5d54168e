import { toCitation } from "../../export/index.ts";
import type { EdgeEvidence, GraphDocument } from "../../graph/index.ts";
import type { Hop, Path } from "./paths.ts";
import type { StanceGraph } from "./stance-graph.ts";
import { verbOf } from "./words.ts";

/** The sentence that proves a line best: the surest one, the earliest of those as sure. */
export function bestEvidence(graph: StanceGraph, edge: string): EdgeEvidence | undefined {
  let best: EdgeEvidence | undefined;
  for (const evidence of graph.getEdgeAttribute(edge, "evidence")) {
    if (!best || evidence.confidence > best.confidence) best = evidence;
  }
  return best;
}

/** One hop in words, the way the line runs: "Ada Quill supports the Sound Barrage". */
export function hopInWords(graph: StanceGraph, { edge }: Hop): string {
  const [source, target] = graph.extremities(edge);
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  return `${name(source)} ${verbOf(graph.getEdgeAttributes(edge))} ${name(target)}`;
}

/** A path as a paragraph with a note for each hop, to paste into a text. */
export function pathInWords(graph: StanceGraph, path: Path, documents: ReadonlyMap<string, GraphDocument>): string {
  const steps = path.map((hop, index) => `${hopInWords(graph, hop)}[${index + 1}]`);
  const notes = path.map((hop, index) => {
    const evidence = bestEvidence(graph, hop.edge);
    return `[${index + 1}] ${evidence ? toCitation(evidence, documents.get(evidence.docId)) : "No sentence."}`;
  });
  return `${steps.join("; ")}.\n\n${notes.join("\n")}\n`;
}
