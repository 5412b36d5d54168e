import { Button, Label, ProgressBar } from "react-aria-components";
import { plural } from "../../model/words.ts";
import { sizeInWords } from "./pile.ts";
import { SourceList } from "./source-list.tsx";
import { READING_BYTES } from "./start-reading.ts";
import type { ReadingState } from "./use-reading.ts";

interface Props {
  readonly state: Extract<ReadingState, { readonly step: "reading" }>;
  readonly onFinish: () => void;
  readonly onStop: () => void;
}

/** How far the reading is, text by text, with a way out. */
export function ReadingProgress({ state, onFinish, onStop }: Props) {
  const { loaded, sources, at, documents } = state;
  const started = sources.some((source) => source.documents !== undefined || source.problems.length > 0);
  const current = sources[at];
  const inside = current?.documents ? current.read / current.documents : 0;
  const share = started ? (at + inside) / sources.length : loaded / Math.max(1, READING_BYTES);
  const words = started
    ? `${plural(documents, "document")} read`
    : `Loading the models: ${sizeInWords(loaded)} of ${sizeInWords(READING_BYTES)}`;
  return (
    <div className="own-text">
      <ProgressBar className="own-text-progress" value={Math.min(100, share * 100)} valueLabel={words}>
        {({ percentage, valueText }) => (
          <>
            <Label>{started ? "Reading" : "Getting ready"}</Label>
            <span className="own-text-value">{valueText}</span>
            <span className="own-text-bar">
              <span style={{ inlineSize: `${percentage ?? 0}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <SourceList sources={sources} at={started ? at : -1} />
      <div className="own-text-start">
        <Button className="chip" onPress={onStop}>
          Stop
        </Button>
        {documents > 0 && (
          <Button className="chip" onPress={onFinish}>
            Use what is read so far
          </Button>
        )}
      </div>
    </div>
  );
}
