import type { Doc, Participant, Polarity, Sentence, Span, Stance } from "../core/index.ts";
import { findAffixed } from "./affixed.ts";
import type { Reached } from "./attitude.ts";
import type { DossierSource, JudgedPlace } from "./dossier.ts";
import { findLawsuits } from "./lawsuits.ts";
import {
  findPairStances,
  findSpokenStances,
  LEAST_PROPOSED,
  type LearnedModels,
  type LearnedStance,
} from "./learned-stances.ts";
import { findLoyal } from "./loyal.ts";
import { findMakings } from "./makers.ts";
import { findMutual, TIES } from "./mutual.ts";
import { partyBehind } from "./parties.ts";
import { findReceived, type Received } from "./received.ts";
import { createDeedSenses } from "./reported-deeds.ts";
import { findPrincipals, findRepresented, findShared } from "./represented.ts";
import { createRuleOut } from "./rule-outs.ts";
import type { PolarityLexicon } from "./sentiment-features-words.ts";
import { createStanceCollection, pairOf, roundConfidence, SUREST } from "./stance-collection.ts";
import type { Sense } from "./stance-lexicon.ts";
import {
  type Judgement,
  READING_LAYERS,
  type ReadingOptions,
  readStances,
  type StanceReading,
  turnOf,
} from "./stance-reading.ts";
import { createStanding } from "./standing.ts";
import { CONTESTS } from "./word-classes.ts";

export interface SentenceStanceOptions extends ReadingOptions {
  /** How good or bad what words name is: left out, deeds that are told of judge nobody. */
  readonly polarity?: PolarityLexicon;
  /** Models that judge pairs of actors and single targets; left out, composition decides alone. */
  readonly learned?: LearnedModels;
}

export const STANCE_LAYERS = [...READING_LAYERS, "relations"] as const;
export type StanceLayer = (typeof STANCE_LAYERS)[number];

const FIRST_PERSON = new Set(["me", "us", "my", "our", "i", "we", "myself", "ourselves"]);

/** How contests end for somebody. */
const OUTCOMES = new Set(["win", "prevail", "lose", "succeed", "triumph"]);

const THINGS: ReadonlySet<string> = new Set(["law", "event", "product"]);

/** What the name of a case says of its sides. */
const SUING: Sense = {
  lemma: "v.",
  wordClass: "n",
  kind: "act",
  holder: [],
  effects: [],
  strength: 0.7,
  factuality: "act",
};

const ALLIED: Sense = { ...SUING, lemma: "ally" };

/** What a law says of whose it is. */
const MAKING: Sense = { ...SUING, lemma: "make", strength: 0.5 };

/** What the post of somebody's spokesman, lawyer or running mate says of him. */
const SERVING: Sense = { ...SUING, lemma: "serve", strength: 0.45 };

/** What the sentences claim, one by one, and the signs that it was gathered from. */
export interface SentenceStances extends Pick<DossierSource, "judged" | "speakerOf"> {
  readonly stances: Stance[];
  readonly reading: StanceReading;
}

/**
 * Stances that the document's sentences state: every predicate of the lexicon is asked who holds it (its subject,
 * the source of the report around it, or the verb that names) and what it means for its arguments; signs multiply
 * along the way ("block participation by X" is against X).
 */
