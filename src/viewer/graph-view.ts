import EdgeCurveProgram, { createEdgeCurveProgram } from "@sigma/edge-curve";
import { createNodeBorderProgram } from "@sigma/node-border";
import Sigma from "sigma";
import type { Coordinates, MouseCoords, SigmaNodeEventPayload } from "sigma/types";
import { findCurvatures } from "../export/index.ts";
import type { Palette } from "./canvas/colors.ts";
import { type Emphasis, findEmphasis, type Prominence, prominenceOf } from "./canvas/emphasis.ts";
import { type Direction, findNearestCurve, findTowards, type Point } from "./canvas/geometry.ts";
import type { Side } from "./canvas/labels.ts";
import {
  copyLooks,
  type Drawing,
  type EdgeLook,
  MANY_LINES,
  type NodeLook,
  styleEdge,
  styleNode,
} from "./canvas/looks.ts";
import { type DrawnLine, drawOverlay, LABEL_FONT } from "./canvas/overlay.ts";
import { collectLines, collectNodes, type SceneSource } from "./canvas/scene.ts";
import type { Visible } from "./model/filters.ts";
import { findLargestPart } from "./model/parts.ts";
import type { StanceGraph } from "./model/stance-graph.ts";
import type { Action, Hover, ViewState } from "./state/view-state.ts";

const MOUSE_REACH = 7;
const TOUCH_REACH = 16;
/** A press that moves less than this is a click. */
const DRAG_TOLERANCE = 3;

export interface GraphViewOptions {
  readonly graph: StanceGraph;
  readonly palette: Palette;
  readonly reducedMotion: boolean;
  /** What the reader did on the canvas, as an action on the view. */
  readonly onAction: (action: Action) => void;
  /** Called when the browser took the drawing surface away; the view must be made again. */
  readonly onContextLost: () => void;
}

/**
 * Draws a stance graph. It shows the `ViewState` it is given and reports what the reader does; it keeps nothing that
 * the view should know. The stance graph is never changed: what is drawn is a copy that holds looks only. This is the
 * only file that knows the renderer. Throws where the browser has no WebGL 2.
 */
export class GraphView {
  readonly #sigma: Sigma;
  readonly #options: GraphViewOptions;
  readonly #drawing: Drawing;
  readonly #sides = new Map<string, Side>();
  readonly #listeners = new Set<() => void>();
  /** Discs shrink on a small stage. */
  #scale = 1;
  #destroyed = false;
  #palette: Palette;
  #view: ViewState | undefined;
  #visible: Visible = { nodes: new Set(), edges: new Set() };
  #emphasis: Emphasis | null = null;
  #curves: readonly DrawnLine[] | undefined;
  #dragged: { key: string; from: Coordinates; moved: boolean } | undefined;
  #hoveredNode: string | undefined;

