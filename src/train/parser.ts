import { createRandom, UPOS } from "../core/index.ts";
import { createParseState, isFinished } from "../language/en/arc-eager.ts";
import type { Clusters } from "../language/en/clusters.ts";
import { createFormTable } from "../language/en/form-table.ts";
import {
  applyAction,
  arcKey,
  createArcFilter,
  type ParserMeta,
  type ParserModel,
  parserWords,
  permittedActions,
} from "../language/en/parser.ts";
import { PARSER_FEATURES, parserFeatures } from "../language/en/parser-features.ts";
import { createTagLabels, type TagLabels } from "../language/en/tag-labels.ts";
import { highest, scoreClasses } from "../language/linear.ts";
import { createLearningRows } from "./averaged-weights.ts";
import type { TreebankSentence } from "./conllu.ts";
import { type ActionCosts, actionCosts, isFree, toGoldTree } from "./oracle.ts";
import { shuffle } from "./shuffle.ts";

export interface ParserOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly margin: number;
  /** How often training goes on from a wrong action of its own, from the second epoch. */
  readonly exploration: number;
  /** Leaves out features that occur once in an epoch. */
  readonly isSparing: boolean;
  readonly seed: number;
}

export const PARSER_OPTIONS: ParserOptions = {
  bits: 22,
  epochs: 6,
  margin: 30,
  exploration: 0.9,
  isSparing: false,
  seed: 1,
};

/** A tree with the tags that a tagger gave it that had not seen it. */
export interface ParserExample {
  readonly sentence: TreebankSentence;
  readonly tags: Int32Array;
}

/** Which relations go with which tags at the ends of an arc, by gold and by predicted tags. */
function learnFilter(examples: readonly ParserExample[], relations: readonly string[], labels: TagLabels): number[][] {
  const seen = Array.from({ length: (UPOS.length + 1) ** 2 * 2 }, () => new Set<number>());
  const indexes = new Map(relations.map((relation, index) => [relation, index]));
  for (const { sentence, tags } of examples) {
    const gold = sentence.pos.map((pos) => UPOS.indexOf(pos as (typeof UPOS)[number]));
    const predicted = Array.from(tags, (tag) => labels.pos[tag]!);
    for (let i = 0; i < gold.length; i++) {
      const head = sentence.heads[i]!;
      const isLeft = head < 0 || i < head;
      for (const pos of [gold, predicted]) {
        seen[arcKey(head < 0 ? UPOS.length : pos[head]!, pos[i]!, isLeft)]!.add(indexes.get(sentence.deps[i]!)!);
      }
    }
  }
  return seen.map((set) => [...set].sort((a, b) => a - b));
}

/** Trains the parser: an averaged perceptron with a margin, a dynamic oracle and exploration. */
export function trainParser(
  examples: readonly ParserExample[],
  tagNames: readonly string[],
  clusters: Clusters,
  options: ParserOptions,
  log: (line: string) => void,
): { meta: ParserMeta; model: ParserModel } {
  const tags = createTagLabels(tagNames);
  const relations = [...new Set(examples.flatMap(({ sentence }) => sentence.deps))].sort();
  const relationIndex = new Map(relations.map((relation, index) => [relation, index]));
  const seen = learnFilter(examples, relations, tags);
  const filter = createArcFilter(seen, relations.length);
  const table = createFormTable(clusters, () => 0);
  const rowNumbers = examples.map(({ sentence }) => table.rowsOf(sentence.forms));
  const prepared = examples.map(({ sentence, tags: predicted }, i) => ({
    words: parserWords(table.rows, rowNumbers[i]!, predicted, tags),
    gold: toGoldTree(
      sentence.heads,
      sentence.deps.map((dep) => relationIndex.get(dep)!),
    ),
  }));

  const learning = createLearningRows(options.bits, options.isSparing);
  const { weights } = learning;
  const features = new Int32Array(PARSER_FEATURES);
  const slots = new Int32Array(PARSER_FEATURES);
  const actions = new Int32Array(2 + 2 * relations.length);
  const scores = new Float64Array(2 + 2 * relations.length);
  const costs: ActionCosts = { shift: 0, reduce: 0, left: 0, right: 0 };
  const random = createRandom(options.seed);
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let right = 0;
    let total = 0;
    for (const { words, gold } of shuffle(prepared, random)) {
      const state = createParseState(gold.heads.length);
      while (!isFinished(state)) {
        const permitted = permittedActions(state, words, filter, actions);
        let next = actions[0]!;
        if (permitted > 1) {
          step++;
          actionCosts(state, gold, costs);
          parserFeatures(state, words, features);
          const met = learning.meet(features, PARSER_FEATURES, epoch, slots);
          scoreClasses(weights, slots, met, actions, permitted, scores);
          let free = -1;
          let costly = -1;
          for (let a = 0; a < permitted; a++) {
            if (isFree(actions[a]!, state, gold, costs, relations.length)) {
              if (free < 0 || scores[a]! > scores[free]!) free = a;
            } else if (costly < 0 || scores[a]! > scores[costly]!) costly = a;
          }
          const best = highest(scores, permitted);
          next = actions[best]!;
          if (free >= 0 && costly >= 0) {
            if (scores[free]! - scores[costly]! <= options.margin) {
              learning.update(slots, met, actions[free]!, actions[costly]!, step);
            }
            if (best === costly && (epoch === 0 || random() >= options.exploration)) next = actions[free]!;
          }
        } else if (permitted === 0) break;
        applyAction(state, next, relations.length);
      }
      for (let i = 0; i < gold.heads.length; i++) {
        total++;
        if (state.heads[i] === gold.heads[i] && state.labels[i] === gold.labels[i]) right++;
      }
    }
    log(`epoch ${epoch + 1}: ${((100 * right) / total).toFixed(2)} % of arcs right while training`);
  }
  return {
    meta: { relations, tags: tagNames, seen },
    model: { relations, tags, filter, rows: learning.average(step) },
  };
}
