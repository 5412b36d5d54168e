import "./reader-page.css";
import { useEffect, useMemo } from "react";
import { Button } from "react-aria-components";
import { documentName } from "../../../export/index.ts";
import { useWorkbench } from "../../components/context.ts";
import { Icon } from "../../components/icons.tsx";
import { areSingleKeysOn } from "../../components/single-keys.ts";
import { dateInWords } from "../../model/dates.ts";
import { createEvidenceTest } from "../../model/filters.ts";
import { joinQuotes, listClaims, type ReadClaim, splitParagraphs, standsIn } from "../../model/reading.ts";
import { plural } from "../../model/words.ts";
import { usePageOptions } from "../../state/page-options.ts";
import { useView } from "../../state/store.ts";
import { ClaimList } from "./claim-list.tsx";
import { DocumentPicker } from "./document-picker.tsx";
import { MarkedText } from "./marked-text.tsx";

const DEFAULTS = { document: "" };

/** A whole document with every claim marked in its text. */
export default function ReaderPage() {
  const { graph, documents, visible, open } = useWorkbench();
  const filters = useView((view) => view.filters);
  const selection = useView((view) => view.selection);
  const [options, setOptions] = usePageOptions("reader", DEFAULTS);
  const ids = useMemo(() => [...documents.keys()], [documents]);
  const docId = documents.has(options.document) ? options.document : findFirst(graph, selection, ids);
  const document = documents.get(docId);
  const text = Object.hasOwn(graph.getAttribute("texts") ?? {}, docId)
    ? graph.getAttribute("texts")![docId]
    : undefined;

  const { claims, strays } = useMemo(() => {
    const accepts = createEvidenceTest(graph, filters);
    const all = listClaims(graph, docId, visible.edges).filter(({ evidence }) => !accepts || accepts(evidence));
    if (text === undefined) return { claims: all, strays: 0 };
    const inPlace = all.filter(({ evidence }) => standsIn(text, evidence));
    return { claims: inPlace, strays: all.length - inPlace.length };
  }, [graph, docId, visible, filters, text]);
  const stretches = useMemo(() => (text === undefined ? joinQuotes(claims) : splitParagraphs(text)), [text, claims]);
  const current = claims.findIndex(
    ({ edge, at }) => selection?.kind === "edge" && selection.key === edge && selection.at === at,
  );
  const show = ({ edge, at }: ReadClaim) => open({ kind: "edge", key: edge, at });
  const step = (by: number) => {
    const next = current < 0 ? (by > 0 ? 0 : claims.length - 1) : (current + by + claims.length) % claims.length;
    const claim = claims[next];
    if (claim) show(claim);
  };
  useStepKeys(step);

  if (!document) return <p className="page empty">The graph has no documents.</p>;
  const place = [document.date && dateInWords(document.date), document.publisher, document.author].filter(Boolean);
  return (
    <div className="page reader-page">
      <DocumentPicker
        ids={ids}
        current={docId}
        onChange={(next) => setOptions({ document: next })}
        nameOf={(id) => documentName(documents.get(id), id)}
      />
      <div className="reader-columns">
        <article className="reader-text">
          <header>
            <p className="reader-place" dir="auto">
              {place.join(" · ")}
            </p>
            <h2 dir="auto">{documentName(document, docId)}</h2>
            {document.url && (
              <a className="quiet" href={document.url} target="_blank" rel="noopener noreferrer">
                <Icon name="out" /> Open the source
              </a>
            )}
            {text === undefined && (
              <p className="reader-note">
                The graph does not hold this text. These are its sentences that prove something, in their order. Build
                with <code>--include-text</code> to read it whole.
              </p>
            )}
            {strays > 0 && (
              <p className="reader-note">
                {plural(strays, "claim")} could not be marked: the text that the graph holds differs from what was
                quoted.
              </p>
            )}
          </header>
          <MarkedText stretches={stretches} claims={claims} current={current} title={document.title} onOpen={show} />
        </article>
        <aside className="reader-margin" aria-label="Claims in this document">
          <div className="reader-steps">
            <p>{plural(claims.length, "claim")}</p>
            <Button
              className="icon-button"
              aria-label="Previous claim (Shift+N)"
              isDisabled={claims.length === 0}
              onPress={() => step(-1)}
            >
              <Icon name="back" />
            </Button>
            <Button
              className="icon-button"
              aria-label="Next claim (N)"
              isDisabled={claims.length === 0}
              onPress={() => step(1)}
            >
              <Icon name="next" />
            </Button>
          </div>
          <ClaimList claims={claims} current={current} onOpen={show} />
        </aside>
      </div>
    </div>
  );
}

type Reading = ReturnType<typeof useWorkbench>;

/** Where nothing is chosen: the document of the statement that is open, else the first that proves something. */
function findFirst(
  graph: Reading["graph"],
  selection: { readonly kind: string; readonly key: string; readonly at?: number } | null,
  ids: readonly string[],
): string {
  if (selection?.kind === "edge" && graph.hasEdge(selection.key)) {
    const evidence = graph.getEdgeAttribute(selection.key, "evidence")[selection.at ?? 0];
    if (evidence) return evidence.docId;
  }
  const proving = graph.findEdge((_, { evidence }) => evidence.length > 0);
  return proving === undefined ? (ids[0] ?? "") : graph.getEdgeAttribute(proving, "evidence")[0]!.docId;
}

/** `n` and Shift+`n` go from claim to claim while nothing takes text. */
function useStepKeys(step: (by: number) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!areSingleKeysOn() || target.matches("input, textarea, select, [contenteditable]")) return;
      if (target.closest("[role=dialog], [role=menu], [role=listbox]")) return;
      if (event.key === "n") step(1);
      if (event.key === "N") step(-1);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [step]);
}
