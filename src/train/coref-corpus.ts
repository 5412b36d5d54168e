import { join } from "node:path";
import type { Arc, Doc, Name, Tag, Upos } from "../core/index.ts";
import { readTreebank, type TreebankDocument } from "./conllu.ts";
import { readJsonLines } from "./json-lines.ts";

/** A document of GUM with gold trees and names, and the gold chain of every mention's head. */
export interface CorefDocument {
  readonly doc: Doc<"tokens" | "sentences" | "tags" | "lemmas" | "syntax" | "names">;
  readonly genre: string;
  /** Token index of a mention's head → its chain. */
  readonly chainOf: ReadonlyMap<number, string>;
  /** Chains that hold a name. */
  readonly namedChains: ReadonlySet<string>;
}

type Pair = readonly [start: number, end: number];

interface CorefRecord {
  readonly id: string;
  readonly genre: string;
  readonly nc: boolean;
  readonly text: string;
  readonly sentences: readonly Pair[];
  readonly tokens: readonly Pair[];
  readonly clusters: readonly CorefChain[];
}

interface CorefChain {
  readonly id: string;
  readonly mentions: readonly { readonly head: Pair; readonly form: string; readonly link: string }[];
}

interface NameRecord {
  readonly id: string;
  readonly entities: readonly { readonly subtype: string; readonly form: string; readonly name?: Pair }[];
}

const TYPES: Readonly<Record<string, Name["type"]>> = {
  person: "person",
  organization: "organization",
  place: "place",
  event: "event",
  object: "product",
  abstract: "work",
};

/** Reads GUM's chains, trees and names of one split. `nc` documents are of genres whose texts have non-commercial terms. */
export async function readCorefCorpus(
  dataFolder: string,
  split: "train" | "dev",
): Promise<readonly (CorefDocument & { readonly nc: boolean })[]> {
  const ending = split === "train" ? "-train.jsonl.gz" : "-dev.jsonl";
  const trees = await readTreebank(join(dataFolder, `treebanks/gum-${split}.conllu${split === "train" ? ".gz" : ""}`));
  const names = await readJsonLines<NameRecord>(join(dataFolder, `ner/gum${ending}`));
  const treeOf = new Map(trees.map((tree) => [tree.id, tree]));
  const namesOf = new Map(names.map((record) => [record.id, record]));
  const records = await readJsonLines<CorefRecord>(join(dataFolder, `coref/gum${ending}`));
  return records.flatMap((record) => {
    const tree = treeOf.get(record.id);
    const doc = tree && toDoc(record, tree, namesOf.get(record.id));
    if (!doc) return [];
    return [{ doc, genre: record.genre, nc: record.nc, ...readChains(record) }];
  });
}

/** Puts the tree's columns on the record's tokens; undefined where the two do not have the same words. */
function toDoc(record: CorefRecord, tree: TreebankDocument, names?: NameRecord): CorefDocument["doc"] | undefined {
  const tags: Tag[] = [];
  const lemmas: string[] = [];
  const syntax: Arc[] = [];
  const sentences = tree.sentences.map((sentence, s) => {
    const firstToken = tags.length;
    for (let t = 0; t < sentence.forms.length; t++) {
      const head = sentence.heads[t]!;
      tags.push({ pos: sentence.pos[t] as Upos, xpos: sentence.xpos[t]! });
      lemmas.push(sentence.lemmas[t]!);
      syntax.push({ head: head < 0 ? -1 : firstToken + head, dep: sentence.deps[t]! });
    }
    const [start, end] = record.sentences[s] ?? [0, 0];
    return { start, end, firstToken, endToken: tags.length, block: 0 };
  });
  if (tags.length !== record.tokens.length) return undefined;
  const { text } = record;
  const tokens = record.tokens.map(([start, end]) => ({ start, end, form: text.slice(start, end) }));
  const byStart = new Map(tokens.map((token, t) => [token.start, t]));
  const byEnd = new Map(tokens.map((token, t) => [token.end, t]));
  const taken = new Set<number>();
  const found: Name[] = [];
  for (const { subtype, form, name } of names?.entities ?? []) {
    const type = TYPES[subtype];
    const firstToken = name && byStart.get(name[0]);
    const lastToken = name && byEnd.get(name[1]);
    if (form !== "NAM" || !type || firstToken === undefined || lastToken === undefined || taken.has(firstToken))
      continue;
    taken.add(firstToken);
    found.push({ start: name![0], end: name![1], type, firstToken, endToken: lastToken + 1, score: 1 });
  }
  found.sort((a, b) => a.start - b.start);
  return { id: record.id, text, messages: [], tokens, sentences, tags, lemmas, syntax, names: found };
}

function readChains(record: CorefRecord): Pick<CorefDocument, "chainOf" | "namedChains"> {
  const byStart = new Map(record.tokens.map(([start], t) => [start, t]));
  const chainOf = new Map<number, string>();
  const namedChains = new Set<string>();
  for (const chain of record.clusters) {
    for (const mention of chain.mentions) {
      const head = byStart.get(mention.head[0]);
      if (head === undefined || mention.link === "disc") continue;
      if (!chainOf.has(head)) chainOf.set(head, chain.id);
      if (mention.form === "NAM") namedChains.add(chain.id);
    }
  }
  return { chainOf, namedChains };
}
