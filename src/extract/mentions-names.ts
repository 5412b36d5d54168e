import type { EntityType, Gender, Mention, Name } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { genderOfTitle } from "./genders.ts";

/** Turns the name layer into mentions: titles cut off, demonyms led to their country, gender from titles and first names. */
export function toNameMentions(tree: Tree, names: readonly Name[], lexicon: ActorLexicon): Mention[] {
  return names.map((name) => toNameMention(tree, name, lexicon));
}

function toNameMention(tree: Tree, name: Name, lexicon: ActorLexicon): Mention {
  const firstToken = name.type === "person" ? skipTitles(tree, name, lexicon) : name.firstToken;
  const span = tree.span(firstToken, name.endToken);
  const text = readForms(tree, firstToken, name.endToken);
  const head = headOf(tree, firstToken, name.endToken);
  const { canonical, demonym, entityType } = normalise(text, name.type, lexicon);
  return {
    ...span,
    kind: "name",
    firstToken,
    endToken: name.endToken,
    head,
    sentence: tree.sentence(head),
    entityType,
    plural: tree.xpos(head) === "NNPS" || (entityType === "group" && /s$/.test(text)),
    gender: entityType === "person" ? genderOfPerson(tree, firstToken, name.endToken, lexicon) : "neuter",
    ...(canonical === undefined ? {} : { canonical }),
    ...(demonym ? { demonym } : {}),
  };
}

/** The tokens' forms joined by blanks; hyphens, dots and apostrophes keep touching as they do in the text. */
export function readForms(tree: Tree, first: number, end: number): string {
  const { tokens } = tree.doc;
  let text = "";
  for (let t = first; t < end; t++) {
    if (t > first && tokens[t]!.start > tokens[t - 1]!.end) text += " ";
    text += tokens[t]!.form;
  }
  return text;
}

/** First token of the span whose head lies outside it. */
export function headOf(tree: Tree, first: number, end: number): number {
  for (let t = first; t < end; t++) {
    const head = tree.head(t);
    if ((head < first || head >= end) && tree.pos(t) !== "PUNCT") return t;
  }
  return end - 1;
}

function skipTitles(tree: Tree, { firstToken, endToken }: Name, lexicon: ActorLexicon): number {
  let first = firstToken;
  for (let t = firstToken; t < endToken - 1; t++) {
    const word = tree.form(t).toLowerCase().replace(/\.$/, "");
    if (lexicon.titles.has(word)) first = t + 1;
    else if (word !== "." && word !== "-" && !lexicon.titleModifiers.has(word)) break;
  }
  while (first < endToken - 1 && tree.pos(first) === "PUNCT") first++;
  return first;
}

function genderOfPerson(tree: Tree, first: number, end: number, lexicon: ActorLexicon): Gender {
  if (first > 0) {
    const before = tree.form(first - 1) === "." && first > 1 ? first - 2 : first - 1;
    const title = genderOfTitle(tree.form(before));
    if (title !== "unknown") return title;
    const role = lexicon.roles.get(tree.form(before).toLowerCase());
    if (role && role.gender !== "neuter" && role.gender !== "unknown") return role.gender;
  }
  // A lone word may be a surname ("Clinton", "Grant"): it tells nothing.
  return end - first > 1 ? lexicon.genders.ofFirstName(tree.form(first)) : "unknown";
}

interface Normal {
  readonly entityType: EntityType;
  readonly canonical?: string;
  readonly demonym?: boolean;
}

/** Leads names of countries, their adjectives and peoples, and party words to the name of the country or party. */
function normalise(text: string, type: Name["type"], { countries, parties }: ActorLexicon): Normal {
  const party = type === "person" ? undefined : parties.get(text);
  if (party !== undefined) return { entityType: "organization", canonical: party, demonym: true };
  if (type === "demonym" || type === "group") {
    const place = countries.placeOfDemonym(text);
    if (place) return { entityType: "place", canonical: place.name, demonym: true };
    return type === "demonym" ? { entityType: "group", demonym: true } : { entityType: "group" };
  }
  if (type === "place" || type === "organization") {
    const place = countries.byName(text) ?? countries.regionByName(text);
    if (place) {
      const union = "kind" in place && place.kind === "union";
      return { entityType: union ? "organization" : "place", canonical: place.name };
    }
  }
  return { entityType: type };
}
