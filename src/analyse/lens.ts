import { compareText } from "../core/index.ts";
import type { EdgeEvidence, GraphDocument, StanceGraph } from "../graph/index.ts";

/** According to whom the graph is told; what is given must all hold. */
export interface Lens {
  /** Only what this node is cited for. */
  readonly source?: string;
  /** Only what this publisher printed. */
  readonly outlet?: string;
  /** Only what is traced to sources that all have a name. */
  readonly namedOnly: boolean;
  /** Only what somebody is cited for, without what the documents say in their own voice. */
  readonly withoutAuthor: boolean;
}

export const DEFAULT_LENS: Lens = { namedOnly: false, withoutAuthor: false };

/** Whether evidence is part of what a lens shows. */
export function passesLens(evidence: EdgeEvidence, document: GraphDocument | undefined, lens: Lens): boolean {
  const { source, outlet, namedOnly, withoutAuthor } = lens;
  if (source !== undefined && !evidence.chain.some(({ entity }) => entity === source)) return false;
  if (outlet !== undefined && document?.publisher !== outlet) return false;
  if (!namedOnly && !withoutAuthor) return true;
  const cited = evidence.chain.filter(({ sourceKind }) => sourceKind !== "author");
  return cited.length > 0 && !(namedOnly && cited.some(({ sourceKind }) => sourceKind === "unnamed"));
}

/** A node that is cited, and what for. */
export interface CitedSource {
  readonly key: string;
  /** Pieces of evidence, of stances and relations, that it is a source of. */
  readonly statements: number;
}

/** The nodes that the documents cite, most cited first. */
export function findSources(graph: StanceGraph): CitedSource[] {
  const counts = new Map<string, number>();
  graph.forEachEdge((_, { evidence }) => {
    for (const { chain } of evidence) {
      const sources = new Set(chain.flatMap(({ entity }) => (entity && graph.hasNode(entity) ? [entity] : [])));
      for (const key of sources) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  });
  return [...counts]
    .map(([key, statements]) => ({ key, statements }))
    .sort((a, b) => b.statements - a.statements || compareText(a.key, b.key));
}

/** How much of a graph each kind of voice carries: pieces of evidence. */
export interface Voices {
  /** Traced to sources that all have a name. */
  readonly named: number;
  /** At least one source has no name. */
  readonly unnamed: number;
  /** Nobody is cited. */
  readonly own: number;
}

/** Counts evidence by who vouches for it. */
export function countVoices(evidence: Iterable<EdgeEvidence>): Voices {
  const voices = { named: 0, unnamed: 0, own: 0 };
  for (const item of evidence) {
    if (passesLens(item, undefined, { ...DEFAULT_LENS, namedOnly: true })) voices.named++;
    else if (passesLens(item, undefined, { ...DEFAULT_LENS, withoutAuthor: true })) voices.unnamed++;
    else voices.own++;
  }
  return voices;
}
