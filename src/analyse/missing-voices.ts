import { compareText, type EntityType } from "../core/index.ts";
import type { StanceGraph } from "../graph/index.ts";
import { countPolarities, groupBy, type Sides, type Statement } from "./statements.ts";

/** What can speak for itself, or have someone speak for it. */
const CAN_SPEAK: ReadonlySet<EntityType> = new Set(["person", "organization", "place", "group"]);

/** Someone that others judge and that is never heard. */
export interface MissingVoice {
  readonly key: string;
  /** Statements of others about it, by date. */
  readonly statements: readonly Statement[];
  readonly sides: Sides;
  /** How many different holders judge it. */
  readonly judges: number;
}

/**
 * Finds people, organizations, places and groups that stances are about, but that hold none and that no document cites:
 * not as a source of any stance or relation either. Most judged first.
 *
 * @param statements those to count, such as `listStatements(graph)`; who is heard is decided by the whole graph
 */
export function findMissingVoices(graph: StanceGraph, statements: readonly Statement[]): MissingVoice[] {
  const heard = new Set<string>();
  graph.forEachEdge((_, { kind, evidence }, source) => {
    if (kind === "stance") heard.add(source);
    for (const { chain } of evidence) for (const { entity } of chain) if (entity) heard.add(entity);
  });
  const silent = statements.filter(
    ({ target }) => !heard.has(target) && CAN_SPEAK.has(graph.getNodeAttribute(target, "entityType")),
  );
  return [...groupBy(silent, ({ target }) => target)]
    .map(([key, group]) => ({
      key,
      statements: group,
      sides: countPolarities(group),
      judges: new Set(group.map(({ holder }) => holder)).size,
    }))
    .sort((a, b) => b.statements.length - a.statements.length || b.judges - a.judges || compareText(a.key, b.key));
}
