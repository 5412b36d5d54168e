import "./line-row.css";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { periodInWords } from "../model/dates.ts";
import type { Line } from "../model/stance-graph.ts";
import { plural } from "../model/words.ts";
import { useWorkbench } from "./context.ts";
import { PolaritySign } from "./icons.tsx";

/** One line of the graph as a row that opens its evidence. `children` are the words. */
export function LineRow({ line, children }: { readonly line: Line; readonly children: ReactNode }) {
  const { open, visible } = useWorkbench();
  const { attributes } = line;
  const kind = attributes.kind === "stance" ? attributes.polarity : "relation";
  return (
    <Button
      className={`line-row ${kind}${visible.edges.has(line.key) ? "" : " filtered"}`}
      onPress={() => open({ kind: "edge", key: line.key })}
    >
      {attributes.kind === "stance" ? (
        <PolaritySign polarity={attributes.polarity} />
      ) : (
        <span className="relation-dash" />
      )}
      <span className="line-words">{children}</span>
      <span className="line-meta">
        {plural(attributes.evidence.length, "statement")}
        {attributes.firstDate && ` · ${periodInWords(attributes.firstDate, attributes.lastDate)}`}
      </span>
    </Button>
  );
}
