import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";

/** Words at most between the comma and the party: "the panel's most senior | Democrat". */
const MODIFIERS = 5;
const MODIFIER = /^(?:DET|ADJ|ADV|NUM|NOUN|PRON|PART)$/;
const CLOSING = /^(?:[,.;–—)-]|of|from|on|who|in|for)$/;

/**
 * The person whom a party's or nation's word describes, wherever the parser hangs it: Jane Roe in "Jane Roe, the panel's top
 * Democrat, spoke"; -1 where it describes nobody.
 *
 * @param nameAt index of the name that the token is part of, -1 for none
 */
export function personDescribed(
  tree: Tree,
  mentions: readonly Mention[],
  party: Mention,
  nameAt: (token: number) => number,
): number {
  if (!party.demonym || party.plural) return -1;
  const close = party.endToken;
  if (close < tree.doc.tokens.length && tree.sentence(close) === party.sentence && !CLOSING.test(tree.form(close)))
    return -1;
  let t = party.firstToken - 1;
  for (let steps = 0; steps < MODIFIERS && t > 0 && MODIFIER.test(tree.pos(t)) && nameAt(t) < 0; steps++) t--;
  // "Jane Roe, Democrat" has no article; "Jane Roe, Republican Bo Chan" goes on.
  if (t < 1 || tree.form(t) !== "," || tree.sentence(t) !== party.sentence) return -1;
  const person = nameAt(t - 1);
  return person >= 0 && mentions[person]!.entityType === "person" ? person : -1;
}
