import "./actor-panel.css";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Polarity } from "../../core/index.ts";
import { countSides, findLedger } from "../model/ledger.ts";
import type { StanceLine } from "../model/stance-graph.ts";
import { entityTypeName, listInWords, plural, verbOf } from "../model/words.ts";
import { useView, useViewStore } from "../state/store.ts";
import { useWorkbench } from "./context.ts";
import { TypeDisc } from "./icons.tsx";
import { LineRow } from "./line-row.tsx";
import { PanelHeading } from "./panel-heading.tsx";
import { SidesBar } from "./sides-bar.tsx";

const HOLDS: readonly [Polarity, string][] = [
  ["support", "Supports"],
  ["oppose", "Opposes"],
  ["mixed", "Has mixed views of"],
];
const RECEIVES: readonly [Polarity, string][] = [
  ["support", "Supported by"],
  ["oppose", "Opposed by"],
  ["mixed", "Mixed views of it"],
];

/** Everything the articles say of one actor: what it holds, what others hold toward it, what links it. */
export function ActorPanel({ node }: { readonly node: string }) {
  const { graph } = useWorkbench();
  const { label, entityType, aliases, mentions, documents } = graph.getNodeAttributes(node);
  const ledger = findLedger(graph, node);
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  const groups = (
    pairs: typeof HOLDS,
    lines: Readonly<Record<Polarity, readonly StanceLine[]>>,
    end: "source" | "target",
  ) =>
    pairs.map(([polarity, title]) => (
      <Group key={title} title={title} className={polarity} lines={lines[polarity]} words={(line) => name(line[end])} />
    ));
  const isPeople = entityType === "person" || entityType === "group";
  const held = countSides(ledger.holds);
  const received = countSides(ledger.receives);
  return (
    <section className="actor-panel">
      <PanelHeading
        eyebrow={
          <>
            <TypeDisc type={entityType} /> {entityTypeName(entityType)}
          </>
        }
      >
        {label}
      </PanelHeading>
      <p className="standfirst">
        {mentions > 0 ? (
          <>
            {plural(mentions, "mention")} in {plural(documents, "article")}.
          </>
        ) : (
          <>Speaks in its own voice in {plural(documents, "article")}, and none names it.</>
        )}
        {aliases.length > 0 && <> Also called {listInWords(aliases.slice(0, 5))}.</>}
      </p>
      <Surroundings node={node} />
      {sum(held) + sum(received) + ledger.relations.length === 0 && (
        <p className="empty">The articles name it, but report no stance and no relation of it.</p>
      )}
      {sum(held) > 0 && (
        <>
          <h3 className="section-title">Where {isPeople ? "they stand" : "it stands"}</h3>
          <SidesBar sides={held} verb="holds" />
          {groups(HOLDS, ledger.holds, "target")}
        </>
      )}
      {sum(received) > 0 && (
        <>
          <h3 className="section-title">How others see {isPeople ? "them" : "it"}</h3>
          <SidesBar sides={received} verb="receives" />
          {groups(RECEIVES, ledger.receives, "source")}
        </>
      )}
      {ledger.relations.length > 0 && (
        <section className="group relation">
          <h3 className="section-title">Relations</h3>
          {ledger.relations.map((line) => (
            <LineRow key={line.key} line={line}>
              {line.source !== node && <strong>{name(line.source)} </strong>}
              {verbOf(line.attributes)} {line.source === node && <strong>{name(line.target)}</strong>}
              {line.source !== node && label}
            </LineRow>
          ))}
        </section>
      )}
    </section>
  );
}

const sum = (sides: Record<Polarity, number>) => sides.support + sides.oppose + sides.mixed;

const FIRST = 8;

interface GroupProps {
  readonly title: string;
  readonly className: string;
  readonly lines: readonly StanceLine[];
  readonly words: (line: StanceLine) => string;
}

function Group({ title, className, lines, words }: GroupProps) {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  return (
    <section className={`group ${className}`}>
      <h4>
        {title} <span className="count">{lines.length}</span>
      </h4>
      {(all ? lines : lines.slice(0, FIRST)).map((line) => (
        <LineRow key={line.key} line={line}>
          {words(line)}
        </LineRow>
      ))}
      {lines.length > FIRST && !all && (
        <Button className="quiet" onPress={() => setAll(true)}>
          Show all {lines.length}
        </Button>
      )}
    </section>
  );
}

/** Narrows the graph to an actor's surroundings, or opens it again. */
function Surroundings({ node }: { readonly node: string }) {
  const store = useViewStore();
  const focus = useView(({ filters }) => filters.focus);
  const pinned = useView(({ pins }) => pins[node] !== undefined);
  const depth = focus?.key === node ? focus.depth : 0;
  return (
    <div className="surroundings">
      <fieldset>
        <legend>Show</legend>
        {[
          [0, "everything"],
          [1, "its neighbours"],
          [2, "two steps"],
        ].map(([steps, words]) => (
          <Button
            key={words}
            className="chip"
            aria-pressed={depth === steps}
            onPress={() =>
              store.dispatch(steps === 0 ? { type: "leave-focus" } : { type: "focus", key: node, depth: Number(steps) })
            }
          >
            {words}
          </Button>
        ))}
      </fieldset>
      <Button
        className="quiet"
        onPress={() => store.dispatch({ type: "show-page", page: "compare", options: { left: node } })}
      >
        Compare with another
      </Button>
      {pinned && (
        <Button className="quiet" onPress={() => store.dispatch({ type: "unpin", key: node })}>
          Put back in its place
        </Button>
      )}
    </div>
  );
}
