import type { Doc } from "../core/index.ts";
import { type Countries, type Tree, treeOf } from "../language/index.ts";
import { type Actors, createActors } from "./actors.ts";
import { type Composer, createComposer } from "./composition.ts";
import { type Frames, framesOf } from "./frames.ts";
import { createGovernments } from "./governments.ts";
import { createGrader, type Grader, type Grades, type HedgeLexicon } from "./grades.ts";
import { createSpeakers, type Speakers } from "./speakers.ts";
import type { Sense, StanceLexicon } from "./stance-lexicon.ts";
import { LIKENING_VERBS, NAMING_VERBS, PROHIBITING_VERBS } from "./word-classes.ts";

export interface ReadingOptions {
  readonly lexicon: StanceLexicon;
  readonly hedges: HedgeLexicon;
  /** Countries, for which unnamed officials and capitals speak. */
  readonly countries: Countries;
}

/** A predicate with its holder settled, before a claim is written down. */
export interface Judgement {
  readonly token: number;
  readonly sense: Sense;
  /** Index of the mention that holds the attitude. */
  readonly holder: number;
  readonly grades: Grades;
  readonly by: "holder" | "speaker" | "namer";
}

/** What is known of a document's predicates: who fills their roles, who speaks, how they are put. */
export interface StanceReading {
  readonly tree: Tree;
  readonly frames: Frames;
  readonly actors: Actors;
  readonly grader: Grader;
  readonly composer: Composer;
  readonly speakers: Speakers;
  /** The cluster that holds what the given cluster says or does: its country for a capital or government. */
  readonly governmentOf: (cluster: number) => number;
  /** Who holds the attitude that the token has in this sense: its subject, the source around it, the verb that names. */
  judge(token: number, sense: Sense): readonly Judgement[];
}

/** The layers that a reading of a document's predicates needs. */
export const READING_LAYERS = [
  "sentences",
  "tokens",
  "tags",
  "lemmas",
  "syntax",
  "mentions",
  "clusters",
  "attributions",
] as const;
type ReadDoc = Doc<(typeof READING_LAYERS)[number]>;

interface KnownReading {
  readonly clusters: ReadDoc["clusters"];
  readonly lexicon: StanceLexicon;
  readonly reading: StanceReading;
}

const readings = new WeakMap<ReadDoc["attributions"], KnownReading>();

/** Reads the document's predicates; the same object every time for the same layers and lexicon. */
export function readStances(doc: ReadDoc, options: ReadingOptions): StanceReading {
  const known = readings.get(doc.attributions);
  if (known && known.clusters === doc.clusters && known.lexicon === options.lexicon) return known.reading;
  const reading = createReading(doc, options);
  readings.set(doc.attributions, { clusters: doc.clusters, lexicon: options.lexicon, reading });
  return reading;
}

function createReading(doc: ReadDoc, { lexicon, hedges, countries }: ReadingOptions): StanceReading {
  const { mentions, clusters, attributions } = doc;
  const tree = treeOf(doc);
  const frames = framesOf(tree);
  const actors = createActors(tree, frames, mentions, clusters);
  const grader = createGrader(tree, hedges);
  const composer = createComposer(tree, frames, actors, grader, lexicon, mentions);
  const isCountry = (name: string) => countries.byName(name) !== undefined;
  const speakers = createSpeakers(tree, frames, actors, composer, attributions, mentions, clusters, isCountry);
  const governmentOf = createGovernments(clusters, countries);

  function judge(token: number, sense: Sense): Judgement[] {
    // "if Lebanon wins with the help of X": the phrase is put as its verb is.
    const isPhrase = sense.wordClass === "n" && sense.lemma.includes(" ") && tree.head(token) >= 0;
    const grades = grader.grade(isPhrase ? tree.head(token) : token);
    if (composer.isDisclaimed(token)) return [];
    if (sense.kind === "act" || sense.kind === "say" || sense.kind === "think") {
      if (composer.isUnrealized(token)) return [];
      const holders = composer.holdersOf(token, sense);
      // "said that Canada must release her": what somebody is told to do is the speaker's wish, not yet the other's deed.
      const told = grades.deontic && sense.kind === "act" ? speakers.speakersAt(token) : [];
      const wishing = told.filter((speaker) => !holders.some((holder) => isSame(speaker, holder)));
      if (holders.length > 0 && wishing.length > 0 && wishing.length === told.length) {
        return wishing.map((holder) => ({ token, sense, holder, grades, by: "speaker" }));
      }
      if (grades.deontic && sense.kind === "act" && told.length === 0) return [];
      if (holders.length > 0) return holders.map((holder) => ({ token, sense, holder, grades, by: "holder" }));
      // "Huawei should be banned": without an agent, what ought to be is what the speaker wants.
      if (!grades.deontic) return [];
    } else if (sense.kind === "judge") {
      if (composer.isDenied(token) || composer.isDoubted(token)) return [];
      const namer = namerOf(token);
      if (namer >= 0) return [{ token, sense, holder: namer, grades, by: "namer" }];
    }
    return speakers.speakersAt(token).map((holder) => ({ token, sense, holder, grades, by: "speaker" }));
  }

  function isSame(a: number, b: number): boolean {
    return governmentOf(actors.clusterOf(a)) === governmentOf(actors.clusterOf(b));
  }

  /** "regards X as a threat", "called X a liar": the subject of the verb that gives the name. */
  function namerOf(token: number): number {
    const above = tree.head(token);
    // "called the finding disappointing": the parser hangs the participle on what is so called.
    const head = above >= 0 && tree.dep(token) === "acl" && tree.rel(above) === "obj" ? tree.head(above) : above;
    if (head < 0 || !(NAMING_VERBS.has(tree.lemma(head)) || LIKENING_VERBS.has(tree.lemma(head)))) return -1;
    const rel = tree.rel(token);
    if (rel !== "xcomp" && rel !== "obl" && rel !== "ccomp" && rel !== "advcl" && head === above) return -1;
    for (const subject of frames.fillers(head, "subj")) {
      const actor = actors.actorOf(subject);
      if (actor >= 0) return actor;
    }
    return -1;
  }

  return { tree, frames, actors, grader, composer, speakers, governmentOf, judge };
}

/** The sign that negation leaves, or undefined where a denied predicate says nothing of a stance. */
export function turnOf({ sense, grades }: Judgement): 1 | -1 | undefined {
  if (grades.question || grades.supposed) return undefined;
  if (!grades.negated) return 1;
  if (sense.kind === "say") return undefined;
  // Not to ban is to let be, but not to attack says nothing.
  const harms =
    sense.kind === "act" && sense.effects.some(({ sign }) => sign < 0) && !sense.effects.some(({ sign }) => sign > 0);
  return harms && !grades.deontic && !PROHIBITING_VERBS.has(sense.lemma.split(" ")[0]!) ? undefined : -1;
}
