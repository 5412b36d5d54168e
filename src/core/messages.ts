import type { Span } from "./span.ts";

/** Something worth telling about a document that does not stop the run. */
export interface Message {
  readonly severity: "info" | "warning" | "error";
  readonly reason: string;
  /** `component/rule`, such as `ingest/encoding-guessed`. */
  readonly ruleId: string;
  readonly docId?: string;
  readonly place?: Span;
}

/** Collects messages while a document is worked on. */
export interface Messages {
  add(message: Message): void;
}

/** A list that collects messages. */
export function createMessages(): Messages & { readonly list: Message[] } {
  const list: Message[] = [];
  return { list, add: (message) => void list.push(message) };
}