  constructor(container: HTMLElement, options: GraphViewOptions) {
    this.#options = options;
    this.#palette = options.palette;
    this.#drawing = copyLooks(options.graph);
    this.#scale = scaleOf(container.offsetWidth, container.offsetHeight);
    this.#sigma = new Sigma(this.#drawing as never, container, {
      renderLabels: false,
      defaultDrawNodeHover: () => {},
      nodeProgramClasses: {
        disc: createNodeBorderProgram({
          borders: [
            { size: { value: 1.5, mode: "pixels" }, color: { attribute: "borderColor" } },
            { size: { fill: true }, color: { attribute: "color" } },
          ],
        }),
      },
      nodeHoverProgramClasses: {},
      defaultNodeType: "disc",
      edgeProgramClasses: {
        arrow: createEdgeCurveProgram({
          arrowHead: { extremity: "target", lengthToThicknessRatio: 3.6, widenessToThicknessRatio: 3.2 },
        }),
        curve: EdgeCurveProgram,
      },
      defaultEdgeType: "arrow",
      nodeReducer: (key, look) => ({
        ...styleNode(
          look as NodeLook,
          options.graph.getNodeAttributes(key),
          this.#prominenceOf("nodes", key),
          this.#palette,
          this.#scale,
        ),
        hidden: !this.#visible.nodes.has(key),
      }),
      edgeReducer: (key, look) => ({
        ...styleEdge(
          look as EdgeLook,
          options.graph.getEdgeAttributes(key),
          this.#prominenceOf("edges", key),
          this.#palette,
          this.#scale,
        ),
        hidden: !this.#visible.edges.has(key),
      }),
      zIndex: true,
      stagePadding: 72 * this.#scale,
      minCameraRatio: 0.03,
      maxCameraRatio: 3,
      minEdgeThickness: 0.8,
      doubleClickZoomingRatio: 1,
      draggedEventsTolerance: DRAG_TOLERANCE,
      inertiaDuration: options.reducedMotion ? 0 : 200,
      hideEdgesOnMove: this.#drawing.size > 4 * MANY_LINES,
      allowInvalidContainer: true,
    });
    this.#sigma.createCanvasContext("overlay", { style: { pointerEvents: "none" } });
    this.#sigma.resize(true);
    this.#listen();
    void document.fonts?.load(`500 12px ${LABEL_FONT}`).then(() => {
      if (!this.#destroyed) this.#sigma.scheduleRender();
    });
  }

  /** Shows a view. Only what differs from the last one is worked on. */
  setView(view: ViewState, visible: Visible): void {
    const before = this.#view;
    const moved = before?.pins !== view.pins;
    const filtered = this.#visible !== visible;
    const anchor: Hover | null = view.hover ?? view.selection;
    const emphasis =
      this.#drawing.size > MANY_LINES && view.hover
        ? this.#emphasis
        : findEmphasis(this.#options.graph, visible, anchor);
    const pointed = emphasis?.anchor !== this.#emphasis?.anchor;
    this.#view = view;
    this.#visible = visible;
    this.#emphasis = emphasis;
    if (moved) this.#applyPins();
    if (filtered) this.#fanOut();
    if (moved || filtered || pointed || !before) this.#sigma.refresh();
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#sigma.refresh();
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    void camera.animate({ ratio: this.#clampRatio(camera.ratio / factor) }, { duration: this.#duration(200) });
  }

  /** Moves the camera so that every visible actor is on screen. */
  fit(): void {
    this.#frame([...this.#visible.nodes], 0.15, 1);
  }

  /** Moves the camera to the largest part of the graph that hangs together, where most is to be seen. */
  fitMain(): void {
    this.#frame(findLargestPart(this.#options.graph, this.#visible), 0.15, 1);
  }

  /** Moves the camera to an actor or a line, nearer if it was far away. */
  glideTo(target: Hover): void {
    const graph = this.#options.graph;
    if (target.kind === "node" ? !graph.hasNode(target.key) : !graph.hasEdge(target.key)) return;
    const nodes = target.kind === "node" ? [target.key, ...graph.neighbors(target.key)] : graph.extremities(target.key);
    this.#frame(
      nodes.filter((key) => this.#visible.nodes.has(key)),
      Math.min(0.5, this.#sigma.getCamera().ratio),
      1.15,
    );
  }

  /** Where an actor is on screen, in CSS pixels from the canvas's corner; undefined where it is hidden. */
  positionOf(key: string): (Point & { readonly radius: number }) | undefined {
    const look = this.#sigma.getNodeDisplayData(key);
    if (!look || look.hidden) return undefined;
    return { ...this.#sigma.framedGraphToViewport(look), radius: this.#sigma.scaleSize(look.size) };
  }

  /** The visible actor that is nearest in a direction on screen. */
  findTowards(key: string, direction: Direction): string | undefined {
    const from = this.positionOf(key);
    if (!from) return undefined;
    const others = [...this.#visible.nodes].flatMap((node): [string, Point][] => {
      const at = node === key ? undefined : this.positionOf(node);
      return at ? [[node, at]] : [];
    });
    return findTowards(from, direction, others);
  }

  /** Calls back after every frame; returns the function that stops it. */
  onFrame(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#destroyed = true;
    this.#listeners.clear();
    this.#sigma.kill();
  }

  #fanOut(): void {
    for (const [edge, bend] of findCurvatures(this.#options.graph, this.#visible.edges)) {
      // Written without an event: the refresh that follows reads every edge once.
      this.#drawing.getEdgeAttributes(edge).curvature = bend;
    }
  }

  #applyPins(): void {
    const { graph } = this.#options;
    graph.forEachNode((key, { x, y }) => {
      const look = this.#drawing.getNodeAttributes(key);
      const place = this.#view?.pins[key] ?? { x, y };
      if (Number.isFinite(place.x) && Number.isFinite(place.y)) Object.assign(look, { x: place.x, y: place.y });
    });
  }

  #prominenceOf(kind: "nodes" | "edges", key: string): Prominence {
    return prominenceOf(this.#emphasis, kind, key);
  }

  #drawFrame(): void {
    const context = this.#sigma.getCanvases().overlay?.getContext("2d");
    if (!context) return;
    const source = this.#sceneSource();
    this.#curves = undefined;
    const nodes = collectNodes(source);
    const few = this.#visible.edges.size <= MANY_LINES;
    const lines = few ? this.#linesOnScreen() : collectLines(source, this.#emphasis?.edges ?? []);
    drawOverlay(context, { ...this.#sigma.getDimensions(), nodes, lines }, this.#palette, this.#sides);
    for (const listener of this.#listeners) listener();
  }

  #sceneSource(): SceneSource {
    const places = new Map<string, ReturnType<GraphView["positionOf"]>>();
    return {
      graph: this.#options.graph,
      visible: this.#visible,
      emphasis: this.#emphasis,
      pins: this.#view?.pins ?? {},
      positionOf: (node) => {
        if (!places.has(node)) places.set(node, this.positionOf(node));
        return places.get(node);
      },
      bendOf: (edge) => this.#drawing.getEdgeAttribute(edge, "curvature"),
    };
  }

  /** Every visible line's curve; worked out once a frame, and only when something asks for it. */
  #linesOnScreen(): readonly DrawnLine[] {
    const lines = this.#curves ?? collectLines(this.#sceneSource(), this.#visible.edges);
    this.#curves = lines;
    return lines;
  }

  #edgeAt(point: Coordinates, reach: number): string | undefined {
    return findNearestCurve(point, this.#linesOnScreen(), reach);
  }

  #listen(): void {
    const sigma = this.#sigma;
    const { onAction } = this.#options;
    const hover = (target: Hover | null) => {
      sigma.getContainer().style.cursor = target ? "pointer" : "";
      onAction({ type: "hover", hover: target });
    };
    sigma.on("afterRender", () => this.#drawFrame());
    sigma.on("resize", () => {
      const { width, height } = sigma.getDimensions();
      const scale = scaleOf(width, height);
      if (scale === this.#scale) return;
      this.#scale = scale;
      sigma.setSetting("stagePadding", 72 * scale);
    });
    sigma.on("enterNode", ({ node }) => {
      this.#hoveredNode = node;
      hover({ kind: "node", key: node });
    });
    sigma.on("leaveNode", () => {
      this.#hoveredNode = undefined;
      hover(null);
    });
    sigma.on("leaveStage", () => hover(null));
    sigma.on("moveBody", ({ event }) => this.#onMove(event, hover));
    sigma.on("clickNode", ({ node }) => onAction({ type: "select-node", key: node }));
    sigma.on("clickStage", ({ event }) => {
      const touch = "touches" in event.original;
      const edge = this.#edgeAt(event, touch ? TOUCH_REACH : MOUSE_REACH);
      onAction(edge ? { type: "select-edge", key: edge } : { type: "clear-selection" });
    });
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      onAction({ type: "focus", key: node, depth: 1 });
    });
    sigma.on("downNode", ({ node, event }: SigmaNodeEventPayload) => {
      this.#dragged = { key: node, from: { x: event.x, y: event.y }, moved: false };
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
    });
    sigma.on("upNode", () => this.#drop());
    sigma.on("upStage", () => this.#drop());
    for (const canvas of Object.values(sigma.getCanvases())) {
      canvas.addEventListener("webglcontextlost", (event) => {
        event.preventDefault();
        this.#options.onContextLost();
      });
    }
  }

  #onMove(event: MouseCoords, hover: (target: Hover | null) => void): void {
    const dragged = this.#dragged;
    if (!dragged) {
      if (this.#hoveredNode) return;
      const edge = this.#edgeAt(event, MOUSE_REACH);
      hover(edge ? { kind: "edge", key: edge } : null);
      return;
    }
    event.preventSigmaDefault();
    event.original.preventDefault();
    dragged.moved ||= Math.hypot(event.x - dragged.from.x, event.y - dragged.from.y) > DRAG_TOLERANCE;
    if (!dragged.moved) return;
    const { x, y } = this.#sigma.viewportToGraph(event);
    Object.assign(this.#drawing.getNodeAttributes(dragged.key), { x, y });
    this.#sigma.refresh();
  }

  #drop(): void {
    const dragged = this.#dragged;
    this.#dragged = undefined;
    if (!dragged?.moved) return;
    const { x, y } = this.#drawing.getNodeAttributes(dragged.key);
    this.#options.onAction({ type: "pin", key: dragged.key, x, y });
  }

  #frame(keys: readonly string[], leastRatio: number, margin: number): void {
    const points = keys.map((key) => this.#sigma.getNodeDisplayData(key)).filter((look) => look !== undefined);
    if (points.length === 0) return;
    const [left, right] = extent(points.map(({ x }) => x));
    const [low, high] = extent(points.map(({ y }) => y));
    const { width, height } = this.#sigma.getDimensions();
    // The camera's ratio counts in the shorter side of the screen.
    const side = Math.min(width, height);
    const ratio = Math.max(((right - left) * side) / width, ((high - low) * side) / height, leastRatio) * margin;
    void this.#sigma
      .getCamera()
      .animate(
        { x: (left + right) / 2, y: (low + high) / 2, ratio: this.#clampRatio(ratio), angle: 0 },
        { duration: this.#duration(450) },
      );
  }

  #clampRatio(ratio: number): number {
    return Math.min(3, Math.max(0.03, ratio));
  }

  #duration(milliseconds: number): number {
    return this.#options.reducedMotion ? 0 : milliseconds;
  }
}

function scaleOf(width: number, height: number): number {
  return Math.min(1, Math.max(0.5, Math.min(width, height) / 640));
}

function extent(values: readonly number[]): [number, number] {
  let [least, most] = [values[0]!, values[0]!];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
