import "./coalitions-page.css";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import {
  DUPLICATE_RULES,
  type DuplicateRule,
  findBridges,
  findCamps,
  findCommonGround,
  findContested,
  findPolarisation,
  groupBy,
  NORMALISATIONS,
  type Normalisation,
  PROJECTION_SIGNS,
  type ProjectionSign,
  projectActors,
  type Statement,
} from "../../../analyse/index.ts";
import { listInWords, plural } from "../../../export/index.ts";
import { Choice } from "../../components/choice.tsx";
import { useWorkbench } from "../../components/context.ts";
import { TypeDisc } from "../../components/icons.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { SidesBar } from "../../components/sides-bar.tsx";
import { StatementQuote } from "../../components/statement-quote.tsx";
import { findStatements } from "../../model/statements.ts";
import { usePageOptions } from "../../state/page-options.ts";
import { useView } from "../../state/store.ts";
import { CampMap, type CampSummary } from "./camp-map.tsx";
import { campName, findCampTies } from "./camp-ties.ts";
import { PolarisationChart } from "./polarisation-chart.tsx";
import { TieMatrix } from "./tie-matrix.tsx";

const DEFAULTS = { ties: "subtract", normalisation: "average", duplicates: "whole" };
const MOST_CAMPS = 6;
/** Every pair of actors is weighed, so that their number must end somewhere. */
const MOST_ACTORS = 200;

const SIGN_WORDS: Record<ProjectionSign, string> = {
  subtract: "Agreement less conflict",
  congruence: "Agreement",
  conflict: "Conflict",
};
const NORMALISATION_WORDS: Record<Normalisation, string> = {
  none: "No",
  average: "By average",
  jaccard: "Jaccard",
  cosine: "Cosine",
};
const DUPLICATE_WORDS: Record<DuplicateRule, string> = {
  document: "Article",
  week: "Week",
  month: "Month",
  year: "Year",
  whole: "Whole time",
};