export function findSentenceStances(doc: Doc<StanceLayer>, options: SentenceStanceOptions): SentenceStances {
  const { lexicon, hedges, countries, polarity, learned } = options;
  const reading = readStances(doc, { lexicon, hedges, countries });
  const { tree, actors, grader, composer, speakers, governmentOf } = reading;
  const isRuledOut = createRuleOut(tree, actors, composer, grader, speakers, doc.mentions);
  const deedSenses = polarity
    ? createDeedSenses(tree, reading.frames, actors, grader, doc.mentions, polarity, composer)
    : () => [];
  const principals = findPrincipals(doc.relations, doc.clusters);
  const found = createStanceCollection();
  const { keep } = found;

  for (let token = 0; token < doc.tokens.length; token++) {
    for (const sense of composer.sensesOf(token)) {
      const received = findReceived(tree, reading.frames, actors, composer, token, sense);
      if (received) {
        keepReceived(token, sense, received);
        continue;
      }
      for (const judgement of reading.judge(token, sense)) {
        const turn = turnOf(judgement);
        if (turn === undefined) continue;
        for (const reached of composer.reachArguments(token, sense, turn)) {
          if (sense.kind === "event" && !reached.evaluative && !isWished(judgement)) continue;
          if (isFellow(judgement, reached)) continue;
          keep(write(judgement, reached));
          keepVictims(judgement, reached);
          if (isTie(sense, judgement.holder, reached)) {
            keep(write({ ...judgement, holder: reached.mention }, { ...reached, mention: judgement.holder }));
          }
        }
      }
    }
  }
  for (let token = 0; token < doc.tokens.length; token++) {
    for (const sense of deedSenses(token)) keepTold(token, sense);
  }
  for (const { plaintiff, defendant, token } of findLawsuits(tree, actors)) {
    keep(writePlain(token, plaintiff, defendant, SUING, "v."));
  }
  for (const { token, holder, target, sign } of findMutual(tree, reading.frames, actors, grader, doc.mentions)) {
    keep(writePlain(token, holder, target, sign > 0 ? ALLIED : SUING, `are ${tree.form(token)}`));
  }
  for (const one of findAffixed(tree, reading.frames, actors, grader, doc.mentions, doc.clusters, countries)) {
    const { token, holder, target, sign } = one;
    keep(writePlain(token, holder, target, sign > 0 ? ALLIED : SUING, tree.form(token)));
  }
  for (const { maker, work } of findMakings(reading.frames, actors, doc.mentions)) {
    const made = writePlain(doc.mentions[work]!.head, maker, work, MAKING, "made by");
    keep(made && { ...made, explicit: false });
  }
  const loyal = findLoyal(tree, reading.frames, actors, doc.mentions, doc.clusters, doc.relations).flatMap((one) => {
    const stance = writePlain(one.token, one.holder, one.target, SERVING, one.role);
    return stance ? [{ ...stance, explicit: false }] : [];
  });
  const loyalPairs = new Set(loyal.map(pairOf));
  const judged: JudgedPlace[] = [];
  if (learned) {
    const sources = new Set(doc.attributions.map(({ sourceMention }) => sourceMention));
    const standing = createStanding(tree, doc.mentions, actors, composer, (mention) => sources.has(mention));
    const composed = found.all();
    const proposals = [
      ...findPairStances(doc, tree, actors, doc.mentions, standing, learned),
      ...findSpokenStances(doc, tree, actors, doc.mentions, doc.attributions, speakers, learned),
    ];
    for (const { holder, target, polarity, probability, by, token } of proposals) {
      const [source, about] = [participant(holder).cluster, participant(target).cluster];
      judged.push({ holder: source, target: about, polarity, probability, by, place: { holder, target, token } });
    }
    found.weigh(
      proposals.flatMap((proposal) => {
        if (proposal.probability < LEAST_PROPOSED) return [];
        const stance = writeLearned(proposal, composed);
        return stance ? [{ stance, probability: proposal.probability }] : [];
      }),
    );
  }
  const stances = found.all();
  const inferred = [...findRepresented(stances, doc.relations, doc.clusters), ...findShared(stances, doc.relations)];
  const serving = loyal.filter((stance) => !found.has(stance));
  const speakerOf = doc.mentions.map(({ head }) => {
    const speaker = speakers.speakerAt(head);
    return speaker < 0 ? -1 : participant(speaker).cluster;
  });
  return {
    stances: [...stances, ...serving, ...inferred],
    judged,
    speakerOf,
    reading,
  };

  /** What a speaker tells of somebody's deeds says what he thinks of the doer. */
  function keepTold(token: number, sense: Sense): void {
    const attribution = doc.attributions[speakers.attributionAt(token)];
    // Whoever reports what happened takes no side by it, nor who says only that it may have happened.
    if (!attribution || tree.lemma(attribution.cueHead) === "report") return;
    for (const judgement of reading.judge(token, sense)) {
      if (judgement.by !== "speaker" || judgement.grades.hedged || turnOf(judgement) === undefined) continue;
      for (const reached of composer.reachArguments(token, sense, 1)) {
        const told = write(judgement, reached);
        keep(told && { ...told, explicit: false });
      }
    }
  }

  /** "Roe must not win," said Doe: how a contest ought to end is how the speaker would have it. */
  function isWished({ token, sense, by, grades }: Judgement): boolean {
    if (by !== "speaker" || !grades.deontic || !OUTCOMES.has(sense.lemma)) return false;
    // "must win three seats" says what it takes.
    const won = tree.child(token, "obj");
    return won < 0 || CONTESTS.has(tree.lemma(won)) || tree.lemma(won) === "election";
  }

  /** "X and Y adopted the practice", "X and Y tried to get ahead": those who do something together do it not to each other. */
  function isFellow({ token, sense }: Judgement, { mention, path }: Reached): boolean {
    if (path.split("→").length <= 2) return false;
    const cluster = actors.clusterOf(mention);
    return composer.holdersOf(token, sense).some((holder) => actors.clusterOf(holder) === cluster);
  }

  /** "He tried to destroy me," Roe said: who tells what others did to her, or for her, answers it in kind. */
  function keepVictims(judgement: Judgement, reached: Reached): void {
    const { holder, by, sense } = judgement;
    if (
      by !== "holder" ||
      sense.kind === "think" ||
      !FIRST_PERSON.has(tree.form(doc.mentions[reached.mention]!.head).toLowerCase())
    )
      return;
    keep(write({ ...judgement, holder: reached.mention, by: "speaker" }, { ...reached, mention: holder }));
  }

  /** "Egypt, an ally of Sudan": what one country is to another the other is to it. */
  function isTie({ wordClass, lemma }: Sense, holder: number, { mention }: Reached): boolean {
    return wordClass === "n" && TIES.has(lemma) && [holder, mention].every((one) => isState(participant(one).cluster));
  }

  function isState(cluster: number): boolean {
    return cluster >= 0 && doc.clusters[partyOf(cluster)]!.entityType === "place";
  }

  /** A claim that the form of a name or phrase makes. */
  function writePlain(token: number, holder: number, mention: number, sense: Sense, path: string): Stance | undefined {
    const sign = sense.lemma === SUING.lemma ? -1 : 1;
    const reached: Reached = { mention, sign, strength: sense.strength, path, evaluative: true, recalled: false };
    return write({ token, sense, holder, grades: grader.grade(token), by: "holder" }, reached);
  }

  function keepReceived(token: number, sense: Sense, { holders, targets, sign, path }: Received): void {
    const grades = grader.grade(tree.head(token));
    if (grades.question || grades.supposed) return;
    for (const holder of holders) {
      const judgement: Judgement = { token, sense, holder, grades: { ...grades, negated: false }, by: "holder" };
      for (const mention of targets) {
        keep(write(judgement, { mention, sign, strength: sense.strength, path, evaluative: true, recalled: false }));
      }
    }
  }

  function write(judgement: Judgement, reached: Reached): Stance | undefined {
    const { token, sense, holder, grades, by } = judgement;
    const source = participant(holder);
    const target = participant(reached.mention);
    if (isOneParty(source.cluster, target.cluster) || isThing(source.cluster)) return undefined;
    const weak = (grades.hedged ? 0.85 : 1) * (grades.conditional ? 0.8 : 1) * (grades.negated ? 0.8 : 1);
    const polarity: Polarity = reached.sign > 0 ? "support" : reached.sign < 0 ? "oppose" : "mixed";
    if (by === "speaker" && isOwnSide(source.cluster, target.cluster, polarity)) return undefined;
    const evidence = sentenceSpan(token);
    return {
      kind: "stance",
      holder: source,
      target,
      polarity,
      explicit: !reached.recalled && (by !== "speaker" || speakers.attributionAt(token) >= 0),
      hedged: grades.hedged || sense.factuality === "hedge",
      negated: grades.negated,
      conditional: grades.conditional,
      confidence: roundConfidence(Math.min(SUREST, reached.strength * weak * (by === "speaker" ? 0.8 : 1))),
      cue: [spanOf(doc.tokens[token]!)],
      chain: speakers.chainAt(token),
      evidence: { docId: doc.id, ...evidence, quote: doc.text.slice(evidence.start, evidence.end) },
      reason: `${reached.path}${by === "speaker" ? ", said by the source" : ""}${grades.negated ? ", negated" : ""}`,
    };
  }

  /** Nobody, or one and the same: "your employees" are not against whoever speaks for them. */
  function isOneParty(holder: number, target: number): boolean {
    return holder < 0 || target < 0 || partyOf(holder) === partyOf(target);
  }

  /** "The Accord would hurt Poland": laws, events and products do good and harm, but take no side. */
  function isThing(cluster: number): boolean {
    return THINGS.has(doc.clusters[partyOf(cluster)]!.entityType ?? "");
  }

  /** What a firm's head or spokesman tells of the firm's troubles, or it of his, is no word against it. */
  function isOwnSide(holder: number, target: number, polarity: Polarity): boolean {
    if (polarity !== "oppose") return false;
    return principals.get(holder)?.cluster === target || principals.get(target)?.cluster === holder;
  }

  function partyOf(cluster: number): number {
    return partyBehind(doc.clusters, cluster);
  }

  function participant(mention: number): Participant {
    return { cluster: governmentOf(actors.clusterOf(mention)), mention };
  }

  function writeLearned(
    { holder, target, polarity, probability, alone, token, reason }: LearnedStance,
    composed: readonly Stance[],
  ): Stance | undefined {
    const source = participant(holder);
    const judged = participant(target);
    if (isOneParty(source.cluster, judged.cluster) || isThing(source.cluster)) return undefined;
    if (isOwnSide(source.cluster, judged.cluster, polarity)) return undefined;
    if (isRuledOut(holder, target, composed)) return undefined;
    // Lawyers and spokesmen do not turn on those they speak for.
    if (polarity === "oppose" && loyalPairs.has(`${source.cluster} ${judged.cluster}`)) return undefined;
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
      confidence: roundConfidence(probability * alone),
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
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
