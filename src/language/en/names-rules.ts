import type { Name } from "../../core/index.ts";
import { type Gazetteer, PHRASE, WORD } from "./gazetteer.ts";
import { startsAcronym, tieAcronyms } from "./names-acronyms.ts";
import { addNames } from "./names-additions.ts";
import type { NamesView } from "./names-features.ts";
import { settleFirms } from "./names-firms.ts";
import { CAPS } from "./names-forms.ts";
import { joinHyphens } from "./names-hyphens.ts";
import { joinNames } from "./names-joins.ts";
import { repeatNames } from "./names-known.ts";
import { settleLaws } from "./names-laws.ts";
import { joinQuotedTitles } from "./names-quoted.ts";
import { splitNames } from "./names-splits.ts";
import { phraseKind, settleType } from "./names-types.ts";

const CLOSING = /^(?:['’‘]s?|[.,;:)\]"”])$/;
const OPENING = /^(?:the|["“'‘([])$/i;
const PLACE_PHRASES: readonly number[] = [PHRASE.country, PHRASE.region, PHRASE.city];

/**
 * Mends what the tagger's guidelines leave open: titles and possessive endings are no part of a name, and where names
 * run together ("US President Ann Lee", "CIA China analyst") each is a name of its own.
 */
export function tidyNames(view: NamesView, names: readonly Name[], gazetteer: Gazetteer): Name[] {
  const tidy: Name[] = [];
  for (let k = 0; k < names.length; k++) {
    for (const part of splitName(view, names[k]!, names[k + 1], gazetteer)) {
      const type = settleType(view, part, gazetteer);
      tidy.push(type === part.type ? part : { ...part, type });
    }
  }
  const whole = splitNames(view, joinHyphens(view, tidy, gazetteer), gazetteer);
  const joined = joinBeliefs(view, settleLaws(view, settleFirms(view, whole, gazetteer)));
  const widened = joined.map((name, k) => asTitle(widenDemonym(view, name, joined[k - 1]), joined[k + 1]));
  const tied = tieAcronyms(view, joinQuotedTitles(view, joinNames(view, widened, gazetteer), gazetteer));
  return [...addNames(view, repeatNames(view, tied, gazetteer), gazetteer)];
}

/** "[Republican] Ann Lee": a party's member right before a name says what the person is, as an adjective does. */
function asTitle(name: Name, next: Name | undefined): Name {
  const isTitle = name.type === "group" && next?.type === "person" && next.firstToken === name.endToken;
  return isTitle && name.endToken - name.firstToken === 1 ? { ...name, type: "demonym" } : name;
}

/** "[South] Korean": a demonym of two words whose first was left out. */
function widenDemonym(view: NamesView, name: Name, before: Name | undefined): Name {
  const { firstToken, endToken, type } = name;
  const first = firstToken - 1;
  if ((type !== "demonym" && type !== "group") || first < 0 || (before && before.endToken > first)) return name;
  if (phraseKind(view, first, endToken) !== PHRASE.demonym) return name;
  return { ...name, firstToken: first, start: view.doc.tokens[first]!.start };
}

/** "[Liberal] [Democrat]": two words of one party that were taken for two. */
function joinBeliefs(view: NamesView, names: readonly Name[]): Name[] {
  const joined: Name[] = [];
  for (const name of names) {
    const before = joined[joined.length - 1];
    const isPair = before !== undefined && isBelief(before) && isBelief(name);
    if (isPair && (isHyphened(view, before, name) || isPhrase(view, before, name)))
      joined[joined.length - 1] = { ...name, start: before.start, firstToken: before.firstToken };
    else joined.push(name);
  }
  return joined;
}

/** "[Liberal] [Democrat]" */
function isPhrase(view: NamesView, before: Name, name: Name): boolean {
  return before.endToken === name.firstToken && phraseKind(view, before.firstToken, name.endToken) === PHRASE.demonym;
}

/** "[African]-[Americans]": people of two origins; "[Israeli]-[Syrian] border" has two nations. */
function isHyphened({ doc: { tokens } }: NamesView, before: Name, name: Name): boolean {
  if (name.firstToken - before.endToken !== 1 || name.start - before.end !== 1) return false;
  return (
    tokens[before.endToken]!.form === "-" && /^(?:American|Canadian|Australian)s?$/.test(tokens[name.firstToken]!.form)
  );
}

const isBelief = ({ type }: Name): boolean => type === "demonym" || type === "group";

function splitName(view: NamesView, name: Name, next: Name | undefined, gazetteer: Gazetteer): Name[] {
  const { tokens } = view.doc;
  const form = (token: number): string => tokens[token]!.form;
  const word = (token: number): number => gazetteer.word(form(token));
  const cut = (firstToken: number, endToken: number, type = name.type): Name => ({
    ...name,
    type,
    firstToken,
    endToken,
    start: tokens[firstToken]!.start,
    end: tokens[endToken - 1]!.end,
  });
  let { firstToken: first, endToken: end } = name;
  while (end - first > 1 && CLOSING.test(form(end - 1))) end--;
  while (end - first > 1 && OPENING.test(form(first))) first++;
  // "Monday India", "January Acme": the day glued to what acted on it. "Monday Club" and "June Lee" keep theirs.
  if (end - first > 1 && isDate(word(first)) && keepsNoDate(end, first, word)) first++;

  const parts: Name[] = [];
  if (name.type === "person") {
    if (end - first > 1 && isAbbreviatedCountry(form(first), gazetteer)) {
      parts.push(cut(first, first + 1, "place"));
      first++;
    }
    // "Republican Ann Lee": a party or nation before a full name, but "Christian" may be her first name.
    // Nobody is called "Democrat": before a surname alone the noun says no less.
    const party = end - first > 2 ? WORD.adjective | WORD.people : WORD.people;
    if (end - first > 1 && (word(first) & party) !== 0 && !isFirstName(word(first))) {
      parts.push(cut(first, first + 1, "demonym"));
      first++;
    }
    first = afterTitles(first, end, word);
  } else if (name.type === "organization") {
    if (end - first > 1 && isAbbreviatedCountry(form(first), gazetteer) && startsAcronym(view, first + 1, end)) {
      parts.push(cut(first, first + 1, "place"));
      first++;
    }
    // "Bay Court Justice | Ann Lee": the title belongs to the person who follows.
    if (next?.type === "person" && next.firstToken === end && end - first > 2 && (word(end - 1) & WORD.title) !== 0)
      end--;
  }
  if (name.type === "organization" || name.type === "place") {
    const place = placeBeforeRole(view, first, end);
    if (place > first) return [...parts, cut(first, place, "organization"), cut(place, end, "place")];
  }
  parts.push(first === name.firstToken && end === name.endToken ? name : cut(first, end));
  return parts;
}

const isDate = (word: number): boolean => (word & (WORD.month | WORD.day)) !== 0;
const HEADS = WORD.organizationHead | WORD.mediaHead | WORD.placeHead | WORD.eventHead | WORD.lawHead | WORD.workHead;

/** Whether no word of the name needs the day or month before it: "Monday Club" does, and "April" may be a first name. */
function keepsNoDate(end: number, first: number, word: (token: number) => number): boolean {
  if (isFirstName(word(first))) return false;
  for (let t = first + 1; t < end; t++) if ((word(t) & HEADS) !== 0) return false;
  return true;
}

const isFirstName = (word: number): boolean => (word & (WORD.femaleName | WORD.maleName)) !== 0;
const isTitle = (word: number): boolean => (word & WORD.title) !== 0 && !isFirstName(word);

/** Where the name proper starts: past titles that leave at least one word, "Prime Minister | Ann Lee". */
function afterTitles(first: number, end: number, word: (token: number) => number): number {
  let start = first;
  for (let t = first; t < end - 1; t++) {
    if (isTitle(word(t))) start = t + 1;
    // "Emeritus Professor Ann Lee": a word that is nobody's first name may come before the title of a full name.
    else if ((word(t) & WORD.titleModifier) === 0 && (isFirstName(word(t)) || end - t < 4)) break;
  }
  if (start === first) return first;
  // "Deputy Prime Minister": where titles are all there is, they stay.
  for (let t = start; t < end; t++) {
    if ((word(t) & (WORD.title | WORD.titleModifier)) === 0 || isFirstName(word(t))) return start;
  }
  return first;
}

/** "US", "U.K.", "EU": a country or union written as an abbreviation. */
function isAbbreviatedCountry(form: string, gazetteer: Gazetteer): boolean {
  if (!/^(?:\p{Lu}\.?){2,4}$/u.test(form)) return false;
  return gazetteer.countries.byName(form) !== undefined || gazetteer.countries.regionByName(form)?.kind === "union";
}

/** "CIA | China analyst", "White House | Asia adviser": where the place starts that a role is about, else -1. */
function placeBeforeRole({ phrases, facts, doc }: NamesView, first: number, end: number): number {
  let start = end - 1;
  while (start > first && phrases[start]! % 2 === 1) start--;
  if (start === first || !PLACE_PHRASES.includes(phrases[start]! / 2)) return -1;
  if (end >= doc.tokens.length || facts[end]!.caps !== CAPS.none || doc.tags[end]!.pos !== "NOUN") return -1;
  const seat = phrases[first] === 2 * PHRASE.seat;
  const acronym = start - first === 1 && facts[first]!.caps === CAPS.all && doc.tokens[first]!.form.length <= 5;
  return seat || acronym ? start : -1;
}
