import { createRandom } from "../core/index.ts";
import type { Clusters } from "../language/en/clusters.ts";
import { createFormTable, foldForm } from "../language/en/form-table.ts";
import { createTagLabels } from "../language/en/tag-labels.ts";
import { createTagLexicon, type TagLexiconData } from "../language/en/tag-lexicon.ts";
import { createChoices, type TaggerMeta, type TaggerModel } from "../language/en/tagger.ts";
import { sentenceFacts, TAGGER_FEATURES, taggerFeatures } from "../language/en/tagger-features.ts";
import { highest, scoreClasses } from "../language/linear.ts";
import { createLearningRows } from "./averaged-weights.ts";
import type { TreebankSentence } from "./conllu.ts";
import { shuffle } from "./shuffle.ts";

export interface TaggerOptions {
  /** Slots of the weight table, as a power of two. */
  readonly bits: number;
  readonly epochs: number;
  /** The right label must win by this much, or the weights move. */
  readonly margin: number;
  readonly seed: number;
}

export const TAGGER_OPTIONS: TaggerOptions = { bits: 22, epochs: 6, margin: 60, seed: 1 };

/** Words seen at least so often may only take the tags that they were seen with. */
const FREQUENT = 40;
/** Rarer words have no class of tags: in training they would give their own tag away. */
const LISTED = 4;
/** A label that rarer words took less often is closed to them. */
const OPEN = 4;

/** Lists the labels, first those that rarer words take. */
function learnLabels(sentences: readonly TreebankSentence[]): { labels: string[]; open: number } {
  const words = new Map<string, number>();
  for (const { forms } of sentences) {
    for (const form of forms) {
      const lower = foldForm(form).toLowerCase();
      words.set(lower, (words.get(lower) ?? 0) + 1);
    }
  }
  const rare = new Map<string, number>();
  for (const { forms, pos, xpos } of sentences) {
    for (let i = 0; i < forms.length; i++) {
      const label = `${pos[i]}/${xpos[i]}`;
      const isRare = words.get(foldForm(forms[i]!).toLowerCase())! < FREQUENT;
      rare.set(label, (rare.get(label) ?? 0) + (isRare ? 1 : 0));
    }
  }
  const labels = [...rare.keys()].sort();
  const open = labels.filter((label) => rare.get(label)! >= OPEN);
  return { labels: [...open, ...labels.filter((label) => !open.includes(label))], open: open.length };
}

/** Counts which tags words have. */
export function learnTagLexicon(sentences: readonly TreebankSentence[], labels: readonly string[]): TagLexiconData {
  const indexes = new Map(labels.map((label, index) => [label, index]));
  const counts = new Map<string, Map<number, number>>();
  for (const { forms, pos, xpos } of sentences) {
    for (let i = 0; i < forms.length; i++) {
      const lower = foldForm(forms[i]!).toLowerCase();
      const label = indexes.get(`${pos[i]}/${xpos[i]}`)!;
      const tags = counts.get(lower) ?? new Map<number, number>();
      tags.set(label, (tags.get(label) ?? 0) + 1);
      counts.set(lower, tags);
    }
  }
  const classes = new Map<string, string[]>();
  const frequent: string[] = [];
  for (const [word, tags] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const total = [...tags.values()].reduce((sum, count) => sum + count, 0);
    if (total < LISTED || /\s/.test(word)) continue;
    // One in a thousand is a slip of the annotators.
    const seen = [...tags].filter(([, count]) => count > total / 1000).map(([label]) => label);
    const key = seen.sort((a, b) => a - b).join(" ");
    classes.set(key, [...(classes.get(key) ?? []), word]);
    if (total >= FREQUENT) frequent.push(word);
  }
  const sorted = [...classes].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    classes: sorted.map(([key]) => key.split(" ").map(Number)),
    words: sorted.map(([, words]) => words.join(" ")),
    frequent: frequent.join(" "),
  };
}

/** Trains the tagger: an averaged perceptron with a margin, greedy from left to right on its own tags. */
export function trainTagger(
  sentences: readonly TreebankSentence[],
  clusters: Clusters,
  options: TaggerOptions,
  log: (line: string) => void,
): { meta: TaggerMeta; model: TaggerModel } {
  const { labels, open } = learnLabels(sentences);
  const lexiconData = learnTagLexicon(sentences, labels);
  const lexicon = createTagLexicon(lexiconData);
  const tagLabels = createTagLabels(labels);
  const meta: TaggerMeta = { labels, open, lexicon: lexiconData };

  const table = createFormTable(clusters, lexicon.ambiguity);
  const openLabels = Int32Array.from({ length: open }, (_, index) => index);
  const choices = createChoices(lexicon, openLabels);
  const learning = createLearningRows(options.bits, true);
  const { weights } = learning;
  const features = new Int32Array(TAGGER_FEATURES);
  const slots = new Int32Array(TAGGER_FEATURES);
  const scores = new Float64Array(labels.length);
  const random = createRandom(options.seed);
  const examples = sentences.map((sentence) => ({
    words: table.rowsOf(sentence.forms),
    choices: sentence.forms.map(choices),
    gold: Int32Array.from(sentence.forms, (_, i) => tagLabels.indexOf(sentence.pos[i]!, sentence.xpos[i]!)),
  }));
  const rows = table.rows;
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let wrong = 0;
    let total = 0;
    for (const example of shuffle(examples, random)) {
      const facts = sentenceFacts(rows, example.words);
      let tag1 = -1;
      let tag2 = -1;
      for (let i = 0; i < example.words.length; i++) {
        const gold = example.gold[i]!;
        const candidates = example.choices[i]!;
        let best = candidates[0]!;
        step++;
        total++;
        if (candidates.length > 1) {
          taggerFeatures(rows, example.words, i, tag1, tag2, facts, features);
          const met = learning.meet(features, TAGGER_FEATURES, epoch, slots);
          scoreClasses(weights, slots, met, candidates, candidates.length, scores);
          best = candidates[highest(scores, candidates.length)]!;
          let right = -1;
          let rival = -1;
          for (let c = 0; c < candidates.length; c++) {
            if (candidates[c] === gold) right = c;
            else if (rival < 0 || scores[c]! > scores[rival]!) rival = c;
          }
          if (right >= 0 && scores[right]! - scores[rival]! <= options.margin) {
            learning.update(slots, met, gold, candidates[rival]!, step);
          }
        }
        if (best !== gold) wrong++;
        tag2 = tag1;
        tag1 = best;
      }
    }
    log(`epoch ${epoch + 1}: ${((100 * (total - wrong)) / total).toFixed(2)} % right while training`);
  }
  const model = { labels: tagLabels, lexicon, open: openLabels, rows: learning.average(step) };
  return { meta, model };
}
