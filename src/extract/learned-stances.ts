import type { Attribution, Mention, Span } from "../core/index.ts";
import type { ParsedDoc, Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { PairClass, PairStance } from "./pair-stance.ts";
import type { Speakers } from "./speakers.ts";
import type { Standing } from "./standing.ts";
import type { TargetPolarity } from "./target-polarity.ts";

/** A stance that a learned model proposes, before it is written down. */
export interface LearnedStance {
  readonly holder: number;
  readonly target: number;
  readonly polarity: "support" | "oppose";
  /** Calibrated, 0…1. */
  readonly probability: number;
  /** What the probability is worth, 0…1, where nothing else says so. */
  readonly alone: number;
  /** Token that the claim is placed at. */
  readonly token: number;
  readonly by: "pair" | "speech";
  readonly reason: string;
}

export interface LearnedModels {
  readonly pairs: PairStance;
  readonly targets: TargetPolarity;
}

/** A sentence with more actors than this is a list; its pairs beyond are left alone. */
const MOST_ACTORS = 10;
/** What the models are less sure of is not worth listing. */
export const LEAST_PROPOSED = 0.2;
/** What is kept as a sign among others. */
const LEAST = 0.05;

/** A model's word alone is worth less than its calibration on single sentences says: most pairs of an article say nothing of each other. */
const PAIR_ALONE = 0.36;
const SPEECH_ALONE = 0.45;
/** How sure the model of targets must be where the speaker is named in the same sentence. */
const LEAST_BESIDE = 0.6;
/** Cues of those who pass on what they found. */
const FINDING = new Set(["show", "report", "suggest", "find", "indicate", "accord", "according", "reveal"]);

const DIRECTED: readonly [PairClass, "forward" | "back", "support" | "oppose"][] = [
  ["p+q", "forward", "support"],
  ["p-q", "forward", "oppose"],
  ["q+p", "back", "support"],
  ["q-p", "back", "oppose"],
];

/** Asks the pair model about every two actors of every sentence. */
export function findPairStances(
  doc: ParsedDoc,
  tree: Tree,
  actors: Actors,
  mentions: readonly Mention[],
  standing: Standing,
  { pairs }: LearnedModels,
): LearnedStance[] {
  const found: LearnedStance[] = [];
  for (const group of actorsBySentence(tree, actors, mentions)) {
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length; j++) {
        const [p, q] = [group[i]!, group[j]!];
        if (actors.clusterOf(p) === actors.clusterOf(q)) continue;
        // Half of all pairs could say nothing, whatever the model finds.
        const mayForward = standing.mayHold(p) && standing.mayBeJudged(q);
        const mayBack = standing.mayHold(q) && standing.mayBeJudged(p);
        if (!mayForward && !mayBack) continue;
        const judged = pairs.classify(doc, coreOf(doc, mentions[p]!), coreOf(doc, mentions[q]!));
        if (!judged) continue;
        for (const [name, direction, polarity] of DIRECTED) {
          const probability = judged.probabilities[name];
          if (probability < LEAST) continue;
          if (!(direction === "forward" ? mayForward : mayBack)) continue;
          const [holder, target] = direction === "forward" ? [p, q] : [q, p];
          found.push({
            holder,
            target,
            polarity,
            probability,
            alone: PAIR_ALONE,
            token: mentions[holder]!.head,
            by: "pair",
            reason: "learned from pairs",
          });
        }
      }
    }
  }
  return found;
}

/**
 * Asks the target model about everyone named in what an actor says. In the sentence that names the speaker the pair
 * model has been asked already, so there only those whom the speaker makes the topic of a clause are looked at again.
 */
export function findSpokenStances(
  doc: ParsedDoc,
  tree: Tree,
  actors: Actors,
  mentions: readonly Mention[],
  attributions: readonly Attribution[],
  speakers: Speakers,
  { targets }: LearnedModels,
): LearnedStance[] {
  const found: LearnedStance[] = [];
  if (attributions.length === 0) return found;
  mentions.forEach((mention, target) => {
    if (mention.kind === "pronoun" || !actors.isActor(target)) return;
    const holder = speakers.speakerAt(mention.head);
    if (holder < 0 || actors.clusterOf(holder) === actors.clusterOf(target)) return;
    const beside = tree.sentence(mentions[holder]!.head) === mention.sentence;
    if (beside && (!isTopic(tree, mention.head) || isFinding(mention.head))) return;
    const judged = targets.classify(doc, coreOf(doc, mention));
    if (!judged) return;
    for (const polarity of ["support", "oppose"] as const) {
      const probability = judged.probabilities[polarity];
      if (probability < (beside ? LEAST_BESIDE : LEAST)) continue;
      found.push({
        holder,
        target,
        polarity,
        probability,
        alone: SPEECH_ALONE,
        token: mention.head,
        by: "speech",
        reason: "learned from judgements in speech",
      });
    }
  });
  return found;

  /** "The poll shows that Roe leads": whoever reports what was found says nothing for or against it. */
  function isFinding(token: number): boolean {
    const attribution = attributions[speakers.attributionAt(token)];
    return attribution !== undefined && FINDING.has(tree.lemma(attribution.cueHead));
  }
}

/**
 * The subject of a clause, or whose the subject is: what the clause says, it says of this. "Congress should reject the
 * plan" asks something of Congress and judges the plan.
 */
function isTopic(tree: Tree, head: number): boolean {
  const phrase = tree.dep(head) === "nmod:poss" ? tree.head(head) : head;
  if (!/^nsubj/.test(tree.dep(phrase))) return false;
  return !tree.childrenBy(tree.head(phrase), "aux").some((aux) => /^(?:should|must|ought)$/.test(tree.form(aux)));
}

/** One mention a cluster and sentence, names before nominals before pronouns, in text order. */
function actorsBySentence(tree: Tree, actors: Actors, mentions: readonly Mention[]): number[][] {
  const sentences: number[][] = [];
  mentions.forEach((mention, index) => {
    if (!actors.isActor(index)) return;
    const sentence = tree.sentence(mention.head);
    const group = sentences[sentence];
    if (group) group.push(index);
    else sentences[sentence] = [index];
  });
  const rank = { name: 0, nominal: 1, pronoun: 2 };
  return sentences.filter(Boolean).map((group) => {
    const best = new Map<number, number>();
    for (const index of group) {
      const cluster = actors.clusterOf(index);
      const known = best.get(cluster);
      if (known === undefined || rank[mentions[index]!.kind] < rank[mentions[known]!.kind]) best.set(cluster, index);
    }
    return [...best.values()].sort((a, b) => mentions[a]!.start - mentions[b]!.start).slice(0, MOST_ACTORS);
  });
}

/** The models were trained on bare names and short phrases: of a long noun phrase they see the head and what is before it. */
function coreOf(doc: ParsedDoc, mention: Mention): Span {
  const end = Math.max(mention.head + 1, mention.firstToken + 1);
  if (mention.kind === "name") return { start: mention.start, end: mention.end };
  return { start: doc.tokens[mention.firstToken]!.start, end: doc.tokens[Math.min(end, mention.endToken) - 1]!.end };
}
