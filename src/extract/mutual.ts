import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { Frames } from "./frames.ts";
import type { Grader } from "./grades.ts";
import { casesOf } from "./predicate-forms.ts";

/** Two who are the same to one another. */
export interface Mutual {
  readonly token: number;
  readonly holder: number;
  readonly target: number;
  readonly sign: -1 | 1;
}

/** Nouns that say of several what each is to the others. */
export const TIES: ReadonlyMap<string, -1 | 1> = new Map([
  ...["ally", "friend", "bedfellow", "proxy"].map((noun) => [noun, 1] as const),
  ...["enemy", "foe", "adversary", "archenemy", "arch-enemy", "rival", "archrival", "arch-rival", "nemesis"].map(
    (noun) => [noun, -1] as const,
  ),
]);
/** Nouns of strife that two are at or in: "are at war", "are at odds". */
const STRIFE = new Set(["war", "odds", "loggerhead", "loggerheads"]);
const LONGEST_TIE = 5;

/** "Cuba and Venezuela are close allies", "Cuba and Chile are at odds": every one of the subjects toward every other. */
export function findMutual(
  tree: Tree,
  frames: Frames,
  actors: Actors,
  grader: Grader,
  mentions: readonly Mention[],
): Mutual[] {
  const found: Mutual[] = [];
  for (let token = 0; token < tree.doc.tokens.length; token++) {
    const beside = findBeside(tree, actors, mentions, token);
    if (beside) found.push(...beside);
    const sign = readTie(token);
    if (sign === undefined) continue;
    const { negated, supposed, question, hedged } = grader.grade(token);
    if (negated || supposed || question || hedged) continue;
    const parties = [...new Set(frames.fillers(token, "attr").flatMap((subject) => actors.actorsOf(subject)))];
    for (const holder of parties) {
      for (const target of parties) if (holder !== target) found.push({ token, holder, target, sign });
    }
  }
  return found;

  function readTie(token: number): -1 | 1 | undefined {
    if (tree.child(token, "cop") < 0) return undefined;
    if (STRIFE.has(tree.lemma(token)) && casesOf(tree, token).includes("at") && tree.child(token, "nmod") < 0)
      return -1;
    if (tree.xpos(token) !== "NNS" || tree.child(token, "nmod", "nmod:poss") >= 0) return undefined;
    return TIES.get(tree.lemma(token));
  }
}

/**
 * "its closest ally, France", "Egypt's rival Sudan": the name right behind a tie whose possessor is an actor, each toward
 * the other. Read off the words: parsers hang such names anywhere.
 */
function findBeside(tree: Tree, actors: Actors, mentions: readonly Mention[], token: number): Mutual[] | undefined {
  const sign = TIES.get(tree.form(token).toLowerCase());
  if (sign === undefined || actors.isInName(token) || token + 1 >= tree.doc.tokens.length) return undefined;
  const sentence = tree.doc.sentences[tree.sentence(token)]!;
  const target = possessorBefore(token, sentence.firstToken);
  const named = target < 0 ? -1 : nameBehind(token, sentence.endToken);
  if (named < 0 || actors.clusterOf(named) === actors.clusterOf(target)) return undefined;
  return [
    { token, holder: named, target, sign },
    { token, holder: target, target: named, sign },
  ];

  function possessorBefore(tie: number, first: number): number {
    for (let t = tie - 1; t >= Math.max(first, tie - LONGEST_TIE); t--) {
      const xpos = tree.xpos(t);
      if (xpos === "PRP$" || xpos === "POS") {
        const owner = actors.mentionAt(xpos === "POS" ? t - 1 : t);
        return owner >= 0 && actors.isActor(owner) ? owner : -1;
      }
      if (!/^(?:ADJ|ADV|NOUN|PUNCT)$/.test(tree.pos(t)) || /^[,;:.]$/.test(tree.form(t))) return -1;
    }
    return -1;
  }

  function nameBehind(tie: number, end: number): number {
    const isApposed = tree.form(tie + 1) === ",";
    let t = tie + (isApposed ? 2 : 1);
    if (t < end && /^the$/i.test(tree.form(t))) t++;
    const mention = t < end && actors.isInName(t) ? actors.mentionAt(t) : -1;
    if (
      mention < 0 ||
      mentions[mention]!.kind !== "name" ||
      mentions[mention]!.firstToken > t ||
      !actors.isActor(mention)
    )
      return -1;
    const next = mentions[mention]!.endToken;
    return !isApposed || next >= end || /^[,.;:)"”]$/.test(tree.form(next)) ? mention : -1;
  }
}
