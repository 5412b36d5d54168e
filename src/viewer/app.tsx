import "./app.css";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { InputError } from "../core/index.ts";
import { Icon } from "./components/icons.tsx";
import { Masthead } from "./components/masthead.tsx";
import { StartScreen } from "./components/start-screen.tsx";
import { useFileDrop } from "./components/use-file-drop.ts";
import { useTheme } from "./components/use-theme.ts";
import { Workbench } from "./components/workbench.tsx";
import { holdsDocuments, loadFile, loadOwnGraph } from "./model/load.ts";
import type { StanceGraph } from "./model/stance-graph.ts";
import { InboxContext } from "./pages/own-text/inbox.ts";
import { createViewStore, ViewStoreContext } from "./state/store.ts";
import { INITIAL_VIEW } from "./state/view-state.ts";

const OwnText = lazy(() => import("./pages/own-text/own-text.tsx").then(({ OwnText }) => ({ default: OwnText })));

interface Opened {
  readonly graph?: StanceGraph;
  readonly loading: boolean;
  readonly error?: string;
  /** Counts the graphs opened so far: each gets a fresh page, with nothing left of the former one. */
  readonly serial: number;
}

/** The whole page: it fetches the graph beside it, takes files, and shows what is open. */
export function App() {
  const [opened, setOpened] = useState<Opened>({ loading: true, serial: 0 });
  const store = useMemo(() => createViewStore(INITIAL_VIEW), []);

  useEffect(() => {
    const abort = new AbortController();
    loadOwnGraph(abort.signal)
      .then((graph) => setOpened({ loading: false, serial: 0, ...(graph && { graph }) }))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setOpened({ loading: false, serial: 0, error: inWords(error) });
      });
    return () => abort.abort();
  }, []);

  const onFile = useCallback(
    (file: File) => {
      loadFile(file)
        .then((graph) => {
          // Filters and selections of the former graph would hide things in this one.
          history.replaceState(null, "", location.pathname + location.search);
          store.dispatch({ type: "restore", view: { ...INITIAL_VIEW, theme: store.getView().theme } });
          setOpened(({ serial }) => ({ loading: false, graph, serial: serial + 1 }));
        })
        .catch((error: unknown) => setOpened((before) => ({ ...before, loading: false, error: inWords(error) })));
    },
    [store],
  );
  const onGraph = useCallback(
    (graph: StanceGraph) => setOpened(({ serial }) => ({ loading: false, graph, serial })),
    [],
  );
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const inbox = useMemo(() => ({ files: waiting, clear: () => setWaiting([]) }), [waiting]);
  const onDrop = useCallback(
    async (files: readonly File[]) => {
      const [file] = files;
      if (file && files.length === 1 && !(await holdsDocuments(file))) return onFile(file);
      setWaiting(files);
      store.dispatch({ type: "show-page", page: "own-text" });
    },
    [onFile, store],
  );
  const dragging = useFileDrop(onDrop);

  return (
    <ViewStoreContext value={store}>
      <InboxContext value={inbox}>
        <Page
          opened={opened}
          onFile={onFile}
          onGraph={onGraph}
          onDismiss={() => setOpened(({ error: _, ...rest }) => rest)}
        />
      </InboxContext>
      {dragging && <div className="drop-veil">Drop a graph to open it, or texts to read them</div>}
    </ViewStoreContext>
  );
}

interface PageProps {
  readonly opened: Opened;
  readonly onFile: (file: File) => void;
  readonly onGraph: (graph: StanceGraph) => void;
  readonly onDismiss: () => void;
}

function Page({ opened, onFile, onGraph, onDismiss }: PageProps) {
  const { graph, loading, error, serial } = opened;
  const dark = useTheme();
  if (!graph) {
    return (
      <>
        <Masthead onFile={onFile} />
        <StartScreen loading={loading} error={error} onFile={onFile}>
          <Suspense>
            <OwnText onGraph={onGraph} />
          </Suspense>
        </StartScreen>
      </>
    );
  }
  return (
    <>
      {error && (
        <div className="banner" role="alert">
          <p>{error} The graph that was open stays.</p>
          <Button className="icon-button" aria-label="Close the message" onPress={onDismiss}>
            <Icon name="close" />
          </Button>
        </div>
      )}
      <Workbench key={serial} graph={graph} dark={dark} onFile={onFile} onGraph={onGraph} />
    </>
  );
}

function inWords(error: unknown): string {
  if (error instanceof InputError) return error.message;
  return `The graph cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
}
