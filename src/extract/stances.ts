import type { Component, Doc, Participant, Polarity, Sentence, Span, Stance } from "../core/index.ts";
import { type Countries, treeOf } from "../language/index.ts";
import { createActors } from "./actors.ts";
import { createComposer, type Reached } from "./composition.ts";
import { createFrames } from "./frames.ts";
import { createGovernments } from "./governments.ts";
import { createGrader, type Grades, type HedgeLexicon } from "./grades.ts";
import { findPairStances, findSpokenStances, type LearnedModels, type LearnedStance } from "./learned-stances.ts";
import { findRepresented } from "./represented.ts";
import { createSpeakers } from "./speakers.ts";
import type { Sense, StanceLexicon } from "./stance-lexicon.ts";
import { NAMING_VERBS } from "./word-classes.ts";

export interface StanceOptions {
  readonly lexicon: StanceLexicon;
  readonly hedges: HedgeLexicon;
  /** Countries, for which unnamed officials and capitals speak. */
  readonly countries: Countries;
  /** Models that judge pairs of actors and single targets; left out, composition decides alone. */
  readonly learned?: LearnedModels;
}

const STANCE_LAYERS = [
  "sentences",
  "tokens",
  "tags",
  "lemmas",
  "syntax",
  "mentions",
  "clusters",
  "attributions",
  "relations",
] as const;
type StanceLayer = (typeof STANCE_LAYERS)[number];

/** Finds stances by composing the lexicon's signs along the parse. Assigns `stances`. */
export function createStanceFinder(options: StanceOptions): Component<StanceLayer, "stances"> {
  return {
    name: "en.stances",
    requires: STANCE_LAYERS,
    assigns: ["stances"],
    run: (doc) => ({ stances: findStances(doc, options) }),
  };
}

/** A model's word alone is worth less than its calibration on single sentences says: clusters and holders can be wrong too. */
const LEARNED_ALONE = 0.45;

/** A predicate with its holder settled, before the claim is written down. */
interface Judgement {
  readonly token: number;
  readonly sense: Sense;
  readonly holder: number;
  readonly grades: Grades;
  readonly by: "holder" | "speaker" | "namer";
}

/**
 * Stances that the document's sentences state: every predicate of the lexicon is asked who holds it (its subject,
 * the source of the report around it, or the verb that names) and what it means for its arguments; signs multiply
 * along the way ("block participation by X" is against X).
 */
