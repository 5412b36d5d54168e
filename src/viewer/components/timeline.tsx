import "./slider.css";
import "./timeline.css";
import { useMemo, useState } from "react";
import { Button, Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { dateInWords } from "../model/dates.ts";
import { findTimeline, type Month, type Period } from "../model/timeline.ts";
import { plural } from "../model/words.ts";
import { useView, useViewStore } from "../state/store.ts";
import { useWorkbench } from "./context.ts";
import { Icon } from "./icons.tsx";
import { TimelineBars } from "./timeline-bars.tsx";
import { type PlayMode, usePlay, type Window } from "./use-play.ts";

/**
 * Statements by month, opposition below the line and the rest above it. A period is chosen by dragging over the bars or by
 * the two handles, and plays: it grows month by month, or a window slides along, while every actor stays in its place.
 */
export function Timeline() {
  const { graph } = useWorkbench();
  const period = useView(({ filters }) => filters.period);
  const { months, undated } = useMemo(() => findTimeline(graph), [graph]);
  if (months.length < 2) return null;
  return <Chart months={months} undated={undated} period={period} />;
}

interface ChartProps {
  readonly months: readonly Month[];
  readonly undated: number;
  readonly period: Period | null;
}

function Chart({ months, undated, period }: ChartProps) {
  const store = useViewStore();
  const [mode, setMode] = useState<PlayMode>("grow");
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
  const choose = ([start, end]: Window) => {
    const whole = start === 0 && end === last;
    store.dispatch({
      type: "set-period",
      period: whole ? null : { from: months[start!]!.month, to: months[end!]!.month },
    });
  };
  const play = usePlay([from, to], last, mode, choose);
  const chooseByHand = (next: Window) => {
    play.stop();
    choose(next);
  };
  const words = (index: number) => dateInWords(months[index]!.month);
  return (
    <div className="timeline">
      <div className="timeline-head">
        <div className="play">
          <Button className="play-button" onPress={play.toggle}>
            <Icon name={play.playing ? "pause" : "play"} /> {play.playing ? "Pause" : "Play"}
          </Button>
          <Button
            className="quiet"
            aria-label={`Plays by ${mode === "grow" ? "growing" : "sliding"}. Change.`}
            onPress={() => setMode(mode === "grow" ? "slide" : "grow")}
          >
            {mode === "grow" ? "growing" : "sliding"}
          </Button>
        </div>
        <p className="timeline-words">
          {period ? (
            <strong>{from === to ? words(from) : `${words(from)} – ${words(to)}`}</strong>
          ) : (
            "Statements by month"
          )}
        </p>
        {period && (
          <Button
            className="quiet"
            onPress={() => {
              play.stop();
              store.dispatch({ type: "set-period", period: null });
            }}
          >
            Whole time
          </Button>
        )}
      </div>
      <div className="bars-frame">
        <TimelineBars months={months} window={[from, to]} onBrush={chooseByHand} />
        {undated > 0 && <Undated count={undated} leftOut={period !== null} />}
      </div>
      <Slider
        className="period-slider"
        aria-label="Period"
        minValue={0}
        maxValue={last}
        step={1}
        value={[from, to]}
        onChange={(next) => chooseByHand(next as unknown as Window)}
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

/** What no month can hold: shown in a bin of its own, and left out as soon as a period is chosen. */
function Undated({ count, leftOut }: { readonly count: number; readonly leftOut: boolean }) {
  return (
    <p className={`undated${leftOut ? " left-out" : ""}`}>
      <span className="undated-bin" aria-hidden="true" />
      <span>
        {plural(count, "statement")} without a date{leftOut && ", left out"}
      </span>
    </p>
  );
}
