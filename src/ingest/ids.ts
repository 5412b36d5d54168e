import type { Document, Messages } from "../core/index.ts";

/**
 * Keeps ids unique over a whole build: the second document of one id becomes `id-2`, the third `id-3`, with the message
 * `ingest/duplicate-id`. Give it the documents in the order of the build.
 */
export function createIdRegistry(): (document: Document, messages: Messages) => Document {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (document, messages) => {
    const { id } = document;
    if (!taken.has(id)) {
      taken.add(id);
      return document;
    }
    let count = counts.get(id) ?? 1;
    let unique: string;
    do unique = `${id}-${++count}`;
    while (taken.has(unique));
    counts.set(id, count);
    taken.add(unique);
    messages.add({
      severity: "warning",
      reason: `The id "${id}" is taken; this document is called "${unique}".`,
      ruleId: "ingest/duplicate-id",
      docId: unique,
    });
    return { ...document, id: unique };
  };
}
