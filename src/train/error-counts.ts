/** Counts errors by what they are, to list the commonest. */
export interface ErrorCounts {
  add(error: string): void;
  /** The commonest errors, most frequent first. */
  top(count: number): string[];
}

export function createErrorCounts(): ErrorCounts {
  const counts = new Map<string, number>();
  return {
    add: (error) => void counts.set(error, (counts.get(error) ?? 0) + 1),
    top: (count) =>
      [...counts]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, count)
        .map(([error, times]) => `${times} × ${error}`),
  };
}
