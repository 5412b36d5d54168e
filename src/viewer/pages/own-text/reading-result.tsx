import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { plural } from "../../model/words.ts";
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
  const seconds = Math.max(0.1, milliseconds / 1000);
  return (
    <div className="own-text">
      <h3 ref={heading} tabIndex={-1} className="own-text-sum">
        {plural(stances, "stance")} and {plural(relations, "relation")} between {plural(actors, "actor")}
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
