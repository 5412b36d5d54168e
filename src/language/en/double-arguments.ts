import { type Arcs, attach } from "./sentence-arcs.ts";

/**
 * A verb has one subject and one object of each kind. Where a greedy parser gave two that stand side by side without a
 * mark between, the first is a title or a modifier of the second ("Virginia Gov. Jane Roe said"), its possessor, or
 * the receiver ("handed the rival a lead").
 */
export function joinDoubleArguments(arcs: Arcs): void {
  const { heads } = arcs;
  const count = heads.length;
  const [first, end] = extents(heads);
  for (let b = 1; b < count; b++) {
    const relation = arcs.relation(b);
    if ((relation !== "nsubj" && relation !== "obj") || heads[b]! < 0) continue;
    const a = partnerBefore(b, relation);
    if (a < 0 || arcs.pos(a) === "PRON" || arcs.pos(b) === "PRON") continue;
    const opening = first[b]!;
    const hasDeterminer = arcs.pos(opening) === "DET" || arcs.relation(opening) === "nmod:poss";
    if (arcs.pos(opening) === "PUNCT" || arcs.pos(end[a]! - 1) === "PUNCT") continue;
    if (hasCase(a)) attach(arcs, a, b, "nmod:poss");
    else if (relation === "obj" && hasDeterminer) arcs.relate(a, "iobj");
    else if (!hasDeterminer && arcs.pos(a) !== "NUM") attach(arcs, a, b, isTitle(a, b) ? "nmod:desc" : "compound");
  }

  /** The argument of the same kind and verb that ends where this one starts, or -1. */
  function partnerBefore(b: number, relation: string): number {
    for (let a = first[b]! - 1; a >= 0 && a >= first[b]! - 8; a--) {
      if (heads[a] === heads[b] && arcs.relation(a) === relation && end[a] === first[b]) return a;
    }
    return -1;
  }

  function isTitle(a: number, b: number): boolean {
    return arcs.pos(a) === "NOUN" && arcs.pos(b) === "PROPN";
  }

  function hasCase(a: number): boolean {
    for (let i = a + 1; i < end[a]!; i++) if (heads[i] === a && arcs.relation(i) === "case") return true;
    return false;
  }
}

/** First word and end of what hangs on each word, itself included. */
function extents(heads: Int32Array): [Int32Array, Int32Array] {
  const first = Int32Array.from(heads, (_, i) => i);
  const end = Int32Array.from(heads, (_, i) => i + 1);
  for (let i = 0; i < heads.length; i++) {
    let steps = 0;
    for (let at = heads[i]!; at >= 0 && steps <= heads.length; at = heads[at]!, steps++) {
      if (first[at]! > i) first[at] = i;
      if (end[at]! < i + 1) end[at] = i + 1;
    }
  }
  return [first, end];
}
