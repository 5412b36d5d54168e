/** How lines may be drawn: a curve with a head, a curve, a straight line with a head, a bare line one pixel wide. */
export type EdgeStyle = "arrow" | "curve" | "straight" | "line";

/** What is drawn and what is left out so that a graph of this size stays quick. */
export interface DrawingRules {
  /** How a line is drawn; `parallel` where others join the same two actors. */
  readonly styleOf: (parallel: boolean) => EdgeStyle;
  /** Whether each stance carries its sign on its line. */
  readonly signs: boolean;
  readonly hideEdgesOnMove: boolean;
  /** Lines can be pointed at where the camera shows at most this share of the drawing; 1 is everywhere. */
  readonly pickBelow: number;
  /** What the reader should know of it, in one line. */
  readonly note?: string;
}

export const FEW_LINES = 5_000;
export const MANY_LINES = 20_000;

/** Chooses the rules by the number of visible lines. */
export function chooseRules(lines: number): DrawingRules {
  if (lines <= FEW_LINES) {
    return { styleOf: () => "arrow", signs: true, hideEdgesOnMove: false, pickBelow: 3 };
  }
  if (lines <= MANY_LINES) {
    return {
      styleOf: (parallel) => (parallel ? "curve" : "straight"),
      signs: false,
      hideEdgesOnMove: true,
      pickBelow: 3,
      note: "Many lines: they are drawn straight, and their signs show on what you point at.",
    };
  }
  return {
    styleOf: () => "line",
    signs: false,
    hideEdgesOnMove: true,
    pickBelow: 0.35,
    note: "Very many lines: they are drawn thin, and can be pointed at once you zoom in.",
  };
}
