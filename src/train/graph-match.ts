import type { StanceGraph } from "../graph/index.ts";
import type { GoldEntity } from "./gold-graphs.ts";

/** Which node of a graph is which gold entity, one to one. */
export interface GraphMatch {
  readonly goldOf: ReadonlyMap<string, GoldEntity>;
  readonly nodeOf: ReadonlyMap<GoldEntity, string>;
  /** Keys of the nodes that count as entities: all but concepts. */
  readonly nodes: readonly string[];
}

type Forms = readonly string[];

/** How two lists of forms, the name first, may agree; tried in this order. */
export const AGREEMENTS: readonly ((wanted: Forms, found: Forms) => boolean)[] = [
  (wanted, found) => wanted[0] === found[0],
  (wanted, found) => found.includes(wanted[0]!),
  (wanted, found) => wanted.includes(found[0]!),
  (wanted, found) => wanted.some((form) => found.includes(form)),
];

/** Matches greedily: name to name first, then name to alias, then alias to alias. */
export function matchEntities(entities: readonly GoldEntity[], graph: StanceGraph): GraphMatch {
  const gold = entities.map((entity) => ({ entity, forms: formsOf(entity.name, entity.aliases ?? []) }));
  const nodes = graph
    .filterNodes((_, { entityType }) => entityType !== "concept")
    .map((key) => {
      const { label, aliases } = graph.getNodeAttributes(key);
      return { key, forms: formsOf(label, aliases) };
    });
  const goldOf = new Map<string, GoldEntity>();
  const nodeOf = new Map<GoldEntity, string>();
  for (const agree of AGREEMENTS) {
    for (const { entity, forms } of gold) {
      if (nodeOf.has(entity)) continue;
      const hit = nodes.find((node) => !goldOf.has(node.key) && agree(forms, node.forms));
      if (!hit) continue;
      goldOf.set(hit.key, entity);
      nodeOf.set(entity, hit.key);
    }
  }
  return { goldOf, nodeOf, nodes: nodes.map(({ key }) => key) };
}

function formsOf(name: string, aliases: readonly string[]): Forms {
  return [name, ...aliases].map(normaliseName).filter((form) => form !== "");
}

/** A name without case, articles, possessives and punctuation. */
export function normaliseName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .replace(/\b(the|a|an)\b/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
