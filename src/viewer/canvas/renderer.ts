import EdgeCurveProgram, { createEdgeCurveProgram } from "@sigma/edge-curve";
import { createNodeBorderProgram } from "@sigma/node-border";
import Sigma from "sigma";
import { createEdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";
import { LEAST_RATIO, MOST_RATIO } from "./framing.ts";
import { DRAG_TOLERANCE } from "./gestures.ts";
import type { Drawing, EdgeLook, NodeLook } from "./looks.ts";

/** In larger drawings what lies above what is left to chance: sorting every line costs too much. */
const MOST_SORTED = 20_000;

/** What the renderer is told of the drawing. */
export interface RendererOptions {
  /** How an actor or a line looks now, asked whenever the drawing is refreshed. */
  readonly styleNode: (key: string, look: NodeLook) => object;
  readonly styleEdge: (key: string, look: EdgeLook) => object;
  /** Room round the drawing, in pixels. */
  readonly padding: number;
  readonly reducedMotion: boolean;
  readonly hideEdgesOnMove: boolean;
}

/** A drawing's stage: the renderer with its canvases, and the elements that lie between and over them. */
export interface Stage {
  readonly sigma: Sigma;
  /** Dims the drawing below what is pointed to. */
  readonly veil: HTMLElement;
  /** Shows the box that is drawn with Shift held. */
  readonly box: HTMLElement;
}

/** Sets up the renderer in an element. Throws where the browser has no WebGL 2. */
export function createStage(container: HTMLElement, drawing: Drawing, options: RendererOptions): Stage {
  const sigma = new Sigma(drawing as never, container, {
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
    nodeReducer: (key, look) => options.styleNode(key, look as NodeLook),
    edgeReducer: (key, look) => options.styleEdge(key, look as EdgeLook),
    zIndex: drawing.size <= MOST_SORTED,
    stagePadding: options.padding,
    minCameraRatio: LEAST_RATIO,
    maxCameraRatio: MOST_RATIO,
    minEdgeThickness: 0.8,
    doubleClickZoomingRatio: 1,
    draggedEventsTolerance: DRAG_TOLERANCE,
    inertiaDuration: options.reducedMotion ? 0 : 200,
    hideEdgesOnMove: options.hideEdgesOnMove,
    allowInvalidContainer: true,
  });
  sigma.createCanvasContext("hulls", { beforeLayer: "edges" } as object);
  sigma.createCanvasContext("overlay", { style: { pointerEvents: "none" } });
  const veil = appendLayer(container, "veil");
  sigma.createCanvasContext("emphasis", { style: { pointerEvents: "none" } });
  const box = appendLayer(container, "rubber-band");
  box.hidden = true;
  sigma.resize(true);
  return { sigma, veil, box };
}

function appendLayer(container: HTMLElement, className: string): HTMLElement {
  const layer = document.createElement("div");
  layer.className = className;
  container.append(layer);
  return layer;
}
