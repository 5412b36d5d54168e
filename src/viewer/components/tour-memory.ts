import { readStored, writeStored } from "./stored.ts";

const NAME = "tour";
const START = "stancegraph:tour";

/** Whether the reader has been shown around, or has declined. */
export const wasShownAround = (): boolean => readStored(NAME) === "seen";

export const rememberTour = (): void => writeStored(NAME, "seen");

/** Shows the reader around, once more if need be. */
export function startTour(): void {
  document.dispatchEvent(new Event(START));
}

/** Calls back when somebody asks to be shown around; returns the function that stops it. */
export function onTourStart(listener: () => void): () => void {
  document.addEventListener(START, listener);
  return () => document.removeEventListener(START, listener);
}
