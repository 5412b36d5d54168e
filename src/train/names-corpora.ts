import { join } from "node:path";
import type { Block, Component, Tag } from "../core/index.ts";
import { createMessages } from "../core/index.ts";
import { type Gazetteer, WORD } from "../language/en/gazetteer.ts";
import type { NamesDoc } from "../language/en/names-features.ts";
import { BEGIN, INSIDE, LABELS, LAST, labelOf, NAME_TYPES, type NameType, UNIT } from "../language/en/names-labels.ts";
import { readJsonLines } from "./json-lines.ts";

/** Kinds of text whose guidelines differ: features may hold for one of them only. News comes first: the product reads it. */
export const DOMAIN = { news: 0, wiki: 1, gum: 2, web: 3 } as const;

/** A gold name as its corpus has it. */
export interface GoldName {
  readonly start: number;
  readonly end: number;
  /** PER, ORG, LOC or MISC. */
  readonly type: string;
  readonly subtype?: string;
  /** Our own types that the corpus's label may mean. */
  readonly types: readonly NameType[];
  /** Whether the text may just as well hold no name here: the corpus marks what we do not. */
  readonly optional?: boolean;
}

export interface NamesDocument {
  readonly id: string;
  readonly corpus: string;
  readonly domain: number;
  /** How much it counts in training. */
  readonly weight: number;
  readonly doc: NamesDoc;
  readonly gold: readonly GoldName[];
  /** Types that the corpus does not mark: capitalised words outside gold names may be such. */
  readonly unmarked: readonly NameType[];
}

/** What reads raw text: tokens, sentences and tags. */
export interface TextReader {
  readonly tokenizer: Component<"blocks", "tokens" | "sentences">;
  readonly tagger: Component<"tokens" | "sentences", "tags"> | undefined;
  readonly gazetteer: Gazetteer;
}

const TYPES_OF: Record<string, readonly NameType[]> = {
  PER: ["person"],
  ORG: ["organization"],
  LOC: ["place"],
};

/** Cuts text into blocks at blank lines or, where the corpus writes a paragraph a line, at every line break. */
export function blocksOf(text: string, everyLine: boolean): Block[] {
  const blocks: Block[] = [];
  for (const { index, 0: piece } of text.matchAll(everyLine ? /[^\n]+/g : /(?:[^\n]|\n(?!\s*\n))+/g)) {
    if (piece.trim() === "") continue;
    const span = { start: index, end: index + piece.length };
    blocks.push({ ...span, kind: "paragraph", pieces: [span] });
  }
  return blocks;
}

/** Tokens, sentences and tags of a text. */
export async function readText(id: string, text: string, everyLine: boolean, reader: TextReader): Promise<NamesDoc> {
  const messages = createMessages();
  const doc = { id, text, blocks: blocksOf(text, everyLine), messages: messages.list };
  const words = await reader.tokenizer.run(doc, messages);
  const tagged = reader.tagger
    ? (await reader.tagger.run({ ...doc, ...words }, messages)).tags
    : words.tokens.map((): Tag => ({ pos: "X", xpos: "" }));
  return { ...doc, ...words, tags: tagged };
}

interface RawEntity {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly subtype?: string;
  readonly form?: string;
  readonly name?: readonly [start: number, end: number];
}

export interface CorpusPlan {
  readonly file: string;
  readonly corpus: string;
  readonly domain: number;
  readonly weight: number;
  readonly everyLine?: boolean;
  readonly unmarked?: readonly NameType[];
  /** Leaves documents out. */
  readonly keep?: (record: Record<string, unknown>, index: number) => boolean;
}

/** Reads a corpus in the common format (see the data's README) and tells its labels in our types. */
export async function readCorpus(folder: string, plan: CorpusPlan, reader: TextReader): Promise<NamesDocument[]> {
  const documents: NamesDocument[] = [];
  for (const [index, record] of (await readJsonLines(join(folder, plan.file))).entries()) {
    if (plan.keep && !plan.keep(record, index)) continue;
    const text = record.text as string;
    const doc = await readText(record.id as string, text, plan.everyLine === true, reader);
    const gold = (record.entities as RawEntity[]).flatMap((entity) =>
      toGold(entity, text, plan.corpus, reader.gazetteer),
    );
    documents.push({
      id: record.id as string,
      corpus: plan.corpus,
      domain: plan.domain,
      weight: plan.weight,
      doc,
      gold: outermost(gold),
      unmarked: plan.unmarked ?? [],
    });
  }
  return documents;
}

