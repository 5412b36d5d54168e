import { useEffect, useRef, useState } from "react";

/** How a period plays: `grow` adds month by month from the start, `slide` moves a window along. */
export type PlayMode = "grow" | "slide";

/** First and last step of what is shown, both included. */
export type Window = readonly [from: number, to: number];

/** Between two steps, in milliseconds. */
const PACE = 800;

/** Where a period starts to play: from where it stands, or from the beginning if it fills the time or has reached its end. */
export function firstWindow([from, to]: Window, last: number, mode: PlayMode): Window {
  if (to < last) return [from, to];
  const whole = from === 0;
  if (mode === "grow") return [whole ? 0 : from, whole ? 0 : from];
  const width = whole ? Math.max(0, Math.round(last / 8)) : to - from;
  return [0, Math.min(last, width)];
}

/** The next step, or undefined at the end. */
export function nextWindow([from, to]: Window, last: number, mode: PlayMode): Window | undefined {
  if (to >= last) return undefined;
  return mode === "grow" ? [from, to + 1] : [from + 1, to + 1];
}

interface Play {
  readonly playing: boolean;
  readonly toggle: () => void;
  readonly stop: () => void;
}

/** Steps a window through `0 … last` until it reaches the end or is stopped. */
export function usePlay(window: Window, last: number, mode: PlayMode, onStep: (window: Window) => void): Play {
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ window, mode, onStep });
  latest.current = { window, mode, onStep };
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const next = nextWindow(latest.current.window, last, latest.current.mode);
      if (next) latest.current.onStep(next);
      if (!next || next[1] >= last) setPlaying(false);
    }, PACE);
    return () => clearInterval(timer);
  }, [playing, last]);
  return {
    playing,
    toggle() {
      if (!playing) onStep(firstWindow(window, last, mode));
      setPlaying(!playing);
    },
    stop: () => setPlaying(false),
  };
}
