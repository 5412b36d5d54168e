import "./overview-panel.css";
import { Button } from "react-aria-components";
import { periodInWords } from "../model/dates.ts";
import { findOverview } from "../model/overview.ts";
import type { StanceLine } from "../model/stance-graph.ts";
import { POLARITY_WORDS, plural } from "../model/words.ts";
import { useWorkbench } from "./context.ts";
import { TypeDisc } from "./icons.tsx";
import { LineRow } from "./line-row.tsx";
import { SidesBar } from "./sides-bar.tsx";

/** Where to start: what the graph holds and who is most argued about. */
export function OverviewPanel() {
  const { graph, open } = useWorkbench();
  const overview = findOverview(graph);
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
      {overview.turns.length > 0 && (
        <section className="group">
          <h3 className="section-title">Both sides reported</h3>
          {overview.turns.flatMap(({ lines }) =>
            lines.map((line) => (
              <LineRow key={line.key} line={line}>
                <strong>{name(line.source)}</strong> {POLARITY_WORDS[line.attributes.polarity].verb}{" "}
                <strong>{name(line.target)}</strong>
              </LineRow>
            )),
          )}
        </section>
      )}
      {pairs("Strongest support", overview.supporters)}
      {pairs("Strongest opposition", overview.opponents)}
    </section>
  );
}
