import "./statement-quote.css";
import { Button } from "react-aria-components";
import type { Statement } from "../../analyse/index.ts";
import { dateInWords, documentName, POLARITY_WORDS, SOURCE_KIND_WORDS } from "../../export/index.ts";
import type { EdgeChainLink } from "../../graph/index.ts";
import { segmentQuote } from "../model/passage.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import { useWorkbench } from "./context.ts";
import { PolaritySign } from "./icons.tsx";

interface Props {
  readonly statement: Statement;
  /** Whether the words say who holds what of whom; not needed where a heading does. */
  readonly named?: boolean;
}

/** A statement as its sentence, with when and where it stands. It opens the evidence beside the page. */
export function StatementQuote({ statement, named = false }: Props) {
  const { graph, open } = useWorkbench();
  const { edge, at, holder, target, polarity, date, document, evidence } = statement;
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  const source = evidence.chain.at(-1);
  const told = source && source.entity !== holder ? sourceName(source, graph) : undefined;
  let place = evidence.start;
  return (
    <Button className={`statement ${polarity}`} onPress={() => open({ kind: "edge", key: edge, at })}>
      <span className="statement-head">
        <PolaritySign polarity={polarity} />
        {named && (
          <span className="statement-words">
            <strong>{name(holder)}</strong> {POLARITY_WORDS[polarity].verb} <strong>{name(target)}</strong>
          </span>
        )}
        {!named && (
          <span className="sr-only">{`${name(holder)} ${POLARITY_WORDS[polarity].verb} ${name(target)}: `}</span>
        )}
        <time dateTime={date}>{date ? dateInWords(date, { short: true }) : "no date"}</time>
      </span>
      <span className="statement-quote" dir="auto">
        {segmentQuote(evidence).map((segment) => {
          const key = place;
          place += segment.text.length;
          return segment.marks.includes("cue") ? (
            <mark key={key} className="cue">
              {segment.text}
            </mark>
          ) : (
            <span key={key}>{segment.text}</span>
          );
        })}
      </span>
      <span className="statement-place">
        {told && <span>according to {told}</span>}
        <span>{documentName(document, evidence.docId)}</span>
        {evidence.hedged && <span>hedged</span>}
        {!evidence.explicit && <span>inferred</span>}
      </span>
    </Button>
  );
}

/** Who is cited: the actor's name where it is known; a lone small word ("which", "he") says less than what kind of source it is. */
function sourceName({ entity, source, sourceKind }: EdgeChainLink, graph: StanceGraph): string {
  if (entity && graph.hasNode(entity)) return graph.getNodeAttribute(entity, "label");
  return source === "" || /^\p{Ll}+$/u.test(source) ? SOURCE_KIND_WORDS[sourceKind] : source.replace(/[,;\s]+$/, "");
}
