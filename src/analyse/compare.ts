import { countPolarities, groupBy, netStance, type Sides, type Statement } from "./statements.ts";

/** Where one actor stands on one target. */
export interface Position {
  readonly sides: Sides;
  /** −1 (opposes) … 1 (supports). */
  readonly net: number;
  /** By date. Never empty. */
  readonly statements: readonly Statement[];
  /** The statement that shows the position best: surest of those on its side, explicit before inferred. */
  readonly best: Statement;
}

export interface SharedTarget {
  readonly target: string;
  readonly left: Position;
  readonly right: Position;
}

export interface OneSidedTarget {
  readonly target: string;
  readonly position: Position;
}

/** What two actors say of the same things. */
export interface Comparison {
  /** Both lean the same way. */
  readonly agree: readonly SharedTarget[];
  /** One leans to support, the other to opposition. */
  readonly disagree: readonly SharedTarget[];
  /** Both speak of it, and at least one of them evenly. */
  readonly unclear: readonly SharedTarget[];
  readonly onlyLeft: readonly OneSidedTarget[];
  readonly onlyRight: readonly OneSidedTarget[];
  /** What they say of one another. */
  readonly ofEachOther: { readonly left?: Position; readonly right?: Position };
}

/** Sets the positions of two actors side by side; the targets with the most statements come first. */
export function compareActors(statements: readonly Statement[], left: string, right: string): Comparison {
  const positionsOf = (holder: string): Map<string, Position> =>
    new Map(
      [
        ...groupBy(
          statements.filter((statement) => statement.holder === holder && statement.target !== holder),
          ({ target }) => target,
        ),
      ].map(([target, group]) => [target, toPosition(group)]),
    );
  const [lefts, rights] = [positionsOf(left), positionsOf(right)];
  const shared: SharedTarget[] = [];
  const onlyLeft: OneSidedTarget[] = [];
  for (const [target, position] of lefts) {
    const other = rights.get(target);
    if (other) shared.push({ target, left: position, right: other });
    else if (target !== right) onlyLeft.push({ target, position });
  }
  const onlyRight = [...rights].flatMap(([target, position]) =>
    lefts.has(target) || target === left ? [] : [{ target, position }],
  );
  const [ofRight, ofLeft] = [lefts.get(right), rights.get(left)];
  const weight = (item: SharedTarget) => item.left.statements.length + item.right.statements.length;
  const product = (item: SharedTarget) => item.left.net * item.right.net;
  shared.sort((a, b) => weight(b) - weight(a));
  const byCount = (a: OneSidedTarget, b: OneSidedTarget) => b.position.statements.length - a.position.statements.length;
  return {
    agree: shared.filter((item) => product(item) > 0),
    disagree: shared.filter((item) => product(item) < 0),
    unclear: shared.filter((item) => product(item) === 0),
    onlyLeft: onlyLeft.sort(byCount),
    onlyRight: onlyRight.sort(byCount),
    ofEachOther: { ...(ofRight && { left: ofRight }), ...(ofLeft && { right: ofLeft }) },
  };
}

/** The position that statements of one holder on one target add up to. At least one must be given. */
export function toPosition(statements: readonly Statement[]): Position {
  const sides = countPolarities(statements);
  const net = netStance(sides);
  const side = net > 0 ? "support" : net < 0 ? "oppose" : undefined;
  const onSide = side ? statements.filter(({ polarity }) => polarity === side) : statements;
  const sureness = ({ evidence }: Statement) => evidence.confidence + (evidence.explicit ? 1 : 0);
  return { sides, net, statements, best: onSide.toSorted((a, b) => sureness(b) - sureness(a))[0]! };
}
