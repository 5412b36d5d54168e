import type { Span } from "../core/index.ts";

/** Counts errors by kind, to list the commonest with an example of each. */
export interface ErrorCounts {
  /** `example` shows where; the first of its kind is kept. */
  add(kind: string, example?: string): void;
  /** The commonest kinds, most frequent first: `12 × tag NOUN read as VERB, as in "…"`. */
  top(count: number): string[];
}

export function createErrorCounts(): ErrorCounts {
  const kinds = new Map<string, { times: number; example: string | undefined }>();
  return {
    add(kind, example) {
      const known = kinds.get(kind);
      if (known) known.times++;
      else kinds.set(kind, { times: 1, example });
    },
    top: (count) =>
      [...kinds]
        .sort((a, b) => b[1].times - a[1].times || (a[0] < b[0] ? -1 : 1))
        .slice(0, count)
        .map(([kind, { times, example }]) => `${times} × ${kind}${example === undefined ? "" : `, as in ${example}`}`),
  };
}

/** The words around a span of a text, the span in brackets, for an error's example. */
export function showInContext(text: string, { start, end }: Span, reach = 30): string {
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  const shown = `${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)}`;
  return `"${from > 0 ? "…" : ""}${shown}${to < text.length ? "…" : ""}"`.replace(/\s+/g, " ");
}
