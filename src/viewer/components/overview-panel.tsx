import "./overview-panel.css";
import { useMemo } from "react";
import { Button } from "react-aria-components";
import { findMissingVoices, findTurns, listStatements, type Turn } from "../../analyse/index.ts";
import { periodInWords } from "../model/dates.ts";
import { findOverview } from "../model/overview.ts";
import type { StanceLine } from "../model/stance-graph.ts";
import { listInWords, POLARITY_WORDS, plural } from "../model/words.ts";
import { useViewStore } from "../state/store.ts";
import { useWorkbench } from "./context.ts";
import { TypeDisc } from "./icons.tsx";
import { LineRow } from "./line-row.tsx";
import { SidesBar } from "./sides-bar.tsx";
import { StatementQuote } from "./statement-quote.tsx";

/** Where to start: what the graph holds and who is most argued about. */
export function OverviewPanel() {
  const { graph, open } = useWorkbench();
  const store = useViewStore();
  const { overview, turn, voices } = useMemo(() => {
    const statements = listStatements(graph);
    return {
      overview: findOverview(graph),
      turn: newestTurn(findTurns(statements)),
      voices: findMissingVoices(graph, statements),
    };
  }, [graph]);
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  const pairs = (title: string, lines: readonly StanceLine[]) =>
    lines.length > 0 && (
      <section className="group">
        <h3 className="section-title">{title}</h3>
        {lines.map((line) => (
          <LineRow key={line.key} line={line}>
            <strong>{name(line.source)}</strong> {POLARITY_WORDS[line.attributes.polarity].verb}{" "}
            <strong>{name(line.target)}</strong>
          </LineRow>
        ))}
      </section>
    );
  return (
    <section className="overview">
      <h2>Who stands where</h2>
      <p className="standfirst">
        Read from {plural(overview.documents, "article")}
        {overview.first && `, ${periodInWords(overview.first, overview.last)}`}. Choose an actor to see what it holds,
        or a line to read the sentences that prove it.
      </p>
      {overview.stances === 0 && <p className="empty">No article takes or reports a stance.</p>}
      {overview.contested.length > 0 && (
        <section className="group contested">
          <h3 className="section-title">Most argued about</h3>
          {overview.contested.map(({ key, sides }) => (
            <Button key={key} className="contested-row" onPress={() => open({ kind: "node", key })}>
              <span className="contested-name" dir="auto">
                <TypeDisc type={graph.getNodeAttribute(key, "entityType")} size={16} /> {name(key)}
              </span>
              <SidesBar sides={sides} verb="receives" />
            </Button>
          ))}
        </section>
      )}
      {turn && (
        <section className="group">
          <h3 className="section-title">
            {turn.gap === "same-week" ? "Both sides reported" : "Newest change of mind"}
          </h3>
          <p className="overview-turn">
            <strong>{name(turn.holder)}</strong> on <strong>{name(turn.target)}</strong>
          </p>
          <StatementQuote statement={turn.before} />
          <StatementQuote statement={turn.after} />
          <Button className="quiet" onPress={() => store.dispatch({ type: "show-page", page: "turns" })}>
            All changed minds
          </Button>
        </section>
      )}
      {voices.length > 0 && (
        <section className="group">
          <h3 className="section-title">Never heard</h3>
          <p className="overview-voices">
            {listInWords(voices.slice(0, 3).map(({ key }) => name(key)))}
            {voices.length > 3 && ` and ${voices.length - 3} more`} {voices.length === 1 ? "is" : "are"} judged by
            others and never heard.
          </p>
          <Button className="quiet" onPress={() => store.dispatch({ type: "show-page", page: "voices" })}>
            Missing voices
          </Button>
        </section>
      )}
      {overview.speakers.length > 0 && (
        <section className="group contested">
          <h3 className="section-title">Who speaks most</h3>
          {overview.speakers.map(({ key, sides }) => (
            <Button key={key} className="contested-row" onPress={() => open({ kind: "node", key })}>
              <span className="contested-name" dir="auto">
                <TypeDisc type={graph.getNodeAttribute(key, "entityType")} size={16} /> {name(key)}
              </span>
              <SidesBar sides={sides} verb="holds" />
            </Button>
          ))}
        </section>
      )}
      {pairs("Strongest support", overview.supporters)}
      {pairs("Strongest opposition", overview.opponents)}
    </section>
  );
}

/** The latest turn, those that lie further apart than a week first: they are the news. */
function newestTurn(turns: readonly Turn[]): Turn | undefined {
  const apart = turns.filter(({ gap }) => gap === "months" || gap === "weeks");
  const dated = apart.length > 0 ? apart : turns.filter(({ gap }) => gap === "same-week");
  return dated.toSorted((a, b) => (b.after.date ?? "").localeCompare(a.after.date ?? ""))[0];
}
