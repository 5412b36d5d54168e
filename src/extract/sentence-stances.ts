import type { Doc, Stance } from "../core/index.ts";
import type { Reached } from "./attitude.ts";
import type { DossierSource, JudgedPlace } from "./dossier.ts";
import { findFormStances } from "./form-stances.ts";
import {
  findPairStances,
  findSpokenStances,
  LEAST_PROPOSED,
  type LearnedModels,
  type LearnedStance,
} from "./learned-stances.ts";
import { TIES } from "./mutual.ts";
import { findReceived, type Received } from "./received.ts";
import { createDeedSenses } from "./reported-deeds.ts";
import { findRepresented, findShared } from "./represented.ts";
import { createRuleOut } from "./rule-outs.ts";
import type { PolarityLexicon } from "./sentiment-features-words.ts";
import { createStanceCollection, pairOf } from "./stance-collection.ts";
import type { Sense } from "./stance-lexicon.ts";
import {
  type Judgement,
  READING_LAYERS,
  type ReadingOptions,
  readStances,
  type StanceReading,
  turnOf,
} from "./stance-reading.ts";
import { createStanceWriter } from "./stance-writing.ts";
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
  const { tree, actors, grader, composer, speakers } = reading;
  const writer = createStanceWriter(doc, reading);
  const { participant, write } = writer;
  const isRuledOut = createRuleOut(tree, actors, composer, grader, speakers, doc.mentions);
  const deedSenses = polarity
    ? createDeedSenses(tree, reading.frames, actors, grader, doc.mentions, polarity, composer)
    : () => [];
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
  const forms = findFormStances(doc, reading, writer, countries);
  for (const stance of forms.stances) keep(stance);
  const loyalPairs = new Set(forms.loyal.map(pairOf));
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
        const stance = isLikely(proposal, composed) ? writer.writeLearned(proposal) : undefined;
        return stance ? [{ stance, probability: proposal.probability }] : [];
      }),
    );
  }
  const stances = found.all();
  const inferred = [...findRepresented(stances, doc.relations, doc.clusters), ...findShared(stances, doc.relations)];
  const serving = forms.loyal.filter((stance) => !found.has(stance));
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
    return cluster >= 0 && doc.clusters[writer.partyOf(cluster)]!.entityType === "place";
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

  /** Whether nothing in the sentence speaks against it, nor who the two are: spokesmen do not turn on those they speak for. */
  function isLikely({ holder, target, polarity }: LearnedStance, composed: readonly Stance[]): boolean {
    if (isRuledOut(holder, target, composed)) return false;
    const pair = `${participant(holder).cluster} ${participant(target).cluster}`;
    return polarity !== "oppose" || !loyalPairs.has(pair);
  }
}
