import {
  applyRule,
  findEndingRule,
  findRule,
  LEMMATIZER_KIND,
  LEMMATIZER_VERSION,
  type LemmaRule,
  LONGEST_ENDING,
  lemmaKey,
  parseRule,
  type WordRank,
} from "../language/en/lemmatizer.ts";
import type { ModelFile } from "../language/model-file.ts";
import type { TreebankSentence } from "./conllu.ts";
import { readVerbForms, type VerbForm } from "./lemmatizer-verbs.ts";
import { readClusters } from "./tagger-trainer.ts";
import type { Trainer } from "./trainer.ts";
import { readTrainingTreebanks } from "./treebanks.ts";

export const lemmatizerTrainer: Trainer = {
  name: "lemmatizer",
  file: "en-lemmatizer.bin",
  train: async ({ dataFolder, modelFolder, log }) => {
    const clusters = await readClusters(modelFolder);
    const documents = await readTrainingTreebanks(dataFolder);
    return trainLemmatizer(
      documents.flatMap((document) => document.sentences),
      await readVerbForms("data"),
      clusters.rank,
      log,
    );
  },
};

/** An ending that fewer words share tells nothing. */
const ENDING_SUPPORT = 2;

/** Tags whose lemmas are words of the vocabulary, if anything is. */
const INFLECTED = ["VBD", "VBN", "VBG", "VBZ", "NNS", "JJR", "JJS"];
const USUAL_RULES = 6;

/** A treebank's lemma of a word that it has no more often may be a slip. */
const SELDOM = 3;

type Counts = Map<string, Map<string, number>>;

/**
 * Learns for each tag which edit turns a word, or words of an ending, into the lemma; what a shorter ending tells is left out.
 *
 * @param verbForms forms of verbs that the lexicons list: those that no treebank has and no ending tells become words of their own
 */
export function trainLemmatizer(
  sentences: readonly TreebankSentence[],
  verbForms: readonly VerbForm[],
  rank: WordRank,
  log: (line: string) => void,
): ModelFile {
  const words: Counts = new Map();
  const keepCase = capitalTags(sentences);
  for (const { forms, lemmas, xpos } of sentences) {
    for (let i = 0; i < forms.length; i++) {
      if (lemmas[i] === "_" || /\s/.test(forms[i]!)) continue;
      const rule = ruleFor(forms[i]!, lemmas[i]!, keepCase.has(xpos[i]!));
      if (rule !== undefined) count(words, `${xpos[i]} ${lemmaKey(forms[i]!)}`, rule, 1);
    }
  }
  // An ending counts each word once: frequent words are irregular.
  const endings: Counts = new Map();
  for (const [key, rules] of words) {
    const [xpos, word] = key.split(" ") as [string, string];
    const rule = commonest(rules);
    for (let length = 0; length <= Math.min(LONGEST_ENDING, word.length); length++) {
      count(endings, `${xpos} ${length === 0 ? "*" : word.slice(-length)}`, rule, 1);
    }
  }
  const rules: string[] = [];
  const indexOf = (rule: string): number => {
    const known = rules.indexOf(rule);
    return known >= 0 ? known : rules.push(rule) - 1;
  };
  const kept = new Map<string, number>();
  for (const [key, found] of [...endings].sort(byLengthThenText)) {
    const rule = indexOf(commonest(found));
    const [xpos, ending] = key.split(" ") as [string, string];
    const support = [...found.values()].reduce((sum, times) => sum + times, 0);
    if (support < ENDING_SUPPORT && ending !== "*") continue;
    const inherited = ending === "*" ? undefined : findEndingRule(kept, ending, xpos);
    if (rule !== inherited) kept.set(key, rule);
  }
  const usual: Record<string, number[]> = {};
  for (const xpos of INFLECTED) {
    const found = endings.get(`${xpos} *`);
    if (found) usual[xpos] = byCount(found).slice(0, USUAL_RULES).map(indexOf);
  }
  const own = new Map<string, number>();
  const model = {
    rules: [] as LemmaRule[],
    words: new Map<string, number>(),
    endings: kept,
    usual: new Map(Object.entries(usual)),
  };
  for (const [key, found] of [...words].sort(byLengthThenText)) {
    const rule = indexOf(commonest(found));
    const [xpos, word] = key.split(" ") as [string, string];
    model.rules = rules.map(parseRule);
    if (findRule(model, word, xpos, rank) !== rule) own.set(key, rule);
  }
  for (const [key, rule] of rulesOfVerbs(verbForms)) {
    const [xpos, word] = key.split(" ") as [string, string];
    const index = indexOf(rule);
    model.rules = rules.map(parseRule);
    const seen = [...(words.get(key)?.values() ?? [])].reduce((sum, times) => sum + times, 0);
    if (seen <= SELDOM && (own.get(key) ?? findRule(model, word, xpos, rank)) !== index) own.set(key, index);
  }
  log(`${rules.length} rules, ${kept.size} endings, ${own.size} words`);
  return {
    kind: LEMMATIZER_KIND,
    version: LEMMATIZER_VERSION,
    meta: { rules, usual },
    sections: { words: group(own), endings: group(kept) },
  };
}

