import { ENTITY_TYPES, POLARITIES } from "../core/index.ts";
import type { StanceGraph } from "../graph/index.ts";
import { dateRange, periodInWords } from "./dates.ts";
import type { Palette } from "./drawing/colors.ts";
import { SIGN_PATHS, TYPE_MARKS } from "./drawing/marks.ts";
import { entityTypePlural, POLARITY_WORDS, plural } from "./words.ts";
import { escapeXml, showAttributes } from "./xml.ts";

/** What is said below a picture. */
export interface FooterWords {
  /** Default "Who stands where". */
  readonly title?: string;
  /** What of the whole graph is shown, in words. Default: nothing is said. */
  readonly filters?: string;
  /** Of the whole graph: see `buildIdOf`. Default: nothing is said. */
  readonly buildId?: string;
}

interface Place {
  readonly width: number;
  readonly top: number;
  readonly palette: Palette;
  readonly words: FooterWords;
}

const SIDE = 40;
const ROW = 26;

/** Draws the legend with its counts, what the picture rests on, the filters and the build below a picture. */
export function drawFooter(
  graph: StanceGraph,
  { width, top, palette, words }: Place,
): { readonly lines: readonly string[]; readonly height: number } {
  const rule = `<path${showAttributes({ d: `M${SIDE} ${top + 8}H${width - SIDE}`, stroke: palette.soft, "stroke-opacity": 0.35 })}/>`;
  const { lines: entries, bottom } = flow(listEntries(graph, palette), width, top + 38, palette.ink);
  const title = text(words.title ?? "Who stands where", SIDE, bottom + 34, {
    size: 19,
    weight: 650,
    fill: palette.ink,
  });
  const notes = [summarise(graph), words.filters, signature(graph, words.buildId)].filter((note) => note !== undefined);
  const written = notes.flatMap((note) => wrap(note, width - 2 * SIDE, 13));
  const small = written.map((line, i) =>
    text(line, SIDE, bottom + 58 + i * 19, { size: 13, weight: 400, fill: palette.soft }),
  );
  return { lines: [rule, ...entries, title, ...small], height: bottom + 58 + written.length * 19 + 14 - top };
}

function summarise(graph: StanceGraph): string {
  const documents = graph.getAttribute("documents");
  const { first, last } = dateRange(documents.map(({ date }) => date));
  const stances = graph.filterEdges((_, { kind }) => kind === "stance").length;
  const parts = [
    plural(graph.order, "actor"),
    plural(stances, "stance"),
    plural(graph.size - stances, "relation"),
    plural(documents.length, "article"),
    periodInWords(first, last),
  ];
  return parts.filter(Boolean).join(" · ");
}

function signature(graph: StanceGraph, buildId: string | undefined): string {
  const made = `Made with ${graph.getAttribute("generator")}`;
  return buildId === undefined ? made : `${made} · build ${buildId}`;
}

interface Entry {
  readonly words: string;
  readonly count: number;
  /** Drawn in a square of 16 × 16. */
  readonly mark: string;
}

function listEntries(graph: StanceGraph, palette: Palette): Entry[] {
  const counts = new Map<string, number>();
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  graph.forEachEdge((_, edge) => count(edge.kind === "stance" ? edge.polarity : "relation"));
  graph.forEachNode((_, { entityType }) => count(entityType));
  const signs = POLARITIES.map((polarity) => ({
    count: counts.get(polarity) ?? 0,
    words: POLARITY_WORDS[polarity].noun,
    mark: `<circle cx="8" cy="8" r="7"${showAttributes({ fill: palette.paper, stroke: palette.polarity[polarity], "stroke-width": 1.5 })}/><path${showAttributes({ d: SIGN_PATHS[polarity], stroke: palette.polarity[polarity], "stroke-width": 1.6, "stroke-linecap": "round", fill: "none" })}/>`,
  }));
  const relation = {
    count: counts.get("relation") ?? 0,
    words: "Relations",
    mark: `<path d="M0 8H16"${showAttributes({ stroke: palette.relation, "stroke-width": 2 })}/>`,
  };
  const types = ENTITY_TYPES.map((type) => ({
    count: counts.get(type) ?? 0,
    words: entityTypePlural(type),
    mark: `<circle cx="8" cy="8" r="8"${showAttributes({ fill: palette.entityType[type] })}/><path${showAttributes({ d: TYPE_MARKS[type], transform: "translate(3.6 3.6) scale(0.55)", fill: palette.paper })}/>`,
  }));
  return [...signs, relation, ...types].filter((entry) => entry.count > 0);
}

/** Sets the entries in as many rows as they need. */
function flow(entries: readonly Entry[], width: number, top: number, ink: string) {
  const lines: string[] = [];
  let [x, y] = [SIDE, top];
  for (const entry of entries) {
    const words = `${entry.words} ${entry.count.toLocaleString("en")}`;
    const length = 24 + words.length * 14 * 0.56 + 28;
    if (x > SIDE && x + length > width - SIDE) [x, y] = [SIDE, y + ROW];
    lines.push(`<g${showAttributes({ transform: `translate(${Math.round(x)} ${y - 13})` })}>${entry.mark}</g>`);
    lines.push(text(words, Math.round(x) + 24, y, { size: 14, weight: 500, fill: ink }));
    x += length;
  }
  return { lines, bottom: y };
}

function text(words: string, x: number, y: number, look: { size: number; weight: number; fill: string }): string {
  return `<text${showAttributes({ x, y, "font-size": look.size, "font-weight": look.weight, fill: look.fill })}>${escapeXml(words)}</text>`;
}

/** Breaks words into lines of about so many pixels, at most six of them. */
function wrap(words: string, width: number, size: number): string[] {
  const most = Math.max(20, Math.floor(width / (size * 0.52)));
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/\s+/)) {
    const short = word.length > most ? `${word.slice(0, most - 1)}…` : word;
    if (line && line.length + 1 + short.length > most) {
      lines.push(line);
      line = short;
    } else line = line ? `${line} ${short}` : short;
  }
  lines.push(line);
  return lines.length > 6 ? [...lines.slice(0, 5), `${lines[5]} …`] : lines;
}