/** Who stands with whom: actors joined by the stances they share, in the terms of discourse network analysis. */
export default function CoalitionsPage() {
  const { graph, visible } = useWorkbench();
  const filters = useView((view) => view.filters);
  const [options, setOptions] = usePageOptions("coalitions", DEFAULTS);
  const [chosen, setChosen] = useState<number>();
  const sign = PROJECTION_SIGNS.find((name) => name === options.ties) ?? "subtract";
  const normalisation = NORMALISATIONS.find((name) => name === options.normalisation) ?? "average";
  const duplicates = DUPLICATE_RULES.find((name) => name === options.duplicates) ?? "whole";
  const { statements, holders } = useMemo(
    () => keepMostActive(findStatements(graph, visible, filters), MOST_ACTORS),
    [graph, visible, filters],
  );
  const found = useMemo(() => {
    const actors = projectActors(statements, { sign, normalisation, duplicates });
    // Conflict joins nobody: camps are then those of agreement less conflict.
    const allies = sign === "conflict" ? projectActors(statements, { normalisation, duplicates }) : actors;
    const camps = findCamps(allies);
    return { actors, camps, allies, bridges: findBridges(allies, camps).slice(0, 8) };
  }, [statements, sign, normalisation, duplicates]);
  const { actors, camps, allies, bridges } = found;
  const shownCamps = useMemo(
    () =>
      camps.camps.slice(0, MOST_CAMPS).map(({ members }): CampSummary => {
        const speech = (key: string) => actors.getNodeAttribute(key, "statements");
        const ground = findCommonGround(statements, members)[0];
        return { members: members.toSorted((a, b) => speech(b) - speech(a)), ...(ground && { ground }) };
      }),
    [actors, camps, statements],
  );
  const ties = useMemo(
    () => findCampTies(sign === "conflict" ? allies : actors, camps, MOST_CAMPS),
    [actors, allies, camps, sign],
  );
  const polarisation = useMemo(() => {
    const monthly = findPolarisation(statements, camps, "month");
    return monthly.length > 36 ? findPolarisation(statements, camps, "year") : monthly;
  }, [statements, camps]);
  const contested = useMemo(() => findContested(statements).slice(0, 8), [statements]);
  const clear = statements.filter(({ polarity }) => polarity !== "mixed").length;
  const current = chosen !== undefined && chosen < shownCamps.length ? chosen : undefined;
  return (
    <div className="page coalitions-page">
      <PageHead
        title="Who stands with whom"
        standfirst="Two actors agree when both support, or both oppose, the same thing; they are in conflict when one supports what the other opposes. Those who agree most form camps."
      />
      <div className="controls">
        <Choice
          label="Ties are"
          value={sign}
          options={(["subtract", "congruence", "conflict"] as const).map((name) => [name, SIGN_WORDS[name]] as const)}
          onChange={(next) => setOptions({ ties: next })}
        />
        <Choice
          label="Allow for how much each speaks"
          value={normalisation}
          options={NORMALISATIONS.map((name) => [name, NORMALISATION_WORDS[name]] as const)}
          onChange={(next) => setOptions({ normalisation: next })}
        />
        <Choice
          label="A repeated stance counts once per"
          value={duplicates}
          options={DUPLICATE_RULES.map((name) => [name, DUPLICATE_WORDS[name]] as const)}
          onChange={(next) => setOptions({ duplicates: next })}
        />
      </div>
      {camps.camps.length === 0 ? (
        <p className="empty">
          No two actors agree on anything{clear > 0 ? ` in ${plural(clear, "clear statement")}` : ""}, so that there are
          no camps.
        </p>
      ) : (
        <>
          <CampMap
            camps={shownCamps}
            ties={ties}
            chosen={current}
            onChoose={(camp) => setChosen(camp === current ? undefined : camp)}
          />
          <p className="rests-on">
            Rests on {plural(clear, "clear statement")} by {plural(actors.order, "actor")}
            {holders > MOST_ACTORS && `, those of ${holders.toLocaleString("en")} who speak most`}
            {statements.length > clear && `; ${plural(statements.length - clear, "mixed one")} left out`}. Between
            camps: − pairs in conflict, + pairs in agreement.
            {camps.camps.length > MOST_CAMPS &&
              ` ${plural(camps.camps.length - MOST_CAMPS, "smaller camp")} not drawn.`}
            {actors.order > camps.campOf.size &&
              ` ${plural(actors.order - camps.campOf.size, "actor")} without an ally.`}
          </p>
          <section className="page-section">
            <h3>The camps</h3>
            <div className="camps">
              {shownCamps.map(({ members }, index) =>
                current === undefined || current === index ? (
                  <CampCard
                    key={members[0]}
                    index={index}
                    members={members}
                    statements={statements}
                    alone={current === index}
                  />
                ) : null,
              )}
            </div>
            {current !== undefined && (
              <Button className="quiet" onPress={() => setChosen(undefined)}>
                Show all camps
              </Button>
            )}
          </section>
        </>
      )}
      {contested.length > 0 && (
        <section className="page-section">
          <h3>What they part over</h3>
          <p className="section-note">Holders on each side, first where the smaller side is largest.</p>
          <ul className="contested-targets">
            {contested.map(({ key, supporters, opponents, undecided }) => (
              <ContestedRow
                key={key}
                node={key}
                sides={{ support: supporters.length, oppose: opponents.length, mixed: undecided.length }}
              />
            ))}
          </ul>
        </section>
      )}
      {bridges.length > 0 && (
        <section className="page-section">
          <h3>Between the camps</h3>
          <p className="section-note">They agree with members of more than one camp.</p>
          <ul className="bridges">
            {bridges.map(({ key, camps: reached }) => (
              <Bridge key={key} node={key} camps={reached} />
            ))}
          </ul>
        </section>
      )}
      {camps.camps.length > 1 && polarisation.length > 1 && (
        <section className="page-section">
          <h3>How far the debate runs along the camps</h3>
          <p className="section-note">
            The share of agreements that lie inside a camp and of conflicts that lie between two, in all of both. At
            100% the debate splits clean; the paler, the fewer ties it rests on.
          </p>
          <PolarisationChart periods={polarisation} />
        </section>
      )}
      {camps.camps.length > 0 && (
        <section className="page-section">
          <h3>Actor by actor</h3>
          <p className="section-note">
            Blue-green where two agree, vermilion with − where they are in conflict, the fuller the stronger. Open a
            square to see the two side by side.
          </p>
          <TieMatrix actors={actors} camps={camps} conflict={sign === "conflict"} limit={40} />
        </section>
      )}
    </div>
  );
}

