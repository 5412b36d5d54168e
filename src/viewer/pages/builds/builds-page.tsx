import "../../components/statement-quote.css";
import { Count } from "../../components/count.tsx";
import "./builds-page.css";
import { type DragEvent, useMemo, useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import { InputError } from "../../../core/index.ts";
import { dateInWords, documentName, POLARITY_WORDS, plural, toDiffReport, verbOf } from "../../../export/index.ts";
import { diffGraphs, type EdgeChange, type EdgeEvidence, type Flip } from "../../../graph/index.ts";
import { Choice } from "../../components/choice.tsx";
import { useWorkbench } from "../../components/context.ts";
import { Icon, PolaritySign } from "../../components/icons.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { saveText } from "../../components/save-text.ts";
import { loadFile } from "../../model/load.ts";
import type { StanceGraph } from "../../model/stance-graph.ts";
import { usePageOptions } from "../../state/page-options.ts";

const DEFAULTS = { open: "later" };

/** The other build, for as long as the graph it was held against is open. */
const LOADED = new WeakMap<StanceGraph, { readonly name: string; readonly graph: StanceGraph }>();

/** What changed from one build of a graph to another: the open one against a file. */
export default function BuildsPage() {
  const { graph, announce } = useWorkbench();
  const [options, setOptions] = usePageOptions("builds", DEFAULTS);
  const [other, setOther] = useState(() => LOADED.get(graph));
  const [error, setError] = useState<string>();
  const openIsLater = options.open !== "earlier";
  const load = (file: File) => {
    setError(undefined);
    loadFile(file)
      .then((loaded) => {
        const entry = { name: file.name, graph: loaded };
        LOADED.set(graph, entry);
        setOther(entry);
        announce(`${file.name} was opened for comparison.`);
      })
      .catch((fault: unknown) =>
        setError(fault instanceof InputError ? fault.message : `The file cannot be opened: ${String(fault)}`),
      );
  };
  const [before, after] = other ? (openIsLater ? [other.graph, graph] : [graph, other.graph]) : [];
  const diff = useMemo(() => (before && after ? diffGraphs(before, after) : undefined), [before, after]);
  const report = () => toDiffReport(diff!, before!, after!);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report());
      announce("The report was copied.");
    } catch {
      announce("The browser does not let this page copy. Save the report instead.");
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to the button that chooses a file
    <div className="page builds-page" onDrop={(event) => takeDrop(event, load)}>
      <PageHead
        title="What changed"
        standfirst="Hold this graph against an earlier or later build of it: what is new, what is gone, what grew stronger or weaker, and who turned round."
        tools={
          diff && (
            <>
              <Button className="quiet" onPress={copy}>
                <Icon name="copy" /> Copy the report
              </Button>
              <Button className="quiet" onPress={() => saveText("what-changed.md", report(), "text/markdown")}>
                <Icon name="save" /> Save the report
              </Button>
            </>
          )
        }
      />
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <div className={other ? "controls" : "drop-zone"}>
        {!other && <p>Drop the other graph file here</p>}
        {other && (
          <Choice
            label={`The open graph, compared with ${other.name}, is`}
            value={openIsLater ? "later" : "earlier"}
            options={[
              ["later", "the later one"],
              ["earlier", "the earlier one"],
            ]}
            onChange={(open) => setOptions({ open })}
          />
        )}
        <FileTrigger
          acceptedFileTypes={["application/json", ".json"]}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) load(file);
          }}
        >
          <Button className={other ? "chip" : "primary"}>{other ? "Choose another file" : "Choose a file"}</Button>
        </FileTrigger>
      </div>
      {diff && before && after && (
        <>
          <dl className="tally">
            <Count number={diff.flipped.length} words="flipped" />
            <Count number={diff.added.length} words="new" />
            <Count number={diff.strengthened.length} words="stronger" />
            <Count number={diff.weakened.length} words="weaker" />
            <Count number={diff.gone.length} words="gone" />
            <Count number={diff.nodesAdded.length} words="actors came" />
            <Count number={diff.nodesGone.length} words="actors went" />
          </dl>
          {diff.added.length + diff.gone.length + diff.strengthened.length + diff.weakened.length === 0 && (
            <p className="empty">Not a line differs between the two.</p>
          )}
          {diff.flipped.length > 0 && (
            <section className="page-section">
              <h3>Flipped</h3>
              {diff.flipped.map((flip) => (
                <FlipRow key={flip.edgeAfter} flip={flip} before={before} after={after} />
              ))}
            </section>
          )}
          <Changes title="New" changes={diff.added} before={before} after={after} />
          <Changes title="Stronger" changes={diff.strengthened} before={before} after={after} />
          <Changes title="Weaker" changes={diff.weakened} before={before} after={after} />
          <Changes title="Gone" changes={diff.gone} before={before} after={after} />
        </>
      )}
    </div>
  );
}

