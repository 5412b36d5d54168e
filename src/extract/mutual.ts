import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { Frames } from "./frames.ts";
import type { Grader } from "./grades.ts";

/** Two who are the same to one another. */
export interface Mutual {
  readonly token: number;
  readonly holder: number;
  readonly target: number;
  readonly sign: -1 | 1;
}

/** Nouns that say of several what each is to the others. */
const TIES: ReadonlyMap<string, -1 | 1> = new Map([
  ...["ally", "friend", "bedfellow"].map((noun) => [noun, 1] as const),
  ...["enemy", "foe", "adversary", "archenemy", "arch-enemy"].map((noun) => [noun, -1] as const),
]);

/** "Cuba and Venezuela are close allies": every one of the subjects toward every other. */
export function findMutual(tree: Tree, frames: Frames, actors: Actors, grader: Grader): Mutual[] {
  const found: Mutual[] = [];
  for (let token = 0; token < tree.doc.tokens.length; token++) {
    const sign = tree.xpos(token) === "NNS" ? TIES.get(tree.lemma(token)) : undefined;
    if (sign === undefined || tree.child(token, "cop") < 0 || tree.child(token, "nmod", "nmod:poss") >= 0) continue;
    const { negated, supposed, question, hedged } = grader.grade(token);
    if (negated || supposed || question || hedged) continue;
    const parties = [...new Set(frames.fillers(token, "attr").flatMap((subject) => actors.actorsOf(subject)))];
    for (const holder of parties) {
      for (const target of parties) if (holder !== target) found.push({ token, holder, target, sign });
    }
  }
  return found;
}
