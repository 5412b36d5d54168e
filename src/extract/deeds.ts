import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { Sense } from "./stance-lexicon.ts";

/** Nouns for what somebody does, says or proposes; what befalls people ("his poll ratings") speaks for nobody. */
const DEEDS = new Set(
  (
    "action agenda antic answer appeal approach argument attempt attitude behavior behaviour bid bill budget campaign candidacy case " +
    "character choice claim comment conduct contempt courage deal decision defence defense demand effort excuse failure folly gesture " +
    "handling idea initiative integrity intervention judgment judgement language law leadership lie logic management measure motion move " +
    "opposition order passion performance plan platform pledge policy position prescription presidency program programme project promise proposal " +
    "proposition reaction reasoning record reform refusal remark reply response rhetoric rule ruling scheme silence speech stance statement " +
    "strategy style suggestion tactic tax threat treatment tweet vision vote vow word"
  ).split(" "),
);

/**
 * Tells which words pass a judgement on to a person or body: their names, their acts and words, and clauses that tell
 * what they do.
 */
export function createDeedTest(
  tree: Tree,
  actors: Actors,
  sensesOf: (token: number) => readonly Sense[],
): (token: number) => boolean {
  return (token) => {
    if (isActorAt(actors, token)) return true;
    // "It was an extreme example": nobody knows what "it" was.
    if (tree.pos(token) !== "NOUN") return tree.pos(token) !== "PRON";
    if (DEEDS.has(tree.lemma(token))) return true;
    return sensesOf(token).some(({ kind }) => kind === "act" || kind === "say" || kind === "think");
  };
}

export function isActorAt(actors: Actors, token: number): boolean {
  const mention = actors.mentionAt(token);
  return mention >= 0 && actors.isActor(mention);
}
