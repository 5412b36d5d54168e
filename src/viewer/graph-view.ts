import type Sigma from "sigma";
import type { Coordinates } from "sigma/types";
import type { Palette } from "./canvas/colors.ts";
import { LABEL_FONT } from "./canvas/draw-labels.ts";
import { type Forces, startForces } from "./canvas/forces.ts";
import { scaleOf } from "./canvas/framing.ts";
import { type Direction, findNearestCurve, findTowards, type Point } from "./canvas/geometry.ts";
import { glide } from "./canvas/glide.ts";
import { drawEmphasisLayer, drawGroupLayer, drawNameLayer } from "./canvas/layers.ts";
import { copyLooks, type Drawing, styleEdge, styleNode } from "./canvas/looks.ts";
import type { LabelMemory } from "./canvas/overlay.ts";
import { composePicture, type Picture, standingPlaces } from "./canvas/picture.ts";
import { bindPointer, type MenuRequest, sidesOf } from "./canvas/pointer.ts";
import { createStage } from "./canvas/renderer.ts";
import { collectLines, type DrawnLine, type Placed, type SceneSource } from "./canvas/scene.ts";
import { bendLines, fixExtent, moveTo, readPlaces } from "./canvas/standing.ts";
import { createSteering, type Steering } from "./canvas/steering.ts";
import type { Visible } from "./model/filters.ts";
import { findLargestPart } from "./model/parts.ts";
import type { StanceGraph } from "./model/stance-graph.ts";
import type { Action, Hover, Place, ViewState } from "./state/view-state.ts";

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
 * the view should know. The stance graph is never changed: what is drawn is a copy that holds looks only. Besides this
 * file only `renderer`, `steering`, `standing` and `pointer` below `canvas/` know the renderer. Throws where the browser
 * has no WebGL 2.
 *
 * What is pointed to is drawn once more on a canvas over a veil, so the renderer redraws for the camera, filters,
 * layout and colours only, never for the pointer.
 */
export class GraphView {
  readonly #sigma: Sigma;
  readonly #steering: Steering;
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
    bendLines(graph, this.#drawing, this.#picture);
    moveTo(this.#drawing, standingPlaces(this.#picture));
    const { sigma, veil, box } = createStage(container, this.#drawing, {
      styleNode: (key, look) => ({
        ...styleNode(look, graph.getNodeAttributes(key), this.#palette, this.#scale),
        hidden: !this.#picture.visible.nodes.has(key),
      }),
      styleEdge: (key, look) => ({
        ...styleEdge(look, graph.getEdgeAttributes(key), this.#palette, this.#scale),
        hidden: !this.#picture.visible.edges.has(key),
      }),
      padding: PADDING * this.#scale,
      reducedMotion: options.reducedMotion,
      hideEdgesOnMove: this.#picture.rules.hideEdgesOnMove,
    });
    this.#sigma = sigma;
    this.#veil = veil;
    this.#box = box;
    this.#steering = createSteering(sigma, {
      reducedMotion: options.reducedMotion,
      padding: () => PADDING * this.#scale,
      hasChosenPlace: () => Boolean(this.#picture.view.camera),
      onAction: options.onAction,
    });
    if (view.layout !== "built" || Object.keys(view.pins).length > 0) {
      fixExtent(sigma, this.#drawing, this.#picture);
      sigma.refresh();
    }
    this.#listen();
    if (view.camera) this.#steering.jump(view.camera);
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
      moveTo(this.#drawing, standingPlaces(next));
      this.#sigma.refresh();
    } else if (before.marked !== next.marked || before.groups !== next.groups) {
      this.#drawFrame();
    } else if (before.emphasis !== next.emphasis) {
      this.#drawEmphasis();
    }
    const { camera } = view;
    if (camera && camera !== before.view.camera && !this.#steering.isAt(camera)) this.#steering.jump(camera);
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
    this.#steering.zoom(factor);
  }

  /** Moves the camera so that every visible actor is on screen. */
  fit(): void {
    this.#steering.frame([...this.#picture.visible.nodes], 0.15);
  }

  /** Moves the camera to the largest part of the graph that hangs together, where most is to be seen. */
  fitMain(): void {
    this.#steering.frame(findLargestPart(this.#options.graph, this.#picture.visible), 0.15);
  }

  /** Moves the camera to an actor or a line, nearer if it was far away. */
  glideTo(target: Hover): void {
    const graph = this.#options.graph;
    if (target.kind === "node" ? !graph.hasNode(target.key) : !graph.hasEdge(target.key)) return;
    const nodes = target.kind === "node" ? [target.key, ...graph.neighbors(target.key)] : graph.extremities(target.key);
    this.#steering.frame(
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
    return readPlaces(this.#drawing, this.#picture.visible.nodes);
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
        moveTo(this.#drawing, places);
        fixExtent(this.#sigma, this.#drawing, this.#picture);
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
    this.#steering.stop();
    this.#veil.remove();
    this.#box.remove();
    this.#sigma.kill();
  }

  #onFiltered(before: Picture): void {
    bendLines(this.#options.graph, this.#drawing, this.#picture);
    const { hideEdgesOnMove } = this.#picture.rules;
    if (before.rules.hideEdgesOnMove !== hideEdgesOnMove) this.#sigma.setSetting("hideEdgesOnMove", hideEdgesOnMove);
  }

  /** Takes the actors to where the layout wants them, gliding where that can be followed by eye. */
  #arrange(): void {
    this.#stopGlide();
    const { nodes } = this.#picture.visible;
    const before = new Map<string, Coordinates>();
    const glides = nodes.size <= MOST_GLIDING && !this.#options.reducedMotion;
    if (glides) for (const key of nodes) before.set(key, this.positionOf(key) ?? { x: 0, y: 0 });
    const targets = standingPlaces(this.#picture);
    moveTo(this.#drawing, targets);
    fixExtent(this.#sigma, this.#drawing, this.#picture);
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
      moveTo(this.#drawing, now);
      this.#sigma.refresh();
    });
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
    moveTo(this.#drawing, new Map([[node, { x, y }]]));
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
}
