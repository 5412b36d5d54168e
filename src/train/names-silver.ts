import { join } from "node:path";
import type { Name } from "../core/index.ts";
import { BEGIN, INSIDE, LAST, labelOf, NAME_TYPES, UNIT } from "../language/en/names-labels.ts";
import { readJsonLines } from "./json-lines.ts";
import { type CorpusPlan, DOMAIN, labelSet, type NamesDocument, readText, type TextReader } from "./names-corpora.ts";

/** A document with names by another tagger, CoreNLP, in its coarse types. */
export interface SilverDocument {
  readonly document: NamesDocument;
  readonly names: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

const SILVER_TYPES: Record<string, string> = { PERSON: "PER", ORGANIZATION: "ORG", LOCATION: "LOC", MISC: "MISC" };
const OURS: Record<string, string> = { person: "PER", organization: "ORG", place: "LOC" };

type SilverToken = readonly [start: number, end: number, tag: string, entity: string];

/** Reads every `step`-th article with silver names, those whose names are labelled by hand left out. */
export async function readSilver(
  folder: string,
  gold: readonly CorpusPlan[],
  step: number,
  weight: number,
  reader: TextReader,
): Promise<SilverDocument[]> {
  const skip = new Set<unknown>();
  for (const { file } of gold) for (const { id } of await readJsonLines(join(folder, file))) skip.add(id);
  const texts = new Map<unknown, string>();
  for (const { id, text } of await readJsonLines(join(folder, "attribution/polnear-train.jsonl.gz"))) {
    texts.set(id, text as string);
  }
  const silver: SilverDocument[] = [];
  let count = 0;
  for (const record of await readJsonLines(join(folder, "ner-silver/polnear-train.jsonl.gz"))) {
    const text = texts.get(record.id);
    if (skip.has(record.id) || text === undefined || ++count % step !== 0) continue;
    const id = record.id as string;
    const doc = await readText(id, text, false, reader);
    silver.push({
      document: { id, corpus: "silver", domain: DOMAIN.news, weight, doc, gold: [], unmarked: [] },
      names: (record.sentences as SilverToken[][]).flatMap(silverNames),
    });
  }
  return silver;
}

function silverNames(tokens: readonly SilverToken[]): { start: number; end: number; type: string }[] {
  const names: { start: number; end: number; type: string }[] = [];
  let open: { start: number; end: number; type: string } | undefined;
  for (const [start, end, , entity] of tokens) {
    const type = SILVER_TYPES[entity];
    if (open && type === open.type) open.end = end;
    else {
      open = type ? { start, end, type } : undefined;
      if (open) names.push(open);
    }
  }
  return names;
}

/**
 * The labels that silver tokens may take (co-training after Blum and Mitchell 1998, by agreement): where our own names
 * and the silver ones agree in span and type, those; where both see nothing, outside; elsewhere anything.
 */
export function agreedLabels({ document, names }: SilverDocument, own: readonly Name[]): (Uint8Array | undefined)[] {
  const { tokens } = document.doc;
  const allowed: (Uint8Array | undefined)[] = tokens.map(() => labelSet([0]));
  const silver = new Map(names.map((name) => [`${name.start}-${name.end}`, name.type]));
  const free = ({ start, end }: { start: number; end: number }): void => {
    for (let t = firstFrom(start); t < tokens.length && tokens[t]!.start < end; t++) allowed[t] = undefined;
  };
  const firstFrom = (start: number): number => {
    let low = 0;
    for (let high = tokens.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (tokens[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (const name of names) free(name);
  for (const name of own) {
    const type = silver.get(`${name.start}-${name.end}`);
    if (type === undefined || type !== (OURS[name.type] ?? "MISC")) {
      free(name);
      continue;
    }
    const { firstToken, endToken } = name;
    for (let t = firstToken; t < endToken; t++) {
      const position =
        endToken - firstToken === 1 ? UNIT : t === firstToken ? BEGIN : t === endToken - 1 ? LAST : INSIDE;
      allowed[t] = labelSet([labelOf(position, NAME_TYPES.indexOf(name.type))]);
    }
  }
  return allowed;
}
