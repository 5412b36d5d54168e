import { type Arc, type Component, UPOS } from "../../core/index.ts";
import { type FeatureWeights, findRows, highest, scoreClasses, slotMask, toFeatureWeights } from "../linear.ts";
import { type ModelFile, readModel } from "../model-file.ts";
import {
  createParseState,
  FIRST_ARC,
  isFinished,
  leftArc,
  type ParseState,
  REDUCE,
  reduce,
  rightArc,
  SHIFT,
  shift,
  unshift,
} from "./arc-eager.ts";
import type { Clusters } from "./clusters.ts";
import { partContrasts } from "./contrasted-clauses.ts";
import { joinDoubleArguments } from "./double-arguments.ts";
import * as F from "./form-table.ts";
import { attachPairedMarks } from "./paired-marks.ts";
import { PARSER_FEATURES, type ParserWords, parserFeatures } from "./parser-features.ts";
import type { Arcs } from "./sentence-arcs.ts";
import { createTagLabels, type TagLabels } from "./tag-labels.ts";
import { headTitledNames } from "./titled-names.ts";

export const PARSER_KIND = "en-parser";
export const PARSER_VERSION = 1;

export interface ParserMeta {
  /** Relations; the actions are SHIFT, REDUCE, left arcs, right arcs in the order of this list. */
  readonly relations: readonly string[];
  /** Joint labels of the tagger that the parser was trained with. */
  readonly tags: readonly string[];
  /** Relations that were seen, by `arcKey`. */
  readonly seen: readonly (readonly number[])[];
}

export interface ParserModel {
  readonly relations: readonly string[];
  readonly tags: TagLabels;
  readonly filter: ArcFilter;
  readonly rows: FeatureWeights;
}

/** Reads the bytes of `models/en-parser.bin`. */
export async function loadParser(bytes: Uint8Array): Promise<ParserModel> {
  return toParserModel(await readModel(bytes, PARSER_KIND, PARSER_VERSION));
}

export function toParserModel(file: ModelFile): ParserModel {
  const meta = file.meta as ParserMeta;
  return {
    relations: meta.relations,
    tags: createTagLabels(meta.tags),
    filter: createArcFilter(meta.seen, meta.relations.length),
    rows: toFeatureWeights(file.sections),
  };
}

/** Class of a word as a head or dependent: its universal tag, or the root. */
const ROOT_POS = UPOS.length;
const POS_COUNT = UPOS.length + 1;

/** Where an arc's relations are listed, by the tags of its ends and its direction. */
export function arcKey(headPos: number, dependentPos: number, isLeft: boolean): number {
  return (headPos * POS_COUNT + dependentPos) * 2 + (isLeft ? 1 : 0);
}

/** For each kind of arc the actions that can draw it: only relations seen in training are scored. */
export type ArcFilter = readonly Int32Array[];

export function createArcFilter(seen: readonly (readonly number[])[], relations: number): ArcFilter {
  return Array.from({ length: POS_COUNT * POS_COUNT * 2 }, (_, key) =>
    Int32Array.from(seen[key] ?? [], (relation) => FIRST_ARC + (key & 1 ? 0 : relations) + relation),
  );
}

const NO_ROWS = -3;

/** Gathers what the parser sees of a sentence. `tags` are indexes into the model's labels. */
export function parserWords(
  rows: Int32Array,
  words: Int32Array,
  tags: ArrayLike<number>,
  labels: TagLabels,
): ParserWords {
  const count = words.length;
  const column = (offset: number, root: number, none: number): Int32Array => {
    const values = new Int32Array(count + 2);
    for (let i = 0; i < count; i++) values[i] = rows[words[i]! * F.STRIDE + offset]!;
    values[count] = root;
    values[count + 1] = none;
    return values;
  };
  const tag = new Int32Array(count + 2);
  const pos = new Int32Array(count + 2);
  for (let i = 0; i < count; i++) {
    tag[i] = tags[i]! + 1;
    pos[i] = tags[i]! < 0 ? UPOS.length - 1 : labels.pos[tags[i]!]!;
  }
  tag[count] = labels.names.length + 1;
  tag[count + 1] = labels.names.length + 2;
  pos[count] = ROOT_POS;
  pos[count + 1] = ROOT_POS + 1;
  return {
    word: column(F.LOWER, -2, NO_ROWS),
    tag,
    pos,
    fine: column(F.FINE, -2, NO_ROWS),
    middle: column(F.MIDDLE, -2, NO_ROWS),
    coarse: column(F.COARSE, -2, NO_ROWS),
  };
}

