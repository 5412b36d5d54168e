import { mix, type Palette } from "./colors.ts";
import { drawLabels, type Widths } from "./draw-labels.ts";
import { drawNodeMarks, drawSign } from "./draw-marks.ts";
import { controlPoint, type Point } from "./geometry.ts";
import type { Side } from "./labels.ts";
import type { DrawnLine, DrawnNode } from "./scene.ts";

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  readonly lines: readonly DrawnLine[];
}

/** What stays from frame to frame: the side of each label, and how wide the names are. */
export interface LabelMemory {
  readonly sides: Map<string, Side>;
  readonly widths: Widths;
}

/** Draws what lies over the renderer's discs and lines: signs, type marks, rings and labels. */
export function drawOverlay(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  memory: LabelMemory,
): void {
  context.clearRect(0, 0, scene.width, scene.height);
  // A sign gives way to those before it, so that a crowd of lines keeps some air.
  const taken = new Set<string>();
  for (const line of scene.lines) drawSign(context, line, palette, taken, false);
  for (const node of scene.nodes) drawNodeMarks(context, node, palette);
  drawLabels(context, scene.nodes, scene, palette, memory.sides, memory.widths);
}

/**
 * Draws what the reader points to once more, over a veil that lets everything else step back. The renderer itself has
 * nothing to do: pointing at something costs what is pointed at, not the size of the graph.
 */
export function drawEmphasis(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  memory: LabelMemory,
): void {
  context.clearRect(0, 0, scene.width, scene.height);
  const relations = scene.lines.filter(({ polarity }) => !polarity);
  const stances = scene.lines.filter(({ polarity }) => polarity);
  for (const line of [...relations, ...stances]) drawLine(context, line, palette);
  const taken = new Set<string>();
  const signed = scene.lines.length <= 60;
  for (const line of scene.lines) drawSign(context, line, palette, taken, signed);
  for (const node of scene.nodes) {
    context.beginPath();
    context.arc(node.at.x, node.at.y, node.radius, 0, 2 * Math.PI);
    context.fillStyle = palette.entityType[node.entityType];
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = palette.paper;
    context.stroke();
    drawNodeMarks(context, node, palette);
  }
  drawLabels(context, scene.nodes, scene, palette, memory.sides, memory.widths);
}

/** A stance or relation as the renderer draws it, with its head at the rim of the disc it leads to. */
function drawLine(context: CanvasRenderingContext2D, line: DrawnLine, palette: Palette): void {
  const control = controlPoint(line);
  const [dx, dy] = [line.to.x - control.x, line.to.y - control.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const head = Math.min(line.width * 3.6, length / 2);
  const tip: Point = { x: line.to.x - ux * line.targetRadius, y: line.to.y - uy * line.targetRadius };
  const neck: Point = { x: tip.x - ux * head, y: tip.y - uy * head };
  const color = line.polarity ? palette.polarity[line.polarity] : mix(palette.relation, palette.ink, 0.75);
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = line.width;
  context.lineCap = "butt";
  context.beginPath();
  context.moveTo(line.from.x, line.from.y);
  context.quadraticCurveTo(control.x, control.y, neck.x, neck.y);
  context.stroke();
  const half = line.width * 1.6;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(neck.x - uy * half, neck.y + ux * half);
  context.lineTo(neck.x + uy * half, neck.y - ux * half);
  context.closePath();
  context.fill();
}
