import type { ParsedDoc } from "../language/index.ts";

/**
 * Makes `make(doc)` once for the document asked about last: documents are worked through one after the other, and what
 * is kept for a document that was read long ago would only fill memory.
 */
export function rememberLast<T>(make: (doc: ParsedDoc) => T): (doc: ParsedDoc) => T {
  let last: { syntax: ParsedDoc["syntax"]; value: T } | undefined;
  return (doc) => {
    if (last?.syntax !== doc.syntax) last = { syntax: doc.syntax, value: make(doc) };
    return last.value;
  };
}

/** Objects that are kept; with more, all are made again. A document has some hundreds of mentions and sentences. */
const MOST_KEPT = 512;

/** Makes `make(key)` once for each object, while few others are asked about. Weak keys would cost the collector more. */
export function rememberEach<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(key, value);
    }
    return value;
  };
}
