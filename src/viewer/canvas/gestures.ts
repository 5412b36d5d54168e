import type { Point } from "./geometry.ts";

/** A press that moves less than this is a click, in pixels. */
export const DRAG_TOLERANCE = 3;
const LONG_PRESS = 550;

export interface GestureHandlers {
  /** A node follows the pointer. */
  onDrag(node: string, at: Point): void;
  onDrop(node: string): void;
  /** A box is drawn between two corners; undefined: it is gone again. */
  onBox(corners: readonly [Point, Point] | undefined): void;
  onBoxed(corners: readonly [Point, Point], add: boolean): void;
  /** A finger stayed where it was put. */
  onLongPress(node: string | undefined, at: Point): void;
}

export interface Press {
  readonly node: string | undefined;
  readonly at: Point;
  readonly shift: boolean;
  readonly add: boolean;
  readonly touch: boolean;
}

/** Tells drags, boxes and long presses apart. It knows points and nodes only, nothing of the renderer. */
export interface Gestures {
  down(press: Press): void;
  /** Whether the movement belongs to a gesture, so that the camera must not pan. */
  move(at: Point): boolean;
  /** Ends the gesture; whether there was one, so that no click follows. */
  up(): boolean;
  /** Whether anything is pressed now. */
  readonly pressed: boolean;
}

export function createGestures(handlers: GestureHandlers): Gestures {
  let press: Press | undefined;
  let at: Point = { x: 0, y: 0 };
  let moved = false;
  let held = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const boxes = () => press?.shift === true && press.node === undefined;
  return {
    get pressed() {
      return press !== undefined;
    },
    down(next) {
      clearTimeout(timer);
      [press, at, moved, held] = [next, next.at, false, false];
      if (!next.touch) return;
      timer = setTimeout(() => {
        held = true;
        handlers.onLongPress(next.node, at);
      }, LONG_PRESS);
    },
    move(to) {
      if (!press) return false;
      at = to;
      moved ||= Math.hypot(to.x - press.at.x, to.y - press.at.y) > DRAG_TOLERANCE;
      if (moved) clearTimeout(timer);
      if (held) return true;
      if (boxes()) {
        if (moved) handlers.onBox([press.at, to]);
        return true;
      }
      if (press.node === undefined) return false;
      if (moved) handlers.onDrag(press.node, to);
      return true;
    },
    up() {
      clearTimeout(timer);
      const ended = press;
      const [wasBox, wasHeld] = [boxes(), held];
      [press, held] = [undefined, false];
      if (!ended) return false;
      if (wasHeld) return true;
      if (!moved) return false;
      if (wasBox) {
        handlers.onBox(undefined);
        handlers.onBoxed([ended.at, at], ended.add);
        return true;
      }
      if (ended.node !== undefined) handlers.onDrop(ended.node);
      return ended.node !== undefined;
    },
  };
}
