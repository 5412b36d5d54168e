import "./sources-page.css";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import {
  countVoices,
  findOutletSides,
  findSingleSourced,
  findSources,
  listStatements,
  type OutletSides,
  type SingleSource,
  type Voices,
} from "../../../analyse/index.ts";
import { plural } from "../../../export/index.ts";
import { Choice } from "../../components/choice.tsx";
import { useWorkbench } from "../../components/context.ts";
import { TypeDisc } from "../../components/icons.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { SidesBar } from "../../components/sides-bar.tsx";
import { StatementQuote } from "../../components/statement-quote.tsx";
import { findStatements } from "../../model/statements.ts";
import { usePageOptions } from "../../state/page-options.ts";
import { useView, useViewStore } from "../../state/store.ts";

const DEFAULTS = { by: "" };

/** According to whom: whose voice carries the graph, which outlet carries which side, and what rests on one alone. */
export default function SourcesPage() {
  const { graph, visible } = useWorkbench();
  const filters = useView((view) => view.filters);
  const [options, setOptions] = usePageOptions("sources", DEFAULTS);
  const all = useMemo(() => listStatements(graph).length, [graph]);
  const statements = useMemo(() => findStatements(graph, visible, filters), [graph, visible, filters]);
  const outlets = useMemo(() => {
    const publishers = findOutletSides(statements);
    const authors = findOutletSides(statements, "author");
    return { publisher: publishers, author: authors };
  }, [statements]);
  // Where there is but one publisher, the bylines tell more.
  const otherwise = outlets.publisher.length === 1 && outlets.author.length > 1 ? "author" : "publisher";
  const by = options.by === "author" || options.by === "publisher" ? options.by : otherwise;
  const voices = useMemo(() => countVoices(statements.map(({ evidence }) => evidence)), [statements]);
  return (
    <div className="page sources-page">
      <PageHead
        title="According to whom"
        standfirst="Who vouches for what the graph says. Choose a voice, and every page is told as that voice tells it."
      />
      <p className="lens-left" role="status">
        {statements.length === all
          ? `All ${plural(all, "statement")}.`
          : `${statements.length.toLocaleString("en")} of ${plural(all, "statement")} are left.`}
      </p>
      <VoicesBar voices={voices} />
      <Tellers />
      <section className="page-section">
        <h3>Which outlet carries which side</h3>
        {outlets.author.length > 1 && (
          <div className="controls">
            <Choice
              label="Outlets by"
              value={by}
              options={[
                ["publisher", "Publisher"],
                ["author", "Byline"],
              ]}
              onChange={(next) => setOptions({ by: next })}
            />
          </div>
        )}
        {by === "publisher" && outlets.publisher.length === 1 && (
          <p className="section-note">All articles come from one outlet.</p>
        )}
        <OutletTable outlets={outlets[by]} by={by} />
      </section>
      {outlets.publisher.length > 1 && <SingleSourced found={findSingleSourced(statements)} />}
    </div>
  );
}

const VOICE_WORDS: Record<keyof Voices, string> = {
  named: "named sources",
  unnamed: "unnamed sources",
  own: "the articles’ own voice",
};

function VoicesBar({ voices }: { readonly voices: Voices }) {
  const store = useViewStore();
  const lens = useView(({ filters }) => filters.lens);
  const all = voices.named + voices.unnamed + voices.own;
  const kinds = (["named", "unnamed", "own"] as const).filter((kind) => voices[kind] > 0);
  const chosen = lens.namedOnly ? "named" : lens.withoutAuthor ? "reported" : "everyone";
  return (
    <section className="voices-summary">
      <div className="voices-bar" aria-hidden="true">
        {kinds.map((kind) => (
          <span key={kind} className={kind} style={{ flexGrow: voices[kind] }} />
        ))}
      </div>
      <ul className="voices-key">
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={`voices-swatch ${kind}`} aria-hidden="true" /> <strong>{voices[kind]}</strong> by{" "}
            {VOICE_WORDS[kind]} <span className="count">{Math.round((100 * voices[kind]) / all)}%</span>
          </li>
        ))}
      </ul>
      <div className="controls">
        <Choice
          label="Count"
          value={chosen}
          options={[
            ["everyone", "Everyone"],
            ["reported", "Only what somebody is cited for"],
            ["named", "Named sources only"],
          ]}
          onChange={(next) =>
            store.dispatch({
              type: "set-lens",
              lens: { namedOnly: next === "named", withoutAuthor: next === "reported" },
            })
          }
        />
      </div>
    </section>
  );
}

const FIRST = 12;

