import "./chain.css";
import { Fragment } from "react";
import { Button } from "react-aria-components";
import type { EdgeChainLink } from "../../graph/index.ts";
import { SOURCE_KIND_WORDS } from "../model/words.ts";
import { useWorkbench } from "./context.ts";

/** According to whom, from the one who prints it inwards: "Journal ← several officials ← government". */
export function Chain({ chain }: { readonly chain: readonly EdgeChainLink[] }) {
  const { graph, open } = useWorkbench();
  if (chain.length === 0) {
    return (
      <p className="chain">
        <span className="chain-label">According to</span> the article itself
      </p>
    );
  }
  return (
    <div className="chain">
      <span className="chain-label">According to</span>
      <ol>
        {chain.map((link, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the links of a chain never change places
          <Fragment key={index}>
            <li className={`chain-link ${link.sourceKind}`}>
              <span className="chain-source" dir="auto">
                {link.entity && graph.hasNode(link.entity) ? (
                  <Button className="inline" onPress={() => open({ kind: "node", key: link.entity! })}>
                    {link.source}
                  </Button>
                ) : (
                  link.source || SOURCE_KIND_WORDS[link.sourceKind]
                )}
              </span>
              <span className="chain-kind">
                {SOURCE_KIND_WORDS[link.sourceKind]}
                {link.cue && `, “${link.cue}”`}
              </span>
            </li>
          </Fragment>
        ))}
      </ol>
    </div>
  );
}
