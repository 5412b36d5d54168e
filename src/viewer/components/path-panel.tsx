import "./path-panel.css";
import { useMemo } from "react";
import { Button, Checkbox } from "react-aria-components";
import { dateInWords } from "../model/dates.ts";
import { bestEvidence, hopInWords, pathInWords } from "../model/path-words.ts";
import { findPaths, type Hop } from "../model/paths.ts";
import { plural, verbOf } from "../model/words.ts";
import { useViewStore } from "../state/store.ts";
import type { PathQuery } from "../state/view-state.ts";
import { ActorPicker } from "./actor-picker.tsx";
import { useWorkbench } from "./context.ts";
import { Icon, PolaritySign, TypeDisc } from "./icons.tsx";
import { PanelHeading } from "./panel-heading.tsx";
import { Passage } from "./passage.tsx";

const OVER: readonly (readonly [PathQuery["over"], string])[] = [
  ["all", "any line"],
  ["stances", "stances"],
  ["support", "support"],
  ["oppose", "opposition"],
];

const MOST = 8;

/** The ways between two actors, the shortest first, each step with the sentence that proves it best. */
export function PathPanel({ path: query }: { readonly path: PathQuery }) {
  const { graph, visible, documents, announce } = useWorkbench();
  const store = useViewStore();
  const paths = useMemo(() => findPaths(graph, visible, query, MOST), [graph, visible, query]);
  const actors = useMemo(
    () =>
      [...visible.nodes]
        .map((key) => ({
          key,
          name: graph.getNodeAttribute(key, "label"),
          type: graph.getNodeAttribute(key, "entityType"),
        }))
        .sort((a, b) => a.name.localeCompare(b.name, "en")),
    [graph, visible],
  );
  const nth = Math.min(query.nth, Math.max(0, paths.length - 1));
  const path = paths[nth];
  const change = (changed: Partial<PathQuery>) =>
    store.dispatch({ type: "find-path", path: { ...query, nth: 0, ...changed } });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(pathInWords(graph, path!, documents));
      announce("The way is copied, with its sentences as notes.");
    } catch {
      announce("The browser does not let this page copy.");
    }
  };
  return (
    <section className="path-panel">
      <PanelHeading
        eyebrow={
          <>
            <Icon name="path" /> The way between two
          </>
        }
        onClose={() => store.dispatch({ type: "leave-path" })}
      >
        {path ? `${plural(path.length, "step")} apart` : "How are they linked?"}
      </PanelHeading>
      <div className="path-ends">
        <ActorPicker
          label="From"
          actors={actors}
          value={query.from || undefined}
          onChange={(from) => change({ from })}
        />
        <ActorPicker label="To" actors={actors} value={query.to || undefined} onChange={(to) => change({ to })} />
      </div>
      <div className="path-over">
        <fieldset>
          <legend>Over</legend>
          {OVER.map(([over, words]) => (
            <Button key={over} className="chip" aria-pressed={query.over === over} onPress={() => change({ over })}>
              {words}
            </Button>
          ))}
        </fieldset>
        <Checkbox className="switch plain" isSelected={query.directed} onChange={(directed) => change({ directed })}>
          <span className="tick" />
          <span className="switch-name">Only the way the arrows point</span>
        </Checkbox>
      </div>
      {query.from && query.to && !path && (
        <p className="empty">
          {query.from === query.to
            ? "Choose two different actors."
            : "Nothing that is shown links the two. Other kinds of lines, or fewer filters, may."}
        </p>
      )}
      {path && (
        <>
          <div className="stepper">
            <p>{paths.length === 1 ? "The only way" : nth === 0 ? "The shortest way" : "Another way"}</p>
            {paths.length > 1 && (
              <div className="buttons">
                <Button
                  className="icon-button"
                  aria-label="Shorter way"
                  isDisabled={nth === 0}
                  onPress={() => change({ nth: nth - 1 })}
                >
                  <Icon name="back" />
                </Button>
                <span>
                  {nth + 1} of {paths.length}
                  {paths.length === MOST && "+"}
                </span>
                <Button
                  className="icon-button"
                  aria-label="Next way"
                  isDisabled={nth >= paths.length - 1}
                  onPress={() => change({ nth: nth + 1 })}
                >
                  <Icon name="next" />
                </Button>
              </div>
            )}
          </div>
          <ol className="path-steps">
            <Stop node={path[0]!.from} />
            {path.map((hop) => (
              <Step key={hop.edge} hop={hop} />
            ))}
          </ol>
          <Button className="quiet" onPress={copy}>
            <Icon name="copy" /> Copy as a paragraph with notes
          </Button>
        </>
      )}
    </section>
  );
}

function Stop({ node }: { readonly node: string }) {
  const { graph, open } = useWorkbench();
  return (
    <li className="path-stop">
      <TypeDisc type={graph.getNodeAttribute(node, "entityType")} />
      <Button className="inline" onPress={() => open({ kind: "node", key: node })}>
        {graph.getNodeAttribute(node, "label")}
      </Button>
    </li>
  );
}

function Step({ hop }: { readonly hop: Hop }) {
  const { graph, documents, open } = useWorkbench();
  const attributes = graph.getEdgeAttributes(hop.edge);
  const evidence = bestEvidence(graph, hop.edge);
  const document = evidence && documents.get(evidence.docId);
  const kind = attributes.kind === "stance" ? attributes.polarity : "relation";
  return (
    <>
      <li className={`path-hop ${kind}`}>
        <p className="path-verb">
          {attributes.kind === "stance" ? (
            <PolaritySign polarity={attributes.polarity} />
          ) : (
            <span className="relation-dash" />
          )}
          <Button className="inline verb" onPress={() => open({ kind: "edge", key: hop.edge })}>
            {hop.reversed ? hopInWords(graph, hop) : verbOf(attributes)}
          </Button>
        </p>
        {evidence && <Passage evidence={evidence} text={undefined} title={undefined} />}
        {document && (
          <p className="line-meta">
            {[document.publisher, document.date && dateInWords(document.date)].filter(Boolean).join(", ")}
          </p>
        )}
      </li>
      <Stop node={hop.to} />
    </>
  );
}
