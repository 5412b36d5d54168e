import type {
  ChainLink,
  Document,
  Entity,
  EntityId,
  EntityType,
  Polarity,
  Predicate,
  ResolvedClaim,
} from "../../src/core/index.ts";
import { type AssembleOptions, assembleGraph, type StanceGraph } from "../../src/graph/index.ts";

/** `makeEntity("place Germany")`. */
export function makeEntity(words: string, extra: Partial<Entity> = {}): Entity {
  const [entityType, ...name] = words.split(" ");
  return {
    id: idOf(name.join(" ")),
    name: name.join(" "),
    entityType: entityType as EntityType,
    aliases: [],
    mentions: 1,
    documents: ["a"],
    merges: [],
    ...extra,
  };
}

export function idOf(name: string): EntityId {
  return `entity:${name.toLowerCase().replaceAll(" ", "-")}`;
}

interface ClaimExtras {
  quote?: string;
  confidence?: number;
  explicit?: boolean;
  detail?: string;
  reason?: string;
  chain?: ChainLink[];
  chainEntities?: (EntityId | undefined)[];
}

/**
 * `makeClaim(document, "Germany supports Huawei")`: a stance or a relation whose names and quote (by default the words
 * between them and the names) stand in the document's text.
 */
export function makeClaim(
  document: Document,
  source: string,
  word: Polarity | Predicate,
  target: string,
  extra: ClaimExtras = {},
): ResolvedClaim {
  const quote = extra.quote ?? document.text;
  const start = document.text.indexOf(quote);
  const spanOf = (name: string) => ({
    start: document.text.indexOf(name),
    end: document.text.indexOf(name) + name.length,
  });
  const base = {
    evidence: { docId: document.id, start, end: start + quote.length, quote },
    cue: [{ start, end: start + 1 }],
    chain: extra.chain ?? [],
    explicit: extra.explicit ?? true,
    hedged: false,
    negated: false,
    conditional: false,
    confidence: extra.confidence ?? 0.8,
    reason: extra.reason ?? "test",
  };
  const [left, right] = [
    { cluster: 0, mention: 0 },
    { cluster: 1, mention: 1 },
  ];
  return {
    source: idOf(source),
    target: idOf(target),
    sourceSpan: spanOf(source),
    targetSpan: spanOf(target),
    chainEntities: extra.chainEntities ?? [],
    claim:
      word === "support" || word === "oppose" || word === "mixed"
        ? { kind: "stance", polarity: word, holder: left, target: right, ...base }
        : {
            kind: "relation",
            predicate: word,
            subject: left,
            object: right,
            ...(extra.detail && { detail: extra.detail }),
            ...base,
          },
  };
}

export const DOCUMENTS: readonly Document[] = [
  {
    id: "b",
    text: "Germany backs Huawei. Jane Roe of Germany met Huawei.",
    date: "2019-02-23",
    title: "A <b>blow</b>",
    publisher: "The Paper",
  },
  { id: "a", text: "Officials said Germany now blocks Huawei.", date: "2019-02-01" },
  { id: "c", text: "Huawei met Germany. Germany backs Huawei." },
];

/** Three documents, three entities, two polarities and two relations. */
export function makeGraph(options: Partial<AssembleOptions> = {}, reverse = false): StanceGraph {
  const [b, a, c] = DOCUMENTS as [Document, Document, Document];
  const entities = [
    makeEntity("place Germany", { mentions: 9, aliases: ["German", "Berlin, Germany"], documents: ["a", "b", "c"] }),
    makeEntity("organization Huawei", { mentions: 4, documents: ["a", "b", "c"] }),
    makeEntity("person Jane Roe"),
    makeEntity("product 5G"),
    makeEntity("concept a ban"),
  ];
  const claims = [
    makeClaim(b, "Germany", "support", "Huawei", { quote: "Germany backs Huawei" }),
    makeClaim(c, "Germany", "support", "Huawei", { quote: "Germany backs Huawei", confidence: 0.6 }),
    makeClaim(a, "Germany", "oppose", "Huawei", {
      quote: "Officials said Germany now blocks Huawei",
      chain: [{ source: "Officials", sourceKind: "unnamed", cluster: 3, cue: "said" }],
      chainEntities: [idOf("Germany")],
    }),
    makeClaim(b, "Jane Roe", "member-of", "Germany", { quote: "Jane Roe of Germany", detail: "chancellor" }),
    makeClaim(b, "Jane Roe", "meets", "Huawei", { quote: "Jane Roe of Germany met Huawei" }),
    makeClaim(c, "Huawei", "meets", "Germany", { quote: "Huawei met Germany" }),
    makeClaim(b, "Germany", "mixed", "Huawei", { quote: "Germany backs Huawei", confidence: 0.4 }),
    makeClaim(b, "Germany", "support", "Germany", { quote: "Germany backs Huawei" }),
  ];
  const inOrder = <T>(list: T[]): T[] => (reverse ? list.reverse() : list);
  return assembleGraph({
    documents: inOrder([...DOCUMENTS]),
    entities: inOrder(entities),
    claims: inOrder(claims),
    generator: "stancegraph test",
    options: { minConfidence: 0.5, ...options },
  });
}
