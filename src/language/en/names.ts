import type { Component, Name } from "../../core/index.ts";
import type { Clusters } from "./clusters.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { MAX_FEATURES, type NamesDoc, type NamesView, nameFeatures, viewNames } from "./names-features.ts";
import { createFormFacts } from "./names-forms.ts";
import { BEGIN, COLUMNS, LABELS, LAST, NAME_TYPES, positionOf, typeOf, UNIT } from "./names-labels.ts";
import { createLattice } from "./names-lattice.ts";
import { MAX_MEMORY_FEATURES, memoryFeatures, rememberNames } from "./names-memory.ts";
import { addWeights, type NamesModel, toLabelScores } from "./names-model.ts";
import { poolTypes } from "./names-pooling.ts";
import { tidyNames } from "./names-rules.ts";

/** What the corpora call news; running text is read as such. */
const NEWS = 0;

/** Scores by which "outside" must lead for a token to be plain: the others then have less than one chance in a thousand. */
const PLAIN_MARGIN = 8;

/** The two readings of a document. */
export interface NamesReader {
  /** Column sums of every token from its own features. */
  sum(view: NamesView, domain: number): Int32Array;
  /** Adds what the first reading's label probabilities tell about the other tokens of each word. */
  addMemory(view: NamesView, marginals: Float32Array, columns: Int32Array): void;
  /** Label probabilities of every token, `LABELS` a token. */
  marginals(view: NamesView, columns: Int32Array): Float32Array;
  /** The same, and the likeliest labels. */
  read(view: NamesView, columns: Int32Array): { readonly marginals: Float32Array; readonly labels: Uint8Array };
}

export function createNamesReader(model: NamesModel): NamesReader {
  const lattice = createLattice(model.transitions);
  const features = new Int32Array(Math.max(MAX_FEATURES, MAX_MEMORY_FEATURES));
  /** Whether no label but outside has a chance at a token. */
  const isPlain = (columns: Int32Array, token: number): boolean => {
    const at = token * COLUMNS;
    let position = columns[at + 1]!;
    for (let c = 2; c < 5; c++) if (columns[at + c]! > position) position = columns[at + c]!;
    let type = columns[at + 5]!;
    for (let c = 6; c < COLUMNS; c++) if (columns[at + c]! > type) type = columns[at + c]!;
    return model.scale * (columns[at]! - position - type) > PLAIN_MARGIN;
  };
  /** Runs over the stretches of sentences that may hold names, each with a plain token at its edges. */
  const overStretches = (view: NamesView, columns: Int32Array, read: (first: number, length: number) => void): void => {
    for (const { firstToken, endToken } of view.doc.sentences) {
      for (let i = firstToken; i < endToken; i++) {
        if (isPlain(columns, i)) continue;
        const first = Math.max(firstToken, i - 1);
        while (i < endToken && !isPlain(columns, i)) i++;
        const length = Math.min(endToken, i + 1) - first;
        lattice.reserve(length);
        for (let t = 0; t < length; t++) {
          toLabelScores(columns, (first + t) * COLUMNS, model.scale, lattice.scores, t * LABELS);
        }
        read(first, length);
      }
    }
  };
  return {
    sum: (view, domain) => {
      const columns = new Int32Array(view.facts.length * COLUMNS);
      for (let i = 0; i < view.facts.length; i++) {
        addWeights(model, features, nameFeatures(view, i, domain, features), columns, i * COLUMNS);
      }
      return columns;
    },
    addMemory: (view, marginals, columns) => {
      const memory = rememberNames(view, marginals);
      for (let i = 0; i < view.facts.length; i++) {
        addWeights(model, features, memoryFeatures(view, memory, i, features), columns, i * COLUMNS);
      }
    },
    marginals: (view, columns) => {
      const out = certainlyOutside(view.facts.length);
      overStretches(view, columns, (first, length) =>
        lattice.marginals(length, model.transitions, out.subarray(first * LABELS, (first + length) * LABELS)),
      );
      return out;
    },
    read: (view, columns) => {
      const marginals = certainlyOutside(view.facts.length);
      const labels = new Uint8Array(view.facts.length);
      overStretches(view, columns, (first, length) => {
        lattice.marginals(length, model.transitions, marginals.subarray(first * LABELS, (first + length) * LABELS));
        lattice.best(length, model.transitions, labels.subarray(first, first + length));
      });
      return { marginals, labels };
    },
  };
}

/** Label probabilities of so many tokens that are no names. */
function certainlyOutside(tokens: number): Float32Array {
  const out = new Float32Array(tokens * LABELS);
  for (let i = 0; i < tokens; i++) out[i * LABELS] = 1;
  return out;
}

/** Finds the names of a document. */
export type NameFinder = (doc: NamesDoc) => Name[];

/**
 * Makes a name finder: a first reading of the document, then a second that knows what the first made of each word.
 * A name's score is the lowest probability of its tokens' labels.
 *
 * Names hold neither titles nor possessive endings nor a leading "the"; they never overlap. Adjectives of nationality,
 * party or religion come as `demonym`.
 */
export function createNameFinder(model: NamesModel, clusters: Clusters, gazetteer: Gazetteer): NameFinder {
  const facts = createFormFacts(clusters, gazetteer);
  const reader = createNamesReader(model);
  return (doc) => {
    const view = viewNames(doc, facts, gazetteer);
    const columns = reader.sum(view, NEWS);
    reader.addMemory(view, reader.marginals(view, columns), columns);
    const { marginals, labels } = reader.read(view, columns);
    const names = toNames(view, labels, marginals);
    return tidyNames(view, poolTypes(view, names, marginals), gazetteer);
  };
}

function toNames({ doc }: NamesView, labels: Uint8Array, marginals: Float32Array): Name[] {
  const names: Name[] = [];
  let first = -1;
  let score = 1;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    const position = positionOf(label);
    if (position === 0) continue;
    if (position === BEGIN || position === UNIT) {
      first = i;
      score = 1;
    }
    score = Math.min(score, marginals[i * LABELS + label]!);
    if (position === LAST || position === UNIT) {
      names.push({
        start: doc.tokens[first]!.start,
        end: doc.tokens[i]!.end,
        type: NAME_TYPES[typeOf(label)]!,
        firstToken: first,
        endToken: i + 1,
        score,
      });
    }
  }
  return names;
}

/** Makes the component that finds names. */
export function createEnglishNames(
  model: NamesModel,
  clusters: Clusters,
  gazetteer: Gazetteer,
): Component<"tokens" | "sentences" | "tags", "names"> {
  const findNames = createNameFinder(model, clusters, gazetteer);
  return {
    name: "en.names",
    requires: ["tokens", "sentences", "tags"],
    assigns: ["names"],
    run: (doc) => ({ names: findNames(doc) }),
  };
}
