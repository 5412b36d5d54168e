import { Button } from "react-aria-components";
import { documentName } from "../../export/index.ts";
import type { EdgeEvidence } from "../../graph/index.ts";
import { dateInWords } from "../model/dates.ts";
import { plural } from "../model/words.ts";
import { useWorkbench } from "./context.ts";

interface Props {
  readonly evidence: readonly EdgeEvidence[];
  /** Indices of the copies, the one that is shown among them. */
  readonly all: readonly number[];
  readonly shown: number;
  readonly onShow: (index: number) => void;
}

/** "3 documents, 1 text": who else printed the same sentence. */
export function FoldedCopies({ evidence, all, shown, onShow }: Props) {
  const { documents } = useWorkbench();
  const outlets = new Set(all.map((index) => documents.get(evidence[index]!.docId)?.publisher));
  const where =
    outlets.has(undefined) || outlets.size < 2 ? plural(all.length, "document") : plural(outlets.size, "outlet");
  return (
    <details className="copies">
      <summary>{where}, 1 text</summary>
      <ul>
        {all
          .filter((index) => index !== shown)
          .map((index) => {
            const document = documents.get(evidence[index]!.docId);
            return (
              <li key={index}>
                <Button className="inline" onPress={() => onShow(index)}>
                  {documentName(document, evidence[index]!.docId)}
                </Button>{" "}
                <span className="line-meta">
                  {[document?.publisher, document?.date && dateInWords(document.date)].filter(Boolean).join(", ")}
                </span>
              </li>
            );
          })}
      </ul>
    </details>
  );
}
