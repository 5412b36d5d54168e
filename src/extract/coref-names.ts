import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { looksLikeAcronym, nameWords } from "./aliases.ts";
import type { CorefEntity } from "./coref-entities.ts";
import { kindOfName } from "./coref-kinds.ts";
import { hashText } from "./linear-model.ts";
import { readForms } from "./token-spans.ts";

const FORMER = /^(?:former|ex|late|acting|interim|deputy)$/;

/** Notes what a name tells of its entity: the words it may be called by later, its kind, the country it is in or is. */
export function addNameWords(tree: Tree, entity: CorefEntity, mention: Mention, lexicon: ActorLexicon): void {
  const text = readForms(tree, mention.firstToken, mention.endToken);
  const words = nameWords(text);
  if (looksLikeAcronym(text)) entity.letters = true;
  for (const word of words) {
    entity.nouns.add(hashText(word));
    // "The appeals court", whose lemma is "appeal", for "the Court of Appeals".
    if (/[^su]s$/.test(word)) entity.nouns.add(hashText(word.slice(0, -1)));
  }
  if (words.length > 1 || entity.nameHead === 0) entity.nameHead = hashText(words.at(-1) ?? "");
  if (entity.kind === "") entity.kind = kindOfName(words, lexicon);
  if (mention.canonical === undefined) return;
  entity.places.add(mention.canonical);
  entity.isCountry ||= lexicon.countries.byName(mention.canonical) !== undefined;
}

/** The nouns of role that stand before a name: after "President Roe" she is "the president", "widow Terry Roe" is a "she". */
export function addTitles(
  tree: Tree,
  entity: CorefEntity,
  { firstToken, sentence }: Mention,
  { roles }: ActorLexicon,
): void {
  const { firstToken: start } = tree.doc.sentences[sentence]!;
  for (let t = firstToken - 1; t >= start && firstToken - t <= 6; t--) {
    const pos = tree.pos(t);
    const lemma = tree.lemma(t).toLowerCase();
    if (FORMER.test(lemma)) entity.modifiers.add(hashText(lemma));
    if (pos !== "NOUN" && pos !== "PROPN" && pos !== "ADJ" && lemma !== "of") return;
    const role = roles.get(lemma);
    // "union president Jane Roe" is no union.
    if (role?.type !== "person") continue;
    entity.nouns.add(hashText(lemma));
    if (role.gender === "female" || role.gender === "male") entity.gender = role.gender;
  }
}
