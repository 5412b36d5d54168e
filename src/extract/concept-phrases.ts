import type { Cluster, ConceptMention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import { createConceptLabels } from "./concept-labels.ts";
import type { ConceptEntry, ConceptLexicon } from "./concept-lexicon.ts";
import { createPhraseReader, PERMITTING, startDraft } from "./concept-reader.ts";
import { createConceptWords } from "./concept-words.ts";
import type { Frames } from "./frames.ts";

/** Reads words as concepts and the phrases around them. */
export interface ConceptPhrases {
  /** What the table says of the word, as noun or verb; nothing for names and their parts. */
  entryAt(token: number): ConceptEntry | undefined;
  /** The concept that the token heads, or undefined where the phrase says too little to be one. */
  read(token: number): ConceptMention | undefined;
  /** Whether the noun alone says nothing, but may stand for what was named before: "the ban". */
  isBare(token: number): boolean;
  isVerb(token: number): boolean;
  /** Mentions of those whose act a noun names: "the Norwegian ban", "the ban by Norway", "Norway's ban". */
  doersOf(noun: number): readonly number[];
  /** The mention of an actor that the token itself heads, in a list of one; empty for "a Norwegian law". */
  actorAt(token: number): readonly number[];
}

const INDEFINITE = new Set(["a", "an", "any", "some", "no", "another", "what", "which"]);
const MOST_WORDS = 6;

export function createConceptPhrases(
  tree: Tree,
  frames: Frames,
  actors: Actors,
  clusters: readonly Cluster[],
  lexicon: ConceptLexicon,
): ConceptPhrases {
  const words = createConceptWords(tree, actors, clusters, lexicon);
  const reader = createPhraseReader(tree, frames, words, clusters);
  const labels = createConceptLabels(tree, frames, words, reader, clusters);
  const { classOf, entryAt, clusterAt } = words;

  /** "let us go", "let it be known": nobody is permitted anything there. */
  function isPermitted(verb: number, { concept }: ConceptEntry): boolean {
    if (!PERMITTING.has(concept)) return true;
    return frames.fillers(verb, "obj").some((t) => tree.pos(t) !== "PRON" || clusters[clusterAt(t)]?.named === true);
  }

  function read(token: number): ConceptMention | undefined {
    const entry = entryAt(token);
    if (!entry || entry.kind === "light" || entry.kind === "step") return undefined;
    const own = words.hyphenated(token);
    const draft = startDraft(own.first, own.last);
    const isVerb = classOf(token) === "v";
    if (isVerb) reader.readVerb(token, entry, draft);
    else {
      reader.readNoun(token, draft, 0, entry.kind === "plan");
      const stray = reader.strayArgument(token, entry);
      if (stray >= 0) reader.readArgumentNoun(stray, draft, 1);
    }
    const isElsewhere = draft.last > own.last;
    for (const place of draft.places) (isElsewhere ? draft.agents : draft.named).add(place);
    if (isVerb && (draft.words.size + draft.named.size === 0 || !isPermitted(token, entry))) return undefined;
    const tellsApart = draft.words.size + draft.named.size > 0 || (entry.kind === "plan" && draft.agents.size > 0);
    if ((!tellsApart && entry.kind !== "idea") || draft.words.size > MOST_WORDS) return undefined;
    return {
      ...tree.span(draft.first, draft.last + 1),
      head: entry.concept,
      words: [...draft.words].sort(),
      named: [...draft.named].sort((a, b) => a - b),
      agents: [...draft.agents].sort((a, b) => a - b),
      label: isVerb ? labels.verbLabel(token, entry) : labels.ownedLabel(draft),
    };
  }

  function doersOf(noun: number): number[] {
    const tokens = [
      ...frames.fillers(noun, "poss"),
      ...frames.fillers(noun, "by"),
      ...tree.childrenBy(noun, "amod").filter((t) => words.isName(t) && words.isNationality(t)),
    ];
    // Whose "his ban" is, is too unsure to say that someone is for it.
    return tokens.filter((token) => tree.pos(token) !== "PRON").flatMap(actorAt);
  }

  function actorAt(token: number): number[] {
    return clusterAt(token) >= 0 ? [actors.mentionAt(token)] : [];
  }

  return {
    entryAt,
    read,
    isVerb: (token) => classOf(token) === "v",
    doersOf,
    actorAt,
    isBare: (token) => {
      if (tree.childrenBy(token, "det").some((t) => INDEFINITE.has(tree.lemma(t)))) return false;
      const entry = entryAt(token);
      return (
        (entry?.kind === "measure" || entry?.kind === "act" || entry?.kind === "part" || entry?.kind === "plan") &&
        classOf(token) === "n"
      );
    },
  };
}
