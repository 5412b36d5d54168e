import type Sigma from "sigma";
import type { Coordinates, MouseCoords } from "sigma/types";
import type { Action, Hover } from "../state/view-state.ts";
import { extent } from "./framing.ts";
import type { Point } from "./geometry.ts";
import { createGestures } from "./gestures.ts";

const MOUSE_REACH = 7;
const TOUCH_REACH = 16;
/** The pointer rests this long on something before the rest steps back, in milliseconds. */
const HOVER_DELAY = 80;

/** What a menu was asked for: an actor, a line, or the stage between them. */
export interface MenuRequest {
  readonly target: Hover | null;
  /** In CSS pixels from the canvas's corner. */
  readonly at: Point;
}

/** What the pointer needs of the drawing it moves over. */
export interface PointerHost {
  /** The line nearest to a point, if any is so near, in pixels. */
  edgeAt(point: Coordinates, reach: number): string | undefined;
  /** Takes an actor to a point on screen. */
  drag(node: string, at: Point): void;
  /** Where an actor stands now, in the graph's own coordinates. */
  placeOf(node: string): { readonly x: number; readonly y: number };
  /** Actors inside a box on screen. */
  nodesInside(corners: readonly [Point, Point]): readonly string[];
  /** Actors that are chosen already. */
  marked(): readonly string[];
  readonly onAction: (action: Action) => void;
  readonly onMenu: (request: MenuRequest) => void;
}

/**
 * Turns what the pointer does over a drawing into actions: resting, clicks, drags, boxes, long presses, menus.
 *
 * @param box element that shows the box drawn with Shift held
 * @returns the function that ends what the pointer has begun
 */
export function bindPointer(sigma: Sigma, box: HTMLElement, host: PointerHost): () => void {
  const { onAction } = host;
  let hoveredNode: string | undefined;
  let hoverTimer: ReturnType<typeof setTimeout> | undefined;
  let swallowsClick = false;

  const gestures = createGestures({
    onDrag: (node, at) => host.drag(node, at),
    onDrop: (node) => onAction({ type: "pin", key: node, ...host.placeOf(node) }),
    onBox: (corners) => showBox(box, corners),
    onBoxed: (corners, add) => {
      const kept = add ? host.marked() : [];
      onAction({ type: "mark", keys: [...new Set([...kept, ...host.nodesInside(corners)])] });
    },
    onLongPress: (node, at) => openMenu(node, at, TOUCH_REACH),
  });

  sigma.on("enterNode", ({ node }) => {
    hoveredNode = node;
    if (!gestures.pressed) hover({ kind: "node", key: node });
  });
  sigma.on("leaveNode", () => {
    hoveredNode = undefined;
    if (!gestures.pressed) hover(null);
  });
  sigma.on("leaveStage", () => hover(null));
  sigma.on("moveBody", ({ event }) => {
    const at = { x: event.x, y: event.y };
    if (gestures.move(at)) {
      event.preventSigmaDefault();
      event.original.preventDefault();
    } else if (!gestures.pressed && !hoveredNode) {
      const edge = host.edgeAt(at, MOUSE_REACH);
      hover(edge === undefined ? null : { kind: "edge", key: edge });
    }
  });
  sigma.on("downNode", ({ node, event }) => press(node, event as MouseCoords));
  sigma.on("downStage", ({ event }) => press(undefined, event as MouseCoords));
  sigma.on("upNode", release);
  sigma.on("upStage", release);
  sigma.on("clickNode", ({ node, event }) => {
    if (swallowed()) return;
    const { ctrlKey, metaKey, shiftKey } = event.original as MouseEvent;
    onAction(ctrlKey || metaKey || shiftKey ? { type: "toggle-mark", key: node } : { type: "select-node", key: node });
  });
  sigma.on("clickStage", ({ event }) => {
    if (swallowed()) return;
    const edge = host.edgeAt(event, "touches" in event.original ? TOUCH_REACH : MOUSE_REACH);
    onAction(edge === undefined ? { type: "clear-selection" } : { type: "select-edge", key: edge });
  });
  sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    onAction({ type: "focus", key: node, depth: 1 });
  });
  sigma.on("rightClickNode", ({ node, event }) => onRightClick(node, event as MouseCoords));
  sigma.on("rightClickStage", ({ event }) => onRightClick(undefined, event as MouseCoords));
  return () => clearTimeout(hoverTimer);

  function hover(target: Hover | null): void {
    sigma.getContainer().style.cursor = target ? "pointer" : "";
    clearTimeout(hoverTimer);
    hoverTimer = setTimeout(() => onAction({ type: "hover", hover: target }), HOVER_DELAY);
  }

  function press(node: string | undefined, event: MouseCoords | { x: number; y: number; original: TouchEvent }): void {
    const { original } = event;
    const keys = original as MouseEvent;
    swallowsClick = false;
    gestures.down({
      node,
      at: { x: event.x, y: event.y },
      shift: keys.shiftKey === true,
      add: keys.ctrlKey === true || keys.metaKey === true,
      touch: "touches" in original,
    });
  }

  function release(): void {
    swallowsClick = gestures.up();
  }

  /** Whether a click only ends a gesture. */
  function swallowed(): boolean {
    const swallows = swallowsClick;
    swallowsClick = false;
    return swallows;
  }

  function onRightClick(node: string | undefined, event: MouseCoords): void {
    event.preventSigmaDefault();
    event.original.preventDefault();
    openMenu(node, { x: event.x, y: event.y }, MOUSE_REACH);
  }

  function openMenu(node: string | undefined, at: Point, reach: number): void {
    const edge = node === undefined ? host.edgeAt(at, reach) : undefined;
    const target: Hover | null =
      node !== undefined ? { kind: "node", key: node } : edge !== undefined ? { kind: "edge", key: edge } : null;
    host.onMenu({ target, at });
  }
}

/** The sides of a box between two corners. */
export function sidesOf(corners: readonly [Point, Point]) {
  const [left, right] = extent(corners.map(({ x }) => x));
  const [top, bottom] = extent(corners.map(({ y }) => y));
  return { left, right, top, bottom };
}

function showBox(box: HTMLElement, corners: readonly [Point, Point] | undefined): void {
  box.hidden = !corners;
  if (!corners) return;
  const { left, right, top, bottom } = sidesOf(corners);
  Object.assign(box.style, {
    transform: `translate(${left}px, ${top}px)`,
    inlineSize: `${right - left}px`,
    blockSize: `${bottom - top}px`,
  });
}
