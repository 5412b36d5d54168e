import { plural } from "../../model/words.ts";
import type { SourceProgress } from "./use-reading.ts";

interface Props {
  readonly sources: readonly SourceProgress[];
  /** Index of the one that is being read; -1 before the first. */
  readonly at: number;
}

/** The texts with what came of each. */
export function SourceList({ sources, at }: Props) {
  return (
    <ul className="own-text-pile" aria-label="Texts">
      {sources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the texts keep their places, and names may be the same
        <li key={index} className={source.problems.length > 0 && source.read === 0 ? "unreadable" : undefined}>
          <span className="own-text-name" dir="auto">
            {source.name}
          </span>
          <span className="own-text-size">{inWords(source, index, at)}</span>
          {[...source.problems, ...source.notes].slice(0, 5).map((reason) => (
            <span className="own-text-problem" key={reason}>
              {reason}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function inWords({ documents, read, claims, problems }: SourceProgress, index: number, at: number): string {
  if (read > 0) {
    const many = documents !== undefined && documents > 1 ? `${read} of ${plural(documents, "document")}, ` : "";
    return many + plural(claims, "claim");
  }
  if (problems.length > 0) return "not read";
  return index === at ? "reading…" : "waits";
}
