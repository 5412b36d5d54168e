import "./start-screen.css";
import type { ReactNode } from "react";
import { Button, FileTrigger } from "react-aria-components";

interface Props {
  readonly loading: boolean;
  readonly error: string | undefined;
  readonly onFile: (file: File) => void;
  /** Reads the reader's own texts. */
  readonly children: ReactNode;
}

/** What the reader sees before a graph is open. */
export function StartScreen({ loading, error, onFile, children }: Props) {
  return (
    <main className="start">
      <div className="start-words">
        <h2>Who stands where, with the sentence that proves it.</h2>
        {loading ? (
          <p className="lead" role="status">
            Opening the graph…
          </p>
        ) : (
          <>
            <p className="lead">
              stancegraph reads articles and draws who supports and who opposes whom. Open a graph that it made to look
              around in it.
            </p>
            {error && (
              <p className="error" role="alert">
                {error}
              </p>
            )}
            <div className="drop-zone">
              <p>Drop a graph file here</p>
              <FileTrigger
                acceptedFileTypes={["application/json", ".json"]}
                onSelect={(files) => {
                  const file = files?.[0];
                  if (file) onFile(file);
                }}
              >
                <Button className="primary">Choose a file</Button>
              </FileTrigger>
            </div>
            <p className="hint">
              To make one from a folder of articles: <code>npx stancegraph build articles/ -o graph.json</code>
            </p>
            <p className="hint">The file stays in this browser. Nothing is sent anywhere.</p>
            <section className="start-own-text">
              <h3>Or read texts of your own</h3>
              <p>Bring articles, and they are read here, in this browser. Nothing is sent anywhere.</p>
              {children}
            </section>
          </>
        )}
      </div>
    </main>
  );
}
