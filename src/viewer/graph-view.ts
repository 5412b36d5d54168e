import EdgeCurveProgram, { createEdgeCurveProgram } from "@sigma/edge-curve";
import { createNodeBorderProgram } from "@sigma/node-border";
import Sigma from "sigma";
import { createEdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";
import type { Coordinates } from "sigma/types";
import { findCurvatures } from "../export/index.ts";
import type { Palette } from "./canvas/colors.ts";
import { LABEL_FONT } from "./canvas/draw-labels.ts";
import { type Forces, startForces } from "./canvas/forces.ts";
import { clampRatio, extent, frameOf, LEAST_RATIO, MOST_RATIO, scaleOf } from "./canvas/framing.ts";
import { type Direction, findNearestCurve, findTowards, type Point } from "./canvas/geometry.ts";
import { DRAG_TOLERANCE } from "./canvas/gestures.ts";
import { glide } from "./canvas/glide.ts";
import { drawEmphasisLayer, drawGroupLayer, drawNameLayer } from "./canvas/layers.ts";
import { copyLooks, type Drawing, type EdgeLook, type NodeLook, styleEdge, styleNode } from "./canvas/looks.ts";
import type { LabelMemory } from "./canvas/overlay.ts";
import { composePicture, type Picture, standingPlaces } from "./canvas/picture.ts";
import { bindPointer, type MenuRequest, sidesOf } from "./canvas/pointer.ts";
import { collectLines, type DrawnLine, type Placed, type SceneSource } from "./canvas/scene.ts";
import type { Visible } from "./model/filters.ts";
import { findLargestPart } from "./model/parts.ts";
import type { StanceGraph } from "./model/stance-graph.ts";
import type { Action, Camera, Hover, Place, ViewState } from "./state/view-state.ts";

/** Room round the drawing for names and discs, in pixels on a large stage. */
const PADDING = 72;
/** Above this many actors a new layout is shown at once: every frame of a glide would redraw them all. */
const MOST_GLIDING = 3_000;

export interface GraphViewOptions {
  readonly graph: StanceGraph;
  /** What is shown first. */
  readonly view: ViewState;
  readonly visible: Visible;
  readonly palette: Palette;
  readonly reducedMotion: boolean;
  /** What the reader did on the canvas, as an action on the view. */
  readonly onAction: (action: Action) => void;
  readonly onMenu: (request: MenuRequest) => void;
  /** Called when the browser took the drawing surface away; the view must be made again. */
  readonly onContextLost: () => void;
}

/**
 * Draws a stance graph. It shows the `ViewState` it is given and reports what the reader does; it keeps nothing that
 * the view should know. The stance graph is never changed: what is drawn is a copy that holds looks only. This file and
 * `canvas/pointer.ts` are the only ones that know the renderer. Throws where the browser has no WebGL 2.
 *
 * What is pointed to is drawn once more on a canvas over a veil, so the renderer redraws for the camera, filters,
 * layout and colours only, never for the pointer.
 */
export class GraphView {
  readonly #sigma: Sigma;
  readonly #options: GraphViewOptions;
  readonly #drawing: Drawing;
  readonly #memory: LabelMemory = { sides: new Map(), widths: new Map() };
  readonly #listeners = new Set<() => void>();
  readonly #veil: HTMLElement;
  readonly #box: HTMLElement;
  /** Discs shrink on a small stage. */
  #scale = 1;
  #destroyed = false;
  #palette: Palette;
  #picture: Picture;
  #curves: readonly DrawnLine[] | undefined;
  #cameraTimer: ReturnType<typeof setTimeout> | undefined;
  /** True while the program, not the reader, moves the camera. */
  #steering = false;
  #stopGlide = () => {};
  #forces: Forces | undefined;
  #releasePointer = () => {};

  constructor(container: HTMLElement, options: GraphViewOptions) {
    this.#options = options;
    this.#palette = options.palette;
    this.#drawing = copyLooks(options.graph);
    this.#scale = scaleOf(container.offsetWidth, container.offsetHeight);
    const { graph, view, visible } = options;
    this.#picture = composePicture(graph, view, visible);
    this.#prepareLines();
    this.#moveTo(standingPlaces(this.#picture));
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
        straight: createEdgeArrowProgram({ lengthToThicknessRatio: 3.6, widenessToThicknessRatio: 3.2 }),
        line: EdgeLineProgram,
      },
      defaultEdgeType: "arrow",
      nodeReducer: (key, look) => ({
        ...styleNode(look as NodeLook, graph.getNodeAttributes(key), this.#palette, this.#scale),
        hidden: !this.#picture.visible.nodes.has(key),
      }),
      edgeReducer: (key, look) => ({
        ...styleEdge(look as EdgeLook, graph.getEdgeAttributes(key), this.#palette, this.#scale),
        hidden: !this.#picture.visible.edges.has(key),
      }),
      zIndex: this.#drawing.size <= 20_000,
      stagePadding: PADDING * this.#scale,
      minCameraRatio: LEAST_RATIO,
      maxCameraRatio: MOST_RATIO,
      minEdgeThickness: 0.8,
      doubleClickZoomingRatio: 1,
      draggedEventsTolerance: DRAG_TOLERANCE,
      inertiaDuration: options.reducedMotion ? 0 : 200,
      hideEdgesOnMove: this.#picture.rules.hideEdgesOnMove,
      allowInvalidContainer: true,
    });
    this.#sigma.createCanvasContext("hulls", { beforeLayer: "edges" } as object);
    this.#sigma.createCanvasContext("overlay", { style: { pointerEvents: "none" } });
    this.#veil = appendLayer(container, "veil");
    this.#sigma.createCanvasContext("emphasis", { style: { pointerEvents: "none" } });
    this.#box = appendLayer(container, "rubber-band");
    this.#sigma.resize(true);
    if (view.layout !== "built" || Object.keys(view.pins).length > 0) {
      this.#setExtent();
      this.#sigma.refresh();
    }
    this.#listen();
    if (view.camera) this.#steer(view.camera, 0);
    else if (view.selection) this.glideTo(view.selection);
    else this.fitMain();
    void document.fonts?.load(`500 12px ${LABEL_FONT}`).then(() => {
      this.#memory.widths.clear();
      if (!this.#destroyed) this.#sigma.scheduleRender();
    });
  }

  /** Shows a view. Only what differs from the last one is worked on. */
  setView(view: ViewState, visible: Visible): void {
    const before = this.#picture;
    if (before.view === view && before.visible === visible) return;
    const next = composePicture(this.#options.graph, view, visible, before);
    this.#picture = next;
    const filtered = before.visible !== visible;
    if (filtered) this.#onFiltered(before);
    if (before.places !== next.places) {
      this.#arrange();
    } else if (filtered || before.view.pins !== view.pins) {
      this.#moveTo(standingPlaces(next));
      this.#sigma.refresh();
    } else if (before.marked !== next.marked || before.groups !== next.groups) {
      this.#drawFrame();
    } else if (before.emphasis !== next.emphasis) {
      this.#drawEmphasis();
    }
    if (view.camera && view.camera !== before.view.camera && !sameCamera(view.camera, this.#sigma.getCamera())) {
      this.#steer(view.camera, 0);
    }
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#sigma.refresh();
  }

  /** What this graph's size made the drawing leave out, in one line; undefined where nothing is left out. */
  get note(): string | undefined {
    return this.#picture.rules.note;
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    void camera.animate({ ratio: clampRatio(camera.ratio / factor) }, { duration: this.#duration(200) });
  }

  /** Moves the camera so that every visible actor is on screen. */
  fit(): void {
    this.#frame([...this.#picture.visible.nodes], 0.15);
  }

  /** Moves the camera to the largest part of the graph that hangs together, where most is to be seen. */
  fitMain(): void {
    this.#frame(findLargestPart(this.#options.graph, this.#picture.visible), 0.15);
  }

  /** Moves the camera to an actor or a line, nearer if it was far away. */
  glideTo(target: Hover): void {
    const graph = this.#options.graph;
    if (target.kind === "node" ? !graph.hasNode(target.key) : !graph.hasEdge(target.key)) return;
    const nodes = target.kind === "node" ? [target.key, ...graph.neighbors(target.key)] : graph.extremities(target.key);
    this.#frame(
      nodes.filter((key) => this.#picture.visible.nodes.has(key)),
      Math.min(0.5, this.#sigma.getCamera().ratio),
    );
  }

  /** Where an actor is on screen, in CSS pixels from the canvas's corner; undefined where it is hidden. */
  positionOf(key: string): Placed | undefined {
    const look = this.#sigma.getNodeDisplayData(key);
    if (!look || look.hidden) return undefined;
    const at = this.#sigma.framedGraphToViewport(look);
    return { x: at.x, y: at.y, radius: this.#sigma.scaleSize(look.size) };
  }

  /** The visible actor that is nearest in a direction on screen; with `linked`, among those a line leads to. */
  findTowards(key: string, direction: Direction, { linked = false } = {}): string | undefined {
    const from = this.positionOf(key);
    if (!from) return undefined;
    const keys = linked ? this.#linkedTo(key) : this.#picture.visible.nodes;
    const others = [...keys].flatMap((node): [string, Point][] => {
      const at = node === key ? undefined : this.positionOf(node);
      return at ? [[node, at]] : [];
    });
    return findTowards(from, direction, others);
  }

  /** Where every visible actor stands now, in the graph's own coordinates. */
  currentPlaces(): Record<string, Place> {
    const places: [string, Place][] = [];
    for (const key of this.#picture.visible.nodes) {
      const { x, y } = this.#drawing.getNodeAttributes(key);
      places.push([key, { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 }]);
    }
    return Object.fromEntries(places);
  }

  /** Lets forces arrange the actors from where they are; pins stay. It goes on until it is stopped. */
  startForces(): void {
    if (this.#forces) return;
    this.#stopGlide();
    this.#forces = startForces(
      this.#options.graph,
      this.#picture.visible,
      (key) => this.#drawing.getNodeAttributes(key),
      (key) => Object.hasOwn(this.#picture.view.pins, key),
      (places) => {
        this.#moveTo(places);
        this.#setExtent();
        this.#sigma.refresh();
      },
    );
  }

  /** Stops the forces and keeps the places they came to. */
  stopForces(): void {
    if (!this.#forces) return;
    this.#forces.stop();
    this.#forces = undefined;
    this.#options.onAction({ type: "set-layout", layout: "forces", places: this.currentPlaces() });
  }

  /** Calls back after every frame; returns the function that stops it. */
  onFrame(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#destroyed = true;
    this.#listeners.clear();
    this.#stopGlide();
    this.#forces?.stop();
    this.#releasePointer();
    clearTimeout(this.#cameraTimer);
    this.#veil.remove();
    this.#box.remove();
    this.#sigma.kill();
  }

  #onFiltered(before: Picture): void {
    this.#prepareLines();
    const { hideEdgesOnMove } = this.#picture.rules;
    if (before.rules.hideEdgesOnMove !== hideEdgesOnMove) this.#sigma.setSetting("hideEdgesOnMove", hideEdgesOnMove);
  }

  /** Bends the visible lines so that those of one pair fan out, and chooses how each is drawn. */
  #prepareLines(): void {
    const bends = findCurvatures(this.#options.graph, this.#picture.visible.edges);
    const lone = loneBend(bends);
    for (const [edge, bend] of bends) {
      // Written without an event: the refresh that follows reads every edge once.
      const look = this.#drawing.getEdgeAttributes(edge);
      look.type = this.#picture.rules.styleOf(bend !== lone);
      look.curvature = look.type === "arrow" || look.type === "curve" ? bend : 0;
    }
  }

  /** Takes the actors to where the layout wants them, gliding where that can be followed by eye. */
  #arrange(): void {
    this.#stopGlide();
    const { nodes } = this.#picture.visible;
    const before = new Map<string, Coordinates>();
    const glides = nodes.size <= MOST_GLIDING && !this.#options.reducedMotion;
    if (glides) for (const key of nodes) before.set(key, this.positionOf(key) ?? { x: 0, y: 0 });
    const targets = standingPlaces(this.#picture);
    this.#moveTo(targets);
    this.#setExtent();
    this.#sigma.refresh();
    this.fitMain();
    if (!glides) return;
    // Where they stood on screen, in the coordinates of the new frame.
    const starts = new Map([...before].map(([key, at]) => [key, this.#sigma.viewportToGraph(at)]));
    this.#stopGlide = glide(600, (share) => {
      const now = new Map<string, Place>();
      for (const [key, from] of starts) {
        const to = targets.get(key)!;
        now.set(key, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      }
      this.#moveTo(now);
      this.#sigma.refresh();
    });
  }

  #moveTo(places: ReadonlyMap<string, Place>): void {
    for (const [key, { x, y }] of places) {
      // Written without an event: a refresh follows.
      const look = this.#drawing.getNodeAttributes(key);
      look.x = x;
      look.y = y;
    }
  }

  /** Fixes the frame of the drawing, so that it stays while single actors are moved. */
  #setExtent(): void {
    const { view, visible } = this.#picture;
    const keys = view.layout === "built" ? this.#drawing.nodes() : [...visible.nodes];
    if (keys.length === 0) return;
    const looks = keys.map((key) => this.#drawing.getNodeAttributes(key));
    this.#sigma.setCustomBBox({ x: extent(looks.map(({ x }) => x)), y: extent(looks.map(({ y }) => y)) });
  }

  #linkedTo(key: string): Set<string> {
    const linked = new Set<string>();
    this.#options.graph.forEachEdge(key, (edge, _, source, target) => {
      if (this.#picture.visible.edges.has(edge)) linked.add(source === key ? target : source);
    });
    return linked;
  }

  #context(layer: string): CanvasRenderingContext2D | undefined {
    return this.#sigma.getCanvases()[layer]?.getContext("2d") ?? undefined;
  }

  #drawFrame(): void {
    if (this.#destroyed) return;
    const source = this.#sceneSource();
    this.#curves = undefined;
    const lines = collectLines(source, this.#picture.signed);
    drawNameLayer(this.#context("overlay"), this.#picture, source, lines, this.#palette, this.#memory);
    drawGroupLayer(this.#context("hulls"), this.#picture, source, this.#palette);
    this.#drawEmphasis();
    for (const listener of this.#listeners) listener();
  }

  #drawEmphasis(): void {
    if (this.#destroyed) return;
    this.#veil.classList.toggle("drawn", this.#picture.emphasis !== null);
    drawEmphasisLayer(this.#context("emphasis"), this.#picture, this.#sceneSource(), this.#palette, this.#memory);
  }

  #sceneSource(): SceneSource {
    const { marked, loops, view } = this.#picture;
    return {
      ...this.#sigma.getDimensions(),
      graph: this.#options.graph,
      positionOf: (node) => this.positionOf(node),
      bendOf: (edge) => this.#drawing.getEdgeAttribute(edge, "curvature"),
      widthOf: (edge) => this.#sigma.scaleSize((this.#drawing.getEdgeAttribute(edge, "size") + 0.8) * this.#scale),
      isRinged: (node) => marked.has(node),
      isPinned: (node) => Object.hasOwn(view.pins, node),
      loopsOf: (node) => loops.get(node) ?? 0,
    };
  }

  /** Every visible line's curve; worked out once a frame, and only when something asks for it. */
  #linesOnScreen(): readonly DrawnLine[] {
    this.#curves ??= collectLines(this.#sceneSource(), this.#picture.visible.edges);
    return this.#curves;
  }

  #edgeAt(point: Coordinates, reach: number): string | undefined {
    if (this.#sigma.getCamera().ratio > this.#picture.rules.pickBelow) return undefined;
    return findNearestCurve(point, this.#linesOnScreen(), reach);
  }

  #listen(): void {
    const sigma = this.#sigma;
    const { onAction, onMenu } = this.#options;
    this.#releasePointer = bindPointer(sigma, this.#box, {
      edgeAt: (point, reach) => this.#edgeAt(point, reach),
      drag: (node, at) => this.#drag(node, at),
      placeOf: (node) => {
        const { x, y } = this.#drawing.getNodeAttributes(node);
        return { x, y };
      },
      nodesInside: (corners) => this.#nodesInside(corners),
      marked: () => this.#picture.view.marked,
      onAction,
      onMenu,
    });
    sigma.on("afterRender", () => this.#drawFrame());
    sigma.on("resize", () => this.#onResize());
    sigma.getCamera().on("updated", () => this.#onCamera());
    for (const canvas of Object.values(sigma.getCanvases())) {
      canvas.addEventListener("webglcontextlost", (event) => {
        event.preventDefault();
        if (!this.#destroyed) this.#options.onContextLost();
      });
    }
  }

  #drag(node: string, at: Point): void {
    // The worker writes places of its own; where the reader takes over, it ends.
    this.stopForces();
    const { x, y } = this.#sigma.viewportToGraph(at);
    this.#moveTo(new Map([[node, { x, y }]]));
    this.#sigma.refresh({
      partialGraph: { nodes: [node], edges: this.#drawing.edges(node) },
      skipIndexation: false,
      schedule: true,
    });
  }

  #nodesInside(corners: readonly [Point, Point]): string[] {
    const { left, right, top, bottom } = sidesOf(corners);
    return this.#picture.order.filter((key) => {
      const at = this.positionOf(key);
      return at && at.x >= left && at.x <= right && at.y >= top && at.y <= bottom;
    });
  }

  #onResize(): void {
    const { width, height } = this.#sigma.getDimensions();
    const scale = scaleOf(width, height);
    if (scale === this.#scale) return;
    this.#scale = scale;
    this.#sigma.setSetting("stagePadding", PADDING * scale);
  }

  /** Notes where the reader has left the camera, once it has come to rest. */
  #onCamera(): void {
    clearTimeout(this.#cameraTimer);
    if (this.#steering) return;
    this.#cameraTimer = setTimeout(() => {
      const { x, y, ratio } = this.#sigma.getCamera();
      this.#options.onAction({ type: "move-camera", camera: { x, y, ratio } });
    }, 300);
  }

  #frame(keys: readonly string[], leastRatio: number): void {
    const sigma = this.#sigma;
    const cameraState = sigma.getCamera().getState();
    const points = keys.flatMap((key) => {
      const look = sigma.getNodeDisplayData(key);
      return look && !look.hidden ? sigma.framedGraphToViewport(look, { cameraState }) : [];
    });
    const options = { padding: PADDING * this.#scale, leastRatio };
    const frame = frameOf(points, sigma.getDimensions(), cameraState.ratio, options);
    if (!frame) return;
    const { x, y } = sigma.viewportToFramedGraph(frame.middle, { cameraState });
    this.#steer({ x, y, ratio: frame.ratio }, this.#duration(450));
    if (this.#picture.view.camera) this.#options.onAction({ type: "move-camera", camera: null });
  }

  /** Moves the camera without taking it for the reader's own doing. */
  #steer(to: Camera, duration: number): void {
    clearTimeout(this.#cameraTimer);
    this.#steering = true;
    void this.#sigma
      .getCamera()
      .animate({ ...to, angle: 0 }, { duration })
      .then(() => {
        this.#steering = false;
      });
  }

  #duration(milliseconds: number): number {
    return this.#options.reducedMotion ? 0 : milliseconds;
  }
}

function appendLayer(container: HTMLElement, className: string): HTMLElement {
  const layer = document.createElement("div");
  layer.className = className;
  if (className === "rubber-band") layer.hidden = true;
  container.append(layer);
  return layer;
}

function sameCamera(a: Camera, b: Camera): boolean {
  return Math.abs(a.x - b.x) < 1e-4 && Math.abs(a.y - b.y) < 1e-4 && Math.abs(a.ratio - b.ratio) < 1e-4;
}

/** The bend of lines that share their actors with no other; the smallest there is. */
function loneBend(bends: ReadonlyMap<string, number>): number | undefined {
  let least: number | undefined;
  for (const bend of bends.values()) {
    if (bend > 0 && (least === undefined || bend < least)) least = bend;
  }
  return least;
}
