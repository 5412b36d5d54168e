import type { Cluster, Mention } from "../core/index.ts";
import { type Tree, treeOf } from "../language/index.ts";
import { createActors } from "./actors.ts";
import { createComposer } from "./composition.ts";
import { type Frames, framesOf } from "./frames.ts";
import { createGrader, type Grader, type Grades, type HedgeLexicon } from "./grades.ts";
import { createSenseFinder } from "./senses.ts";
import type { SeenMention, SentimentContext, SentimentView } from "./sentiment-features-context.ts";
import { rememberEach, rememberLast } from "./sentiment-features-memo.ts";
import { createSpeakers } from "./speakers.ts";
import type { Sense, SenseKind, StanceLexicon } from "./stance-lexicon.ts";
import { NAMING_VERBS } from "./word-classes.ts";

/** Who is behind a judgement: the index of one of the context's mentions, somebody else, or nobody that is named. */
export type Holder = number | "other" | "nobody";

/** One way in which a predicate of the stance lexicon arrives at a mention of the context. */
export interface ComposedSign {
  /** The predicate, counted from the view's first word. */
  readonly token: number;
  readonly kind: SenseKind;
  readonly holder: Holder;
  /** How the holder was found: as an argument, as the verb that names, as the speaker around, or not at all. */
  readonly by: "holder" | "namer" | "speaker" | "none";
  /** Index of the mention that is reached. */
  readonly target: number;
  readonly sign: -1 | 0 | 1;
  readonly strength: number;
  /** How many steps the sign was carried. */
  readonly steps: number;
  readonly negated: boolean;
  readonly hedged: boolean;
}

/** What a document's mentions share. */
interface DocTools {
  readonly tree: Tree;
  readonly frames: Frames;
  readonly grader: Grader;
  /** The lexicon's senses of a word. */
  sensesOf(token: number): readonly Sense[];
}

/** Makes the function that composes the lexicon's signs along the parse of a view, toward the context's mentions. */
export type SignComposer = (context: SentimentContext) => readonly ComposedSign[];

/** A sign between two of a view's actors; -1 for a holder that is not named. */
interface ActorSign extends Omit<ComposedSign, "holder" | "target"> {
  readonly holder: number;
}

/** A view composed once: all of its actors, by the token that heads them, and the signs that reach each. */
interface Reading {
  readonly actorAt: ReadonlyMap<number, number>;
  readonly reaching: readonly (readonly ActorSign[])[];
}

export function createSignComposer(lexicon: StanceLexicon, hedges: HedgeLexicon): SignComposer {
  const tools = rememberLast((doc): DocTools => {
    const tree = treeOf(doc);
    const frames = framesOf(tree);
    const sensesOf = createSenseFinder(tree, lexicon, () => false);
    return { tree, frames, grader: createGrader(tree, hedges), sensesOf };
  });
  const viewOf = rememberEach((view: SentimentView) => ({
    names: namesOf(view),
    readings: new Map<string, Reading>(),
  }));

  return ({ view, mentions }) => {
    // Names are actors whoever is asked about; what else is asked about becomes one.
    const { names, readings } = viewOf(view);
    const others = mentions.filter(({ head }) => !names.has(head)).sort((a, b) => a.first - b.first || a.end - b.end);
    const key = others.map(({ first, end }) => `${first}-${end}`).join(" ");
    let reading = readings.get(key);
    if (!reading) {
      const free = [...names.values()].filter(({ head }) => !others.some((other) => other.holds(head)));
      reading = readView(view, [...others, ...free]);
      readings.set(key, reading);
    }
    return signsOf(reading, mentions);
  };

  function readView(view: SentimentView, ranges: readonly ActorRange[]): Reading {
    const { tree, frames, grader, sensesOf } = tools(view.doc);
    const { mentions, clusters } = toActors(view, ranges);
    const actors = createActors(tree, frames, mentions, clusters);
    const composer = createComposer(tree, frames, actors, grader, lexicon, mentions);
    const speakers = createSpeakers(tree, frames, actors, composer, [], mentions, clusters, () => false);
    const reaching: ActorSign[][] = ranges.map(() => []);

    for (let i = 0; i < view.length; i++) {
      const token = view.offset + i;
      for (const sense of sensesOf(token)) {
        const grades = grader.grade(token);
        const reached = composer.reachArguments(token, sense, turnOf(sense, grades));
        if (reached.length === 0) continue;
        for (const { holder, by } of holders(token, sense)) {
          for (const { mention, sign, strength, path } of reached) {
            if (holder === mention) continue;
            reaching[mention]!.push({
              token: i,
              kind: sense.kind,
              holder,
              by,
              sign,
              strength,
              steps: path.split("→").length - 1,
              negated: grades.negated,
              hedged: grades.hedged,
            });
          }
        }
      }
    }
    return { actorAt: new Map(ranges.map(({ head }, index) => [head, index])), reaching };

    function holders(token: number, sense: Sense): { holder: number; by: ComposedSign["by"] }[] {
      if (sense.kind === "act" || sense.kind === "say" || sense.kind === "think") {
        const own = composer.holdersOf(token, sense);
        if (own.length > 0) return own.map((holder) => ({ holder, by: "holder" }));
      } else if (sense.kind === "judge") {
        const namer = namerOf(token);
        if (namer >= 0) return [{ holder: namer, by: "namer" }];
      }
      const speaker = speakers.speakerAt(token);
      return [speaker >= 0 ? { holder: speaker, by: "speaker" } : { holder: -1, by: "none" }];
    }

    function namerOf(token: number): number {
      const head = tree.head(token);
      if (head < 0 || !NAMING_VERBS.has(tree.lemma(head))) return -1;
      for (const subject of frames.fillers(head, "subj")) {
        const actor = actors.actorOf(subject);
        if (actor >= 0) return actor;
      }
      return -1;
    }
  }
}