export function findStances(doc: Doc<StanceLayer>, { lexicon, hedges, countries, learned }: StanceOptions): Stance[] {
  const tree = treeOf(doc);
  const frames = createFrames(tree);
  const actors = createActors(tree, frames, doc.mentions, doc.clusters);
  const grader = createGrader(tree, hedges);
  const composer = createComposer(tree, frames, actors, grader, lexicon, doc.mentions);
  const speakers = createSpeakers(
    tree,
    frames,
    actors,
    composer,
    doc.attributions,
    doc.mentions,
    doc.clusters,
    (name) => countries.byName(name) !== undefined,
  );
  const governmentOf = createGovernments(doc.clusters, countries);
  const found = new Map<string, Stance>();

  for (let token = 0; token < doc.tokens.length; token++) {
    for (const sense of composer.sensesOf(token)) {
      for (const judgement of judge(token, sense)) {
        const turn = turnOf(judgement);
        if (turn === undefined) continue;
        for (const reached of composer.reachArguments(token, sense, turn)) {
          if (sense.kind === "event" && !reached.evaluative) continue;
          keep(write(judgement, reached));
        }
      }
    }
  }
  if (learned) {
    weighAll([
      ...findPairStances(doc, tree, actors, doc.mentions, learned),
      ...findSpokenStances(doc, tree, actors, doc.mentions, doc.attributions, speakers, learned),
    ]);
  }
  const stances = [...found.values()];
  return [...stances, ...findRepresented(stances, doc.relations)].sort(
    (a, b) => a.evidence.start - b.evidence.start || a.target.mention - b.target.mention,
  );

  function judge(token: number, sense: Sense): Judgement[] {
    const grades = grader.grade(token);
    if (sense.kind === "act" || sense.kind === "say" || sense.kind === "think") {
      if (composer.isUnrealized(token)) return [];
      const holders = composer.holdersOf(token, sense);
      if (holders.length > 0) return holders.map((holder) => ({ token, sense, holder, grades, by: "holder" }));
      // "Huawei should be banned": without an agent, what ought to be is what the speaker wants.
      if (!grades.deontic) return [];
    } else if (sense.kind === "judge") {
      if (composer.isDenied(token)) return [];
      const namer = namerOf(token);
      if (namer >= 0) return [{ token, sense, holder: namer, grades, by: "namer" }];
    }
    const speaker = speakers.speakerAt(token);
    return speaker >= 0 ? [{ token, sense, holder: speaker, grades, by: "speaker" }] : [];
  }

  /** "regards X as a threat", "called X a liar": the subject of the verb that gives the name. */
  function namerOf(token: number): number {
    const head = tree.head(token);
    if (head < 0 || !NAMING_VERBS.has(tree.lemma(head))) return -1;
    const rel = tree.rel(token);
    if (rel !== "xcomp" && rel !== "obl" && rel !== "ccomp" && rel !== "advcl") return -1;
    for (const subject of frames.fillers(head, "subj")) {
      const actor = actors.actorOf(subject);
      if (actor >= 0) return actor;
    }
    return -1;
  }

  /** The sign that negation leaves, or undefined where a denied predicate says nothing of a stance. */
  function turnOf({ sense, grades }: Judgement): 1 | -1 | undefined {
    if (grades.question || grades.supposed) return undefined;
    if (!grades.negated) return 1;
    return sense.kind === "say" ? undefined : -1;
  }

  function write(judgement: Judgement, reached: Reached): Stance | undefined {
    const { token, sense, holder, grades, by } = judgement;
    const source = participant(holder);
    const target = participant(reached.mention);
    if (source.cluster === target.cluster || source.cluster < 0 || target.cluster < 0) return undefined;
    const weak = (grades.hedged ? 0.85 : 1) * (grades.conditional ? 0.8 : 1) * (grades.negated ? 0.8 : 1);
    const polarity: Polarity = reached.sign > 0 ? "support" : reached.sign < 0 ? "oppose" : "mixed";
    const evidence = sentenceSpan(token);
    return {
      kind: "stance",
      holder: source,
      target,
      polarity,
      explicit: by !== "speaker" || speakers.attributionAt(token) >= 0,
      hedged: grades.hedged || sense.factuality === "hedge",
      negated: grades.negated,
      conditional: grades.conditional,
      confidence: round(Math.min(0.95, reached.strength * weak * (by === "speaker" ? 0.8 : 1))),
      cue: [spanOf(doc.tokens[token]!)],
      chain: speakers.chainAt(token),
      evidence: { docId: doc.id, ...evidence, quote: doc.text.slice(evidence.start, evidence.end) },
      reason: `${reached.path}${by === "speaker" ? ", said by the source" : ""}${grades.negated ? ", negated" : ""}`,
    };
  }

  function participant(mention: number): Participant {
    return { cluster: governmentOf(actors.clusterOf(mention)), mention };
  }

  /**
   * Lets learned proposals confirm what composition drew from the same sentence, and stand alone for pairs of which
   * composition says nothing in the whole document: there with the side that has more behind it.
   */
  function weighAll(proposals: readonly LearnedStance[]): void {
    const composed = new Set([...found.values()].map(pairOf));
    const alone = new Map<string, Stance[]>();
    for (const proposal of proposals) {
      const stance = writeLearned(proposal);
      if (!stance) continue;
      const same = found.get(keyOf(stance));
      if (same) {
        // Two independent ways to one claim: it is wrong only if both are.
        const confidence = round(Math.min(0.97, 1 - (1 - same.confidence) * (1 - proposal.probability)));
        found.set(keyOf(stance), { ...same, confidence, reason: `${same.reason}; confirmed by a learned model` });
      } else if (!composed.has(pairOf(stance)) && !stance.negated) {
        alone.set(pairOf(stance), [...(alone.get(pairOf(stance)) ?? []), stance]);
      }
    }
    for (const stances of alone.values()) {
      const behind = (polarity: Polarity) =>
        stances.reduce((sum, stance) => (stance.polarity === polarity ? sum + stance.confidence : sum), 0);
      const side: Polarity = behind("support") > behind("oppose") ? "support" : "oppose";
      for (const stance of stances) if (stance.polarity === side) keep(stance);
    }
  }

  function writeLearned({ holder, target, polarity, probability, token, reason }: LearnedStance): Stance | undefined {
    const source = participant(holder);
    const judged = participant(target);
    if (source.cluster === judged.cluster || source.cluster < 0 || judged.cluster < 0) return undefined;
    const grades = grader.grade(predicateAbove(token));
    if (grades.question || grades.supposed) return undefined;
    const evidence = sentenceSpan(token);
    return {
      kind: "stance",
      holder: source,
      target: judged,
      polarity,
      explicit: false,
      hedged: grades.hedged,
      negated: grades.negated,
      conditional: grades.conditional,
      confidence: round(probability * LEARNED_ALONE),
      cue: [],
      chain: speakers.chainAt(doc.mentions[target]!.head),
      evidence: { docId: doc.id, ...evidence, quote: doc.text.slice(evidence.start, evidence.end) },
      reason,
    };
  }

  /** The nearest verb or adjective that governs the token. */
  function predicateAbove(token: number): number {
    let at = token;
    while (tree.head(at) >= 0 && tree.pos(at) !== "VERB" && tree.pos(at) !== "ADJ") at = tree.head(at);
    return at;
  }

  function sentenceSpan(token: number): Span {
    const { start, end }: Sentence = doc.sentences[tree.sentence(token)]!;
    return { start, end };
  }

  /** Of the claims that one sentence makes about a pair with one sign, the surest is kept. */
  function keep(stance: Stance | undefined): void {
    if (!stance) return;
    const key = keyOf(stance);
    const known = found.get(key);
    if (!known || stance.confidence > known.confidence) found.set(key, stance);
  }
}

function keyOf({ evidence, holder, target, polarity }: Stance): string {
  return `${evidence.start} ${holder.cluster} ${target.cluster} ${polarity}`;
}

function pairOf({ holder, target }: Stance): string {
  return `${holder.cluster} ${target.cluster}`;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Two decimals: more would be false precision and would make graph files long. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
