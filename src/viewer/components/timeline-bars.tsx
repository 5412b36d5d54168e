import { type PointerEvent, useRef } from "react";
import { dateInWords } from "../model/dates.ts";
import type { Month } from "../model/timeline.ts";
import { plural } from "../model/words.ts";
import type { Window } from "./use-play.ts";

interface Props {
  readonly months: readonly Month[];
  readonly window: Window;
  readonly onBrush: (window: Window) => void;
}

const total = ({ support, oppose, mixed }: Month) => support + oppose + mixed;
const HEIGHT = 40;

/** Opposition below the line, support and mixed above it. Dragging over the bars chooses a period, as the handles do. */
export function TimelineBars({ months, window, onBrush }: Props) {
  const [from, to] = window;
  const start = useRef<number>(undefined);
  const above = Math.max(1, ...months.map(({ support, mixed }) => support + mixed));
  const below = Math.max(1, ...months.map(({ oppose }) => oppose));
  const scale = HEIGHT / (above + below);
  const line = above * scale;
  const last = Math.max(1, months.length - 1);
  const width = Math.min(4, 70 / months.length);
  const monthAt = (event: PointerEvent<SVGSVGElement>): number => {
    const { left, width: room } = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(last, Math.round(((event.clientX - left) / room) * last)));
  };
  const brush = (event: PointerEvent<SVGSVGElement>) => {
    if (start.current === undefined) return;
    const month = monthAt(event);
    onBrush([Math.min(start.current, month), Math.max(start.current, month)]);
  };
  return (
    <svg
      className="bars"
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = monthAt(event);
        brush(event);
      }}
      onPointerMove={brush}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onPointerCancel={() => {
        start.current = undefined;
      }}
    >
      <rect className="bars-reach" x={-width} y="0" width={100 + 2 * width} height={HEIGHT} />
      {months.map((entry, index) => {
        const x = (index / last) * 100 - width / 2;
        const bar = (color: string, top: number, count: number) =>
          count > 0 && <rect x={x} y={top} width={width} height={count * scale} fill={color} />;
        return (
          <g key={entry.month} opacity={index >= from && index <= to ? 1 : 0.25}>
            <title>{`${dateInWords(entry.month)}: ${plural(total(entry), "statement")}`}</title>
            {bar("var(--support)", line - entry.support * scale, entry.support)}
            {bar("var(--mixed)", line - (entry.support + entry.mixed) * scale, entry.mixed)}
            {bar("var(--oppose)", line, entry.oppose)}
          </g>
        );
      })}
      <line
        x1="0"
        x2="100"
        y1={line}
        y2={line}
        stroke="var(--ink-soft)"
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