/** The rule of each `xpos form` that is a form of one verb alone. */
function rulesOfVerbs(verbForms: readonly VerbForm[]): Map<string, string> {
  const lemmas = new Map<string, string>();
  const shared = new Set<string>();
  for (const { form, xpos, lemma } of verbForms) {
    const key = `${xpos} ${form}`;
    if ((lemmas.get(key) ?? lemma) !== lemma) shared.add(key);
    lemmas.set(key, lemma);
  }
  const rules = new Map<string, string>();
  for (const [key, lemma] of lemmas) {
    const rule = shared.has(key) ? undefined : ruleFor(key.slice(key.indexOf(" ") + 1), lemma, false);
    if (rule !== undefined) rules.set(key, rule);
  }
  return rules;
}

/** Tags whose lemmas keep their capitals: names. */
function capitalTags(sentences: readonly TreebankSentence[]): Set<string> {
  const kept = new Map<string, number>();
  for (const { lemmas, xpos } of sentences) {
    for (let i = 0; i < lemmas.length; i++) {
      const capital = lemmas[i] !== lemmas[i]!.toLowerCase() ? 1 : -1;
      kept.set(xpos[i]!, (kept.get(xpos[i]!) ?? 0) + capital);
    }
  }
  return new Set([...kept].filter(([, balance]) => balance > 0).map(([xpos]) => xpos));
}

/** The edit as `cut add`, `+` in front where the case is kept; undefined where the lemma has nothing of the form. */
function ruleFor(form: string, lemma: string, keepsCase: boolean): string | undefined {
  const base = keepsCase ? form : lemmaKey(form);
  const target = !keepsCase && lemma.toLowerCase() === lemma ? lemma : keepsCase ? lemma : lemma.toLowerCase();
  let same = 0;
  while (same < base.length && same < target.length && base[same] === target[same]) same++;
  const rule: LemmaRule = { cut: base.length - same, add: target.slice(same), keepsCase };
  if (applyRule(rule, form) !== target || rule.cut > 12) return undefined;
  return `${keepsCase ? "+" : ""}${rule.cut} ${rule.add}`;
}

function count(counts: Counts, key: string, rule: string, by: number): void {
  const rules = counts.get(key) ?? new Map<string, number>();
  rules.set(rule, (rules.get(rule) ?? 0) + by);
  counts.set(key, rules);
}

function commonest(rules: ReadonlyMap<string, number>): string {
  return byCount(rules)[0]!;
}

function byCount(rules: ReadonlyMap<string, number>): string[] {
  return [...rules].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([rule]) => rule);
}

function byLengthThenText(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1);
}

function group(map: ReadonlyMap<string, number>): Uint8Array {
  const groups = new Map<string, string[]>();
  for (const [key, rule] of map) {
    const [xpos, text] = key.split(" ") as [string, string];
    const head = `${rule} ${xpos}`;
    groups.set(head, [...(groups.get(head) ?? []), text]);
  }
  const lines = [...groups].map(([head, keys]) => `${head} ${keys.sort().join(" ")}`);
  return new TextEncoder().encode(lines.sort().join("\n"));
}
