import { useWorkbench } from "../../components/context.ts";
import { periodInWords } from "../../model/dates.ts";
import { bestEvidence } from "../../model/path-words.ts";
import { plural, verbOf } from "../../model/words.ts";
import { useView } from "../../state/store.ts";

/** What the pointer is on, in words, with the best sentence of a line. */
export function Pointed() {
  const { graph } = useWorkbench();
  const hover = useView((view) => view.hover);
  if (hover?.kind !== "edge" || !graph.hasEdge(hover.key)) return null;
  const attributes = graph.getEdgeAttributes(hover.key);
  const [source, target] = graph.extremities(hover.key);
  const best = bestEvidence(graph, hover.key);
  const kind = attributes.kind === "stance" ? attributes.polarity : "relation";
  return (
    <div className={`pointed ${kind}`} aria-hidden="true">
      <p>
        <strong>{graph.getNodeAttribute(source, "label")}</strong> <span className="verb">{verbOf(attributes)}</span>{" "}
        <strong>{graph.getNodeAttribute(target, "label")}</strong>
        <span className="line-meta">
          {plural(attributes.evidence.length, "statement")}
          {attributes.firstDate && ` · ${periodInWords(attributes.firstDate, attributes.lastDate)}`}
        </span>
      </p>
      {best && <p className="quote">{best.quote}</p>}
    </div>
  );
}