/** Writes the actions that the state permits into `out` and returns how many there are. */
export function permittedActions(state: ParseState, words: ParserWords, filter: ArcFilter, out: Int32Array): number {
  let n = 0;
  const { buffer, count, depth } = state;
  if (buffer < count) out[n++] = SHIFT;
  if (depth === 0) return n;
  const top = state.stack[depth - 1]!;
  const topPos = words.pos[top]!;
  const nextPos = words.pos[buffer]!;
  if (state.heads[top]! >= 0) out[n++] = REDUCE;
  else {
    const left = filter[arcKey(nextPos, topPos, true)]!;
    for (let i = 0; i < left.length; i++) out[n++] = left[i]!;
  }
  if (buffer < count) {
    const right = filter[arcKey(topPos, nextPos, false)]!;
    for (let i = 0; i < right.length; i++) out[n++] = right[i]!;
  }
  return n;
}

/** Changes the state by an action. */
export function applyAction(state: ParseState, action: number, relations: number): void {
  if (action === SHIFT) shift(state);
  else if (action === REDUCE) reduce(state);
  else if (action < FIRST_ARC + relations) leftArc(state, action - FIRST_ARC);
  else rightArc(state, action - FIRST_ARC - relations);
}

/** The tree of one sentence: heads (-1 for the root) and indexes of relations. */
export interface SentenceTree {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

export type SentenceParser = (forms: readonly string[], tags: ArrayLike<number>) => SentenceTree;

const MARK = UPOS.indexOf("PUNCT");
/** Parts of speech that seldom head a sentence with a word to their left that could be their head. */
const NOMINALS: ReadonlySet<number> = new Set(
  ["NOUN", "PROPN", "PRON", "NUM"].map((pos) => UPOS.indexOf(pos as never)),
);
const VERB = UPOS.indexOf("VERB");

/** Punctuation takes no words: what would hang on a full stop was left behind earlier. */
function withoutMarksAsHeads(filter: ArcFilter): ArcFilter {
  const none = new Int32Array(0);
  return filter.map((actions, key) => {
    const pair = key >> 1;
    const [head, dependent] = [Math.floor(pair / POS_COUNT), pair % POS_COUNT];
    return head === MARK && dependent !== MARK ? none : actions;
  });
}

/**
 * Whether the sentence is over and its last noun still has no head, though a verb before it could take it: a greedy
 * parser shifts such a word in the hope of a head that never comes.
 */
function isForgotten({ buffer, count, depth, stack, heads }: ParseState, pos: ArrayLike<number>): boolean {
  if (depth < 2) return false;
  for (let i = buffer; i < count; i++) if (pos[i] !== MARK) return false;
  const top = stack[depth - 1]!;
  return heads[top]! < 0 && NOMINALS.has(pos[top]!) && pos[stack[depth - 2]!] === VERB;
}

/**
 * Greedy arc-eager parsing, but for words that the end of the sentence finds without a head: they go back into the
 * buffer (Nivre & Fernández-González 2014).
 */
export function createSentenceParser(
  model: ParserModel,
  clusters: Clusters,
  isTitle: (form: string) => boolean = () => false,
): SentenceParser {
  const table = F.createFormTable(clusters, () => 0);
  const relations = model.relations.length;
  const rootRelation = model.relations.indexOf("root");
  const punctuation = model.relations.indexOf("punct");
  const otherRelation = model.relations.indexOf("dep");
  const filter = withoutMarksAsHeads(model.filter);
  const { weights, starts } = model.rows;
  const mask = slotMask(weights.length);
  const features = new Int32Array(PARSER_FEATURES);
  const slots = new Int32Array(PARSER_FEATURES);
  const actions = new Int32Array(2 + 2 * relations);
  const scores = new Float64Array(2 + 2 * relations);

  /** The highest-scored of the first actions in the list. */
  function best(state: ParseState, words: ParserWords, permitted: number): number {
    if (permitted === 1) return actions[0]!;
    parserFeatures(state, words, features);
    const count = findRows(features, PARSER_FEATURES, mask, starts, slots);
    scoreClasses(weights, slots, count, actions, permitted, scores);
    return actions[highest(scores, permitted)]!;
  }

  /** Puts the top of the stack back in front of the buffer and lets the word below take it. */
  function attachForgotten(state: ParseState, words: ParserWords): void {
    const { buffer } = state;
    const word = unshift(state);
    const right = filter[arcKey(words.pos[state.stack[state.depth - 1]!]!, words.pos[word]!, false)]!;
    actions.set(right);
    const action = right.length > 0 ? best(state, words, right.length) : FIRST_ARC + relations + otherRelation;
    rightArc(state, action - FIRST_ARC - relations);
    state.buffer = buffer;
  }

  return (forms, tags) => {
    const rowNumbers = table.rowsOf(forms);
    const words = parserWords(table.rows, rowNumbers, tags, model.tags);
    const state = createParseState(forms.length);
    while (!isFinished(state)) {
      if (isForgotten(state, words.pos)) {
        attachForgotten(state, words);
        continue;
      }
      const permitted = permittedActions(state, words, filter, actions);
      const action = permitted === 0 ? FIRST_ARC + rootRelation : best(state, words, permitted);
      applyAction(state, action, relations);
    }
    const tree = toTree(state, rootRelation, model.relations, words);
    const arcs: Arcs = {
      heads: tree.heads,
      relation: (i) => model.relations[tree.labels[i]!] ?? "",
      relate: (i, name) => {
        tree.labels[i] = Math.max(0, model.relations.indexOf(name));
      },
      pos: (i) => UPOS[words.pos[i]!] ?? "",
    };
    headTitledNames(arcs, forms, isTitle);
    joinDoubleArguments(arcs);
    partContrasts(arcs, forms);
    attachPairedMarks(forms, (i) => tree.labels[i] === punctuation, tree.heads);
    return tree;
  };
}

/** A sentence has one root: of several, the first that is no mark stays, and the others hang on it. */
function toTree(
  state: ParseState,
  rootRelation: number,
  relations: readonly string[],
  words: ParserWords,
): SentenceTree {
  const heads = state.heads.slice(0, state.count);
  const labels = state.labels.slice(0, state.count);
  const punctuation = UPOS.indexOf("PUNCT");
  let root = -1;
  for (let i = 0; i < heads.length; i++) {
    if (heads[i] !== state.count) continue;
    if (root < 0 || words.pos[root] === punctuation) root = i;
  }
  for (let i = 0; i < heads.length; i++) {
    if (heads[i] !== state.count) continue;
    if (i === root) {
      heads[i] = -1;
      labels[i] = rootRelation;
    } else {
      heads[i] = root;
      labels[i] = relations.indexOf(words.pos[i] === punctuation ? "punct" : "parataxis");
    }
  }
  return { heads, labels };
}

/**
 * Makes the component that finds heads and relations.
 * @param isTitle tells titles ("Gov.", "Senator"), so that "Ohio Gov. Jane Roe" is headed by the name
 */
export function createEnglishParser(
  model: ParserModel,
  clusters: Clusters,
  isTitle: (form: string) => boolean = () => false,
): Component<"tokens" | "sentences" | "tags", "syntax"> {
  const parse = createSentenceParser(model, clusters, isTitle);
  return {
    name: "en.parser",
    requires: ["tokens", "sentences", "tags"],
    assigns: ["syntax"],
    run: (doc) => {
      const syntax: Arc[] = [];
      for (const { firstToken, endToken } of doc.sentences) {
        const forms: string[] = [];
        const tags: number[] = [];
        for (let t = firstToken; t < endToken; t++) {
          forms.push(doc.tokens[t]!.form);
          tags.push(model.tags.indexOf(doc.tags[t]!.pos, doc.tags[t]!.xpos));
        }
        const { heads, labels } = parse(forms, tags);
        for (let i = 0; i < forms.length; i++) {
          const head = heads[i]!;
          syntax.push({ head: head < 0 ? -1 : firstToken + head, dep: model.relations[labels[i]!]! });
        }
      }
      return { syntax };
    },
  };
}
