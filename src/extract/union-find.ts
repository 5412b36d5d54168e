/** Disjoint sets over 0 … size − 1. The smallest member stands for its set, so results do not depend on call order. */
export interface UnionFind {
  find(item: number): number;
  union(a: number, b: number): void;
}

export function createUnionFind(size: number): UnionFind {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const find = (item: number): number => {
    let root = item;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = item; parent[at] !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  return {
    find,
    union(a, b) {
      const x = find(a);
      const y = find(b);
      parent[Math.max(x, y)] = Math.min(x, y);
    },
  };
}
