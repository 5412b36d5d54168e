import type { Component, Doc, Polarity, Voice, VoiceStance } from "../core/index.ts";
import { type Reached, startAttitude } from "./attitude.ts";
import { createOwnJudge, type OwnJudgement } from "./own-judgements.ts";
import { findOwnSentences } from "./own-sentences.ts";
import { READING_LAYERS, type ReadingOptions, readStances } from "./stance-reading.ts";
import { findVoice } from "./voices.ts";

const VOICE_LAYERS = ["blocks", ...READING_LAYERS] as const;
type VoiceLayer = (typeof VOICE_LAYERS)[number];

/** Finds what the document itself is for or against. Assigns `voiceStances`. */
export function createVoiceFinder(options: ReadingOptions): Component<VoiceLayer, "voiceStances"> {
  return {
    name: "en.own-voice",
    requires: VOICE_LAYERS,
    assigns: ["voiceStances"],
    run: (doc) => ({ voiceStances: findVoiceStances(doc, options) }),
  };
}

/** Below this the way from the judging word to the target is too long to be trusted. */
const MIN_STRENGTH = 0.4;
/** What a document says itself is read from its form alone, without a source that vouches for the reading. */
const UNVOUCHED = 0.8;

/**
 * Stances that a document takes in its own voice, as editorials and columns do: judgements, demands and words in the first
 * person that stand in whole sentences outside every quotation and report. They are held by the publisher, or by the
 * author where the text says "I"; a document that names neither takes none.
 */
export function findVoiceStances(doc: Doc<VoiceLayer>, options: ReadingOptions): VoiceStance[] {
  if (!findVoice(doc, true)) return [];
  const reading = readStances(doc, options);
  const { tree, grader, actors, composer, governmentOf } = reading;
  const { list, notes, speaksAsI } = findOwnSentences(doc, tree, grader);
  const writer = findVoice(doc, speaksAsI);
  const newspaper = findVoice(doc, false);
  const judgementsAt = createOwnJudge(reading);

  const best = new Map<string, VoiceStance>();
  for (const index of list) {
    const voice = notes.has(index) ? newspaper : writer;
    if (!voice) continue;
    const { firstToken, endToken } = doc.sentences[index]!;
    for (let token = firstToken; token < endToken; token++) {
      for (const judgement of judgementsAt(token)) {
        for (const reached of reach(judgement)) {
          const stance = write(judgement, reached, voice);
          if (!stance) continue;
          const key = `${index} ${stance.target.cluster} ${stance.polarity}`;
          const known = best.get(key);
          if (!known || stance.confidence > known.confidence) best.set(key, stance);
        }
      }
    }
  }
  return [...best.values()].sort((a, b) => a.evidence.start - b.evidence.start || a.target.mention - b.target.mention);

  /** "We endorse X for mayor": parsers lose the object of two names in a row, which stands right behind the verb. */
  function reach({ token, sense, turn }: OwnJudgement): Reached[] {
    const found = composer.reachArguments(token, sense, turn);
    const effect = sense.effects.find(({ role }) => role === "obj");
    if (found.length > 0 || !effect || tree.pos(token) !== "VERB" || token + 1 >= doc.tokens.length) return found;
    const mention = actors.mentionAt(token + 1);
    if (mention < 0 || doc.mentions[mention]!.kind !== "name" || doc.mentions[mention]!.demonym) return [];
    const sign = (turn * effect.sign) as Reached["sign"];
    return [{ ...startAttitude(sign, `${sense.lemma} → obj`, true), mention, strength: sense.strength }];
  }

  /** A pronoun counts where its paragraph named whom it stands for: further back, it is wrong too often. */
  function isNamedNear(mention: number): boolean {
    const { kind, start, sentence } = doc.mentions[mention]!;
    if (kind === "name") return true;
    const { block } = doc.sentences[sentence]!;
    return doc.clusters[actors.clusterOf(mention)]!.mentions.some((other) => {
      const named = doc.mentions[other]!;
      return named.kind === "name" && named.start < start && doc.sentences[named.sentence]!.block === block;
    });
  }

  function write({ token, sense, grades, by }: OwnJudgement, reached: Reached, holder: Voice): VoiceStance | undefined {
    const { mention, sign, strength, path } = reached;
    // What somebody is told to do says nothing for or against them, unless it shames them.
    if (by === "demand" && sense.kind !== "judge" && path.endsWith("→ subj")) return undefined;
    const cluster = governmentOf(actors.clusterOf(mention));
    if (strength < MIN_STRENGTH || cluster < 0 || !actors.isActor(mention) || !isNamedNear(mention)) return undefined;
    const { start, end } = doc.sentences[tree.sentence(token)]!;
    const polarity: Polarity = sign > 0 ? "support" : sign < 0 ? "oppose" : "mixed";
    const { start: from, end: to } = doc.tokens[token]!;
    return {
      kind: "stance",
      holder,
      target: { cluster, mention },
      polarity,
      explicit: true,
      hedged: grades.hedged,
      negated: grades.negated,
      conditional: grades.conditional,
      confidence: Math.round(Math.min(0.95, strength * UNVOUCHED) * 100) / 100,
      cue: [{ start: from, end: to }],
      chain: [{ source: holder.name, sourceKind: "author", cluster: -1, cue: "" }],
      evidence: { docId: doc.id, start, end, quote: doc.text.slice(start, end) },
      reason: `${path}, ${by} in its own voice`,
    };
  }
}
