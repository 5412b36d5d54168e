import type { Doc, Participant, Polarity, Sentence, Span, Stance } from "../core/index.ts";
import type { Reached } from "./attitude.ts";
import type { LearnedStance } from "./learned-stances.ts";
import { partyBehind } from "./parties.ts";
import { predicateAbove } from "./predicate-forms.ts";
import { findPrincipals } from "./represented.ts";
import { roundConfidence, SUREST } from "./stance-collection.ts";
import type { Judgement, READING_LAYERS, StanceReading } from "./stance-reading.ts";

const THINGS: ReadonlySet<string> = new Set(["law", "event", "product"]);

/** Writes claims down, with their evidence, where their two sides may hold and be held to anything. */
export interface StanceWriter {
  /** Who a mention stands for as a side of a claim. */
  participant(mention: number): Participant;
  /** The cluster that another one speaks for in the end. */
  partyOf(cluster: number): number;
  /** What a predicate says of a mention that its attitude reaches; undefined where that is no stance. */
  write(judgement: Judgement, reached: Reached): Stance | undefined;
  /** What a model proposes; undefined where that is no stance. */
  writeLearned(proposal: LearnedStance): Stance | undefined;
}

export function createStanceWriter(
  doc: Doc<(typeof READING_LAYERS)[number] | "relations">,
  { tree, actors, grader, speakers, governmentOf }: StanceReading,
): StanceWriter {
  const principals = findPrincipals(doc.relations, doc.clusters);
  return { participant, partyOf, write, writeLearned };

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

  function writeLearned(proposal: LearnedStance): Stance | undefined {
    const { holder, target, polarity, probability, alone, token, reason } = proposal;
    const source = participant(holder);
    const judged = participant(target);
    if (isOneParty(source.cluster, judged.cluster) || isThing(source.cluster)) return undefined;
    if (isOwnSide(source.cluster, judged.cluster, polarity)) return undefined;
    const grades = grader.grade(predicateAbove(tree, token));
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

  function sentenceSpan(token: number): Span {
    const { start, end }: Sentence = doc.sentences[tree.sentence(token)]!;
    return { start, end };
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
