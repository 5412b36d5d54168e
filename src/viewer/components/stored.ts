/**
 * What this browser remembers for the reader. Storage may be forbidden, as in some private windows and sandboxed
 * frames; then nothing is remembered, and nothing else changes.
 */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(`stancegraph.${name}`);
  } catch {
    return null;
  }
}

export function writeStored(name: string, value: string): void {
  try {
    localStorage.setItem(`stancegraph.${name}`, value);
  } catch {
    return;
  }
}