/** The statements of the holders who have most of them, and how many holders there were. */
function keepMostActive(statements: readonly Statement[], limit: number) {
  const byHolder = groupBy(statements, ({ holder }) => holder);
  if (byHolder.size <= limit) return { statements, holders: byHolder.size };
  const kept = new Set(
    [...byHolder]
      .sort((a, b) => b[1].length - a[1].length)
      .slice(0, limit)
      .map(([key]) => key),
  );
  return { statements: statements.filter(({ holder }) => kept.has(holder)), holders: byHolder.size };
}

interface CampCardProps {
  readonly index: number;
  readonly members: readonly string[];
  readonly statements: readonly Statement[];
  readonly alone: boolean;
}

const FIRST = 6;

function CampCard({ index, members, statements, alone }: CampCardProps) {
  const { graph, open } = useWorkbench();
  const [all, setAll] = useState(false);
  const ground = useMemo(() => findCommonGround(statements, members), [statements, members]);
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  const shown = all || alone ? members : members.slice(0, FIRST);
  return (
    <article className="camp">
      <h4>
        {campName(index)} <span className="count">{plural(members.length, "actor")}</span>
      </h4>
      <ul className="camp-members">
        {shown.map((key) => (
          <li key={key}>
            <TypeDisc type={graph.getNodeAttribute(key, "entityType")} size={15} />{" "}
            <Button className="inline" onPress={() => open({ kind: "node", key })}>
              {name(key)}
            </Button>
          </li>
        ))}
        {members.length > shown.length && (
          <li>
            <Button className="quiet" onPress={() => setAll(true)}>
              and {members.length - shown.length} more
            </Button>
          </li>
        )}
      </ul>
      {ground.slice(0, alone ? 6 : 2).map(({ target, side, members: agreed, dissenters, statements: proof }) => (
        <div key={target} className="camp-ground">
          <p>
            <span className={`side ${side}`}>{side === "support" ? "For" : "Against"}</span>{" "}
            <strong>{name(target)}</strong>{" "}
            <span className="count">
              {agreed.length} of {members.length}
              {dissenters.length > 0 && `, ${dissenters.length} otherwise`}
            </span>
          </p>
          {alone && <StatementQuote statement={surest(proof)} named />}
        </div>
      ))}
    </article>
  );
}

const surest = (statements: readonly Statement[]): Statement =>
  statements.reduce((best, item) => (item.evidence.confidence > best.evidence.confidence ? item : best));

function ContestedRow({
  node,
  sides,
}: {
  readonly node: string;
  readonly sides: Parameters<typeof SidesBar>[0]["sides"];
}) {
  const { graph, open } = useWorkbench();
  return (
    <li>
      <Button className="contested-row" onPress={() => open({ kind: "node", key: node })}>
        <span className="contested-name" dir="auto">
          <TypeDisc type={graph.getNodeAttribute(node, "entityType")} size={16} />{" "}
          {graph.getNodeAttribute(node, "label")}
        </span>
        <SidesBar sides={sides} verb="receives" />
      </Button>
    </li>
  );
}

function Bridge({ node, camps }: { readonly node: string; readonly camps: readonly number[] }) {
  const { graph, open } = useWorkbench();
  return (
    <li>
      <TypeDisc type={graph.getNodeAttribute(node, "entityType")} size={16} />{" "}
      <Button className="inline" onPress={() => open({ kind: "node", key: node })}>
        {graph.getNodeAttribute(node, "label")}
      </Button>{" "}
      <span className="line-meta">agrees with members of {listInWords(camps.map(campName))}</span>
    </li>
  );
}
