import type { ReadingEvent, ReadingRequest } from "./messages.ts";

export interface Reading {
  /** Ends after the document at hand and keeps what was read. */
  finish(): void;
  /** Ends at once; the worker and its models are gone. */
  stop(): void;
}

/** Whether texts can be read where this page is: the models must lie beside it. */
export const CAN_READ = true;

/** Size of the models and word lists that reading needs, in bytes. */
export const READING_BYTES: number = __READING_BYTES__;

/** Reads texts in a worker of its own, which ends with the reading. Nothing leaves the browser. */
export function startReading(request: ReadingRequest, onEvent: (event: ReadingEvent) => void): Reading {
  const worker = new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<ReadingEvent | { readonly type?: undefined }>) => {
    // The reader of PDF files announces itself to whoever started the worker that it runs in.
    if (data.type === undefined) return;
    if (data.type === "done" || data.type === "failed") worker.terminate();
    onEvent(data);
  };
  worker.onerror = (event) => {
    worker.terminate();
    onEvent({ type: "failed", reason: event.message || "The part of the page that reads could not be started." });
  };
  worker.postMessage(request);
  return { finish: () => worker.postMessage({ type: "finish" }), stop: () => worker.terminate() };
}
