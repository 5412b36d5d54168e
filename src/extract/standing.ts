import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { Composer } from "./composition.ts";
import { personDescribed } from "./party-descriptions.ts";

/** Whether a mention's place in its sentence lets it hold a stance there, or be judged there. */
export interface Standing {
  /** It acts, speaks, or is behind an action noun: a subject, an agent, "the US campaign". */
  mayHold(mention: number): boolean;
  /** It is more than a setting or somebody's affiliation: not "in Paris", nor "Ohio" in "Ohio Sen. Jane Roe". */
  mayBeJudged(mention: number): boolean;
}

const MODIFIERS = new Set(["compound", "amod", "nmod", "flat", "nummod", "appos"]);
/** Prepositions of place and time: what they introduce is where something is, not what it is about. */
const SETTINGS = new Set(
  "in at near across around outside inside within throughout during on before after between among amid".split(" "),
);

/** Reads off the parse who acts and who only stands around. */
export function createStanding(
  tree: Tree,
  mentions: readonly Mention[],
  actors: Actors,
  composer: Composer,
  isSource: (mention: number) => boolean,
): Standing {
  /** The first of a list, or what an apposition describes, stands for the others. */
  function lead(token: number): number {
    let t = token;
    for (let steps = 0; steps < 8; steps++) {
      const rel = tree.rel(t);
      const head = tree.head(t);
      if (head < 0 || (rel !== "conj" && rel !== "appos")) return t;
      t = head;
    }
    return t;
  }

  function isPerson(token: number): boolean {
    const mention = actors.mentionAt(token);
    return mention >= 0 && mentions[mention]!.entityType === "person";
  }

  /** "Ohio Sen. Jane Roe", "the Acme chairman", "a member of the party": it only says whose the person is. */
  function isAffiliation(head: number): boolean {
    let t = lead(head);
    for (let steps = 0; steps < 6 && MODIFIERS.has(tree.rel(t)); steps++) {
      const above = tree.head(t);
      if (above < 0) return false;
      if (isPerson(above)) return true;
      t = above;
    }
    return false;
  }

  function isSetting(head: number, mention: number): boolean {
    const { entityType } = mentions[mention]!;
    if (entityType === "person" || entityType === "group") return false;
    const t = lead(head);
    const rel = tree.rel(t);
    if (rel !== "obl" && rel !== "nmod") return false;
    const marks = tree.childrenBy(t, "case").map((mark) => tree.lemma(mark));
    return entityType === "place" || entityType === "event"
      ? marks.some((mark) => SETTINGS.has(mark))
      : marks.some((mark) => mark === "at" || mark === "in");
  }

  /** A modifier of a noun that is itself an action or a judgement of somebody: "the US campaign", "Roe's warning". */
  function isBehindAction(t: number): boolean {
    const noun = tree.head(t);
    if (noun < 0) return false;
    if (actors.mentionAt(noun) >= 0 && mentions[actors.mentionAt(noun)]!.kind === "nominal") return true;
    return composer.sensesOf(noun).some(({ holder }) => holder.length > 0);
  }

  /** "Roe, the panel's top Democrat, said": the word says whose Roe is. */
  function isDescription(mention: number): boolean {
    const nameAt = (token: number) => (actors.isInName(token) ? actors.mentionAt(token) : -1);
    return personDescribed(tree, mentions, mentions[mention]!, nameAt) >= 0;
  }

  function mayHold(mention: number): boolean {
    if (isDescription(mention)) return false;
    if (isSource(mention)) return true;
    const { head } = mentions[mention]!;
    if (isAffiliation(head) || isSetting(head, mention)) return false;
    const t = lead(head);
    const dep = tree.dep(t);
    if (dep === "nsubj" || dep === "csubj" || dep === "obl:agent" || dep === "root") return true;
    if (dep === "nsubj:pass") return false;
    const rel = tree.rel(t);
    if (rel === "nmod" || rel === "compound" || rel === "amod") return isBehindAction(t);
    if (rel === "obl") return tree.childrenBy(t, "case").some((mark) => tree.lemma(mark) === "by");
    // "lead Norway to defy the ban": the object acts in the clause that follows.
    if (rel === "obj" || rel === "iobj") return tree.child(tree.head(t), "xcomp", "ccomp") >= 0;
    return rel === "ccomp" || rel === "acl";
  }

  function mayBeJudged(mention: number): boolean {
    const { head } = mentions[mention]!;
    return !isAffiliation(head) && !isSetting(head, mention) && !isDescription(mention);
  }

  return { mayHold, mayBeJudged };
}
