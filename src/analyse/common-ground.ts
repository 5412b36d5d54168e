import { compareText, type Polarity } from "../core/index.ts";
import { countPolarities, groupBy, netStance, type Statement } from "./statements.ts";

/** What unites some actors: a target on which several of them stand on one side. */
export interface CommonGround {
  readonly target: string;
  readonly side: Exclude<Polarity, "mixed">;
  /** Those on that side, and those on the other. */
  readonly members: readonly string[];
  readonly dissenters: readonly string[];
  /** The members' statements on that side, by date. */
  readonly statements: readonly Statement[];
}

/** Finds what at least two of the given actors hold in common, most widely shared first. */
export function findCommonGround(statements: readonly Statement[], actors: Iterable<string>): CommonGround[] {
  const wanted = new Set(actors);
  const theirs = statements.filter(({ holder, target }) => wanted.has(holder) && holder !== target);
  return [...groupBy(theirs, ({ target }) => target)]
    .flatMap(([target, about]): CommonGround[] => {
      const sides: Record<"support" | "oppose", string[]> = { support: [], oppose: [] };
      for (const [holder, held] of groupBy(about, ({ holder }) => holder)) {
        const net = netStance(countPolarities(held));
        if (net !== 0) sides[net > 0 ? "support" : "oppose"].push(holder);
      }
      const side = sides.support.length >= sides.oppose.length ? "support" : "oppose";
      const members = sides[side];
      if (members.length < 2) return [];
      const onSide = about.filter(({ holder, polarity }) => polarity === side && members.includes(holder));
      return [
        { target, side, members, dissenters: sides[side === "support" ? "oppose" : "support"], statements: onSide },
      ];
    })
    .sort(
      (a, b) =>
        b.members.length - b.dissenters.length - (a.members.length - a.dissenters.length) ||
        b.statements.length - a.statements.length ||
        compareText(a.target, b.target),
    );
}