/** The signs that reach the mentions, with who they are of as seen from them. */
function signsOf({ actorAt, reaching }: Reading, mentions: readonly SeenMention[]): ComposedSign[] {
  const indexes = mentions.map(({ head }) => actorAt.get(head) ?? -1);
  return indexes.flatMap((index, target) =>
    (reaching[index] ?? []).map((sign): ComposedSign => {
      const known = indexes.indexOf(sign.holder);
      return { ...sign, target, holder: sign.holder < 0 ? "nobody" : known < 0 ? "other" : known };
    }),
  );
}

/** The same signs for the context with its two mentions in each other's place. */
export function swapSigns(signs: readonly ComposedSign[]): ComposedSign[] {
  return signs.map((sign) => ({
    ...sign,
    target: 1 - sign.target,
    holder: typeof sign.holder === "number" ? 1 - sign.holder : sign.holder,
  }));
}

/** Denied speech says nothing of a stance, other denied predicates the opposite. */
function turnOf(sense: Sense, grades: Grades): -1 | 0 | 1 {
  if (!grades.negated) return 1;
  return sense.kind === "say" ? 0 : -1;
}

/** Words that stand for one actor, counted from the view's first word. */
type ActorRange = Pick<SeenMention, "first" | "end" | "head">;

/** The names and personal pronouns of a view, by their heads. */
function namesOf({ doc, offset, length, heads }: SentimentView): Map<number, ActorRange> {
  const names = new Map<number, ActorRange>();
  const isName = (i: number): boolean => i >= 0 && i < length && doc.tags[offset + i]!.pos === "PROPN";
  for (let head = 0; head < length; head++) {
    const { pos, xpos } = doc.tags[offset + head]!;
    if (pos === "PRON" && xpos.startsWith("PRP")) names.set(head, { first: head, end: head + 1, head });
    if (pos !== "PROPN" || isName(heads[head]!)) continue;
    let first = head;
    let end = head + 1;
    while (isName(first - 1) && heads[first - 1]! >= first - 1 && heads[first - 1]! < end) first--;
    while (isName(end) && heads[end]! >= first && heads[end]! <= end) end++;
    names.set(head, { first, end, head });
  }
  return names;
}

/** Every range as a mention and an actor of its own. */
function toActors(
  { doc, offset }: SentimentView,
  ranges: readonly ActorRange[],
): { mentions: Mention[]; clusters: Cluster[] } {
  return {
    clusters: ranges.map((_, index) => ({
      name: "",
      entityType: "organization",
      mentions: [index],
      aliases: [],
      named: true,
      speaksFor: -1,
    })),
    mentions: ranges.map(({ first, end, head }) => ({
      start: doc.tokens[offset + first]!.start,
      end: doc.tokens[offset + end - 1]!.end,
      kind: "name",
      firstToken: offset + first,
      endToken: offset + end,
      head: offset + head,
      sentence: 0,
      entityType: "organization",
      plural: false,
      gender: "unknown",
    })),
  };
}
