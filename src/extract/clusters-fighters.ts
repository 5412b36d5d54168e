import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";

/** Nouns for those who fight for no state. */
const FIGHTERS = new Set(
  "rebel militant insurgent fighter gunman guerrilla jihadist jihadi islamist extremist separatist terrorist".split(
    " ",
  ),
);
/** What tells of a body that it fights, beside its name. */
const FIGHTING = new Set([...FIGHTERS, "militia", "paramilitary", "armed", "insurgency", "junta"]);
/** What such a body does. */
const WAR_VERBS = new Set(
  "seize attack bomb shell kill ambush kidnap abduct storm raid capture behead fire fight besiege overrun massacre".split(
    " ",
  ),
);
const WHOSE = new Set(["of", "from", "with", "in"]);
/** Sentences back in which the body may have been named, and words beside its name that may tell what it is. */
const REACH = 4;
const BEFORE = 3;
const BEHIND = 5;

/**
 * The body that "the rebels" or "the militants" are of: the last one named before that a noun beside its name, or what it
 * does, tells to be fighting. Index of its mention, or -1; phrases that say themselves whose fighters they are have none.
 */
export function findFightersBody(tree: Tree, mentions: readonly Mention[], fighters: Mention): number {
  if (fighters.kind !== "nominal" || !fighters.plural || !FIGHTERS.has(tree.lemma(fighters.head).toLowerCase()))
    return -1;
  const children = tree.children(fighters.head);
  if (!children.some((t) => tree.rel(t) === "det" && /^(?:the|these|those)$/i.test(tree.form(t)))) return -1;
  if (children.some((t) => /^(?:nmod:poss|amod|compound|acl|appos)/.test(tree.dep(t)))) return -1;
  if (children.some((t) => tree.rel(t) === "nmod" && tree.children(t).some((mark) => WHOSE.has(tree.lemma(mark)))))
    return -1;
  return mentions.findLastIndex(
    (mention) =>
      mention.kind === "name" &&
      (mention.entityType === "organization" || mention.entityType === "group") &&
      !mention.demonym &&
      mention.endToken <= fighters.firstToken &&
      fighters.sentence - mention.sentence <= REACH &&
      isFighting(tree, mention),
  );
}

function isFighting(tree: Tree, { firstToken, endToken, head, sentence }: Mention): boolean {
  const verb = tree.head(head);
  if (verb >= 0 && tree.rel(head) === "nsubj" && WAR_VERBS.has(tree.lemma(verb))) return true;
  const { firstToken: first, endToken: end } = tree.doc.sentences[sentence]!;
  for (let t = Math.max(first, firstToken - BEFORE); t < Math.min(end, endToken + BEHIND); t++) {
    if ((t < firstToken || t >= endToken) && FIGHTING.has(tree.lemma(t).toLowerCase())) return true;
  }
  return false;
}
