import { compareActors, groupBy, type Statement } from "../../../analyse/index.ts";

/** Pairs that are worth comparing: of the eight who speak most, those that share most targets, disagreement counted twice. */
export function findSuggestions(statements: readonly Statement[], limit = 6): (readonly [string, string])[] {
  const holders = [...groupBy(statements, ({ holder }) => holder)]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, 8)
    .map(([key]) => key);
  return holders
    .flatMap((a, index) =>
      holders.slice(index + 1).map((b) => {
        const { agree, disagree } = compareActors(statements, a, b);
        return { pair: [a, b] as const, shared: agree.length + 2 * disagree.length };
      }),
    )
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, limit)
    .map(({ pair }) => pair);
}
