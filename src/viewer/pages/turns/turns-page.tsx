import "./turns-page.css";
import { useMemo } from "react";
import { Button } from "react-aria-components";
import { findTurns, TURN_GAPS, type Turn, type TurnGap } from "../../../analyse/index.ts";
import { plural } from "../../../export/index.ts";
import { Choice } from "../../components/choice.tsx";
import { useWorkbench } from "../../components/context.ts";
import { PageHead } from "../../components/page-head.tsx";
import { StatementQuote } from "../../components/statement-quote.tsx";
import { findStatements } from "../../model/statements.ts";
import { usePageOptions } from "../../state/page-options.ts";
import { useView } from "../../state/store.ts";

const DEFAULTS = { gap: "all" };

const GAPS: Record<TurnGap, { readonly title: string; readonly note: string; readonly choice: string }> = {
  months: {
    title: "Months apart",
    note: "Two months or more lie between the two reports. This is what a change of mind looks like.",
    choice: "Months apart",
  },
  weeks: {
    title: "Weeks apart",
    note: "More than a week and less than two months lie between.",
    choice: "Weeks apart",
  },
  "same-week": {
    title: "In the same week",
    note: "At most seven days lie between. Often these are two voices of one actor, two sides of one report, or a misreading: read both before you call it a change.",
    choice: "Same week",
  },
  undated: {
    title: "Nobody knows when",
    note: "One of the two has no full date, so that the order is not known.",
    choice: "No date",
  },
};

/** Holders that were for something and then against it, or the reverse, with both sentences side by side. */
export default function TurnsPage() {
  const { graph, visible } = useWorkbench();
  const filters = useView((view) => view.filters);
  const [options, setOptions] = usePageOptions("turns", DEFAULTS);
  const turns = useMemo(() => findTurns(findStatements(graph, visible, filters)), [graph, visible, filters]);
  const present = TURN_GAPS.filter((gap) => turns.some((turn) => turn.gap === gap));
  const chosen = present.find((gap) => gap === options.gap);
  const count = (gap: TurnGap) => turns.filter((turn) => turn.gap === gap).length;
  return (
    <div className="page turns-page">
      <PageHead
        title="Changed minds"
        standfirst="The same holder, the same target, the opposite stance: what was said before, and what was said next."
      />
      {turns.length === 0 && <p className="empty">Nobody is reported on both sides of anything.</p>}
      {present.length > 1 && (
        <div className="controls">
          <Choice
            label="How far apart"
            value={chosen ?? "all"}
            options={[
              ["all", `All ${turns.length}`],
              ...present.map((gap) => [gap, `${GAPS[gap].choice} ${count(gap)}`] as const),
            ]}
            onChange={(gap) => setOptions({ gap })}
          />
        </div>
      )}
      {present
        .filter((gap) => !chosen || gap === chosen)
        .map((gap) => (
          <section key={gap} className="page-section">
            <h3>{GAPS[gap].title}</h3>
            <p className="section-note">{GAPS[gap].note}</p>
            {turns
              .filter((turn) => turn.gap === gap)
              .map((turn) => (
                <TurnRow key={keyOf(turn)} turn={turn} />
              ))}
          </section>
        ))}
    </div>
  );
}

const keyOf = ({ before, after }: Turn) => `${before.edge} ${before.at} ${after.edge} ${after.at}`;

function TurnRow({ turn }: { readonly turn: Turn }) {
  const { graph, open } = useWorkbench();
  const { holder, target, before, after, days } = turn;
  const end = (key: string) => (
    <Button className="inline" onPress={() => open({ kind: "node", key })}>
      {graph.getNodeAttribute(key, "label")}
    </Button>
  );
  return (
    <article className="turn">
      <h4>
        {end(holder)} <span className="turn-on">on</span> {end(target)}
      </h4>
      <div className="turn-pair">
        <StatementQuote statement={before} />
        <p className="turn-gap">
          <span aria-hidden="true">→</span>
          <span>{gapInWords(days)}</span>
        </p>
        <StatementQuote statement={after} />
      </div>
    </article>
  );
}

/** "the same day", "3 days later", "5 weeks later", "9 months later". */
function gapInWords(days: number | undefined): string {
  if (days === undefined) return "order not known";
  if (days === 0) return "the same day";
  if (days < 21) return `${plural(days, "day")} later`;
  if (days < 60) return `${plural(Math.round(days / 7), "week")} later`;
  return `${plural(Math.round(days / 30.44), "month")} later`;
}
