import type { NameType } from "../language/en/names-labels.ts";
import { type CorpusPlan, DOMAIN } from "./names-corpora.ts";

const MISC: readonly NameType[] = ["demonym", "group", "work", "law", "product", "event"];

/** The number at the end of a document's id. */
const numberOf = (record: Record<string, unknown>): number => Number(/(\d+)$/.exec(record.id as string)?.[1] ?? 0);
/** Documents kept back from training to measure on. */
const keptBack = (record: Record<string, unknown>): boolean => numberOf(record) % 5 === 0;

/** What the name tagger learns from; files below the data folder. */
export const NAMES_CORPORA: readonly CorpusPlan[] = [
  { file: "ner/news-names-train.jsonl", corpus: "news", domain: DOMAIN.news, weight: 3 },
  {
    file: "ner/gum-train.jsonl.gz",
    corpus: "gum",
    domain: DOMAIN.gum,
    weight: 1,
    everyLine: true,
    unmarked: MISC,
    keep: (record) => record.nc === false,
  },
  {
    file: "ner/redocred-dev.jsonl",
    corpus: "redocred",
    domain: DOMAIN.wiki,
    weight: 1,
    keep: (record) => !keptBack(record),
  },
  { file: "ner/wikigold.jsonl", corpus: "wikigold", domain: DOMAIN.wiki, weight: 1 },
  { file: "ner/crossner-politics-train.jsonl", corpus: "crossner", domain: DOMAIN.wiki, weight: 1 },
];

/** What `npm run evaluate` measures names on: none of it is trained on. */
export const NAMES_DEV: readonly (CorpusPlan & { readonly name: string })[] = [
  { name: "news", file: "ner/news-names-dev.jsonl", corpus: "news", domain: DOMAIN.news, weight: 1 },
  { name: "GUM dev", file: "ner/gum-dev.jsonl", corpus: "gum", domain: DOMAIN.gum, weight: 1, everyLine: true },
  {
    name: "Re-DocRED kept back",
    file: "ner/redocred-dev.jsonl",
    corpus: "redocred",
    domain: DOMAIN.wiki,
    weight: 1,
    keep: keptBack,
  },
  {
    name: "UNER EWT dev",
    file: "ner/uner-ewt-dev.jsonl",
    corpus: "uner",
    domain: DOMAIN.web,
    weight: 1,
    everyLine: true,
  },
];
