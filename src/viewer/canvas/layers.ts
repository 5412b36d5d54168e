import { mix, type Palette } from "./colors.ts";
import { drawHulls } from "./hulls.ts";
import { drawEmphasis, drawOverlay, type LabelMemory } from "./overlay.ts";
import type { Picture } from "./picture.ts";
import { collectLines, collectNodes, type DrawnLine, type SceneSource } from "./scene.ts";

/** A frame draws the marks and names of at most so many actors. */
const MOST_NAMED = 220;

type Context = CanvasRenderingContext2D | undefined;

/** Draws rings round groups, under the renderer's own layers. */
export function drawGroupLayer(context: Context, picture: Picture, source: SceneSource, palette: Palette): void {
  if (!context) return;
  const groups = picture.groups.map((keys) => keys.flatMap((key) => source.positionOf(key) ?? []));
  const { paper, ink } = palette;
  drawHulls(context, source, groups, { fill: mix(ink, paper, 0.045), line: mix(ink, paper, 0.16) });
}

/** Draws signs, marks and names, over the renderer's own layers. */
export function drawNameLayer(
  context: Context,
  picture: Picture,
  source: SceneSource,
  lines: readonly DrawnLine[],
  palette: Palette,
  memory: LabelMemory,
): void {
  if (!context) return;
  const nodes = collectNodes(source, picture.order, MOST_NAMED);
  drawOverlay(context, { width: source.width, height: source.height, nodes, lines }, palette, memory);
}

/** Draws what is pointed to, over the veil; or wipes the layer where that is nothing. */
export function drawEmphasisLayer(
  context: Context,
  { emphasis }: Picture,
  source: SceneSource,
  palette: Palette,
  memory: LabelMemory,
): void {
  if (!context) return;
  if (!emphasis) {
    context.clearRect(0, 0, source.width, source.height);
    return;
  }
  const ringed = { ...source, isRinged: (key: string) => emphasis.ringed.has(key) };
  const others = [...emphasis.nodes].filter((key) => !emphasis.ringed.has(key));
  const nodes = collectNodes(ringed, [...emphasis.ringed, ...others], 2 * MOST_NAMED);
  const lines = collectLines(ringed, emphasis.edges);
  drawEmphasis(context, { width: source.width, height: source.height, nodes, lines }, palette, memory);
}
