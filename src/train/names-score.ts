import type { Span } from "../core/index.ts";
import { type ErrorCounts, showInContext } from "./error-counts.ts";
import type { GoldName, NamesDocument } from "./names-corpora.ts";

/** Right, predicted and gold names of one type. */
export interface NamesCount {
  right: number;
  predicted: number;
  gold: number;
}

export interface NamesScore {
  readonly byType: ReadonlyMap<string, NamesCount>;
  readonly all: NamesCount;
}

export const f1 = ({ right, predicted, gold }: NamesCount): number =>
  predicted + gold === 0 ? 0 : (200 * right) / (predicted + gold);

const COARSE: Record<string, string> = { person: "PER", organization: "ORG", place: "LOC" };

/** PER, ORG or LOC of one of our types; undefined for the others, which the public corpora do not tell apart. */
export const coarseType = (type: string): string | undefined => COARSE[type];

/** PER, ORG or LOC of a gold name; undefined for others and for adjectives and peoples ("German", LOC in Re-DocRED). */
function coarseLabel({ type, types }: Pick<GoldName, "type" | "types">): string | undefined {
  return type === "MISC" || types.includes("demonym") || types.includes("group") ? undefined : type;
}

/**
 * Strict F1: a name is right if start, end and type are. With `fine` false, only persons, organizations and places
 * count.
 */
export function scoreNames(
  documents: readonly NamesDocument[],
  predict: (document: NamesDocument) => readonly (Span & { readonly type: string })[],
  fine: boolean,
): NamesScore {
  const byType = new Map<string, NamesCount>();
  const all: NamesCount = { right: 0, predicted: 0, gold: 0 };
  const count = (type: string, what: keyof NamesCount): void => {
    const counts = byType.get(type) ?? { right: 0, predicted: 0, gold: 0 };
    counts[what]++;
    all[what]++;
    byType.set(type, counts);
  };
  for (const document of documents) {
    const gold = new Map<string, string>();
    for (const { start, end, type, types } of document.gold) {
      const label = fine ? types[0] : coarseLabel({ type, types });
      if (label === undefined) continue;
      gold.set(`${start}-${end}`, label);
      count(label, "gold");
    }
    for (const { start, end, type } of predict(document)) {
      const label = fine ? type : coarseType(type);
      if (label === undefined) continue;
      count(label, "predicted");
      if (gold.get(`${start}-${end}`) === label) count(label, "right");
    }
  }
  return { byType, all };
}

/** "F1 78.0 (P 75.6 R 80.5), PER 79.3 of 448, …" */
export function describeScore({ byType, all }: NamesScore): string {
  const rate = (part: number, whole: number): string => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1));
  const types = [...byType]
    .sort((a, b) => b[1].gold - a[1].gold)
    .map(([type, counts]) => `${type} ${f1(counts).toFixed(1)} of ${counts.gold}`);
  return `F1 ${f1(all).toFixed(1)} (P ${rate(all.right, all.predicted)} R ${rate(all.right, all.gold)}), ${types.join(", ")}`;
}

/** Counts missed, spurious and mistyped names of the three common types. */
export function noteErrors(
  documents: readonly NamesDocument[],
  predict: (document: NamesDocument) => readonly (Span & { readonly type: string })[],
  counts: ErrorCounts,
): void {
  const key = ({ start, end }: Span): string => `${start}-${end}`;
  for (const document of documents) {
    const { text } = document.doc;
    const gold = document.gold.filter((name) => coarseLabel(name) !== undefined);
    const found = predict(document).filter(({ type }) => coarseType(type) !== undefined);
    const goldType = new Map(gold.map((name) => [key(name), name.type]));
    const foundAt = new Set(found.map(key));
    for (const name of gold) if (!foundAt.has(key(name))) counts.add(`missed ${name.type}`, showInContext(text, name));
    for (const name of found) {
      const wanted = goldType.get(key(name));
      const type = coarseType(name.type);
      if (wanted === undefined) counts.add(`spurious ${type}`, showInContext(text, name));
      else if (wanted !== type) counts.add(`${wanted} read as ${type}`, showInContext(text, name));
    }
  }
}
