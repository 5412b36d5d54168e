import type { EdgeAttributes, StanceGraph } from "../graph/index.ts";
import { POLARITY_COLORS, RELATION_COLOR } from "../graph/index.ts";
import { type Column, EDGE_COLUMNS, edgeWord, NODE_COLUMNS } from "./columns.ts";
import { escapeXml, showAttributes } from "./xml.ts";

/**
 * Writes a graph as GEXF 1.3, for Gephi, Gephi Lite, NetworkX and others.
 *
 * An edge's `kind` is its polarity or predicate, which makes source, target and kind unique, as the format's primer asks.
 * Each day with evidence is a timestamp of the edge, so that Gephi's timeline works; an edge without a dated
 * document has none. Evidence and lists are JSON text in one string attribute. The same graph gives the same bytes.
 */
export function toGexf(graph: StanceGraph): string {
  const { generator, documents } = graph.getAttributes();
  const dates = new Map(documents.map(({ id, date }) => [id, date && toDay(date)]));
  const dynamic = [...dates.values()].some(Boolean);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">',
    "<meta>",
    `<creator>${escapeXml(generator)}</creator>`,
    `<description>${escapeXml(describe(graph))}</description>`,
    "</meta>",
    `<graph${showAttributes({
      defaultedgetype: "directed",
      mode: dynamic ? "dynamic" : "static",
      ...(dynamic && { timeformat: "date", timerepresentation: "timestamp" }),
    })}>`,
    ...declare("node", NODE_COLUMNS),
    ...declare("edge", EDGE_COLUMNS),
    "<nodes>",
  ];
  graph.forEachNode((id, node) => {
    lines.push(
      `<node${showAttributes({ id, label: node.label })}>`,
      ...attvalues(NODE_COLUMNS, node),
      `<viz:color${showAttributes(toRgb(node.color))}/>`,
      `<viz:position${showAttributes({ x: node.x, y: node.y, z: 0 })}/>`,
      `<viz:size${showAttributes({ value: node.size })}/>`,
      "</node>",
    );
  });
  lines.push("</nodes>", "<edges>");
  graph.forEachEdge((id, edge, source, target) => {
    const word = edgeWord(edge);
    lines.push(
      `<edge${showAttributes({ id, source, target, kind: word, label: word, weight: edge.weight })}>`,
      ...attvalues(EDGE_COLUMNS, edge),
      ...spells(edge, dates),
      `<viz:color${showAttributes(toRgb(edge.kind === "stance" ? POLARITY_COLORS[edge.polarity] : RELATION_COLOR))}/>`,
      `<viz:thickness${showAttributes({ value: edge.weight })}/>`,
      "</edge>",
    );
  });
  lines.push("</edges>", "</graph>", "</gexf>", "");
  return lines.join("\n");
}

function describe(graph: StanceGraph): string {
  const { documents } = graph.getAttributes();
  return `A stance graph: ${graph.order} nodes and ${graph.size} edges from ${documents.length} documents.`;
}

/** One block a class: some readers know no more. Ids are numbers, so that readers show the titles. */
function declare<T>(type: "node" | "edge", columns: readonly Column<T>[]): string[] {
  return [
    `<attributes class="${type}">`,
    ...columns.map((column, i) => `<attribute${showAttributes({ id: i, title: column.title, type: column.type })}/>`),
    "</attributes>",
  ];
}

function attvalues<T>(columns: readonly Column<T>[], attributes: T): string[] {
  const values = columns.flatMap(({ value }, i) => {
    const cell = value(attributes);
    return cell === undefined ? [] : [`<attvalue${showAttributes({ for: i, value: cell })}/>`];
  });
  return ["<attvalues>", ...values, "</attvalues>"];
}

function spells(edge: EdgeAttributes, dates: ReadonlyMap<string, string | undefined>): string[] {
  const days = [...new Set(edge.evidence.flatMap(({ docId }) => dates.get(docId) || []))].sort();
  if (days.length === 0) return [];
  return ["<spells>", ...days.map((timestamp) => `<spell${showAttributes({ timestamp })}/>`), "</spells>"];
}

/** The format's dates are days: a month or year stands at its first. */
function toDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

function toRgb(color: string): { r: number; g: number; b: number } {
  const value = Number.parseInt(color.slice(1), 16);
  return { r: (value >> 16) & 255, g: (value >> 8) & 255, b: value & 255 };
}
