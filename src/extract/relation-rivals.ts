import type { RelationContext, RelationFind } from "./relation-context.ts";
import type { Descriptor } from "./relation-descriptors.ts";
import { roleLemma } from "./relation-employers.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** People who stand in an election. */
const CONTENDERS = words(`
  candidate nominee contender hopeful front-runner frontrunner challenger standard-bearer runner-up`);
/** What only somebody who stands in an election has. */
const HAD_BY_CONTENDERS = words(
  "campaign candidacy ticket nomination supporter voter delegate surrogate rally running-mate",
);
/** What only somebody who stands in an election does. */
const DONE_BY_CONTENDERS = words("vie campaign concede");
/** Words that show that a sentence is about the contest. */
const CONTEST = words(`
  election race campaign vote voter poll polling debate candidate nominee nomination rival opponent ballot primary
  percent point lead presidency presidential electoral contest matchup run-off runoff ticket supporter surrogate
  swing battleground vie favor favorable endorse endorsement`);

/**
 * Two people who both stand in an election and are named together in a sentence about it compete. Running mates and
 * members of one party do not, nor does a candidate for the first office with one for the second.
 */
export function findRivals(
  context: RelationContext,
  descriptors: readonly Descriptor[],
  finds: readonly RelationFind[],
): RelationFind[] {
  const contenders = findContenders(context, descriptors);
  if (contenders.size < 2) return [];
  const partyOf = partiesByCluster(context, finds);
  const { actors, mentions, tree } = context;
  const rivals: RelationFind[] = [];
  const bySentence = new Map<number, number[]>();
  mentions.forEach((mention, index) => {
    if (mention.kind !== "name" || !contenders.has(actors.clusterOf(index))) return;
    bySentence.set(mention.sentence, [...(bySentence.get(mention.sentence) ?? []), index]);
  });
  for (const [sentence, named] of bySentence) {
    named.forEach((a, i) => {
      for (const b of named.slice(i + 1)) {
        const [x, y] = [actors.clusterOf(a), actors.clusterOf(b)];
        if (x === y || contenders.get(x) !== contenders.get(y) || sharesParty(partyOf.get(x), partyOf.get(y))) continue;
        if (!areJoined(tree, mentions[a]!.head, mentions[b]!.head) && !isAboutContest(context, sentence)) continue;
        rivals.push({
          subject: a,
          object: b,
          predicate: "competes-with",
          token: mentions[a]!.head,
          confidence: 0.6,
          reason: "both stand in the election",
        });
      }
    });
  }
  return rivals;
}

/** Clusters of people who stand in an election, with whether it is for a vice-presidency or the like. */
function findContenders(context: RelationContext, descriptors: readonly Descriptor[]): Map<number, boolean> {
  const { actors, mentions, tree, frames } = context;
  const found = new Map<number, boolean>();
  const add = (cluster: number, vice: boolean) => {
    if (cluster >= 0) found.set(cluster, (found.get(cluster) ?? false) || vice);
  };
  const addPerson = (token: number) => {
    const mention = actors.mentionAt(token);
    if (mention >= 0 && mentions[mention]!.kind === "name" && context.typeOf(mention) === "person")
      add(actors.clusterOf(mention), false);
  };
  for (const { person, role, first, end } of descriptors) {
    const lemma = roleLemma(context, role);
    const vice =
      hasWord(context, first, Math.min(end, role + 1), /^(?:vice|vice-presidential|mate|VP)$/i) || lemma === "mate";
    // Who once stood in another election does not stand in this one.
    if (hasWord(context, first, Math.max(role, first), /^(?:former|ex|then|onetime|past|\d{4})$/i)) continue;
    if (CONTENDERS.has(lemma) || vice) add(actors.clusterOf(person), vice);
  }
  mentions.forEach((mention, index) => {
    if (mention.kind !== "nominal" || mention.plural || context.typeOf(index) !== "person") return;
    if (context.clusters[actors.clusterOf(index)]?.named && CONTENDERS.has(tree.lemma(mention.head).toLowerCase()))
      add(actors.clusterOf(index), hasWord(context, mention.firstToken, mention.endToken, /^(?:vice|VP)/i));
  });
  for (let t = 0; t < tree.doc.tokens.length; t++) {
    const lemma = tree.lemma(t).toLowerCase();
    if (tree.pos(t) === "NOUN" && HAD_BY_CONTENDERS.has(lemma)) {
      for (const role of ["poss", "compound"]) frames.fillers(t, role).forEach(addPerson);
    } else if (
      tree.pos(t) === "VERB" &&
      (DONE_BY_CONTENDERS.has(lemma) || (lemma === "run" && frames.fillers(t, "for").length > 0))
    )
      frames.fillers(t, "subj").forEach(addPerson);
  }
  return found;
}

function hasWord({ tree }: RelationContext, first: number, end: number, word: RegExp): boolean {
  for (let t = first; t < end; t++) if (word.test(tree.form(t))) return true;
  return false;
}

function partiesByCluster({ actors }: RelationContext, finds: readonly RelationFind[]): Map<number, Set<number>> {
  const parties = new Map<number, Set<number>>();
  for (const { predicate, subject, object } of finds) {
    if (predicate !== "member-of") continue;
    const cluster = actors.clusterOf(subject);
    parties.set(cluster, (parties.get(cluster) ?? new Set()).add(actors.clusterOf(object)));
  }
  return parties;
}

function sharesParty(a: ReadonlySet<number> | undefined, b: ReadonlySet<number> | undefined): boolean {
  return a !== undefined && b !== undefined && [...a].some((party) => b.has(party));
}

function areJoined(tree: RelationContext["tree"], a: number, b: number): boolean {
  return (tree.rel(b) === "conj" && tree.head(b) === a) || (tree.rel(a) === "conj" && tree.head(a) === b);
}

function isAboutContest({ tree, doc }: RelationContext, sentence: number): boolean {
  const { firstToken, endToken } = doc.sentences[sentence]!;
  for (let t = firstToken; t < endToken; t++) if (CONTEST.has(tree.lemma(t).toLowerCase())) return true;
  return false;
}
