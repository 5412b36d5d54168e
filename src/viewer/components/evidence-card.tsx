import "./evidence-card.css";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { documentName, toCitation } from "../../export/index.ts";
import type { EdgeEvidence } from "../../graph/index.ts";
import { dateInWords } from "../model/dates.ts";
import { confidenceWord, reasonInWords } from "../model/words.ts";
import { useViewStore } from "../state/store.ts";
import { Chain } from "./chain.tsx";
import { useWorkbench } from "./context.ts";
import { Icon } from "./icons.tsx";
import { Passage } from "./passage.tsx";

const MODIFIERS = [
  ["hedged", "Hedged", "the text says that it may be so"],
  ["negated", "Negated", "the words are turned round by a “not” or the like"],
  ["conditional", "Conditional", "it holds under a condition"],
] as const;

interface Props {
  readonly evidence: EdgeEvidence;
  readonly current: boolean;
  readonly position: string;
  /** Whether the period or the lens leaves this piece out, though others keep the line. */
  readonly outside?: boolean;
}

/** One sentence that proves a line: where it stands, what it says, according to whom, and how sure that is. */
export function EvidenceCard({ evidence, current, position, outside = false }: Props) {
  const { graph, documents, announce } = useWorkbench();
  const store = useViewStore();
  const element = useRef<HTMLElement>(null);
  const document = documents.get(evidence.docId);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(toCitation(evidence, document));
      announce("Citation copied.");
    } catch {
      announce("The browser does not let this page copy. Mark the sentence and copy it by hand.");
    }
  };
  const percent = Math.round(evidence.confidence * 100);
  return (
    <article
      ref={element}
      className={`evidence${current ? " current" : ""}${outside ? " outside" : ""}`}
      aria-label={`Statement ${position}`}
    >
      <header>
        {outside && <p className="evidence-outside">Left out by the filters</p>}
        <p className="evidence-place">
          {document?.date && <time dateTime={document.date}>{dateInWords(document.date)}</time>}
          {document?.publisher && <span>{document.publisher}</span>}
        </p>
        <h3 dir="auto">{documentName(document, evidence.docId)}</h3>
      </header>
      <Passage evidence={evidence} text={graph.getAttribute("texts")?.[evidence.docId]} title={document?.title} />
      <Chain chain={evidence.chain} />
      <ul className="modifiers">
        {!evidence.explicit && (
          <li>
            <strong>Inferred</strong> a reader concludes it; no sentence says it outright
          </li>
        )}
        {MODIFIERS.filter(([name]) => evidence[name]).map(([name, word, meaning]) => (
          <li key={name}>
            <strong>{word}</strong> {meaning}
          </li>
        ))}
      </ul>
      <div className="confidence">
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${percent}%` }} />
        </span>
        <p>
          <strong>
            {confidenceWord(evidence.confidence)} confidence, {percent}%
          </strong>{" "}
          {evidence.reason && `Read from: ${reasonInWords(evidence.reason)}`}
        </p>
      </div>
      <footer>
        <Button className="quiet" onPress={copy}>
          <Icon name="copy" /> Copy as citation
        </Button>
        <Button
          className="quiet"
          onPress={() => store.dispatch({ type: "show-page", page: "reader", options: { document: evidence.docId } })}
        >
          <Icon name="quote" /> Read it in its article
        </Button>
        {document?.url && /^https?:\/\//i.test(document.url) && (
          <a className="quiet" href={document.url} target="_blank" rel="noopener noreferrer">
            <Icon name="out" /> Open the source
          </a>
        )}
      </footer>
    </article>
  );
}
