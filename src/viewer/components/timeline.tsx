import "./slider.css";
import "./timeline.css";
import { useMemo } from "react";
import { Button, Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { dateInWords } from "../model/dates.ts";
import { findTimeline, type Month } from "../model/timeline.ts";
import { plural } from "../model/words.ts";
import { useView, useViewStore } from "../state/store.ts";
import { useWorkbench } from "./context.ts";

const total = ({ support, oppose, mixed }: Month) => support + oppose + mixed;

/** Statements by month, opposition below the line and the rest above it, with two handles that choose a period. */
export function Timeline() {
  const { graph } = useWorkbench();
  const store = useViewStore();
  const period = useView(({ filters }) => filters.period);
  const { months, undated } = useMemo(() => findTimeline(graph), [graph]);
  if (months.length < 2) return null;
  const last = months.length - 1;
  const at = (month: string, otherwise: number) => {
    const index = months.findIndex((entry) => entry.month >= month);
    return index < 0 ? otherwise : index;
  };
  const value = period
    ? [
        at(period.from, 0),
        Math.max(
          0,
          months.findLastIndex(({ month }) => month <= period.to),
        ),
      ]
    : [0, last];
  const [from, to] = value as [number, number];
  const choose = ([start, end]: number[]) => {
    const whole = start === 0 && end === last;
    store.dispatch({
      type: "set-period",
      period: whole ? null : { from: months[start!]!.month, to: months[end!]!.month },
    });
  };
  const words = (index: number) => dateInWords(months[index]!.month);
  return (
    <div className="timeline">
      <div className="timeline-head">
        <p>
          {period ? (
            <strong>{from === to ? words(from) : `${words(from)} – ${words(to)}`}</strong>
          ) : (
            "Statements by month"
          )}
          {undated > 0 && <span className="line-meta"> {plural(undated, "statement")} without a date</span>}
        </p>
        {period && (
          <Button className="quiet" onPress={() => store.dispatch({ type: "set-period", period: null })}>
            Whole time
          </Button>
        )}
      </div>
      <div className="bars-frame">
        <Bars months={months} from={from} to={to} />
      </div>
      <Slider
        className="period-slider"
        aria-label="Period"
        minValue={0}
        maxValue={last}
        step={1}
        value={[from, to]}
        onChange={(next) => choose(next as number[])}
      >
        <SliderTrack className="track">
          {({ state }) => (
            <>
              <span
                className="fill"
                style={{
                  insetInlineStart: `${state.getThumbPercent(0) * 100}%`,
                  insetInlineEnd: `${100 - state.getThumbPercent(1) * 100}%`,
                }}
              />
              <SliderThumb index={0} className="thumb" aria-label={`From ${words(from)}`} />
              <SliderThumb index={1} className="thumb" aria-label={`To ${words(to)}`} />
            </>
          )}
        </SliderTrack>
      </Slider>
      <div className="timeline-ends" aria-hidden="true">
        <span>{dateInWords(months[0]!.month, { short: true })}</span>
        <span>{dateInWords(months[last]!.month, { short: true })}</span>
      </div>
    </div>
  );
}

function Bars({ months, from, to }: { readonly months: readonly Month[]; readonly from: number; readonly to: number }) {
  const above = Math.max(1, ...months.map(({ support, mixed }) => support + mixed));
  const below = Math.max(1, ...months.map(({ oppose }) => oppose));
  const scale = 40 / (above + below);
  const line = above * scale;
  const last = Math.max(1, months.length - 1);
  const width = Math.min(4, 70 / months.length);
  return (
    <svg className="bars" viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
      {months.map((entry, index) => {
        const x = (index / last) * 100 - width / 2;
        const bar = (color: string, start: number, count: number) =>
          count > 0 && <rect x={x} y={start} width={width} height={count * scale} fill={color} />;
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
