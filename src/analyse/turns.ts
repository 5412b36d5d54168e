import { compareText } from "../core/index.ts";
import { daysBetween } from "./periods.ts";
import { groupBy, type Statement } from "./statements.ts";

/** A holder's support that gave way to opposition, or the other way round. */
export interface Turn {
  readonly holder: string;
  readonly target: string;
  readonly before: Statement;
  readonly after: Statement;
  /** Days from one to the other; absent where a date is missing or tells no day. */
  readonly days?: number;
  /**
   * `months`: two months or more lie between, a change of mind. `weeks`: less. `same-week`: at most seven days, more
   * likely two reports that differ. `undated`: nobody knows which came first.
   */
  readonly gap: TurnGap;
}

export const TURN_GAPS = ["months", "weeks", "same-week", "undated"] as const;
export type TurnGap = (typeof TURN_GAPS)[number];

/** From here on a change counts as months apart. */
const MONTHS_APART = 60;
const ONE_WEEK = 7;

/**
 * Finds where a holder's stance toward a target turned: each statement of support that is next followed by opposition,
 * or the reverse. Mixed statements turn nothing. Where several statements of one polarity stand in a row, the last
 * before the turn and the first after it are shown; of those of the same day, the surest. Without dates on both sides
 * one turn is told for the pair, in the order of the documents.
 *
 * @returns the longest gap first, undated last
 */
export function findTurns(statements: readonly Statement[]): Turn[] {
  const clear = statements.filter(({ polarity }) => polarity !== "mixed");
  return [...groupBy(clear, ({ holder, target }) => JSON.stringify([holder, target])).values()]
    .flatMap(turnsOfPair)
    .sort(
      (a, b) =>
        (b.days ?? -1) - (a.days ?? -1) ||
        sureness(b) - sureness(a) ||
        compareText(a.holder, b.holder) ||
        compareText(a.target, b.target) ||
        compareText(a.before.date ?? "", b.before.date ?? ""),
    );
}

function turnsOfPair(pair: readonly Statement[]): Turn[] {
  const dated = pair.filter(({ date }) => daysBetween(date, date) !== undefined);
  const turns = toRuns(dated).flatMap((run, index, runs) => {
    const next = runs[index + 1];
    if (!next) return [];
    const before = surestOf(run.filter(({ date }) => date === run.at(-1)!.date));
    const after = surestOf(next.filter(({ date }) => date === next[0]!.date));
    return [makeTurn(before, after, daysBetween(before.date, after.date))];
  });
  if (turns.length > 0) return turns;
  const sides = groupBy(pair, ({ polarity }) => polarity);
  if (sides.size < 2) return [];
  const [first, second] = [...sides.values()].map(surestOf);
  return [makeTurn(first!, second!, undefined)];
}

/** Statements of one polarity in a row; on a day of both, the polarity that the run already has comes first. */
function toRuns(statements: readonly Statement[]): Statement[][] {
  const runs: Statement[][] = [];
  for (const sameDay of groupBy(statements, ({ date }) => date!).values()) {
    const current = (runs.at(-1) ?? sameDay)[0]!.polarity;
    const order = [...sameDay].sort((a, b) => Number(b.polarity === current) - Number(a.polarity === current));
    for (const statement of order) {
      const run = runs.at(-1);
      if (run && run[0]!.polarity === statement.polarity) run.push(statement);
      else runs.push([statement]);
    }
  }
  return runs;
}

function makeTurn(before: Statement, after: Statement, days: number | undefined): Turn {
  const { holder, target } = before;
  const gap: TurnGap =
    days === undefined ? "undated" : days <= ONE_WEEK ? "same-week" : days < MONTHS_APART ? "weeks" : "months";
  return { holder, target, before, after, gap, ...(days !== undefined && { days }) };
}

const surestOf = (statements: readonly Statement[]): Statement =>
  statements.reduce((best, statement) => (statement.evidence.confidence > best.evidence.confidence ? statement : best));

const sureness = ({ before, after }: Turn): number => before.evidence.confidence * after.evidence.confidence;