/** Of names that overlap, the longest. */
function outermost(names: readonly GoldName[]): GoldName[] {
  const kept: GoldName[] = [];
  for (const name of [...names].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (kept.every((other) => name.end <= other.start || other.end <= name.start)) kept.push(name);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function toGold(entity: RawEntity, text: string, corpus: string, gazetteer: Gazetteer): GoldName[] {
  if (entity.type === "TIME" || entity.type === "NUM") return [];
  let { start, end } = entity;
  const { type, subtype } = entity;
  if (corpus === "news") return [{ start, end, type, subtype, types: [subtype as NameType] }];
  if (entity.form !== undefined) {
    if (entity.form !== "NAM" || entity.name === undefined) return [];
    [start, end] = entity.name;
  }
  while (/^the\s/i.test(text.slice(start, start + 4))) start += 4;
  const form = text.slice(start, end);
  const words = gazetteer.word(form);
  const base = { start, end, type, ...(subtype === undefined ? {} : { subtype }) };
  if (words & (WORD.adjective | WORD.people) && !gazetteer.countries.byName(form)) {
    if ((words & WORD.people) === 0) return [{ ...base, types: ["demonym"], optional: corpus === "gum" }];
    return [
      { ...base, types: (words & WORD.adjective) === 0 ? ["group"] : ["group", "demonym"], optional: corpus === "gum" },
    ];
  }
  if (corpus === "gum" && type === "PER") {
    const stripped = withoutTitles(form, start, gazetteer);
    return stripped === undefined
      ? [{ ...base, types: ["person"], optional: true }]
      : [{ ...base, start: stripped, types: ["person"] }];
  }
  if (type === "MISC")
    return [{ ...base, types: miscTypes(form, subtype, gazetteer), optional: corpus === "gum" && subtype !== "event" }];
  return [{ ...base, types: TYPES_OF[type]! }];
}

/** What a name that a corpus calls miscellaneous may be by its head word; all the rarer types where that does not tell. */
function miscTypes(form: string, subtype: string | undefined, gazetteer: Gazetteer): readonly NameType[] {
  if (subtype === "event" || subtype === "election") return ["event"];
  if (subtype === "object") return ["product"];
  const words = form.split(" ");
  // "Battle of Bull Run": the head stands before the preposition.
  const cut = words.findIndex((word) => /^(?:of|for|on|against|in)$/.test(word));
  const head = gazetteer.word(words[cut > 0 ? cut - 1 : words.length - 1]!);
  if (/election$/i.test(form) || head & WORD.eventHead) return ["event"];
  if (head & WORD.lawHead) return ["law"];
  if (head & WORD.workHead) return ["work"];
  return ["work", "product", "event", "group"];
}

/** Where the name proper starts: "Professor Eastman" → at "Eastman"; undefined where there is nothing but titles. */
function withoutTitles(form: string, start: number, gazetteer: Gazetteer): number | undefined {
  for (const { index, 0: word } of form.matchAll(/\S+/g)) {
    if ((gazetteer.word(word) & (WORD.title | WORD.titleModifier)) === 0) return start + index;
  }
  return undefined;
}

const sets = new Map<string, Uint8Array>();

/** The set of labels that a token may take, as a table of 0 and 1; equal sets are one object. */
export function labelSet(labels: readonly number[]): Uint8Array {
  const key = labels.join();
  let set = sets.get(key);
  if (!set) {
    set = new Uint8Array(LABELS);
    for (const label of labels) set[label] = 1;
    sets.set(key, set);
  }
  return set;
}

const typeNumbers = (types: readonly NameType[]): number[] => types.map((type) => NAME_TYPES.indexOf(type));

/**
 * The labels that each token may take by its gold names; undefined where any may. A gold name that our tokens do not
 * match leaves its tokens free.
 */
export function allowedLabels({ doc, gold, unmarked }: NamesDocument): (Uint8Array | undefined)[] {
  const outside = labelSet([0]);
  const unmarkedTypes = typeNumbers(unmarked);
  const free =
    unmarkedTypes.length === 0
      ? outside
      : labelSet([0, ...unmarkedTypes.flatMap((t) => [BEGIN, INSIDE, LAST, UNIT].map((p) => labelOf(p, t)))]);
  const allowed: (Uint8Array | undefined)[] = doc.tokens.map((token) =>
    /^\P{Lu}*$/u.test(token.form) ? outside : free,
  );
  // Free stretches may only hold whole names: lower-cased words between capitalised ones stay outside.
  let at = 0;
  for (const name of gold) {
    while (at < doc.tokens.length && doc.tokens[at]!.end <= name.start) at++;
    let end = at;
    while (end < doc.tokens.length && doc.tokens[end]!.start < name.end) end++;
    if (end === at) continue;
    const matches = doc.tokens[at]!.start === name.start && doc.tokens[end - 1]!.end === name.end;
    const types = typeNumbers(name.types);
    for (let i = at; i < end; i++) {
      if (!matches) allowed[i] = undefined;
      else {
        const position = end - at === 1 ? UNIT : i === at ? BEGIN : i === end - 1 ? LAST : INSIDE;
        const labels = types.map((type) => labelOf(position, type));
        allowed[i] = name.optional ? labelSet([0, ...labels]) : labelSet(labels);
      }
    }
    at = end;
  }
  return allowed;
}
