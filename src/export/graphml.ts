import type { StanceGraph } from "../graph/index.ts";
import { type Column, EDGE_COLUMNS, edgeWord, NODE_COLUMNS } from "./columns.ts";
import { escapeXml, showAttributes } from "./xml.ts";

type Titled<T> = Column<T> & { readonly id: string };

const GRAPHML_TYPES = { string: "string", integer: "int", double: "double" } as const;

/** Writes a graph as GraphML, for yEd, Cytoscape, igraph and others: the attributes of {@link toGexf} without its time. */
export function toGraphml(graph: StanceGraph): string {
  const nodeColumns = withIds("n", [
    { title: "label", type: "string", value: ({ label }) => label },
    ...NODE_COLUMNS,
    { title: "x", type: "double", value: ({ x }) => x },
    { title: "y", type: "double", value: ({ y }) => y },
    { title: "size", type: "double", value: ({ size }) => size },
    { title: "color", type: "string", value: ({ color }) => color },
  ] satisfies Column<ReturnType<StanceGraph["getNodeAttributes"]>>[]);
  const edgeColumns = withIds("e", [
    { title: "label", type: "string", value: edgeWord },
    { title: "weight", type: "integer", value: ({ weight }) => weight },
    ...EDGE_COLUMNS,
  ] satisfies Column<ReturnType<StanceGraph["getEdgeAttributes"]>>[]);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...declare("node", nodeColumns),
    ...declare("edge", edgeColumns),
    '<graph edgedefault="directed">',
  ];
  graph.forEachNode((id, node) => lines.push(`<node${showAttributes({ id })}>`, ...data(nodeColumns, node), "</node>"));
  graph.forEachEdge((id, edge, source, target) =>
    lines.push(`<edge${showAttributes({ id, source, target })}>`, ...data(edgeColumns, edge), "</edge>"),
  );
  lines.push("</graph>", "</graphml>", "");
  return lines.join("\n");
}

function withIds<T>(prefix: string, columns: readonly Column<T>[]): Titled<T>[] {
  return columns.map((column, i) => ({ ...column, id: `${prefix}${i}` }));
}

function declare<T>(domain: "node" | "edge", columns: readonly Titled<T>[]): string[] {
  return columns.map(
    ({ id, title, type }) =>
      `<key${showAttributes({ id, for: domain, "attr.name": title, "attr.type": GRAPHML_TYPES[type] })}/>`,
  );
}

function data<T>(columns: readonly Titled<T>[], attributes: T): string[] {
  return columns.flatMap(({ id, value }) => {
    const cell = value(attributes);
    return cell === undefined ? [] : [`<data key="${id}">${escapeXml(String(cell))}</data>`];
  });
}
