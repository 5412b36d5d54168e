import { addConll, type ConllCounts, conllF1, createConllCounts } from "./coref-conll.ts";
import type { CorefDocument } from "./coref-corpus.ts";

/** Counts behind the measures of coreference over chains that hold a name. */
export interface CorefCounts {
  /** Third-person pronouns of such chains, and how many got to a name of their chain. */
  pronouns: number;
  pronounsRight: number;
  /** Pronouns whose nearest earlier mention in their cluster is of their chain. */
  antecedentsRight: number;
  /** The same for nouns. */
  nominals: number;
  nominalsRight: number;
  nominalsLinked: number;
  /** LEA (Moosavi & Strube 2016): sums of size × resolved links, and of sizes. */
  leaRecall: number;
  leaRecallOf: number;
  leaPrecision: number;
  leaPrecisionOf: number;
  readonly conll: ConllCounts;
}

export function createCorefCounts(): CorefCounts {
  return {
    pronouns: 0,
    pronounsRight: 0,
    antecedentsRight: 0,
    nominals: 0,
    nominalsRight: 0,
    nominalsLinked: 0,
    leaRecall: 0,
    leaRecallOf: 0,
    leaPrecision: 0,
    leaPrecisionOf: 0,
    conll: createConllCounts(),
  };
}

/** One found mention: head token, its cluster, whether the cluster has a name. */
export interface FoundMention {
  readonly head: number;
  readonly kind: "name" | "nominal" | "pronoun";
  readonly cluster: number;
  readonly named: boolean;
}

/** Adds one document's counts and notes what was wrong. Mentions are compared by their head token. */
export function countCoref(
  document: CorefDocument,
  found: readonly FoundMention[],
  counts: CorefCounts,
  note: (kind: string, head: number) => void = () => {},
): void {
  const { chainOf, namedChains } = document;
  const clusterAt = new Map<number, number>();
  const namedAt = new Map<number, number>();
  const chainsOfNames = new Map<number, Set<string>>();
  for (const mention of found) {
    clusterAt.set(mention.head, mention.cluster);
    if (mention.named) namedAt.set(mention.head, mention.cluster);
    const chain = chainOf.get(mention.head);
    if (mention.kind !== "name" || chain === undefined) continue;
    const chains = chainsOfNames.get(mention.cluster) ?? new Set();
    chainsOfNames.set(mention.cluster, chains.add(chain));
  }
  for (const { head, kind, cluster, named } of found) {
    const chain = chainOf.get(head);
    const wanted = chain !== undefined && namedChains.has(chain);
    const right = wanted && chainsOfNames.get(cluster)?.has(chain) === true;
    if (kind === "pronoun" && wanted && isThirdPerson(document, head)) {
      counts.pronouns++;
      if (right) counts.pronounsRight++;
      else note(`"${document.doc.tokens[head]!.form.toLowerCase()}" led to ${named ? "another" : "no"} name`, head);
      const before = found.filter((m) => m.cluster === cluster && m.head < head).at(-1);
      if (before && chainOf.get(before.head) === chain) counts.antecedentsRight++;
    }
    if (kind !== "nominal") continue;
    if (wanted) counts.nominals++;
    if (named && !right) note("noun phrase led to a name that is not its own", head);
    else if (wanted && !right) note("noun phrase led to no name", head);
    if (right) counts.nominalsRight++;
    if (named) counts.nominalsLinked++;
  }
  const gold = groupHeads([...chainOf].filter(([, chain]) => namedChains.has(chain)));
  const system = groupHeads([...namedAt]);
  addConll([...gold.values()], [...system.values()], counts.conll);
  const goldAt = new Map([...chainOf].filter(([, chain]) => namedChains.has(chain)));
  for (const heads of gold.values()) {
    counts.leaRecallOf += heads.length;
    counts.leaRecall += heads.length * resolvedShare(heads, (head) => clusterAt.get(head));
  }
  for (const heads of system.values()) {
    counts.leaPrecisionOf += heads.length;
    counts.leaPrecision += heads.length * resolvedShare(heads, (head) => goldAt.get(head));
  }
}

function isThirdPerson({ doc }: CorefDocument, head: number): boolean {
  return /^(he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves)$/i.test(
    doc.tokens[head]!.form,
  );
}

function groupHeads<T>(pairs: readonly (readonly [number, T])[]): Map<T, number[]> {
  const groups = new Map<T, number[]>();
  for (const [head, group] of pairs) {
    const list = groups.get(group);
    if (!list) groups.set(group, [head]);
    else if (!list.includes(head)) list.push(head);
  }
  for (const [group, heads] of groups) if (heads.length < 2) groups.delete(group);
  return groups;
}

/** Share of a group's pairs that the other side keeps together. */
function resolvedShare<T>(heads: readonly number[], groupOf: (head: number) => T | undefined): number {
  let kept = 0;
  for (let i = 0; i < heads.length; i++) {
    const group = groupOf(heads[i]!);
    if (group === undefined) continue;
    for (let j = i + 1; j < heads.length; j++) if (groupOf(heads[j]!) === group) kept++;
  }
  return kept / ((heads.length * (heads.length - 1)) / 2);
}

function leaOf(c: CorefCounts): { precision: number; recall: number } {
  return {
    precision: c.leaPrecision / Math.max(1, c.leaPrecisionOf),
    recall: c.leaRecall / Math.max(1, c.leaRecallOf),
  };
}

/** The harmonic mean of LEA's precision and recall, 0…1. */
export function leaF1(counts: CorefCounts): number {
  const { precision, recall } = leaOf(counts);
  return (2 * precision * recall) / Math.max(1e-9, precision + recall);
}

/** The figures in one line. */
export function showCorefCounts(c: CorefCounts): string {
  const percent = (a: number, b: number): string => (b === 0 ? "–" : ((100 * a) / b).toFixed(1));
  const { precision, recall } = leaOf(c);
  return [
    `pronouns to the right name ${percent(c.pronounsRight, c.pronouns)} of ${c.pronouns}`,
    `antecedent right ${percent(c.antecedentsRight, c.pronouns)}`,
    `nouns recall ${percent(c.nominalsRight, c.nominals)} precision ${percent(c.nominalsRight, c.nominalsLinked)}`,
    `CoNLL ${(100 * conllF1(c.conll)).toFixed(1)}`,
    `LEA ${(100 * precision).toFixed(1)} / ${(100 * recall).toFixed(1)} / ${(100 * leaF1(c)).toFixed(1)}`,
  ].join("; ");
}
