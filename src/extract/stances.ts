import type { Component, Doc, Stance } from "../core/index.ts";
import type { Dossier } from "./dossier.ts";
import { createDossiers } from "./dossiers.ts";
import { partyBehind } from "./parties.ts";
import {
  findSentenceStances,
  type SentenceStanceOptions,
  STANCE_LAYERS,
  type StanceLayer,
} from "./sentence-stances.ts";
import type { VerdictModel } from "./verdict-model.ts";
import { weighByVerdicts } from "./verdicts.ts";

export interface StanceOptions extends SentenceStanceOptions {
  /** What decides in the end, from all that a document shows of a pair; left out, every claim stands by itself. */
  readonly verdicts?: VerdictModel;
}

/**
 * Finds stances: what the sentences claim one by one, by composing the lexicon's signs along the parse and by learned
 * judges, weighed by all that the document shows of each pair. Assigns `stances`.
 */
export function createStanceFinder(options: StanceOptions): Component<StanceLayer, "stances"> {
  return {
    name: "en.stances",
    requires: STANCE_LAYERS,
    assigns: ["stances"],
    run: (doc) => ({ stances: findStances(doc, options) }),
  };
}

/** The stances of a document, in text order. */
export function findStances(doc: Doc<StanceLayer>, { verdicts, ...options }: StanceOptions): Stance[] {
  const found = findSentenceStances(doc, options);
  if (!verdicts) return inTextOrder(found.stances);
  const weighed = weighByVerdicts({
    stances: found.stances,
    dossiers: createDossiers({ ...doc, ...found }),
    model: verdicts,
    sentenceCount: doc.sentences.length,
    partyOf: (cluster) => partyBehind(doc.clusters, cluster),
    write({ holder, target }, place, polarity, confidence) {
      const { start, end } = doc.sentences[doc.mentions[place.target]!.sentence]!;
      return {
        kind: "stance",
        holder: { cluster: holder, mention: place.holder },
        target: { cluster: target, mention: place.target },
        polarity,
        explicit: false,
        hedged: false,
        negated: false,
        conditional: false,
        confidence,
        cue: [],
        chain: found.reading.speakers.chainAt(place.token),
        evidence: { docId: doc.id, start, end, quote: doc.text.slice(start, end) },
        reason: "learned from whole articles",
      };
    },
  });
  return inTextOrder(weighed);
}

/** What a document shows of each two of its actors, as verdicts are made of it and learnt from it. */
export function findDossiers(doc: Doc<StanceLayer>, options: SentenceStanceOptions): Dossier[] {
  return createDossiers({ ...doc, ...findSentenceStances(doc, options) });
}

function inTextOrder(stances: readonly Stance[]): Stance[] {
  return [...stances].sort((a, b) => a.evidence.start - b.evidence.start || a.target.mention - b.target.mention);
}
