/** What the page asks of the worker that reads. */
export interface ReadingRequest {
  readonly type: "read";
  readonly sources: readonly ReadingSource[];
  /** The graph file to add to; absent for a fresh graph. */
  readonly base?: string;
}

/** Ends the reading early and keeps the documents that were read. */
export interface FinishRequest {
  readonly type: "finish";
}

export interface ReadingSource {
  readonly name: string;
  /** Pasted text, or a file that is read when its turn comes. */
  readonly content: string | Blob;
}

/** What the worker tells the page. */
export type ReadingEvent =
  | { readonly type: "loading"; readonly bytes: number }
  | { readonly type: "file"; readonly index: number; readonly documents: number }
  | { readonly type: "document"; readonly index: number; readonly documents: number; readonly claims: number }
  | { readonly type: "problem"; readonly index: number; readonly reason: string }
  | { readonly type: "note"; readonly index: number; readonly reason: string }
  | { readonly type: "done"; readonly graph: string; readonly summary: ReadingSummary }
  | { readonly type: "failed"; readonly reason: string };

export interface ReadingSummary {
  readonly documents: number;
  readonly tokens: number;
  /** Milliseconds that reading took, models not counted. */
  readonly milliseconds: number;
  readonly actors: number;
  readonly stances: number;
  readonly relations: number;
}

/** More than this in one go is work for the command line. */
export const MOST_FILES = 500;
export const MOST_FILE_BYTES = 32 * 1024 * 1024;
export const MOST_PASTED_LENGTH = 2_000_000;

/** Endings of the files that can be read. */
export const READABLE = [
  ".txt",
  ".text",
  ".md",
  ".markdown",
  ".html",
  ".htm",
  ".xhtml",
  ".json",
  ".jsonl",
  ".ndjson",
  ".pdf",
];
