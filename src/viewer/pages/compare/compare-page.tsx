import "./compare-page.css";
import { useMemo } from "react";
import { Button } from "react-aria-components";
import { type Comparison, compareActors, groupBy, type Position, type Statement } from "../../../analyse/index.ts";
import { dateRange, plural } from "../../../export/index.ts";
import { ActorPicker, type PickedActor } from "../../components/actor-picker.tsx";
import { useWorkbench } from "../../components/context.ts";
import { copyTable } from "../../components/copy-table.ts";
import { Count } from "../../components/count.tsx";
import { Icon } from "../../components/icons.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { type Span, StanceStrip } from "../../components/stance-strip.tsx";
import { StatementQuote } from "../../components/statement-quote.tsx";
import { findStatements } from "../../model/statements.ts";
import { usePageOptions } from "../../state/page-options.ts";
import { useView } from "../../state/store.ts";
import { toComparisonRows } from "./comparison-rows.ts";
import { findSuggestions } from "./suggestions.ts";

const DEFAULTS = { left: "", right: "" };
/** A longer list takes a second to open, and nobody reads it. */
const MOST_LISTED = 1000;

/** Two actors side by side: what they agree on, what they part over, and what only one of them speaks of. */
export default function ComparePage() {
  const { graph, visible, announce } = useWorkbench();
  const filters = useView((view) => view.filters);
  const [options, setOptions] = usePageOptions("compare", DEFAULTS);
  const statements = useMemo(() => findStatements(graph, visible, filters), [graph, visible, filters]);
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  const holders = useMemo(() => listHolders(graph, statements), [graph, statements]);
  const suggestions = useMemo(() => findSuggestions(statements), [statements]);
  const isActor = (key: string) => key !== "" && graph.hasNode(key);
  const left = isActor(options.left) ? options.left : undefined;
  const right = isActor(options.right) ? options.right : undefined;
  const actors = holders.filter(({ key }, index) => index < MOST_LISTED || key === left || key === right);
  const comparison = useMemo(
    () => (left && right && left !== right ? compareActors(statements, left, right) : undefined),
    [statements, left, right],
  );
  const span = useMemo((): Span | undefined => {
    const { first, last } = dateRange(statements.map(({ date }) => date));
    return first && last ? { first, last } : undefined;
  }, [statements]);
  const copy = async () => {
    if (!comparison || !left || !right) return;
    try {
      await copyTable(toComparisonRows(comparison, [name(left), name(right)], name));
      announce("The comparison was copied as a table.");
    } catch {
      announce("The browser does not let this page copy.");
    }
  };
  return (
    <div className="page compare-page">
      <PageHead
        title="Two actors side by side"
        standfirst="What they agree on, what they part over, and what only one of them speaks of, with the sentence that decides it."
        tools={
          comparison && (
            <Button className="quiet" onPress={copy}>
              <Icon name="copy" /> Copy as table
            </Button>
          )
        }
      />
      <div className="controls">
        <ActorPicker label="One" actors={actors} value={left} onChange={(key) => setOptions({ left: key })} />
        <Button
          className="icon-button"
          aria-label="Swap the two"
          isDisabled={!left && !right}
          onPress={() => setOptions({ left: right ?? "", right: left ?? "" })}
        >
          <Icon name="swap" />
        </Button>
        <ActorPicker label="The other" actors={actors} value={right} onChange={(key) => setOptions({ right: key })} />
      </div>
      {comparison && left && right ? (
        <Sides comparison={comparison} names={[name(left), name(right)]} span={span} />
      ) : (
        <>
          <p className="empty">
            {left && left === right
              ? "Choose two different actors."
              : "Choose two actors, or start with a pair that parts over something."}
          </p>
          <ul className="suggestions">
            {suggestions.map(([a, b]) => (
              <li key={`${a} ${b}`}>
                <Button className="chip" onPress={() => setOptions({ left: a, right: b })}>
                  {name(a)} and {name(b)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function listHolders(graph: ReturnType<typeof useWorkbench>["graph"], statements: readonly Statement[]): PickedActor[] {
  return [...groupBy(statements, ({ holder }) => holder)]
    .map(([key, held]) => {
      const { label, entityType } = graph.getNodeAttributes(key);
      return { key, name: label, type: entityType, count: held.length, note: plural(held.length, "statement") };
    })
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, "en"));
}

interface SidesProps {
  readonly comparison: Comparison;
  readonly names: readonly [string, string];
  readonly span: Span | undefined;
}

function Sides({ comparison, names, span }: SidesProps) {
  const { agree, disagree, unclear, onlyLeft, onlyRight, ofEachOther } = comparison;
  const nothing = agree.length + disagree.length + unclear.length === 0;
  return (
    <>
      <dl className="tally">
        <Count number={disagree.length} words="disagree on" />
        <Count number={agree.length} words="agree on" />
        {unclear.length > 0 && <Count number={unclear.length} words="unclear" />}
        <Count number={onlyLeft.length} words={`only ${names[0]}`} />
        <Count number={onlyRight.length} words={`only ${names[1]}`} />
      </dl>
      {(ofEachOther.left ?? ofEachOther.right) && (
        <section className="page-section">
          <h3>Of each other</h3>
          <div className="pair">
            <Cell position={ofEachOther.left} span={span} otherwise={`${names[0]} says nothing of ${names[1]}.`} />
            <Cell position={ofEachOther.right} span={span} otherwise={`${names[1]} says nothing of ${names[0]}.`} />
          </div>
        </section>
      )}
      {nothing && <p className="empty">The two never speak of the same thing.</p>}
      <Shared title="Disagree on" items={disagree} names={names} span={span} />
      <Shared title="Agree on" items={agree} names={names} span={span} />
      <Shared title="Unclear: reported on both sides" items={unclear} names={names} span={span} />
      <OnlyOne title={`Only ${names[0]} speaks of`} items={onlyLeft} />
      <OnlyOne title={`Only ${names[1]} speaks of`} items={onlyRight} />
    </>
  );
}

interface SharedProps {
  readonly title: string;
  readonly items: Comparison["agree"];
  readonly names: readonly [string, string];
  readonly span: Span | undefined;
}

function Shared({ title, items, names, span }: SharedProps) {
  const { graph, open } = useWorkbench();
  if (items.length === 0) return null;
  return (
    <section className="page-section">
      <h3>{title}</h3>
      {items.map(({ target, left, right }) => (
        <article key={target} className="shared">
          <h4>
            <Button className="inline" onPress={() => open({ kind: "node", key: target })}>
              {graph.getNodeAttribute(target, "label")}
            </Button>
          </h4>
          <div className="pair">
            <Cell name={names[0]} position={left} span={span} />
            <Cell name={names[1]} position={right} span={span} />
          </div>
        </article>
      ))}
    </section>
  );
}

interface CellProps {
  readonly name?: string;
  readonly position: Position | undefined;
  readonly span: Span | undefined;
  readonly otherwise?: string;
}

function Cell({ name, position, span, otherwise }: CellProps) {
  if (!position) return <p className="empty">{otherwise}</p>;
  return (
    <div className="pair-cell">
      {name && (
        <p className="pair-name">
          {name} <span className="count">{plural(position.statements.length, "statement")}</span>
        </p>
      )}
      <StatementQuote statement={position.best} named={!name} />
      {span && position.statements.length > 1 && <StanceStrip statements={position.statements} span={span} />}
    </div>
  );
}

function OnlyOne({ title, items }: { readonly title: string; readonly items: Comparison["onlyLeft"] }) {
  if (items.length === 0) return null;
  return (
    <section className="page-section">
      <h3>{title}</h3>
      <ul className="quotes">
        {items.map(({ target, position }) => (
          <li key={target}>
            <StatementQuote statement={position.best} named />
          </li>
        ))}
      </ul>
    </section>
  );
}
