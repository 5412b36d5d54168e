import type { Cluster, Mention } from "../core/index.ts";
import { type Tree, treeOf } from "../language/index.ts";
import { createActors } from "./actors.ts";
import { createComposer } from "./composition.ts";
import { createFrames, type Frames } from "./frames.ts";
import { createGrader, type Grader, type Grades, type HedgeLexicon } from "./grades.ts";
import type { SentimentContext } from "./sentiment-features-context.ts";
import { rememberLast } from "./sentiment-features-memo.ts";
import { createSpeakers } from "./speakers.ts";
import type { Sense, SenseKind, StanceLexicon } from "./stance-lexicon.ts";
import { NAMING_VERBS } from "./word-classes.ts";

/** Who is behind a judgement: the index of one of the context's mentions, somebody else, or nobody that is named. */
export type Holder = number | "other" | "nobody";

/** One way in which a predicate of the stance lexicon arrives at a mention of the context. */
export interface ComposedSign {
  /** The predicate, counted from the context's first word. */
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

/** Makes the function that composes the lexicon's signs along the parse of a context, toward its mentions. */
export type SignComposer = (context: SentimentContext) => readonly ComposedSign[];

export function createSignComposer(lexicon: StanceLexicon, hedges: HedgeLexicon): SignComposer {
  const tools = rememberLast((doc): DocTools => {
    const tree = treeOf(doc);
    const frames = createFrames(tree);
    const grader = remember(createGrader(tree, hedges));
    const nobody = createActors(tree, frames, [], []);
    const { sensesOf } = createComposer(tree, frames, nobody, grader, lexicon, []);
    return { tree, frames, grader, sensesOf };
  });

  return (context) => {
    const { tree, frames, grader, sensesOf } = tools(context.doc);
    const { mentions, clusters } = actorsOf(context);
    const actors = createActors(tree, frames, mentions, clusters);
    const composer = createComposer(tree, frames, actors, grader, lexicon, mentions);
    const speakers = createSpeakers(tree, frames, actors, composer, [], mentions, clusters, () => false);
    const count = context.mentions.length;
    const found: ComposedSign[] = [];
    const name = (mention: number): Holder => (mention < 0 ? "nobody" : mention < count ? mention : "other");

    for (let i = 0; i < context.length; i++) {
      const token = context.offset + i;
      for (const sense of sensesOf(token)) {
        const grades = grader.grade(token);
        const reached = composer
          .reachArguments(token, sense, turnOf(sense, grades))
          .filter(({ mention }) => mention < count);
        if (reached.length === 0) continue;
        for (const { holder, by } of holders(token, sense)) {
          for (const { mention, sign, strength, path } of reached) {
            if (holder === mention) continue;
            found.push({
              token: i,
              kind: sense.kind,
              holder: name(holder),
              by,
              target: mention,
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
    return found;

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
  };
}

/** Asks for the grades of a word once. */
function remember(grader: Grader): Grader {
  const known = new Map<number, Grades>();
  return {
    ...grader,
    grade(predicate) {
      let grades = known.get(predicate);
      if (!grades) {
        grades = grader.grade(predicate);
        known.set(predicate, grades);
      }
      return grades;
    },
  };
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

/** The mentions of the context, then every other name or pronoun of it, each an actor of its own. */
function actorsOf(context: SentimentContext): {
  mentions: Mention[];
  clusters: Cluster[];
} {
  const { doc, offset, length, mentionOf, heads } = context;
  const mentions: Mention[] = [];
  const clusters: Cluster[] = [];
  const add = (first: number, end: number, head: number): void => {
    clusters.push({
      name: "",
      entityType: "organization",
      mentions: [mentions.length],
      aliases: [],
      named: true,
      speaksFor: -1,
    });
    mentions.push({
      start: doc.tokens[first]!.start,
      end: doc.tokens[end - 1]!.end,
      kind: "name",
      firstToken: first,
      endToken: end,
      head,
      sentence: 0,
      entityType: "organization",
      plural: false,
      gender: "unknown",
    });
  };
  for (const { first, end, head } of context.mentions) add(offset + first, offset + end, offset + head);
  for (let i = 0; i < length; i++) {
    if (mentionOf[i]! >= 0) continue;
    const { pos, xpos } = doc.tags[offset + i]!;
    const headPos = heads[i]! < 0 ? "" : doc.tags[offset + heads[i]!]!.pos;
    if ((pos === "PROPN" && headPos !== "PROPN") || (pos === "PRON" && xpos.startsWith("PRP"))) {
      add(offset + i, offset + i + 1, offset + i);
    }
  }
  return { mentions, clusters };
}
