import "./stance-strip.css";
import type { Statement } from "../../analyse/index.ts";
import { dateInWords, POLARITY_WORDS } from "../../export/index.ts";
import { useWorkbench } from "./context.ts";

/** First and last day of a strip, as `YYYY-MM-DD`. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

interface Props {
  readonly statements: readonly Statement[];
  /** The same for strips that are read side by side. */
  readonly span: Span;
}

const WIDTH = 320;
const MIDDLE = 16;

/** A holder's statements on one target over time: support above the line, opposition under it, mixed on it. */
export function StanceStrip({ statements, span }: Props) {
  const { open } = useWorkbench();
  const [from, to] = [toTime(span.first), toTime(span.last)];
  const dated = statements.filter(({ date }) => date !== undefined);
  const undated = statements.length - dated.length;
  return (
    <div className="strip">
      <svg viewBox={`0 0 ${WIDTH} 32`} preserveAspectRatio="xMidYMid meet" aria-hidden="true">
        <line x1="0" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} stroke="var(--rule-strong)" />
        {dated.map((statement) => {
          const { edge, at, polarity, date } = statement;
          const share = to > from ? (toTime(date!) - from) / (to - from) : 0.5;
          const x = 6 + share * (WIDTH - 12);
          const y = polarity === "support" ? MIDDLE - 9 : polarity === "oppose" ? MIDDLE + 9 : MIDDLE;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a second way to what the sentences beside it open
            <g key={`${edge} ${at}`} className="strip-dot" onClick={() => open({ kind: "edge", key: edge, at })}>
              <title>{`${dateInWords(date!)}: ${POLARITY_WORDS[polarity].noun.toLowerCase()}`}</title>
              <line x1={x} x2={x} y1={MIDDLE} y2={y} stroke={`var(--${polarity})`} strokeWidth="1.5" />
              <circle cx={x} cy={y} r="4.500" fill={`var(--${polarity})`} stroke="var(--paper)" />
            </g>
          );
        })}
      </svg>
      <p className="strip-ends" aria-hidden="true">
        <span>{dateInWords(span.first.slice(0, 7), { short: true })}</span>
        {undated > 0 && <span>{undated} without a date</span>}
        <span>{dateInWords(span.last.slice(0, 7), { short: true })}</span>
      </p>
    </div>
  );
}

/** A date of any length as milliseconds, at the start of its month or year where it tells no more. */
function toTime(date: string): number {
  return Date.parse(`${date}${"-01-01".slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6)}`);
}
