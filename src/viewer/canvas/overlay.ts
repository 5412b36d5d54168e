import type { EntityType, Polarity } from "../../core/index.ts";
import { TYPE_MARKS } from "../../export/index.ts";
import { POLARITY_WORDS } from "../model/words.ts";
import { mix, type Palette } from "./colors.ts";
import type { Prominence } from "./emphasis.ts";
import { type Curve, type Point, pointAt } from "./geometry.ts";
import { type LabelRequest, placeLabels, type Side } from "./labels.ts";

export interface DrawnNode {
  readonly key: string;
  readonly at: Point;
  readonly radius: number;
  readonly label: string;
  readonly entityType: EntityType;
  readonly importance: number;
  readonly prominence: Prominence;
  readonly anchor: boolean;
  readonly pinned: boolean;
  /** How many visible lines lead from the node to itself; the renderer cannot draw those. */
  readonly loops: number;
}

export interface DrawnLine extends Curve {
  readonly polarity?: Polarity;
  readonly prominence: Prominence;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  readonly lines: readonly DrawnLine[];
}

export const LABEL_FONT = '"Inter Variable", system-ui, sans-serif';

/** Most labels that are tried in one frame. */
const MOST_LABELS = 400;
/** A sign is drawn on lines at least this long on screen, in pixels. */
const SIGNED_LENGTH = 64;

/** Draws what lies over the renderer's discs and lines: signs, type marks, rings and labels. */
export function drawOverlay(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  sides: Map<string, Side>,
): void {
  context.clearRect(0, 0, scene.width, scene.height);
  // A sign gives way to those before it, the strong ones first, so that a crowd of lines keeps some air.
  const taken = new Set<string>();
  for (const strong of [true, false]) {
    for (const line of scene.lines) {
      if ((line.prominence === "strong") === strong) drawSign(context, line, palette, taken);
    }
  }
  for (const node of scene.nodes) drawNodeMarks(context, node, palette);
  drawLabels(context, scene, palette, sides);
}

/** A small disc with + − or ± on a stance's line, so that colour is never the only code. */
function drawSign(context: CanvasRenderingContext2D, line: DrawnLine, palette: Palette, taken: Set<string>): void {
  if (!line.polarity || line.prominence === "faint") return;
  if (Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y) < SIGNED_LENGTH) return;
  const { x, y } = pointAt(line, 0.5);
  const cell = `${Math.round(x / 14)} ${Math.round(y / 14)}`;
  if (taken.has(cell) && line.prominence !== "strong") return;
  taken.add(cell);
  const color = palette.polarity[line.polarity];
  const radius = line.prominence === "strong" ? 7 : 5;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = palette.paper;
  context.fill();
  context.lineWidth = 1.25;
  context.strokeStyle = line.prominence === "strong" ? color : mix(color, palette.paper, 0.8);
  context.stroke();
  // The signs are drawn, not set: glyphs of 8 px sit differently in every font.
  const arm = radius * 0.5;
  context.beginPath();
  const sign = POLARITY_WORDS[line.polarity].sign;
  const level = sign === "±" ? y + arm * 0.9 : y;
  context.moveTo(x - arm, level);
  context.lineTo(x + arm, level);
  if (sign !== "−") {
    const middle = sign === "±" ? y - arm * 0.25 : y;
    const reach = sign === "±" ? arm * 0.75 : arm;
    if (sign === "±") {
      context.moveTo(x - reach, middle);
      context.lineTo(x + reach, middle);
    }
    context.moveTo(x, middle - reach);
    context.lineTo(x, middle + reach);
  }
  context.lineWidth = 1.4;
  context.stroke();
}

function drawNodeMarks(context: CanvasRenderingContext2D, node: DrawnNode, palette: Palette): void {
  const { at, radius } = node;
  if (node.anchor) {
    context.beginPath();
    context.arc(at.x, at.y, radius + 4, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = palette.accent;
    context.stroke();
  }
  if (node.prominence === "faint") return;
  if (radius >= 6) drawTypeMark(context, node, palette);
  if (node.pinned) {
    context.beginPath();
    context.arc(at.x + radius * 0.75, at.y - radius * 0.75, 3, 0, 2 * Math.PI);
    context.fillStyle = palette.accent;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = palette.paper;
    context.stroke();
  }
  if (node.loops > 0) {
    context.beginPath();
    context.arc(at.x, at.y - radius - 3, 4.5, 0.75 * Math.PI, 2.25 * Math.PI);
    context.lineWidth = 1.5;
    context.strokeStyle = palette.soft;
    context.stroke();
  }
}

/** The sign of an entity's type inside its disc; the same shapes stand in the legend. */
function drawTypeMark(context: CanvasRenderingContext2D, node: DrawnNode, palette: Palette): void {
  const size = Math.min(node.radius * 0.95, 15);
  context.save();
  context.translate(node.at.x - size / 2, node.at.y - size / 2);
  context.scale(size / 16, size / 16);
  context.fillStyle = palette.paper;
  context.fill(new Path2D(TYPE_MARKS[node.entityType]));
  context.restore();
}

function drawLabels(context: CanvasRenderingContext2D, scene: Scene, palette: Palette, sides: Map<string, Side>): void {
  const font = (size: number, strong: boolean) => `${strong ? 650 : 500} ${size}px ${LABEL_FONT}`;
  const strong = new Map(scene.nodes.map((node) => [node.key, node.anchor]));
  const requests: LabelRequest[] = scene.nodes
    .filter((node) => node.prominence !== "faint" && node.at.x > -80 && node.at.x < scene.width + 80)
    .sort((a, b) => b.importance - a.importance)
    .slice(0, MOST_LABELS)
    .map((node) => ({
      key: node.key,
      text: shorten(node.label),
      at: node.at,
      radius: node.anchor ? node.radius + 5 : node.radius,
      fontSize: Math.round(Math.min(16, 11 + node.radius * 0.2)),
      importance: node.importance,
      forced: node.anchor,
    }));
  const measure = (text: string, size: number) => {
    context.font = font(size, false);
    return context.measureText(text).width;
  };
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.lineJoin = "round";
  for (const label of placeLabels(requests, measure, sides, scene).reverse()) {
    context.font = font(label.fontSize, strong.get(label.key) ?? false);
    const y = (label.box.top + label.box.bottom) / 2 + 0.5;
    context.lineWidth = 4;
    context.strokeStyle = palette.paper;
    context.strokeText(label.text, label.box.left, y);
    context.fillStyle = palette.ink;
    context.fillText(label.text, label.box.left, y);
  }
}

/** A label on one line: breaks become spaces and long names end in "…". */
export function shorten(text: string, most = 34): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
