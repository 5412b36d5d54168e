import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { useWorkbench } from "../../components/context.ts";
import { PolaritySign } from "../../components/icons.tsx";
import type { ReadClaim } from "../../model/reading.ts";
import { verbOf } from "../../model/words.ts";

interface Props {
  readonly claims: readonly ReadClaim[];
  /** Index of the one that is open; -1 for none. */
  readonly current: number;
  readonly onOpen: (claim: ReadClaim) => void;
}

/** Every claim of a document in words, in the order of its text. */
export function ClaimList({ claims, current, onOpen }: Props) {
  const { graph } = useWorkbench();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (current >= 0) list.current?.children[current]?.scrollIntoView({ block: "nearest" });
  }, [current]);
  if (claims.length === 0) return <p className="empty">The filters leave no claim of this document.</p>;
  return (
    <ol ref={list} className="claim-list">
      {claims.map((claim, index) => {
        const { edge, at, says } = claim;
        const label = (key: string) => graph.getNodeAttribute(key, "label");
        return (
          <li key={`${edge} ${at}`}>
            <Button
              className={`claim ${says}`}
              aria-current={index === current || undefined}
              onPress={() => onOpen(claim)}
            >
              {says === "relation" ? <span className="relation-dash" /> : <PolaritySign polarity={says} />}
              <span dir="auto">
                <strong>{label(graph.source(edge))}</strong> {verbOf(graph.getEdgeAttributes(edge))}{" "}
                <strong>{label(graph.target(edge))}</strong>
              </span>
            </Button>
          </li>
        );
      })}
    </ol>
  );
}
