import type Sigma from "sigma";
import type { Action, Camera } from "../state/view-state.ts";
import { clampRatio, frameOf } from "./framing.ts";

/** The reader has let go of the camera once it has rested this long, in milliseconds. */
const REST = 300;

export interface SteeringOptions {
  readonly reducedMotion: boolean;
  /** Kept free round what is framed, in pixels. */
  readonly padding: () => number;
  /** Whether the view holds a place of the camera that the reader has chosen. */
  readonly hasChosenPlace: () => boolean;
  readonly onAction: (action: Action) => void;
}

/** Moves the camera, and tells the reader's own moves from those of the program. */
export interface Steering {
  zoom(factor: number): void;
  /** Frames the actors that are drawn; the camera comes no nearer than `leastRatio`. */
  frame(keys: readonly string[], leastRatio: number): void;
  /** Takes the camera to a place at once. */
  jump(to: Camera): void;
  /** Whether the camera is there already. */
  isAt(place: Camera): boolean;
  stop(): void;
}

export function createSteering(sigma: Sigma, options: SteeringOptions): Steering {
  const { onAction } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** True while the program, not the reader, moves the camera. */
  let isSteering = false;

  sigma.getCamera().on("updated", () => {
    clearTimeout(timer);
    if (isSteering) return;
    timer = setTimeout(() => {
      const { x, y, ratio } = sigma.getCamera();
      onAction({ type: "move-camera", camera: { x, y, ratio } });
    }, REST);
  });

  function steer(to: Camera, duration: number): void {
    clearTimeout(timer);
    isSteering = true;
    void sigma
      .getCamera()
      .animate({ ...to, angle: 0 }, { duration: lasting(duration) })
      .then(() => {
        isSteering = false;
      });
  }

  function lasting(milliseconds: number): number {
    return options.reducedMotion ? 0 : milliseconds;
  }

  return {
    zoom(factor) {
      const camera = sigma.getCamera();
      void camera.animate({ ratio: clampRatio(camera.ratio / factor) }, { duration: lasting(200) });
    },
    frame(keys, leastRatio) {
      const cameraState = sigma.getCamera().getState();
      const points = keys.flatMap((key) => {
        const look = sigma.getNodeDisplayData(key);
        return look && !look.hidden ? sigma.framedGraphToViewport(look, { cameraState }) : [];
      });
      const room = { padding: options.padding(), leastRatio };
      const frame = frameOf(points, sigma.getDimensions(), cameraState.ratio, room);
      if (!frame) return;
      const { x, y } = sigma.viewportToFramedGraph(frame.middle, { cameraState });
      steer({ x, y, ratio: frame.ratio }, 450);
      if (options.hasChosenPlace()) onAction({ type: "move-camera", camera: null });
    },
    jump: (to) => steer(to, 0),
    isAt({ x, y, ratio }) {
      const camera = sigma.getCamera();
      return [x - camera.x, y - camera.y, ratio - camera.ratio].every((change) => Math.abs(change) < 1e-4);
    },
    stop: () => clearTimeout(timer),
  };
}
