import { compareText, type EntityType, SYMMETRIC_PREDICATES, slug } from "../core/index.ts";
import { nodeSize } from "./assemble.ts";
import { combineConfidence, mergeEvidence } from "./evidence.ts";
import { placeNewcomers } from "./merge-places.ts";
import type { EdgeAttributes, EdgeEvidence, GraphDocument, NodeAttributes, StanceGraph } from "./schema.ts";

/** Types that reading confuses about one thing; people are never anything else. */
const isPerson = (type: EntityType): boolean => type === "person";

/**
 * A graph that holds what two graphs hold. Neither of the given ones is changed.
 *
 * A node of `added` is taken to be one of `base` where their keys are the same, or where exactly one node of `base` bears
 * its name or an alias of it (surnames and acronyms among them); a person is only ever a person. Such nodes keep the key,
 * the name and the place they have in `base`; new ones stand beside those that they are linked to. Evidence is joined
 * edge by edge, and a piece that both have counts once. Build one graph from all documents where you can: names that
 * only the whole makes clear stay apart here.
 *
 * Documents are told apart by their ids: where both graphs have one of an id, it must be the same document.
 */
export function mergeGraphs(base: StanceGraph, added: StanceGraph): StanceGraph {
  const graph = base.copy() as StanceGraph;
  const documents = new Map(base.getAttribute("documents").map((document) => [document.id, document]));
  const known = new Set(documents.keys());
  const news = added.getAttribute("documents").some(({ id }) => !known.has(id));
  for (const document of added.getAttribute("documents")) documents.set(document.id, document);
  const texts = { ...base.getAttribute("texts"), ...added.getAttribute("texts") };
  graph.mergeAttributes({
    documents: [...documents.values()].sort((a, b) => compareText(a.id, b.id)),
    ...(Object.keys(texts).length > 0 && { texts }),
  });

  const keyOf = matchNodes(base, added);
  const newcomers = new Map<string, { x: number; y: number }>();
  added.forEachNode((key, attributes) => {
    const match = keyOf.get(key)!;
    if (graph.hasNode(match))
      graph.updateNode(match, (node) => joinNodes(node as NodeAttributes, attributes, { known, news }));
    else {
      graph.addNode(match, structuredClone(attributes));
      newcomers.set(match, { x: attributes.x, y: attributes.y });
    }
  });
  added.forEachEdge((_, edge, from, to) => addEdge(graph, edge, keyOf.get(from)!, keyOf.get(to)!, keyOf, documents));
  placeNewcomers(graph, newcomers);
  return graph;
}

/** For every node of `added`, its key in the joined graph. */
function matchNodes(base: StanceGraph, added: StanceGraph): Map<string, string> {
  const byName = new Map<string, Set<string>>();
  base.forEachNode((key, { label, aliases }) => {
    for (const name of [label, ...aliases]) {
      const form = slug(name);
      byName.set(form, (byName.get(form) ?? new Set()).add(key));
    }
  });
  const keyOf = new Map<string, string>();
  const taken = new Set<string>(base.nodes());
  added.forEachNode((key, { label, aliases, entityType }) => {
    const fits = (other: string): boolean =>
      isPerson(base.getNodeAttribute(other, "entityType")) === isPerson(entityType);
    const unique = (names: readonly string[]): string | undefined => {
      const found = new Set(names.flatMap((name) => [...(byName.get(slug(name)) ?? [])]).filter(fits));
      return found.size === 1 ? [...found][0] : undefined;
    };
    let match = base.hasNode(key) && fits(key) ? key : (unique([label]) ?? unique(aliases));
    if (match === undefined) {
      match = taken.has(key) ? `${key}-${entityType}` : key;
      for (let count = 2; taken.has(match); count++) match = `${key}-${entityType}-${count}`;
      taken.add(match);
    }
    keyOf.set(key, match);
  });
  return keyOf;
}

function joinNodes(
  base: NodeAttributes,
  added: NodeAttributes,
  { known, news }: { readonly known: ReadonlySet<string>; readonly news: boolean },
): NodeAttributes {
  const names = new Set([base.label, ...base.aliases, added.label, ...added.aliases]);
  names.delete(base.label);
  // A document that both were built from counts once.
  const isNew = added.merges.length === 0 ? news : added.merges.some(({ docId }) => !known.has(docId));
  const mentions = base.mentions + (isNew ? added.mentions : 0);
  return {
    ...base,
    aliases: [...names],
    mentions,
    documents: base.documents + (isNew ? added.documents : 0),
    size: nodeSize(mentions),
    merges: [...base.merges, ...added.merges.filter(({ docId }) => !known.has(docId)).map((merge) => ({ ...merge }))],
  };
}

function addEdge(
  graph: StanceGraph,
  edge: EdgeAttributes,
  from: string,
  to: string,
  keyOf: ReadonlyMap<string, string>,
  documents: ReadonlyMap<string, GraphDocument>,
): void {
  if (from === to) return;
  const flipped = edge.kind === "relation" && SYMMETRIC_PREDICATES.has(edge.predicate) && to < from;
  const [source, target] = flipped ? [to, from] : [from, to];
  const word = edge.kind === "stance" ? edge.polarity : edge.predicate;
  const evidence = edge.evidence.map((item): EdgeEvidence => {
    const chain = item.chain.map(({ entity, ...link }) => {
      const key = entity && keyOf.get(entity);
      return { ...link, ...(key && { entity: key as typeof entity & string }) };
    });
    return { ...item, chain, ...(flipped && { source: item.target, target: item.source }) };
  });
  const same = graph.findEdge(source, target, (_, other) =>
    other.kind === "stance" ? other.polarity === word : other.predicate === word,
  );
  const known = same === undefined ? undefined : graph.getEdgeAttributes(same);
  const all = mergeEvidence([...(known?.evidence ?? []), ...evidence], (id) => documents.get(id)?.date);
  const dates = all.flatMap(({ docId }) => documents.get(docId)?.date ?? []).sort();
  const attributes = {
    ...edge,
    ...known,
    ...(edge.kind === "relation" && {
      details: [...new Set([...(known?.kind === "relation" ? known.details : []), ...edge.details])],
    }),
    weight: all.length,
    documents: new Set(all.map(({ docId }) => docId)).size,
    confidence: combineConfidence(all),
    ...(dates.length > 0 && { firstDate: dates[0]!, lastDate: dates.at(-1)! }),
    evidence: all,
  } as EdgeAttributes;
  if (same !== undefined) graph.replaceEdgeAttributes(same, attributes);
  else graph.addDirectedEdgeWithKey(`${edge.kind}:${source}|${target}|${word}`, source, target, attributes);
}
