import { compareText } from "../core/index.ts";
import { cosineDistance, seriate } from "./seriation.ts";
import { countPolarities, groupBy, netStance, type Sides, type Statement } from "./statements.ts";

/** What one holder says of one target. */
export interface MatrixCell {
  readonly holder: string;
  readonly target: string;
  readonly sides: Sides;
  /** −1 (opposes) … 1 (supports). */
  readonly net: number;
  /** By date. Never empty. */
  readonly statements: readonly Statement[];
}

/**
 * How rows and columns are ordered: `similar` puts like profiles side by side, `side` runs from support to opposition,
 * `most` from many statements to few, `name` by the alphabet.
 */
export const MATRIX_ORDERS = ["similar", "side", "most", "name"] as const;
export type MatrixOrder = (typeof MATRIX_ORDERS)[number];

export interface StanceMatrixOptions {
  /** The holders with the most statements are kept. Default 30; at most 200. */
  readonly holders?: number;
  /** The targets with the most statements are kept. Default 20; at most 200. */
  readonly targets?: number;
  /** Default `similar`. */
  readonly order?: MatrixOrder;
  /** What a node is called, for the order by name. Default: its key. */
  readonly nameOf?: (node: string) => string;
}

export interface StanceMatrix {
  /** Holders, from top to bottom. */
  readonly rows: readonly string[];
  /** Targets, from left to right. */
  readonly columns: readonly string[];
  /** Undefined where the holder says nothing of the target. */
  readonly cellAt: (holder: string, target: string) => MatrixCell | undefined;
  /** How many holders, targets and statements there were before any was left out, and how many statements are in. */
  readonly totals: {
    readonly holders: number;
    readonly targets: number;
    readonly statements: number;
    readonly shown: number;
  };
}

/**
 * Lays statements out as a matrix of holders by targets. Rows and columns left without a cell, because what they are
 * about was left out, are left out too.
 */
export function findStanceMatrix(statements: readonly Statement[], options: StanceMatrixOptions = {}): StanceMatrix {
  const { holders = 30, targets = 20, order = "similar", nameOf = (node) => node } = options;
  const keptTargets = new Set(mostFrequent(statements, "target", targets));
  const about = statements.filter(({ target }) => keptTargets.has(target));
  const keptHolders = new Set(mostFrequent(about, "holder", holders));
  const shown = about.filter(({ holder }) => keptHolders.has(holder));
  const cells = new Map<string, Map<string, MatrixCell>>();
  for (const [holder, held] of groupBy(shown, ({ holder }) => holder)) {
    const row = new Map<string, MatrixCell>();
    for (const [target, group] of groupBy(held, ({ target }) => target)) {
      const sides = countPolarities(group);
      row.set(target, { holder, target, sides, net: netStance(sides), statements: group });
    }
    cells.set(holder, row);
  }
  const cellAt = (holder: string, target: string) => cells.get(holder)?.get(target);
  const rows = [...cells.keys()];
  const columns = [...new Set(shown.map(({ target }) => target))];
  const arrange = (keys: string[], others: string[], cell: (key: string, other: string) => MatrixCell | undefined) => {
    const lines = keys.map((key) => toLine(key, others, cell));
    return orderLines(lines, order, nameOf).map(({ key }) => key);
  };
  return {
    rows: arrange(rows, columns, cellAt),
    columns: arrange(columns, rows, (target, holder) => cellAt(holder, target)),
    cellAt,
    totals: {
      holders: new Set(statements.map(({ holder }) => holder)).size,
      targets: new Set(statements.map(({ target }) => target)).size,
      statements: statements.length,
      shown: shown.length,
    },
  };
}

function mostFrequent(statements: readonly Statement[], end: "holder" | "target", limit: number): string[] {
  return [...groupBy(statements, (statement) => statement[end])]
    .sort((a, b) => b[1].length - a[1].length || compareText(a[0], b[0]))
    .slice(0, Math.min(200, Math.max(0, limit)))
    .map(([key]) => key);
}

interface Line {
  readonly key: string;
  /** Net stance per cell, larger for more statements, so that what is said often weighs more; 0 for an empty cell. */
  readonly profile: readonly number[];
  readonly count: number;
  /** Mean net stance of its statements. */
  readonly side: number;
}

function toLine(
  key: string,
  others: readonly string[],
  cellOf: (key: string, other: string) => MatrixCell | undefined,
): Line {
  const cells = others.map((other) => cellOf(key, other));
  const count = cells.reduce((sum, cell) => sum + (cell?.statements.length ?? 0), 0);
  const total = cells.reduce((sum, cell) => sum + (cell ? cell.net * cell.statements.length : 0), 0);
  return {
    key,
    profile: cells.map((cell) => (cell ? cell.net * Math.sqrt(cell.statements.length) : 0)),
    count,
    side: count === 0 ? 0 : total / count,
  };
}

function orderLines(lines: readonly Line[], order: MatrixOrder, nameOf: (node: string) => string): Line[] {
  const byName = (a: Line, b: Line) => compareText(nameOf(a.key), nameOf(b.key)) || compareText(a.key, b.key);
  const byCount = (a: Line, b: Line) => b.count - a.count || byName(a, b);
  if (order === "name") return lines.toSorted(byName);
  if (order === "most") return lines.toSorted(byCount);
  const bySide = (a: Line, b: Line) => b.side - a.side || byCount(a, b);
  if (order === "side") return lines.toSorted(bySide);
  // From a fixed start, so that ties fall the same way whatever the order of the statements.
  const start = lines.toSorted(byCount);
  const found = seriate(start.length, (a, b) => cosineDistance(start[a]!.profile, start[b]!.profile)).map(
    (index) => start[index]!,
  );
  return leansToEnd(found) ? found.reverse() : found;
}

/** Whether support gathers at the end: it should stand first, as in the order by side. */
function leansToEnd(lines: readonly Line[]): boolean {
  const middle = (lines.length - 1) / 2;
  return lines.reduce((sum, { side }, index) => sum + side * (index - middle), 0) > 0;
}
