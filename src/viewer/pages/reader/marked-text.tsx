import { useEffect, useMemo, useRef } from "react";
import { useWorkbench } from "../../components/context.ts";
import { type ReadClaim, type ReadSegment, type Stretch, segmentStretch } from "../../model/reading.ts";
import { verbOf } from "../../model/words.ts";
import { toHash } from "../../state/permalink.ts";
import { useViewStore } from "../../state/store.ts";

interface Props {
  readonly stretches: readonly Stretch[];
  readonly claims: readonly ReadClaim[];
  readonly current: number;
  /** Of the document: not said again where the text begins with it. */
  readonly title: string | undefined;
  readonly onOpen: (claim: ReadClaim) => void;
}

/** The text with the holder, the cue and the target of every claim underlined in the colour of what it says. */
export function MarkedText({ stretches, claims, current, title, onOpen }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const segmented = useMemo(
    () => stretches.map((stretch) => ({ stretch, segments: segmentStretch(stretch, claims) })),
    [stretches, claims],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text scrolls when another claim is open
  useEffect(() => {
    element.current?.querySelector("[data-current]")?.scrollIntoView({ block: "center" });
  }, [current, segmented]);
  return (
    <div ref={element} className="reader-body" dir="auto">
      {segmented.map(({ stretch, segments }, index) => {
        if (index === 0 && stretch.text.replace(/^#+\s*/, "") === title) return null;
        return (
          <p key={stretch.start} className={stretch.gap && index > 0 ? "after-gap" : undefined}>
            {segments.map((segment) => (
              <Segment key={segment.start} segment={segment} claims={claims} current={current} onOpen={onOpen} />
            ))}
          </p>
        );
      })}
    </div>
  );
}

interface SegmentProps extends Pick<Props, "claims" | "current" | "onOpen"> {
  readonly segment: ReadSegment;
}

function Segment({ segment, claims, current, onOpen }: SegmentProps) {
  const { graph } = useWorkbench();
  const store = useViewStore();
  const inCurrent = segment.claims.includes(current);
  if (segment.marks.length === 0) {
    return inCurrent ? (
      <span className="in-current" data-current>
        {segment.text}
      </span>
    ) : (
      segment.text
    );
  }
  // Of claims that share a word, the one that is open shows; else the first.
  const shown = segment.marks.find(({ claim }) => claim === current) ?? segment.marks[0]!;
  const claim = claims[shown.claim]!;
  const roles = new Set(segment.marks.filter((mark) => mark.claim === shown.claim).map(({ mark }) => mark));
  const label = (key: string) => graph.getNodeAttribute(key, "label");
  const words = `${label(graph.source(claim.edge))} ${verbOf(graph.getEdgeAttributes(claim.edge))} ${label(graph.target(claim.edge))}`;
  const selection = { kind: "edge", key: claim.edge, at: claim.at } as const;
  return (
    <a
      className={`reader-mark ${claim.says} ${[...roles].join(" ")}${inCurrent ? " in-current" : ""}`}
      href={`#${toHash({ ...store.getView(), page: "reader", selection })}`}
      title={words}
      // One stop for a claim is enough: its cue.
      tabIndex={roles.has("cue") ? 0 : -1}
      {...(inCurrent && { "data-current": true })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(claim);
      }}
    >
      {segment.text}
    </a>
  );
}
