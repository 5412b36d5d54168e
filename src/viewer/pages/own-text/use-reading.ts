import { useCallback, useEffect, useReducer, useRef } from "react";
import type { ReadingEvent, ReadingRequest, ReadingSource, ReadingSummary } from "./messages.ts";
import { type Reading, startReading } from "./start-reading.ts";

/** What came of one source so far. */
export interface SourceProgress {
  readonly name: string;
  /** Undefined until the file was opened. */
  readonly documents?: number;
  readonly read: number;
  readonly claims: number;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

export type ReadingState =
  | { readonly step: "collecting"; readonly failure?: string }
  | {
      readonly step: "reading";
      readonly loaded: number;
      readonly at: number;
      readonly documents: number;
      readonly sources: readonly SourceProgress[];
    }
  | {
      readonly step: "done";
      /** The graph file. */
      readonly graph: string;
      readonly summary: ReadingSummary;
      readonly sources: readonly SourceProgress[];
    };

type ReadingAction =
  | ReadingEvent
  | { readonly type: "start"; readonly sources: readonly ReadingSource[] }
  | { readonly type: "reset" };

/** The state after an event of the worker. Pure. */
export function reduceReading(state: ReadingState, action: ReadingAction): ReadingState {
  if (action.type === "start") {
    const sources = action.sources.map(({ name }) => ({ name, read: 0, claims: 0, problems: [], notes: [] }));
    return { step: "reading", loaded: 0, at: 0, documents: 0, sources };
  }
  if (action.type === "reset") return { step: "collecting" };
  if (state.step !== "reading") return state;
  const change = (index: number, edit: (source: SourceProgress) => Partial<SourceProgress>) => ({
    ...state,
    at: index,
    sources: state.sources.map((source, i) => (i === index ? { ...source, ...edit(source) } : source)),
  });
  switch (action.type) {
    case "loading":
      return { ...state, loaded: action.bytes };
    case "file":
      return change(action.index, () => ({ documents: action.documents }));
    case "document":
      return {
        ...change(action.index, ({ read, claims }) => ({ read: read + 1, claims: claims + action.claims })),
        documents: action.documents,
      };
    case "problem":
      return change(action.index, ({ problems }) => ({ problems: [...problems, action.reason] }));
    case "note":
      return change(action.index, ({ notes }) => ({ notes: [...notes, action.reason] }));
    case "done":
      return { step: "done", graph: action.graph, summary: action.summary, sources: state.sources };
    case "failed": {
      const reasons = state.sources.flatMap(({ name, problems }) => problems.map((reason) => `${name}: ${reason}`));
      return { step: "collecting", failure: [action.reason, ...reasons].join(" ") };
    }
  }
}

/** Starts, follows and stops the reading of texts. Leaving the page stops it and gives its memory back. */
export function useReading() {
  const [state, dispatch] = useReducer(reduceReading, { step: "collecting" });
  const reading = useRef<Reading | null>(null);
  const stop = useCallback(() => {
    reading.current?.stop();
    reading.current = null;
    dispatch({ type: "reset" });
  }, []);
  useEffect(() => () => reading.current?.stop(), []);
  return {
    state,
    start(request: ReadingRequest) {
      reading.current?.stop();
      dispatch({ type: "start", sources: request.sources });
      reading.current = startReading(request, dispatch);
    },
    finish: () => reading.current?.finish(),
    stop,
  };
}
