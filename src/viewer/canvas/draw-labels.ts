import type { Palette } from "./colors.ts";
import { type LabelRequest, placeLabels, type Side } from "./labels.ts";
import type { DrawnNode } from "./scene.ts";

export const LABEL_FONT = '"Inter Variable", system-ui, sans-serif';

const fontOf = (size: number, strong: boolean) => `${strong ? 650 : 500} ${size}px ${LABEL_FONT}`;

/** Widths by font size and text. Measuring is what costs most, and names stay the same from frame to frame. */
export type Widths = Map<string, number>;

/** Writes as many names as find room, each with a halo that keeps it readable over lines. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  stage: { readonly width: number; readonly height: number },
  palette: Palette,
  sides: Map<string, Side>,
  widths: Widths,
): void {
  const ringed = new Map(nodes.map((node) => [node.key, node.ringed]));
  const requests: LabelRequest[] = nodes.map((node) => ({
    key: node.key,
    text: shorten(node.label),
    at: node.at,
    radius: node.ringed ? node.radius + 5 : node.radius,
    fontSize: Math.round(Math.min(16, 11 + node.radius * 0.2)),
    importance: node.importance,
    forced: node.ringed,
  }));
  const measure = (text: string, size: number) => {
    const key = `${size} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = fontOf(size, false);
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = palette.paper;
  context.fillStyle = palette.ink;
  for (const label of placeLabels(requests, measure, sides, stage).reverse()) {
    context.font = fontOf(label.fontSize, ringed.get(label.key) ?? false);
    const y = (label.box.top + label.box.bottom) / 2 + 0.5;
    context.strokeText(label.text, label.box.left, y);
    context.fillText(label.text, label.box.left, y);
  }
}

/** A label on one line: breaks become spaces and long names end in "…". */
export function shorten(text: string, most = 34): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
