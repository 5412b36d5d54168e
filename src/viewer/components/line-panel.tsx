import "./line-panel.css";
import { Fragment, useMemo } from "react";
import { Button } from "react-aria-components";
import { foldCopies } from "../model/copies.ts";
import { periodInWords } from "../model/dates.ts";
import { createEvidenceTest } from "../model/filters.ts";
import { getLine, type Line, listLines } from "../model/stance-graph.ts";
import { plural, verbOf } from "../model/words.ts";
import { useView, useViewStore } from "../state/store.ts";
import { useWorkbench } from "./context.ts";
import { EvidenceCard } from "./evidence-card.tsx";
import { FoldedCopies } from "./folded-copies.tsx";
import { Icon, PolaritySign } from "./icons.tsx";
import { LineRow } from "./line-row.tsx";
import { PanelHeading } from "./panel-heading.tsx";
import { PassageKey } from "./passage.tsx";

/** The evidence of one line: every sentence behind it, by date. */
export function LinePanel({ edge }: { readonly edge: string }) {
  const { graph, open } = useWorkbench();
  const store = useViewStore();
  const at = useView(({ selection }) => (selection?.kind === "edge" ? selection.at : 0));
  const filters = useView((view) => view.filters);
  const accepts = useMemo(() => createEvidenceTest(graph, filters), [graph, filters]);
  const line = getLine(graph, edge);
  const { attributes } = line;
  const count = attributes.evidence.length;
  const copies = useMemo(() => foldCopies(attributes.evidence), [attributes]);
  const kind = attributes.kind === "stance" ? attributes.polarity : "relation";
  const step = (by: number) => store.dispatch({ type: "step-evidence", by, count });
  const name = (key: string) => (
    <Button className="inline" onPress={() => open({ kind: "node", key })}>
      {graph.getNodeAttribute(key, "label")}
    </Button>
  );
  return (
    <section className={`line-panel ${kind}`}>
      <PanelHeading eyebrow={attributes.kind === "stance" ? "Stance" : "Relation"}>
        {name(line.source)}{" "}
        <span className="verb">
          {attributes.kind === "stance" && <PolaritySign polarity={attributes.polarity} />} {verbOf(attributes)}
        </span>{" "}
        {name(line.target)}
      </PanelHeading>
      <div className="stepper">
        <p>
          {plural(count, "statement")} in {plural(attributes.documents, "article")}
          {attributes.firstDate && (
            <span className="line-meta">{periodInWords(attributes.firstDate, attributes.lastDate)}</span>
          )}
        </p>
        {count > 1 && (
          <div className="buttons">
            <Button
              className="icon-button"
              aria-label="Previous statement (k)"
              isDisabled={at === 0}
              onPress={() => step(-1)}
            >
              <Icon name="back" />
            </Button>
            <span>
              {at + 1} of {count}
            </span>
            <Button
              className="icon-button"
              aria-label="Next statement (j)"
              isDisabled={at >= count - 1}
              onPress={() => step(1)}
            >
              <Icon name="next" />
            </Button>
          </div>
        )}
      </div>
      <PassageKey relation={attributes.kind === "relation"} held={attributes.evidence.some(({ source }) => source)} />
      {copies.map(({ first, all }) => {
        const index = all.includes(at) ? at : first;
        return (
          <Fragment key={first}>
            <EvidenceCard
              evidence={attributes.evidence[index]!}
              current={index === at && count > 1}
              position={`${index + 1} of ${count}`}
              outside={accepts?.(attributes.evidence[index]!) === false}
            />
            {all.length > 1 && (
              <FoldedCopies
                evidence={attributes.evidence}
                all={all}
                shown={index}
                onShow={(next) => open({ kind: "edge", key: edge, at: next })}
              />
            )}
          </Fragment>
        );
      })}
      <Siblings line={line} />
    </section>
  );
}

/** What else links the same two actors, either way. */
function Siblings({ line }: { readonly line: Line }) {
  const { graph } = useWorkbench();
  const label = (key: string) => graph.getNodeAttribute(key, "label");
  const others = listLines(graph).filter(
    (other) =>
      other.key !== line.key &&
      ((other.source === line.source && other.target === line.target) ||
        (other.source === line.target && other.target === line.source)),
  );
  if (others.length === 0) return null;
  return (
    <section className="group">
      <h3>Also between the two</h3>
      {others.map((other) => (
        <LineRow key={other.key} line={other}>
          {label(other.source)} {verbOf(other.attributes)} <strong>{label(other.target)}</strong>
        </LineRow>
      ))}
    </section>
  );
}
