import type { Component } from "../../core/index.ts";
import { type ModelFile, readModel } from "../model-file.ts";
import type { Clusters } from "./clusters.ts";

export const LEMMATIZER_KIND = "en-lemmatizer";
export const LEMMATIZER_VERSION = 2;

/** How a form becomes its lemma: `cut` letters go from the end of the form (in lower case unless `keepsCase`), `add` comes. */
export interface LemmaRule {
  readonly cut: number;
  readonly add: string;
  readonly keepsCase: boolean;
}

/** Longest ending that rules are keyed by. */
export const LONGEST_ENDING = 6;

export interface LemmatizerModel {
  readonly rules: readonly LemmaRule[];
  /** Rule by `xpos word` for words that their ending does not tell. */
  readonly words: ReadonlyMap<string, number>;
  /** Rule by `xpos ending`; the longest ending that is listed decides. */
  readonly endings: ReadonlyMap<string, number>;
  /** The commonest rules of a tag: tried where what the ending tells is no word (`provoked` → `provok`). */
  readonly usual: ReadonlyMap<string, readonly number[]>;
}

/** Reads the bytes of `models/en-lemmatizer.bin`. */
export async function loadLemmatizer(bytes: Uint8Array): Promise<LemmatizerModel> {
  return toLemmatizerModel(await readModel(bytes, LEMMATIZER_KIND, LEMMATIZER_VERSION));
}

/** In the file a rule is `3 y` (`+` in front keeps the case); keys are grouped by rule and tag: `rule xpos key key …`. */
export function toLemmatizerModel(file: ModelFile): LemmatizerModel {
  const { rules, usual } = file.meta as { rules: string[]; usual: Record<string, number[]> };
  const decoder = new TextDecoder();
  const read = (section: string): Map<string, number> => {
    const map = new Map<string, number>();
    for (const line of decoder.decode(file.sections[section]).split("\n")) {
      const [rule, xpos, ...keys] = line.split(" ");
      for (const key of keys) map.set(`${xpos} ${key}`, Number(rule));
    }
    return map;
  };
  return {
    rules: rules.map(parseRule),
    words: read("words"),
    endings: read("endings"),
    usual: new Map(Object.entries(usual)),
  };
}

export function parseRule(text: string): LemmaRule {
  const keepsCase = text.startsWith("+");
  const [cut, ...add] = (keepsCase ? text.slice(1) : text).split(" ");
  return { cut: Number(cut), add: add.join(" "), keepsCase };
}

export function applyRule(rule: LemmaRule, form: string): string {
  const base = rule.keepsCase ? form : lemmaKey(form);
  return base.slice(0, base.length - rule.cut) + rule.add;
}

/** Apostrophes and quotes count as their ASCII forms. */
export function lemmaKey(form: string): string {
  return form.toLowerCase().replace(/[‘’`]/g, "'");
}

/** Rank of a word by frequency, -1 where it is not listed. */
export type WordRank = (lower: string) => number;

/**
 * The rule for a form: the word's own, or that of its longest known ending, unless that makes no word and another of
 * the tag's usual rules does.
 */
export function findRule(model: LemmatizerModel, form: string, xpos: string, rank?: WordRank): number | undefined {
  const key = lemmaKey(form);
  const own = model.words.get(`${xpos} ${key}`);
  if (own !== undefined) return own;
  const rule = findEndingRule(model.endings, key, xpos);
  const usual = model.usual.get(xpos);
  if (rule === undefined || rank === undefined || usual === undefined) return rule;
  if (rank(applyRule(model.rules[rule]!, form)) >= 0) return rule;
  let best = rule;
  let bestRank = -1;
  for (const other of usual) {
    const lemma = applyRule(model.rules[other]!, form);
    const found = lemma === key ? -1 : rank(lemma);
    if (found >= 0 && (bestRank < 0 || found < bestRank)) {
      best = other;
      bestRank = found;
    }
  }
  return best;
}

/** The rule of the longest ending that is listed. */
export function findEndingRule(endings: ReadonlyMap<string, number>, key: string, xpos: string): number | undefined {
  for (let length = Math.min(LONGEST_ENDING, key.length); length >= 0; length--) {
    const rule = endings.get(`${xpos} ${length === 0 ? "*" : key.slice(-length)}`);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

const CACHED = 100_000;

/** Finds the lemma of a form with a Penn tag: `were/VBD` → `be`, `Nokia/NNP` → `Nokia`. */
export function createLemmaFinder(model: LemmatizerModel, clusters?: Clusters): (form: string, xpos: string) => string {
  let cache = new Map<string, string>();
  return (form, xpos) => {
    const cacheKey = `${xpos} ${form}`;
    let lemma = cache.get(cacheKey);
    if (lemma === undefined) {
      const rule = findRule(model, form, xpos, clusters?.rank);
      lemma = rule === undefined ? form.toLowerCase() : applyRule(model.rules[rule]!, form);
      if (lemma === "") lemma = form.toLowerCase();
      if (cache.size > CACHED) cache = new Map();
      if (form.length < 40) cache.set(cacheKey, lemma);
    }
    return lemma;
  };
}

/**
 * Makes the component that finds lemmas: edit rules by word and tag, by ending and tag for words not seen. With
 * `clusters`, whose words are a vocabulary, a lemma that is no word gives way to one that is.
 */
export function createEnglishLemmatizer(
  model: LemmatizerModel,
  clusters?: Clusters,
): Component<"tokens" | "tags", "lemmas"> {
  const find = createLemmaFinder(model, clusters);
  return {
    name: "en.lemmatizer",
    requires: ["tokens", "tags"],
    assigns: ["lemmas"],
    run: (doc) => ({ lemmas: doc.tokens.map((token, i) => find(token.form, doc.tags[i]!.xpos)) }),
  };
}