/** The sources that are cited most; each can become the one who tells the graph. */
function Tellers() {
  const { graph, open, announce } = useWorkbench();
  const store = useViewStore();
  const lens = useView(({ filters }) => filters.lens);
  const [all, setAll] = useState(false);
  const sources = useMemo(() => findSources(graph), [graph]);
  if (sources.length === 0) return <p className="empty">The articles cite nobody by name.</p>;
  const shown = all ? sources : sources.slice(0, FIRST);
  const most = sources[0]!.statements;
  return (
    <section className="page-section">
      <h3>Told by</h3>
      <p className="section-note">How many pieces of evidence each is cited for, stances and relations alike.</p>
      <ul className="tellers">
        {shown.map(({ key, statements }) => {
          const tells = lens.source === key;
          const label = graph.getNodeAttribute(key, "label");
          return (
            <li key={key}>
              <span className="teller-name">
                <TypeDisc type={graph.getNodeAttribute(key, "entityType")} size={16} />{" "}
                <Button className="inline" onPress={() => open({ kind: "node", key })}>
                  {label}
                </Button>
              </span>
              <span className="teller-bar" aria-hidden="true">
                <span style={{ inlineSize: `${(100 * statements) / most}%` }} />
              </span>
              <span className="count">{statements}</span>
              <Button
                className="chip"
                aria-pressed={tells}
                aria-label={`as they tell it: ${label}`}
                onPress={() => {
                  store.dispatch({ type: "set-lens", lens: { source: tells ? undefined : key } });
                  announce(tells ? "Told by everyone." : `Told by ${label}.`);
                }}
              >
                as they tell it
              </Button>
            </li>
          );
        })}
      </ul>
      {sources.length > FIRST && !all && (
        <Button className="quiet" onPress={() => setAll(true)}>
          Show all {sources.length}
        </Button>
      )}
      {lens.source !== undefined && (
        <Button className="primary" onPress={() => store.dispatch({ type: "show-page", page: "graph" })}>
          See it in the graph
        </Button>
      )}
    </section>
  );
}

interface OutletTableProps {
  readonly outlets: readonly OutletSides[];
  readonly by: "publisher" | "author";
}

function OutletTable({ outlets, by }: OutletTableProps) {
  const store = useViewStore();
  const lens = useView(({ filters }) => filters.lens);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="outlets-scroll" aria-label="Outlets" tabIndex={0}>
      <table className="outlets">
        <thead>
          <tr>
            <th scope="col">{by === "publisher" ? "Outlet" : "Byline"}</th>
            <th scope="col" className="numeric">
              Articles
            </th>
            <th scope="col" className="numeric">
              Statements
            </th>
            <th scope="col">Which side</th>
            <th scope="col" className="numeric">
              Named sources
            </th>
            <th scope="col" className="numeric">
              Unnamed
            </th>
            <th scope="col" className="numeric">
              Own voice
            </th>
          </tr>
        </thead>
        <tbody>
          {outlets.map(({ outlet, documents, statements, sides, voices }) => (
            <tr key={outlet}>
              <th scope="row" dir="auto">
                {by === "publisher" && outlet ? (
                  <Button
                    className="inline"
                    aria-pressed={lens.outlet === outlet}
                    onPress={() =>
                      store.dispatch({
                        type: "set-lens",
                        lens: { outlet: lens.outlet === outlet ? undefined : outlet },
                      })
                    }
                  >
                    {outlet}
                  </Button>
                ) : (
                  outlet || "not named"
                )}
              </th>
              <td className="numeric">{documents}</td>
              <td className="numeric">{statements.length}</td>
              <td className="outlet-sides">
                <SidesBar sides={sides} verb="receives" />
              </td>
              <td className="numeric">{voices.named}</td>
              <td className="numeric">{voices.unnamed}</td>
              <td className="numeric">{voices.own}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Stances that only one outlet carries: to be checked before they are printed. */
function SingleSourced({ found }: { readonly found: readonly SingleSource[] }) {
  const [shown, setShown] = useState(8);
  return (
    <section className="page-section">
      <h3>Rests on one outlet</h3>
      <p className="section-note">
        {found.length === 0
          ? "Every stance is carried by two outlets or more."
          : `${plural(found.length, "stance")} that a single outlet carries. Look for a second before you print them.`}
      </p>
      <ul className="quotes">
        {found.slice(0, shown).map(({ edge, statements }) => (
          <li key={edge}>
            <StatementQuote statement={statements[0]!} named />
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <Button className="quiet" onPress={() => setShown(shown + 20)}>
          Show {Math.min(20, found.length - shown)} more
        </Button>
      )}
    </section>
  );
}
