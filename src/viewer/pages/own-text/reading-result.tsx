import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { listInWords, plural } from "../../model/words.ts";
import type { ReadingSummary } from "./messages.ts";
import { SourceList } from "./source-list.tsx";
import type { SourceProgress } from "./use-reading.ts";

interface Props {
  readonly summary: ReadingSummary;
  readonly sources: readonly SourceProgress[];
  /** Whether the graph that is open grows by it. */
  readonly grows: boolean;
  readonly onShow: () => void;
  readonly onMore: () => void;
}

/** What came of the reading; the graph opens when the reader says so. */
export function ReadingResult({ summary, sources, grows, onShow, onMore }: Props) {
  const { documents, actors, stances, relations, tokens, milliseconds } = summary;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const counts = [stances > 0 && plural(stances, "stance"), relations > 0 && plural(relations, "relation")];
  const found = listInWords(counts.filter((words) => words !== false));
  const seconds = Math.max(0.1, milliseconds / 1000);
  return (
    <div className="own-text">
      <h3 ref={heading} tabIndex={-1} className="own-text-sum">
        {found
          ? `${found} between ${plural(actors, "actor")}`
          : `${plural(actors, "actor")}, and no stance between them`}
      </h3>
      <p className="standfirst">
        Read from {plural(documents, "document")} in {seconds.toFixed(1)} seconds, {plural(tokens, "word")} and marks.
        {grows ? " They join the graph that is open; what was there keeps its place." : ""}
      </p>
      <SourceList sources={sources} at={-1} />
      <div className="own-text-start">
        <Button className="primary" onPress={onShow}>
          {grows ? "Add to the graph" : "Show the graph"}
        </Button>
        <Button className="chip" onPress={onMore}>
          Read something else
        </Button>
      </div>
    </div>
  );
}
