import { compareText } from "../core/index.ts";
import type { EdgeEvidence, GraphDocument, StanceGraph } from "../graph/index.ts";

/**
 * According to whom the graph is told. `source`: only what this node is cited for. `outlet`: only what this publisher
 * printed. `named`: only what is traced to sources with a name, none of them unnamed. `reported`: only what somebody is
 * cited for, without the articles' own voice.
 */
export type Lens =
  | { readonly kind: "source"; readonly key: string }
  | { readonly kind: "outlet"; readonly name: string }
  | { readonly kind: "named" }
  | { readonly kind: "reported" };

/** Whether evidence is part of what a lens shows. */
export function passesLens(evidence: EdgeEvidence, document: GraphDocument | undefined, lens: Lens): boolean {
  const cited = evidence.chain.filter(({ sourceKind }) => sourceKind !== "author");
  switch (lens.kind) {
    case "source":
      return evidence.chain.some(({ entity }) => entity === lens.key);
    case "outlet":
      return document?.publisher === lens.name;
    case "named":
      return cited.length > 0 && cited.every(({ sourceKind }) => sourceKind !== "unnamed");
    case "reported":
      return cited.length > 0;
  }
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
    if (passesLens(item, undefined, { kind: "named" })) voices.named++;
    else if (passesLens(item, undefined, { kind: "reported" })) voices.unnamed++;
    else voices.own++;
  }
  return voices;
}
