import { toCitations, toCsv, toGexf, toGraphml, toHtml, toJson, toStatements } from "../../../export/index.ts";
import type { StanceGraph } from "../../../graph/index.ts";
import { loadPageTemplate } from "../../model/page-source.ts";

export interface Format {
  readonly id: string;
  readonly label: string;
  /** What it is good for. */
  readonly hint: string;
  /** What follows the name of the file. */
  readonly ending: string;
  readonly type: string;
  readonly write: (graph: StanceGraph) => string | Promise<string>;
}

export const FORMAT_GROUPS: readonly { readonly title: string; readonly formats: readonly Format[] }[] = [
  {
    title: "To publish and to read",
    formats: [
      {
        ...{ id: "html", label: "One-file page", ending: ".html", type: "text/html" },
        hint: "This workbench with its graph, in one file that opens anywhere, without a network",
        write: async (graph) => toHtml(graph, await loadPageTemplate()),
      },
      {
        ...{ id: "md", label: "Citations", ending: ".md", type: "text/markdown" },
        hint: "Every statement with its source, as a list in Markdown",
        write: (graph) => toCitations(graph),
      },
    ],
  },
  {
    title: "Tables",
    formats: [
      {
        ...{ id: "statements", label: "Statements", ending: "-statements.csv", type: "text/csv" },
        hint: "A row a statement: who, about what, agreement; as Discourse Network Analyzer has them",
        write: toStatements,
      },
      {
        ...{ id: "evidence", label: "Evidence", ending: "-evidence.csv", type: "text/csv" },
        hint: "A row a sentence, for stances and relations, with its place in the article",
        write: (graph) => toCsv(graph).evidence,
      },
      {
        ...{ id: "edges", label: "Lines", ending: "-edges.csv", type: "text/csv" },
        hint: "A row a stance or relation",
        write: (graph) => toCsv(graph).edges,
      },
      {
        ...{ id: "nodes", label: "Actors", ending: "-nodes.csv", type: "text/csv" },
        hint: "A row an actor, with all its names",
        write: (graph) => toCsv(graph).nodes,
      },
    ],
  },
  {
    title: "For other programs",
    formats: [
      {
        ...{ id: "gexf", label: "GEXF", ending: ".gexf", type: "application/xml" },
        hint: "For Gephi and Gephi Lite, with the timeline",
        write: toGexf,
      },
      {
        ...{ id: "graphml", label: "GraphML", ending: ".graphml", type: "application/xml" },
        hint: "For yEd, Cytoscape, igraph, NetworkX",
        write: toGraphml,
      },
      {
        ...{ id: "json", label: "Graph file", ending: ".json", type: "application/json" },
        hint: "What this viewer and the library read",
        write: toJson,
      },
    ],
  },
];
