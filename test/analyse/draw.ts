import type { ChainLink, Polarity } from "../../src/core/index.ts";
import { assembleGraph, type StanceGraph } from "../../src/graph/index.ts";
import { idOf, makeClaim, makeEntity } from "../graph/fixture.ts";

/**
 * Draws a graph from lines such as `2019-02-01 A support B`: a document each. `-` for the date leaves it out; `via C` cites
 * C by name, `via ?` somebody unnamed; `in P` names the publisher. Capital letters are people, small ones ideas.
 */
export function draw(...lines: string[]): StanceGraph {
  const parsed = lines.map((line) => {
    const match = /^(\S+) (\w+) (\w+) (\w+)(?: via (\S+))?(?: in (\S+))?(?: sure ([\d.]+))?$/.exec(line);
    if (!match) throw new Error(`draw: cannot read "${line}".`);
    const [, date, holder, says, target, via, publisher, sure] = match;
    return { date, holder: holder!, says: says as Polarity, target: target!, via, publisher, sure };
  });
  const documents = parsed.map(({ date, holder, says, target, publisher }, index) => ({
    id: `d${String(index).padStart(3, "0")}`,
    text: `${holder} ${says} ${target}.`,
    ...(date !== "-" && date !== undefined && { date }),
    ...(publisher !== undefined && { publisher }),
  }));
  const names = new Set(
    parsed.flatMap(({ holder, target, via }) => [holder, target, ...(via && via !== "?" ? [via] : [])]),
  );
  const claims = parsed.map(({ holder, says, target, via, sure }, index) => {
    const chain: ChainLink[] = via
      ? [{ source: via, sourceKind: via === "?" ? "unnamed" : "named", cluster: 0, cue: "said" }]
      : [];
    return makeClaim(documents[index]!, holder, says, target, {
      chain,
      chainEntities: via && via !== "?" ? [idOf(via)] : [],
      confidence: Number(sure ?? 0.8),
    });
  });
  const entities = [...names].map((name) => makeEntity(`${/^[A-Z]/.test(name) ? "person" : "concept"} ${name}`));
  return assembleGraph({ documents, entities, claims, generator: "test" });
}

/** `entity:a` → "A", as the tests write it. */
export function nameIn(graph: StanceGraph): (key: string) => string {
  return (key) => graph.getNodeAttribute(key, "label");
}
