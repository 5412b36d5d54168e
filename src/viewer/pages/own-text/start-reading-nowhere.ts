import type { ReadingEvent, ReadingRequest } from "./messages.ts";
import type { Reading } from "./start-reading.ts";

/** Stands in for `start-reading.ts` in the page that is one file: the models do not fit in. */
export const CAN_READ = false;

export const READING_BYTES = 0;

export function startReading(_: ReadingRequest, onEvent: (event: ReadingEvent) => void): Reading {
  onEvent({ type: "failed", reason: "This page holds one graph and no models." });
  return { finish: () => {}, stop: () => {} };
}
