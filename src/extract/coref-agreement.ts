import type { CorefEntity } from "./coref-entities.ts";
import type { CorefNode } from "./coref-nodes.ts";

const NOT_PERSON = new Set(["organization", "place", "event", "product", "law", "work"]);

/** What never agrees: people and "it", things and "he", a man and "she". */
export function mayAgree({ pronoun }: CorefNode, entity: CorefEntity): boolean {
  if (!pronoun) return false;
  if (pronoun.kind === "he" || pronoun.kind === "she") {
    if (entity.plural || (entity.type !== undefined && NOT_PERSON.has(entity.type))) return false;
    return entity.gender === "unknown" || entity.gender === pronoun.gender;
  }
  if (pronoun.kind === "it")
    return !entity.plural && entity.type !== "person" && entity.gender !== "female" && entity.gender !== "male";
  return entity.gender !== "female" && entity.gender !== "male";
}

const COUNTRY_NOUNS = new Set(["country", "nation", "republic", "kingdom", "superpower"]);
const PLACE_NOUNS = new Set(
  "city town village capital island suburb neighborhood neighbourhood district county municipality airport port".split(
    " ",
  ),
);

/** What a noun phrase never names: something of another kind, number or sex, or a thing inside which it stands. */
export function mayName(anaphor: CorefNode, entity: CorefEntity, last: CorefNode): boolean {
  if (last.firstToken <= anaphor.head && anaphor.head < last.endToken) return false;
  if (anaphor.firstToken <= last.head && last.head < anaphor.endToken) return false;
  if (entity.nouns.has(anaphor.hash)) return entity.plural === anaphor.plural;
  if (entity.type !== undefined && entity.type !== anaphor.type) return false;
  if (entity.named && (entity.isCountry ? PLACE_NOUNS : COUNTRY_NOUNS).has(anaphor.lemma)) return false;
  if (entity.plural !== anaphor.plural) return false;
  const [a, b] = [anaphor.gender, entity.gender];
  return !((a === "female" && b === "male") || (a === "male" && b === "female"));
}
