import type { EdgeChange, Flip, GraphDiff, GraphDocument, StanceGraph } from "../graph/index.ts";
import { documentName } from "./citation.ts";
import { escapeMarkdown } from "./citations.ts";
import { dateInWords } from "./dates.ts";
import { POLARITY_WORDS, plural, verbOf } from "./words.ts";

/**
 * Writes what changed between two graphs as Markdown, for an editor's inbox: counts, then flips, what is added,
 * strengthened, weakened and gone, with at most three new sentences each. Signs that Markdown would take for its own are
 * escaped: a document's words stay words.
 */
export function toDiffReport(diff: GraphDiff, before: StanceGraph, after: StanceGraph): string {
  const documents = new Map(
    [...before.getAttribute("documents"), ...after.getAttribute("documents")].map((document) => [
      document.id,
      document,
    ]),
  );
  const changes = (title: string, list: readonly EdgeChange[]) => [
    `## ${title} (${list.length})`,
    ...list.map((change) => describe(change, before, after, documents)),
  ];
  const sections = [
    diff.flipped.length > 0 ? [`## Flipped (${diff.flipped.length})`, ...diff.flipped.map(describeFlip)] : [],
    diff.added.length > 0 ? changes("New", diff.added) : [],
    diff.strengthened.length > 0 ? changes("Strengthened", diff.strengthened) : [],
    diff.weakened.length > 0 ? changes("Weakened", diff.weakened) : [],
    diff.gone.length > 0 ? changes("Gone", diff.gone) : [],
  ].filter((lines) => lines.length > 0);
  const counts = (graph: StanceGraph) =>
    `${plural(graph.getAttribute("documents").length, "article")}, ${plural(graph.order, "actor")}, ${plural(graph.size, "line")}`;
  return `${[
    "# What changed",
    `Before: ${counts(before)}. After: ${counts(after)}.`,
    ...(sections.length === 0 ? ["Nothing changed."] : []),
    ...sections.map((lines) => `${lines[0]}\n\n${lines.slice(1).join("\n")}`),
  ].join("\n\n")}\n`;
}

function describeFlip({ source, target, before, after }: Flip): string {
  const [was, is] = [POLARITY_WORDS[before].noun.toLowerCase(), POLARITY_WORDS[after].noun.toLowerCase()];
  return `- **${escapeMarkdown(source)}** on **${escapeMarkdown(target)}**: ${was} became ${is}`;
}

function describe(
  change: EdgeChange,
  before: StanceGraph,
  after: StanceGraph,
  documents: ReadonlyMap<string, GraphDocument>,
): string {
  const graph = after.hasEdge(change.edge) ? after : before;
  const verb = escapeMarkdown(verbOf(graph.getEdgeAttributes(change.edge)));
  const claims =
    change.before === 0 || change.after === 0
      ? plural(change.before + change.after, "statement")
      : `${change.before} → ${plural(change.after, "statement")}`;
  const sentences = change.evidenceAdded.slice(0, 3).map(({ docId, quote }) => {
    const document = documents.get(docId);
    const date = document?.date ? `${dateInWords(document.date)}, ` : "";
    return `  > “${escapeMarkdown(quote)}” (${date}${escapeMarkdown(documentName(document, docId))})`;
  });
  return [
    `- **${escapeMarkdown(change.source)}** ${verb} **${escapeMarkdown(change.target)}** (${claims})`,
    ...sentences,
  ].join("\n");
}
