import type { NameType } from "../language/en/names-labels.ts";
import { type CorpusPlan, DOMAIN } from "./names-corpora.ts";

const MISC: readonly NameType[] = ["demonym", "group", "work", "law", "product", "event"];

/** Documents kept back from training to measure on: every tenth, or every fifth of the smaller corpus. */
const tenth = (record: Record<string, unknown>, index: number): boolean =>
  Number(/(\d+)$/.exec(record.id as string)?.[1] ?? index) % 10 === 0;
const fifth = (_: Record<string, unknown>, index: number): boolean => index % 5 === 0;

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
    // The other genres may not be used commercially.
    keep: (record) => record.nc === false,
  },
  {
    file: "ner/redocred-dev.jsonl",
    corpus: "redocred",
    domain: DOMAIN.wiki,
    weight: 1,
    keep: (record, index) => !tenth(record, index),
  },
  { file: "ner/wikigold.jsonl", corpus: "wikigold", domain: DOMAIN.wiki, weight: 1 },
  { file: "ner/crossner-politics-train.jsonl", corpus: "crossner", domain: DOMAIN.wiki, weight: 1 },
  { file: "ner/crossner-politics-dev.jsonl", corpus: "crossner", domain: DOMAIN.wiki, weight: 1 },
  {
    file: "ner/uner-ewt-dev.jsonl",
    corpus: "uner",
    domain: DOMAIN.web,
    weight: 1,
    everyLine: true,
    unmarked: MISC,
    keep: (record, index) => !fifth(record, index),
  },
];

/** What `npm run evaluate` measures names on: none of it is trained on. */
export const NAMES_DEV: readonly (CorpusPlan & { readonly name: string })[] = [
  { name: "news", file: "ner/news-names-dev.jsonl", corpus: "news", domain: DOMAIN.news, weight: 1 },
  { name: "GUM dev", file: "ner/gum-dev.jsonl", corpus: "gum", domain: DOMAIN.gum, weight: 1, everyLine: true },
  {
    name: "Re-DocRED dev, every tenth document",
    file: "ner/redocred-dev.jsonl",
    corpus: "redocred",
    domain: DOMAIN.wiki,
    weight: 1,
    keep: tenth,
  },
  {
    name: "UNER EWT dev, every fifth document",
    file: "ner/uner-ewt-dev.jsonl",
    corpus: "uner",
    domain: DOMAIN.web,
    weight: 1,
    everyLine: true,
    keep: fifth,
  },
];

/** Articles whose names CoreNLP tagged: every so many-th is read, and counts this much. */
export const SILVER = { step: 6, weight: 0.5 } as const;

/** What the shipped tagger learns from and is measured on by cross-validation. */
export const NAMES_CROSS_VALIDATED: readonly (CorpusPlan & { readonly name: string })[] = [
  { name: "UNER EWT dev", ...planOf("ner/uner-ewt-dev.jsonl") },
  { name: "CrossNER politics dev", ...planOf("ner/crossner-politics-dev.jsonl") },
];

function planOf(file: string): CorpusPlan {
  return NAMES_CORPORA.find((plan) => plan.file === file)!;
}
