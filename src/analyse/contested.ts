import { compareText } from "../core/index.ts";
import { groupBy, netStance, type Sides, type Statement } from "./statements.ts";

/** A target and the holders on each side of it. */
export interface ContestedTarget {
  readonly key: string;
  /** Holders by where their statements come down. */
  readonly supporters: readonly string[];
  readonly opponents: readonly string[];
  readonly undecided: readonly string[];
  readonly statements: number;
}

/** Targets that holders disagree on, first those with the most holders on the smaller side. Agreed ones are left out. */
export function findContested(statements: readonly Statement[]): ContestedTarget[] {
  return [...groupBy(statements, ({ target }) => target)]
    .map(([key, about]) => {
      const sides: Record<keyof Sides, string[]> = { support: [], oppose: [], mixed: [] };
      for (const [holder, held] of groupBy(about, ({ holder }) => holder)) {
        const counts = { support: 0, oppose: 0, mixed: 0 };
        for (const { polarity } of held) counts[polarity]++;
        const net = netStance(counts);
        sides[net > 0 ? "support" : net < 0 ? "oppose" : "mixed"].push(holder);
      }
      return {
        key,
        supporters: sides.support,
        opponents: sides.oppose,
        undecided: sides.mixed,
        statements: about.length,
      };
    })
    .filter(({ supporters, opponents }) => supporters.length > 0 && opponents.length > 0)
    .sort(
      (a, b) =>
        Math.min(b.supporters.length, b.opponents.length) - Math.min(a.supporters.length, a.opponents.length) ||
        b.statements - a.statements ||
        compareText(a.key, b.key),
    );
}
