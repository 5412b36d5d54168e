import type { Component, Tag } from "../../core/index.ts";
import { type FeatureWeights, findRows, highest, scoreClasses, slotMask, toFeatureWeights } from "../linear.ts";
import { type ModelFile, readModel } from "../model-file.ts";
import type { Clusters } from "./clusters.ts";
import { createFormTable, type FormTable, foldForm } from "./form-table.ts";
import { createTagLabels, type TagLabels } from "./tag-labels.ts";
import { createTagLexicon, type TagLexicon, type TagLexiconData } from "./tag-lexicon.ts";
import { sentenceFacts, TAGGER_FEATURES, taggerFeatures } from "./tagger-features.ts";

export const TAGGER_KIND = "en-tagger";
export const TAGGER_VERSION = 1;

export interface TaggerMeta {
  readonly labels: readonly string[];
  /** How many labels, from the first, a word may have that is not listed as frequent. */
  readonly open: number;
  readonly lexicon: TagLexiconData;
}

/** The weights of the tagger and what it needs to read them. */
export interface TaggerModel {
  readonly labels: TagLabels;
  readonly lexicon: TagLexicon;
  /** 0, 1, 2, …: the labels of words that are not listed as frequent. */
  readonly open: Int32Array;
  readonly rows: FeatureWeights;
}

/** Reads the bytes of `models/en-tagger.bin`. */
export async function loadTagger(bytes: Uint8Array): Promise<TaggerModel> {
  return toTaggerModel(await readModel(bytes, TAGGER_KIND, TAGGER_VERSION));
}

export function toTaggerModel(file: ModelFile): TaggerModel {
  const meta = file.meta as TaggerMeta;
  return {
    labels: createTagLabels(meta.labels),
    lexicon: createTagLexicon(meta.lexicon),
    open: Int32Array.from({ length: meta.open }, (_, index) => index),
    rows: toFeatureWeights(file.sections),
  };
}

/** Tags one sentence; returns indexes into the model's labels. */
export type SentenceTagger = (forms: readonly string[]) => Int32Array;

/** Greedy tagging from left to right. */
export function createSentenceTagger(model: TaggerModel, clusters: Clusters): SentenceTagger {
  const table: FormTable = createFormTable(clusters, model.lexicon.ambiguity);
  const { open, lexicon } = model;
  const { weights, starts } = model.rows;
  const mask = slotMask(weights.length);
  const features = new Int32Array(TAGGER_FEATURES);
  const slots = new Int32Array(TAGGER_FEATURES);
  const scores = new Float64Array(model.labels.names.length);
  const choices = createChoices(lexicon, open);

  return (forms) => {
    const words = table.rowsOf(forms);
    const rows = table.rows;
    const facts = sentenceFacts(rows, words);
    const result = new Int32Array(forms.length);
    let tag1 = -1;
    let tag2 = -1;
    for (let i = 0; i < forms.length; i++) {
      const candidates = choices(forms[i]!);
      let best = candidates[0]!;
      if (candidates.length > 1) {
        taggerFeatures(rows, words, i, tag1, tag2, facts, features);
        const count = findRows(features, TAGGER_FEATURES, mask, starts, slots);
        scoreClasses(weights, slots, count, candidates, candidates.length, scores);
        best = candidates[highest(scores, candidates.length)]!;
      }
      result[i] = best;
      tag2 = tag1;
      tag1 = best;
    }
    return result;
  };
}

/** The labels that a form may have, worked out once a form. */
export function createChoices(lexicon: TagLexicon, open: Int32Array): (form: string) => Int32Array {
  let known = new Map<string, Int32Array>();
  return (form) => {
    let found = known.get(form);
    if (!found) {
      found = lexicon.allowed(foldForm(form).toLowerCase()) ?? open;
      if (known.size > 100_000) known = new Map();
      known.set(form, found);
    }
    return found;
  };
}

/** Makes the component that tags tokens with universal and Penn tags. */
export function createEnglishTagger(model: TaggerModel, clusters: Clusters): Component<"tokens" | "sentences", "tags"> {
  const tag = createSentenceTagger(model, clusters);
  return {
    name: "en.tagger",
    requires: ["tokens", "sentences"],
    assigns: ["tags"],
    run: (doc) => {
      const tags: Tag[] = [];
      for (const { firstToken, endToken } of doc.sentences) {
        const forms: string[] = [];
        for (let t = firstToken; t < endToken; t++) forms.push(doc.tokens[t]!.form);
        for (const label of tag(forms)) tags.push(model.labels.tags[label]!);
      }
      return { tags };
    },
  };
}
