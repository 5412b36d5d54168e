import "./passage.css";
import type { EdgeEvidence } from "../../graph/index.ts";
import { contextOf, segmentQuote } from "../model/passage.ts";

interface Props {
  readonly evidence: EdgeEvidence;
  readonly text: string | undefined;
  /** Of the document: not said again before its first sentence. */
  readonly title: string | undefined;
}

/** The quoted sentence with its holder, cue and target marked, and its neighbours in the text where they are known. */
export function Passage({ evidence, text, title }: Props) {
  const context = text === undefined ? undefined : contextOf(text, evidence.start, evidence.end);
  let at = evidence.start;
  return (
    <blockquote className="passage" dir="auto">
      {context?.before && context.before !== title && (
        <span className={`context${context.beforeIsApart ? " apart" : ""}`}>{context.before} </span>
      )}
      {segmentQuote(evidence).map((segment) => {
        const key = at;
        at += segment.text.length;
        if (segment.marks.length === 0) return <span key={key}>{segment.text}</span>;
        return (
          <mark key={key} className={segment.marks.join(" ")}>
            {segment.text}
          </mark>
        );
      })}
      {context?.after && <span className={`context${context.afterIsApart ? " apart" : ""}`}> {context.after}</span>}
    </blockquote>
  );
}

/** Tells which mark means what; where the articles themselves hold it, no words stand for the holder. */
export function PassageKey({ relation, held }: { readonly relation: boolean; readonly held: boolean }) {
  return (
    <p className="passage-key">
      {held && <mark className="holder">{relation ? "subject" : "holder"}</mark>}
      <mark className="cue">words that say it</mark>
      <mark className="target">{relation ? "object" : "target"}</mark>
    </p>
  );
}
