import { TYPE_MARKS } from "../../export/index.ts";
import { POLARITY_WORDS } from "../model/words.ts";
import { mix, type Palette } from "./colors.ts";
import { pointAt } from "./geometry.ts";
import type { DrawnLine, DrawnNode } from "./scene.ts";

/** A sign is drawn on lines at least this long on screen, in pixels. */
const SIGNED_LENGTH = 64;

/** A small disc with + − or ± on a stance's line, so that colour is never the only code. */
export function drawSign(
  context: CanvasRenderingContext2D,
  line: DrawnLine,
  palette: Palette,
  taken: Set<string>,
  strong: boolean,
): void {
  if (!line.polarity) return;
  if (Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y) < SIGNED_LENGTH) return;
  const { x, y } = pointAt(line, 0.5);
  const cell = `${Math.round(x / 14)} ${Math.round(y / 14)}`;
  if (taken.has(cell) && !strong) return;
  taken.add(cell);
  const color = palette.polarity[line.polarity];
  const radius = strong ? 7 : 5;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = palette.paper;
  context.fill();
  context.lineWidth = 1.25;
  context.strokeStyle = strong ? color : mix(color, palette.paper, 0.8);
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

export function drawNodeMarks(context: CanvasRenderingContext2D, node: DrawnNode, palette: Palette): void {
  const { at, radius } = node;
  if (node.ringed) {
    context.beginPath();
    context.arc(at.x, at.y, radius + 4, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = palette.accent;
    context.stroke();
  }
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