/** Takes the file before the page does, which would open it in place of the graph. */
function takeDrop(event: DragEvent, load: (file: File) => void): void {
  const file = event.dataTransfer.files[0];
  if (!file) return;
  event.preventDefault();
  load(file);
}

interface Builds {
  readonly before: StanceGraph;
  readonly after: StanceGraph;
}

function FlipRow({ flip, before, after }: { readonly flip: Flip } & Builds) {
  const [old, now] = [
    before.getEdgeAttribute(flip.edgeBefore, "evidence"),
    after.getEdgeAttribute(flip.edgeAfter, "evidence"),
  ];
  return (
    <article className="change">
      <h4>
        <strong>{flip.source}</strong> <span className="turn-on">on</span> <strong>{flip.target}</strong>
      </h4>
      <div className="pair">
        <div>
          <p className="change-side">
            <PolaritySign polarity={flip.before} /> {POLARITY_WORDS[flip.before].noun}, before
          </p>
          {old[0] && <Quote evidence={old[0]} graph={before} edge={flip.edgeBefore} polarity={flip.before} />}
        </div>
        <div>
          <p className="change-side">
            <PolaritySign polarity={flip.after} /> {POLARITY_WORDS[flip.after].noun}, after
          </p>
          {now[0] && <Quote evidence={now[0]} graph={after} edge={flip.edgeAfter} polarity={flip.after} />}
        </div>
      </div>
    </article>
  );
}

/** Stances before relations, then what rests on most. */
function byInterest(a: EdgeChange, b: EdgeChange): number {
  return Number(b.kind === "stance") - Number(a.kind === "stance") || b.after + b.before - (a.after + a.before);
}

const PAGE = 12;

interface ChangesProps extends Builds {
  readonly title: string;
  readonly changes: readonly EdgeChange[];
}

function Changes({ title, changes, before, after }: ChangesProps) {
  const [shown, setShown] = useState(PAGE);
  const sorted = useMemo(() => changes.toSorted(byInterest), [changes]);
  if (changes.length === 0) return null;
  return (
    <section className="page-section">
      <h3>
        {title} <span className="count">{changes.length}</span>
      </h3>
      <ul className="changes">
        {sorted.slice(0, shown).map((change) => (
          <ChangeRow key={change.edge} change={change} before={before} after={after} />
        ))}
      </ul>
      {changes.length > shown && (
        <Button className="quiet" onPress={() => setShown(shown + 50)}>
          Show {Math.min(50, changes.length - shown)} more
        </Button>
      )}
    </section>
  );
}

function ChangeRow({ change, before, after }: { readonly change: EdgeChange } & Builds) {
  const { edge, source, target, evidenceAdded, evidenceGone } = change;
  const graph = after.hasEdge(edge) ? after : before;
  const attributes = graph.getEdgeAttributes(edge);
  const polarity = attributes.kind === "stance" ? attributes.polarity : undefined;
  const added = evidenceAdded.length > 0;
  const evidence = added ? evidenceAdded : evidenceGone;
  return (
    <li className="change">
      <h4>
        {polarity ? <PolaritySign polarity={polarity} /> : <span className="relation-dash" />}
        <span>
          <strong>{source}</strong> {verbOf(attributes)} <strong>{target}</strong>{" "}
          <span className="line-meta">
            {change.before === 0 || change.after === 0
              ? plural(change.before + change.after, "statement")
              : `${change.before} → ${plural(change.after, "statement")}`}
          </span>
        </span>
      </h4>
      {evidence.slice(0, 2).map((item) => (
        <Quote
          key={`${item.docId} ${item.start}`}
          evidence={item}
          graph={added ? after : before}
          edge={edge}
          polarity={polarity}
        />
      ))}
    </li>
  );
}

interface QuoteProps {
  readonly evidence: EdgeEvidence;
  readonly graph: StanceGraph;
  readonly edge: string;
  readonly polarity: "support" | "oppose" | "mixed" | undefined;
}

/** A sentence of either build; it opens in place where it belongs to the graph that is open. */
function Quote({ evidence, graph, edge, polarity }: QuoteProps) {
  const { graph: opened, open } = useWorkbench();
  const document = graph.getAttribute("documents").find(({ id }) => id === evidence.docId);
  const words = (
    <>
      <span className="statement-quote" dir="auto">
        {evidence.quote}
      </span>
      <span className="statement-place">
        {document?.date && <span>{dateInWords(document.date, { short: true })}</span>}
        <span>{documentName(document, evidence.docId)}</span>
      </span>
    </>
  );
  const at =
    graph === opened && opened.hasEdge(edge) ? opened.getEdgeAttribute(edge, "evidence").indexOf(evidence) : -1;
  const className = `statement ${polarity ?? ""}`;
  if (at < 0) return <blockquote className={className}>{words}</blockquote>;
  return (
    <Button className={className} onPress={() => open({ kind: "edge", key: edge, at })}>
      {words}
    </Button>
  );
}
