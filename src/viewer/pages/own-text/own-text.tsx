import "./own-text.css";
import { useEffect, useState } from "react";
import { Button, FileTrigger, Label, Radio, RadioGroup, TextArea, TextField } from "react-aria-components";
import { parseGraph, type StanceGraph, serializeGraph } from "../../../graph/index.ts";
import { Icon } from "../../components/icons.tsx";
import { plural } from "../../model/words.ts";
import { useInbox } from "./inbox.ts";
import { READABLE } from "./messages.ts";
import { addFiles, findPasteProblem, type PiledFile, sizeInWords, toSources } from "./pile.ts";
import { ReadingProgress } from "./reading-progress.tsx";
import { ReadingResult } from "./reading-result.tsx";
import { CAN_READ, READING_BYTES } from "./start-reading.ts";
import { useReading } from "./use-reading.ts";

interface Props {
  /** The graph that is open, if one is. */
  readonly base?: StanceGraph;
  /** Takes the graph that was made; `fresh` if nothing of the open one is in it. */
  readonly onGraph: (graph: StanceGraph, fresh: boolean) => void;
}

/** Reads the reader's own texts here in the browser, and makes or grows a graph from them. */
export function OwnText({ base, onGraph }: Props) {
  const inbox = useInbox();
  const [pasted, setPasted] = useState("");
  const [pile, setPile] = useState<readonly PiledFile[]>([]);
  const [target, setTarget] = useState<"open" | "fresh">(base ? "open" : "fresh");
  const { state, start, finish, stop } = useReading();
  useEffect(() => {
    if (inbox.files.length === 0) return;
    setPile((before) => addFiles(before, inbox.files));
    inbox.clear();
  }, [inbox]);

  if (!CAN_READ) return <NoModels />;
  if (state.step === "reading") return <ReadingProgress state={state} onFinish={finish} onStop={stop} />;
  if (state.step === "done") {
    return (
      <ReadingResult
        summary={state.summary}
        sources={state.sources}
        grows={target === "open"}
        onShow={() => onGraph(parseGraph(state.graph), target === "fresh")}
        onMore={stop}
      />
    );
  }

  const sources = toSources(pasted, pile);
  const problem = findPasteProblem(pasted);
  return (
    <div className="own-text">
      {state.failure && (
        <p className="own-text-failure" role="alert">
          {state.failure}
        </p>
      )}
      <TextField className="own-text-paste" value={pasted} onChange={setPasted} isInvalid={problem !== undefined}>
        <Label>Paste an article</Label>
        <TextArea rows={8} dir="auto" placeholder="Headline in the first line, then the text" spellCheck="false" />
        {problem && <p className="own-text-problem">{problem}</p>}
      </TextField>
      <div className="own-text-files">
        <p>Or drop files anywhere on the page: text, Markdown, HTML, JSON, JSON Lines, PDF.</p>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={READABLE}
          onSelect={(files) => setPile((before) => addFiles(before, [...(files ?? [])]))}
        >
          <Button className="chip">Choose files</Button>
        </FileTrigger>
      </div>
      <Pile pile={pile} onRemove={(file) => setPile(pile.filter((other) => other.file !== file))} />
      {base && (
        <RadioGroup
          className="own-text-target"
          value={target}
          onChange={(value) => setTarget(value === "fresh" ? "fresh" : "open")}
        >
          <Label>What is read goes</Label>
          <Radio value="open">
            into the graph that is open ({plural(base.getAttribute("documents").length, "article")})
          </Radio>
          <Radio value="fresh">into a graph of its own</Radio>
        </RadioGroup>
      )}
      <div className="own-text-start">
        <Button
          className="primary"
          isDisabled={sources.length === 0 || problem !== undefined}
          onPress={() =>
            start({ type: "read", sources, ...(base && target === "open" && { base: serializeGraph(base) }) })
          }
        >
          {sources.length > 1 ? `Read ${sources.length} texts` : "Read the text"}
        </Button>
        <p>Reading takes {sizeInWords(READING_BYTES)} of models, loaded from where this page is.</p>
      </div>
    </div>
  );
}

function Pile({ pile, onRemove }: { readonly pile: readonly PiledFile[]; readonly onRemove: (file: File) => void }) {
  if (pile.length === 0) return null;
  return (
    <ul className="own-text-pile" aria-label="Files to read">
      {pile.map(({ file, problem }) => (
        <li key={`${file.name} ${file.size} ${file.lastModified}`} className={problem ? "unreadable" : undefined}>
          <span className="own-text-name" dir="auto">
            {file.name}
          </span>
          <span className="own-text-size">{sizeInWords(file.size)}</span>
          <Button className="icon-button" aria-label={`Leave out ${file.name}`} onPress={() => onRemove(file)}>
            <Icon name="close" />
          </Button>
          {problem && <span className="own-text-problem">{problem}</span>}
        </li>
      ))}
    </ul>
  );
}

/** In the page that is one file the models are not there. */
function NoModels() {
  return (
    <div className="own-text">
      <p className="standfirst">
        This page is a single file that holds its graph. The models that read new texts do not fit into it.
      </p>
      <p>To read texts of your own, serve the viewer from your machine and open this page there:</p>
      <pre className="own-text-command">npx stancegraph view graph.json</pre>
      <p>
        Save this graph as <code>graph.json</code> first, on the page Export.
      </p>
    </div>
  );
}
