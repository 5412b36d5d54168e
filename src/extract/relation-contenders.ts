import type { RelationContext } from "./relation-context.ts";
import type { Descriptor } from "./relation-descriptors.ts";
import { roleLemma } from "./relation-employers.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** People who stand in an election. */
const CONTENDERS = words(`
  candidate nominee contender hopeful front-runner frontrunner challenger standard-bearer runner-up`);
/** Those chosen to stand beside somebody: "the vice-presidential pick". */
const CHOSEN = words("pick choice");
/** What only somebody who stands in an election has. */
const HAD_BY_CONTENDERS = words(
  "campaign candidacy ticket nomination supporter voter delegate surrogate rally running-mate",
);
/** What only somebody who stands in an election does. */
const DONE_BY_CONTENDERS = words("vie campaign concede");
/** What one wins, seeks or loses in an election. */
const PRIZES = words("election presidency nomination primary caucus race vote white house governorship seat runoff");
const SEEKING = words("win lose seek clinch contest secure");
/** Offices that "to become" is said of before an election. */
const OFFICES = words("president governor mayor senator premier chancellor minister leader");
/** Words that show that a sentence is about the contest. */
const CONTEST = words(`
  election race campaign vote voter poll polling debate candidate nominee nomination rival opponent ballot primary
  percent point lead presidency presidential electoral contest matchup run-off runoff ticket supporter surrogate
  swing battleground vie favor favorable endorse endorsement`);

export interface Contender {
  /** Whether for a vice-presidency or the like. */
  readonly vice: boolean;
  /** Where the document first says it. */
  readonly token: number;
}

/** Clusters of people who stand in an election. */
export function findContenders(context: RelationContext, descriptors: readonly Descriptor[]): Map<number, Contender> {
  const { actors, mentions, tree, frames } = context;
  const found = new Map<number, Contender>();
  const add = (cluster: number, vice: boolean, token: number) => {
    const known = found.get(cluster);
    if (cluster >= 0) found.set(cluster, known ? { ...known, vice: known.vice || vice } : { vice, token });
  };
  /** Whoever the token names, or stands for by a pronoun in a sentence that has the name too: "Doe and her campaign". */
  const addPerson = (token: number) => {
    const mention = actors.mentionAt(token);
    if (mention < 0 || context.typeOf(mention) !== "person" || mentions[mention]!.kind === "nominal") return;
    const cluster = actors.clusterOf(mention);
    const named = context.clusters[cluster]?.mentions.some(
      (m) => mentions[m]!.kind === "name" && mentions[m]!.sentence === mentions[mention]!.sentence,
    );
    if (named) add(cluster, false, token);
  };
  for (const { person, role, first, end } of descriptors) {
    const lemma = roleLemma(context, role);
    const vice = hasWord(context, first, Math.min(end, role + 1), /^(?:vice|vice-presidential|VP)$/i);
    // Who once stood in another election does not stand in this one.
    if (hasWord(context, first, Math.max(role, first), /^(?:former|ex|then|onetime|past|\d{4})$/i)) continue;
    // "Vice-President Jane Doe" holds her office.
    if (CONTENDERS.has(lemma) || lemma === "mate" || (vice && CHOSEN.has(lemma)))
      add(actors.clusterOf(person), vice || lemma === "mate", role);
  }
  mentions.forEach((mention, index) => {
    if (mention.kind !== "nominal" || mention.plural || context.typeOf(index) !== "person") return;
    if (context.clusters[actors.clusterOf(index)]?.named && CONTENDERS.has(tree.lemma(mention.head).toLowerCase()))
      add(
        actors.clusterOf(index),
        hasWord(context, mention.firstToken, mention.endToken, /^(?:vice|VP)/i),
        mention.head,
      );
  });
  for (let t = 0; t < tree.doc.tokens.length; t++) {
    const lemma = tree.lemma(t).toLowerCase();
    if (tree.pos(t) === "NOUN" && HAD_BY_CONTENDERS.has(lemma)) {
      for (const role of ["poss", "compound"]) frames.fillers(t, role).forEach(addPerson);
    } else if (tree.pos(t) === "VERB" && isCandidacy(context, t, lemma)) frames.fillers(t, "subj").forEach(addPerson);
    else if (lemma === "vote" && tree.pos(t) === "VERB") frames.fillers(t, "for").forEach(addPerson);
  }
  return found;
}

/** "vies", "runs for mayor", "wins the presidency", "would become president". */
function isCandidacy(context: RelationContext, verb: number, lemma: string): boolean {
  const { frames, tree } = context;
  if (DONE_BY_CONTENDERS.has(lemma)) return true;
  if (lemma === "run") return frames.fillers(verb, "for").length > 0;
  if (SEEKING.has(lemma)) return frames.fillers(verb, "obj").some((t) => PRIZES.has(tree.lemma(t).toLowerCase()));
  const open = tree.childrenBy(verb, "aux", "mark").some((t) => tree.xpos(t) === "MD" || tree.form(t) === "to");
  if (lemma === "become" && open)
    return tree.childrenBy(verb, "xcomp", "obj").some((t) => OFFICES.has(tree.lemma(t).toLowerCase()));
  // "if Jane Doe wins", in a sentence about the election
  return lemma === "win" && frames.fillers(verb, "obj").length === 0 && isAboutContest(context, tree.sentence(verb));
}

function hasWord({ tree }: RelationContext, first: number, end: number, word: RegExp): boolean {
  for (let t = first; t < end; t++) if (word.test(tree.form(t))) return true;
  return false;
}

export function isAboutContest({ tree, doc }: RelationContext, sentence: number): boolean {
  const { firstToken, endToken } = doc.sentences[sentence]!;
  for (let t = firstToken; t < endToken; t++) if (CONTEST.has(tree.lemma(t).toLowerCase())) return true;
  return false;
}
