import "./voices-page.css";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { findMissingVoices, type MissingVoice } from "../../../analyse/index.ts";
import { entityTypeName, plural } from "../../../export/index.ts";
import { useWorkbench } from "../../components/context.ts";
import { TypeDisc } from "../../components/icons.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { SidesBar } from "../../components/sides-bar.tsx";
import { StatementQuote } from "../../components/statement-quote.tsx";
import { findStatements } from "../../model/statements.ts";
import { useView } from "../../state/store.ts";

const PAGE = 20;

/** Those whom others judge and whom nobody lets speak. */
export default function VoicesPage() {
  const { graph, visible } = useWorkbench();
  const filters = useView((view) => view.filters);
  const [shown, setShown] = useState(PAGE);
  const voices = useMemo(
    () => findMissingVoices(graph, findStatements(graph, visible, filters)),
    [graph, visible, filters],
  );
  return (
    <div className="page voices-page">
      <PageHead
        title="Missing voices"
        standfirst="Others judge them, yet no article lets them speak: they take no stance in this graph and nobody cites them. Whom should a reporter call?"
      />
      {voices.length === 0 ? (
        <p className="empty">Everyone who is judged is also heard.</p>
      ) : (
        <>
          <p className="voices-count">
            {plural(voices.length, "voice")} missing, the most judged first. Laws, products, events and ideas are not
            counted: they cannot speak.
          </p>
          <ol className="voices">
            {voices.slice(0, shown).map((voice) => (
              <Voice key={voice.key} voice={voice} />
            ))}
          </ol>
          {voices.length > shown && (
            <Button className="quiet" onPress={() => setShown(shown + PAGE)}>
              Show {Math.min(PAGE, voices.length - shown)} more
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function Voice({ voice }: { readonly voice: MissingVoice }) {
  const { graph, open } = useWorkbench();
  const [all, setAll] = useState(false);
  const { key, statements, sides, judges } = voice;
  const { label, entityType, mentions, documents } = graph.getNodeAttributes(key);
  return (
    <li className="voice">
      <div className="voice-who">
        <h3>
          <TypeDisc type={entityType} />{" "}
          <Button className="inline" onPress={() => open({ kind: "node", key })}>
            {label}
          </Button>
        </h3>
        <p className="line-meta">
          {entityTypeName(entityType)}, {plural(mentions, "mention")} in {plural(documents, "article")}
        </p>
        <SidesBar sides={sides} verb="receives" />
        <p className="line-meta">
          {plural(statements.length, "statement")} by {plural(judges, "other", "others")}
        </p>
      </div>
      <div className="voice-said">
        {(all ? statements : statements.slice(0, 2)).map((statement) => (
          <StatementQuote key={`${statement.edge} ${statement.at}`} statement={statement} named />
        ))}
        {statements.length > 2 && !all && (
          <Button className="quiet" onPress={() => setAll(true)}>
            Show all {statements.length}
          </Button>
        )}
      </div>
    </li>
  );
}
