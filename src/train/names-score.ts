import type { Span } from "../core/index.ts";
import type { NamesDocument } from "./names-corpora.ts";

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

/**
 * Strict F1: a name is right if start, end and type are. With `fine` false, only persons, organizations and places
 * count, and gold names that are adjectives or peoples ("German", LOC in Re-DocRED) are left out.
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
      const label = fine ? types[0] : types.includes("demonym") || types.includes("group") ? undefined : type;
      if (label === undefined || (!fine && label === "MISC")) continue;
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

/** The commonest missed and invented names, "3 missed PER Ann Lee". */
export function listErrors(
  documents: readonly NamesDocument[],
  predict: (document: NamesDocument) => readonly (Span & { readonly type: string })[],
  most: number,
): string[] {
  const counts = new Map<string, number>();
  const key = ({ start, end }: Span, type: string | undefined): string => `${start}-${end}-${type}`;
  for (const document of documents) {
    const note = (what: string, { start, end }: Span): void => {
      const line = `${what} ${document.doc.text.slice(start, end).replace(/\s+/g, " ")}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    };
    const gold = document.gold.filter(({ type }) => type !== "MISC");
    const found = predict(document).filter(({ type }) => coarseType(type) !== undefined);
    const goldKeys = new Set(gold.map((name) => key(name, name.type)));
    const foundKeys = new Set(found.map((name) => key(name, coarseType(name.type))));
    for (const name of gold) if (!foundKeys.has(key(name, name.type))) note(`missed ${name.type}`, name);
    for (const name of found) if (!goldKeys.has(key(name, coarseType(name.type)))) note(`invented ${name.type}`, name);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([line, count]) => `${count} ${line}`);
}
