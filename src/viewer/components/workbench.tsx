import "./workbench.css";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { GraphView } from "../graph-view.ts";
import { dateRange, periodInWords } from "../model/dates.ts";
import { countFacets } from "../model/facets.ts";
import { findVisible } from "../model/filters.ts";
import { indexDocuments, isStanceLine, listLines, type StanceGraph } from "../model/stance-graph.ts";
import { plural } from "../model/words.ts";
import { findPage } from "../pages/registry.ts";
import { readSharedViews } from "../state/saved-views.ts";
import { useView, useViewStore } from "../state/store.ts";
import { useAddress } from "../state/use-address.ts";
import { ActorPanel } from "./actor-panel.tsx";
import { Chips } from "./chips.tsx";
import { type Workbench as Desk, type DialogName, WorkbenchContext } from "./context.ts";
import { Dialogs } from "./dialogs.tsx";
import { Icon } from "./icons.tsx";
import { Legend } from "./legend.tsx";
import { LinePanel } from "./line-panel.tsx";
import { IconButton, Masthead } from "./masthead.tsx";
import { OverviewPanel } from "./overview-panel.tsx";
import { PageFrame } from "./page-frame.tsx";
import { PageBar, PageMenu } from "./page-nav.tsx";
import { PathPanel } from "./path-panel.tsx";
import { SearchBox } from "./search-box.tsx";
import { Tour } from "./tour.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

interface Props {
  readonly graph: StanceGraph;
  readonly dark: boolean;
  readonly onFile: (file: File) => void;
  readonly onGraph: (graph: StanceGraph) => void;
}

/** The page around an open graph. */
export function Workbench({ graph, dark, onFile, onGraph }: Props) {
  const store = useViewStore();
  const filters = useView((view) => view.filters);
  const pageId = useView((view) => view.page);
  const selection = useView((view) => view.selection);
  const page = findPage(pageId);
  const drawing = useRef<GraphView | null>(null);
  const path = useView((view) => view.path);
  const [message, setMessage] = useState("");
  const [dialog, setDialog] = useState<DialogName | null>(null);
  // Read before the address is rewritten to the view that it shows.
  const [sharedViews] = useState(() => readSharedViews(location.hash));
  const [legendOpen, setLegendOpen] = useState(false);

  const visible = useMemo(() => findVisible(graph, filters), [graph, filters]);
  const facets = useMemo(() => countFacets(graph, filters), [graph, filters]);
  const documents = useMemo(() => indexDocuments(graph), [graph]);
  const summary = useMemo(() => summarise(graph), [graph]);
  const announce = useCallback((text: string) => setMessage(text), []);
  const workbench = useMemo<Desk>(
    () => ({
      graph,
      documents,
      visible,
      facets,
      drawing,
      dark,
      announce,
      sharedViews,
      show: setDialog,
      showGraph: onGraph,
      open(target: { readonly kind: "node" | "edge"; readonly key: string; readonly at?: number }) {
        const { kind, key, at = 0 } = target;
        store.dispatch(kind === "node" ? { type: "select-node", key } : { type: "select-edge", key, at });
        drawing.current?.glideTo({ kind, key });
      },
    }),
    [graph, documents, visible, facets, dark, announce, sharedViews, onGraph, store],
  );

  useAddress(graph, (linked) => linked && drawing.current?.glideTo(linked));
  useEffect(() => {
    const total = graph.filterEdges((_, { kind }) => kind === "stance").length;
    const shown = graph.filterEdges((key, { kind }) => kind === "stance" && visible.edges.has(key)).length;
    setMessage(`${shown} of ${plural(total, "stance")} shown.`);
  }, [graph, visible]);
  useShortcuts(workbench);

  const current =
    selection && (selection.kind === "node" ? graph.hasNode(selection.key) : graph.hasEdge(selection.key));
  return (
    <WorkbenchContext value={workbench}>
      <Masthead summary={summary} onFile={onFile}>
        <SearchBox />
        <PageMenu />
        <UndoButtons onShow={setDialog} />
      </Masthead>
      <PageBar />
      <main
        className={["desk", (current || path) && "reading", page.id !== "graph" && "wide", !page.filters && "bare"]
          .filter(Boolean)
          .join(" ")}
      >
        {page.filters && (
          <aside className={`legend-column${legendOpen ? " open" : ""}`} aria-label="Legend and filters">
            <Button className="legend-toggle" aria-expanded={legendOpen} onPress={() => setLegendOpen(!legendOpen)}>
              <Icon name={legendOpen ? "close" : "filter"} /> {legendOpen ? "Close" : "Legend and filters"}
            </Button>
            <Legend />
          </aside>
        )}
        <section className="view" aria-label={page.label} data-page={page.id}>
          {page.filters && <Chips />}
          <div className="view-body">
            <PageFrame key={page.id} page={page} />
            {page.id === "graph" && <Tour />}
          </div>
        </section>
        <aside
          className="panel"
          data-keys="panel"
          aria-label={current ? "Evidence" : path ? "The way between two actors" : "Overview"}
          key={selection?.key ?? (path ? "path" : "overview")}
        >
          {current && selection?.kind === "node" && <ActorPanel node={selection.key} />}
          {current && selection?.kind === "edge" && <LinePanel edge={selection.key} />}
          {!current && path && <PathPanel path={path} />}
          {!current && !path && <OverviewPanel />}
        </aside>
      </main>
      <Dialogs open={dialog} onClose={() => setDialog(null)} />
      <p className="sr-only" aria-live="polite">
        {message}
      </p>
    </WorkbenchContext>
  );
}

function UndoButtons({ onShow }: { readonly onShow: (dialog: DialogName) => void }) {
  const store = useViewStore();
  const canUndo = useView(() => store.getHistory().past.length > 0);
  const canRedo = useView(() => store.getHistory().future.length > 0);
  return (
    <div className="undo">
      <IconButton label="Undo" isDisabled={!canUndo} onPress={() => store.dispatch({ type: "undo" })}>
        <Icon name="undo" />
      </IconButton>
      <IconButton label="Redo" isDisabled={!canRedo} onPress={() => store.dispatch({ type: "redo" })}>
        <Icon name="redo" />
      </IconButton>
      <IconButton label="Saved views" onPress={() => onShow("views")}>
        <Icon name="bookmark" />
      </IconButton>
      <IconButton label="Keys and mouse (?)" onPress={() => onShow("keys")}>
        <Icon name="help" />
      </IconButton>
    </div>
  );
}

/** "24 articles · 61 actors · 180 stances · Feb 2019 – Jul 2020" */
function summarise(graph: StanceGraph): string {
  const documents = graph.getAttribute("documents");
  const { first, last } = dateRange(documents.map(({ date }) => date));
  return [
    plural(documents.length, "article"),
    plural(graph.order, "actor"),
    plural(listLines(graph).filter(isStanceLine).length, "stance"),
    periodInWords(first, last, { short: true }),
  ]
    .filter(Boolean)
    .join(" · ");
}
