import type { StanceGraph } from "../graph/index.ts";
import { mix, type Palette, PRINT_PALETTE } from "./drawing/colors.ts";
import { controlPoint, type Point, pointAt } from "./drawing/curve.ts";
import { type LabelRequest, placeLabels } from "./drawing/labels.ts";
import { SIGN_PATHS, TYPE_MARKS } from "./drawing/marks.ts";
import { composeScene, type Scene, type SceneLine, type SceneNode } from "./drawing/scene.ts";
import { drawFooter, type FooterWords } from "./svg-footer.ts";
import { escapeXml, showAttributes } from "./xml.ts";

export interface SvgOptions extends FooterWords {
  /** Width of the picture in pixels; the height follows from the graph. Default 1600. */
  readonly width?: number;
  /** Default {@link PRINT_PALETTE}. */
  readonly palette?: Palette;
  /** Where nodes stand if not at their own `x` and `y`: those that a reader moved. */
  readonly places?: Readonly<Record<string, Point>>;
  /** CSS put into the picture, such as an `@font-face` with the face's data. Default none. */
  readonly css?: string;
}

/** Most labels that are tried. */
const MOST_LABELS = 400;
const FONT = "'Inter Variable', Inter, system-ui, 'Segoe UI', sans-serif";

/**
 * Draws a graph as a picture that needs nothing else: curved lines by polarity, each with its sign, discs with the mark
 * of their type, labels that do not cover one another, and below them the legend, the filters in words and the id of the
 * build. Nodes without an edge are drawn like all others: leave them out with `selectGraph`.
 */
export function toSvg(graph: StanceGraph, options: SvgOptions = {}): string {
  const { width = 1600, palette = PRINT_PALETTE, places = {}, css = "" } = options;
  const scene = composeScene(graph, width, places);
  const footer = drawFooter(graph, { width, top: scene.height, palette, words: options });
  const height = scene.height + footer.height;
  const name = options.title ?? "Who stands where";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${showAttributes({ width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "font-family": FONT })}>`,
    `<title>${escapeXml(name)}</title>`,
    `<desc>${escapeXml(`${graph.order} actors and ${graph.size} lines. ${options.filters ?? ""}`.trim())}</desc>`,
    ...(css ? [`<style>${escapeXml(css)}</style>`] : []),
    `<rect${showAttributes({ width, height, fill: palette.paper })}/>`,
    ...scene.lines.flatMap((line) => drawLine(line, palette)),
    ...drawSigns(scene, palette),
    ...scene.nodes.flatMap((node) => drawNode(node, palette)),
    ...drawLabels(scene, palette),
    ...footer.lines,
    "</svg>",
    "",
  ].join("\n");
}

/** Two decimals: more only make files longer. */
const n = (value: number): string => String(Math.round(value * 100) / 100 || 0);

function colorOf({ polarity, confidence }: SceneLine, palette: Palette): string {
  if (!polarity) return mix(palette.relation, palette.paper, 0.6);
  return mix(palette.polarity[polarity], palette.paper, 0.4 + 0.5 * Math.min(1, Math.max(0, confidence)));
}

function drawLine(line: SceneLine, palette: Palette): string[] {
  const color = colorOf(line, palette);
  const head = 4 + 1.8 * line.width;
  const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)];
  const at = (ahead: number, aside: number): string =>
    `${n(line.tip.x + cos * ahead - sin * aside)} ${n(line.tip.y + sin * ahead + cos * aside)}`;
  const control = controlPoint(line);
  const end = { x: line.tip.x - cos * head * 0.8, y: line.tip.y - sin * head * 0.8 };
  return [
    `<path${showAttributes({ d: `M${n(line.from.x)} ${n(line.from.y)}Q${n(control.x)} ${n(control.y)} ${n(end.x)} ${n(end.y)}`, fill: "none", stroke: color, "stroke-width": n(line.width) })}/>`,
    `<path${showAttributes({ d: `M${at(0, 0)}L${at(-head, head * 0.45)}L${at(-head, -head * 0.45)}Z`, fill: color })}/>`,
  ];
}

/** A small disc with + − or ± in the middle of a stance, so that colour is never the only code; a crowd keeps some air. */
function drawSigns({ lines }: Scene, palette: Palette): string[] {
  const taken = new Set<string>();
  return lines.flatMap((line) => {
    if (!line.polarity || Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y) < 64) return [];
    const { x, y } = pointAt(line, 0.5);
    const cell = `${Math.round(x / 14)} ${Math.round(y / 14)}`;
    if (taken.has(cell)) return [];
    taken.add(cell);
    const color = palette.polarity[line.polarity];
    return [
      `<circle${showAttributes({ cx: n(x), cy: n(y), r: 6, fill: palette.paper, stroke: color, "stroke-width": 1.25 })}/>`,
      `<path${showAttributes({ d: SIGN_PATHS[line.polarity], transform: `translate(${n(x - 6.4)} ${n(y - 6.4)}) scale(0.8)`, stroke: color, "stroke-width": 1.8, "stroke-linecap": "round", fill: "none" })}/>`,
    ];
  });
}

function drawNode({ at, radius, entityType }: SceneNode, palette: Palette): string[] {
  const size = Math.min(radius * 0.95, 15);
  const disc = `<circle${showAttributes({ cx: n(at.x), cy: n(at.y), r: n(radius), fill: palette.entityType[entityType], stroke: palette.paper, "stroke-width": 1.5 })}/>`;
  if (radius < 6) return [disc];
  const transform = `translate(${n(at.x - size / 2)} ${n(at.y - size / 2)}) scale(${n(size / 16)})`;
  return [disc, `<path${showAttributes({ d: TYPE_MARKS[entityType], transform, fill: palette.paper })}/>`];
}

function drawLabels(scene: Scene, palette: Palette): string[] {
  const requests: LabelRequest[] = scene.nodes
    .toSorted((a, b) => b.importance - a.importance)
    .slice(0, MOST_LABELS)
    .map(({ key, label, at, radius, importance }) => ({
      ...{ key, text: shorten(label), at, radius, importance, forced: false },
      fontSize: Math.round(Math.min(17, 12 + radius * 0.2)),
    }));
  return placeLabels(requests, measureText, new Map(), scene).map(({ text, fontSize, box }) => {
    const y = (box.top + box.bottom) / 2;
    return `<text${showAttributes({ x: n(box.left), y: n(y), "dominant-baseline": "central", "font-size": fontSize, "font-weight": 500, fill: palette.ink, stroke: palette.paper, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" })}>${escapeXml(text)}</text>`;
  });
}

/** Without a font at hand: the width of an average letter, wide scripts counted double, and a little to spare. */
function measureText(text: string, fontSize: number): number {
  let units = 0;
  for (const character of text)
    units += /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]/.test(character) ? 1 : 0.6;
  return units * fontSize;
}

/** A label on one line: breaks become spaces and long names end in "…". */
function shorten(text: string, most = 34): string {
  const characters = [...text.replace(/[\s\p{Cc}]+/gu, " ").trim()];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
    : characters.join("");
}
