import type { StanceGraph } from "./stance-graph.ts";

export interface ActorHit {
  readonly kind: "actor";
  readonly key: string;
  /** The alias that matched, where the name itself did not. */
  readonly alias?: string;
}

export interface SentenceHit {
  readonly kind: "sentence";
  readonly edge: string;
  /** Index into the edge's evidence. */
  readonly at: number;
  readonly quote: string;
}

export interface SearchHits {
  readonly actors: readonly ActorHit[];
  readonly sentences: readonly SentenceHit[];
  /** How many there were before the lists were cut. */
  readonly totals: { readonly actors: number; readonly sentences: number };
}

/** Lower case without accents, so that "São" is found by "sao". */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** 0 is best: the whole text, its start, the start of a word, anywhere; undefined where it is not there. */
function rank(text: string, query: string): number | undefined {
  const folded = fold(text);
  const at = folded.indexOf(query);
  if (at < 0) return undefined;
  if (folded.length === query.length) return 0;
  if (at === 0) return 1;
  return /[\p{L}\p{N}]/u.test(folded[at - 1]!) ? 3 : 2;
}

/**
 * Finds actors by name and alias, and sentences by their words. Actors that match better come first, then those that
 * are mentioned more; sentences keep the order of the graph, each once although several lines may rest on it.
 */
export function search(graph: StanceGraph, text: string, limits = { actors: 6, sentences: 6 }): SearchHits {
  const query = fold(text.trim());
  if (!query) return { actors: [], sentences: [], totals: { actors: 0, sentences: 0 } };
  const found: (ActorHit & { rank: number; mentions: number })[] = [];
  graph.forEachNode((key, { label, aliases, mentions }) => {
    const byName = rank(label, query);
    if (byName !== undefined) return void found.push({ kind: "actor", key, rank: byName, mentions });
    const ranked = aliases.flatMap((alias) => ({ alias, rank: rank(alias, query) ?? [] }));
    const best = ranked
      .filter((hit): hit is { alias: string; rank: number } => typeof hit.rank === "number")
      .sort((a, b) => a.rank - b.rank)[0];
    if (best) found.push({ kind: "actor", key, alias: best.alias, rank: best.rank + 0.5, mentions });
  });
  found.sort((a, b) => a.rank - b.rank || b.mentions - a.mentions);

  const sentences: SentenceHit[] = [];
  const seen = new Set<string>();
  if (query.length > 1 && limits.sentences > 0) {
    graph.forEachEdge((edge, { evidence }) => {
      evidence.forEach(({ quote, docId, start }, at) => {
        const place = `${docId}\n${start}\n${quote}`;
        if (seen.has(place) || !fold(quote).includes(query)) return;
        seen.add(place);
        sentences.push({ kind: "sentence", edge, at, quote });
      });
    });
  }
  return {
    actors: found.slice(0, limits.actors).map(({ rank: _, mentions: __, ...hit }) => hit),
    sentences: sentences.slice(0, limits.sentences),
    totals: { actors: found.length, sentences: sentences.length },
  };
}
