import type { Name } from "../../core/index.ts";
import { type Gazetteer, WORD } from "./gazetteer.ts";
import type { NamesView } from "./names-features.ts";

/** Longest acronym that is looked up in brackets, in letters. */
const LONGEST_ACRONYM = 8;

/**
 * Mends what the tagger's guidelines leave open: titles and possessive endings are no part of a name, an abbreviated
 * country before a person or a long organization is a name of its own, and an acronym in brackets is what it shortens.
 */
export function tidyNames(view: NamesView, names: readonly Name[], gazetteer: Gazetteer): Name[] {
  const tidy = names.flatMap((name) => split(view, name, gazetteer));
  tieAcronyms(view, tidy);
  return tidy;
}

const form = (view: NamesView, token: number): string => view.doc.tokens[token]!.form;

function rename(view: NamesView, name: Name, firstToken: number, endToken: number, type = name.type): Name {
  const { tokens } = view.doc;
  return { ...name, type, firstToken, endToken, start: tokens[firstToken]!.start, end: tokens[endToken - 1]!.end };
}

/** "US President Donald Trump" → "US", "Donald Trump"; "The Hague’s" → "Hague". */
function split(view: NamesView, name: Name, gazetteer: Gazetteer): Name[] {
  let { firstToken: first, endToken: end } = name;
  const word = (token: number): number => gazetteer.word(form(view, token));
  while (end - first > 1 && /^(?:['’]s?|[.,;:)\]"”])$/.test(form(view, end - 1))) end--;
  while (end - first > 1 && (/^the$/i.test(form(view, first)) || /^["“'‘([]$/.test(form(view, first)))) first++;
  const before: Name[] = [];
  if (name.type === "person" || name.type === "organization") {
    const country = abbreviatedCountry(view, first, gazetteer);
    const rest = end - first - country;
    if (country > 0 && (name.type === "person" ? rest > 0 : rest >= 3)) {
      before.push(rename(view, name, first, first + country, "place"));
      first += country;
    }
  }
  if (name.type === "person") {
    // A title goes on as long as words are left for the name: "Prime Minister Theresa May".
    while (
      end - first > 1 &&
      isTitle(word(first), form(view, first)) &&
      (end - first > 2 || word(first + 1) === 0 || isNameWord(word(first + 1)))
    ) {
      first++;
    }
  }
  return [...before, first === name.firstToken && end === name.endToken ? name : rename(view, name, first, end)];
}

const isNameWord = (word: number): boolean => (word & (WORD.title | WORD.titleModifier)) === 0;
const isTitle = (word: number, form: string): boolean =>
  (word & (WORD.title | WORD.titleModifier)) !== 0 &&
  (word & (WORD.femaleName | WORD.maleName)) === 0 &&
  form !== "Saint";

/** Number of tokens of a country written as an abbreviation at `first`: "US", "U.K."; 0 where there is none. */
function abbreviatedCountry(view: NamesView, first: number, gazetteer: Gazetteer): number {
  const text = form(view, first);
  if (!/^(?:\p{Lu}\.?){2,4}$/u.test(text) || text !== text.toUpperCase()) return 0;
  return gazetteer.countries.byName(text) || gazetteer.countries.regionByName(text)?.kind === "union" ? 1 : 0;
}

/** "National Cyber Security Centre (NCSC)": every NCSC of the document gets the type of the full name. */
function tieAcronyms(view: NamesView, names: Name[]): void {
  const types = new Map<string, Name["type"]>();
  const byEnd = new Map(names.map((name) => [name.endToken, name]));
  for (let i = 1; i + 2 < view.doc.tokens.length; i++) {
    if (form(view, i) !== "(" || form(view, i + 2) !== ")") continue;
    const acronym = form(view, i + 1);
    const full = byEnd.get(i);
    if (!full || acronym.length > LONGEST_ACRONYM || !/^\p{Lu}[\p{L}.&]*\p{Lu}$/u.test(acronym)) continue;
    if (shortens(acronym, view, full)) types.set(acronym, full.type);
  }
  if (types.size === 0) return;
  const covered = new Set<number>();
  for (const { firstToken, endToken } of names) for (let t = firstToken; t < endToken; t++) covered.add(t);
  for (let k = 0; k < names.length; k++) {
    const name = names[k]!;
    const type = name.endToken - name.firstToken === 1 ? types.get(form(view, name.firstToken)) : undefined;
    if (type) names[k] = { ...name, type };
  }
  for (let t = 0; t < view.doc.tokens.length; t++) {
    const type = covered.has(t) ? undefined : types.get(form(view, t));
    if (!type) continue;
    const { start, end } = view.doc.tokens[t]!;
    names.push({ start, end, type, firstToken: t, endToken: t + 1, score: 0.9 });
  }
  names.sort((a, b) => a.start - b.start);
}

/** Whether the acronym's letters are initials of the name's words, small words counted or not. */
function shortens(acronym: string, view: NamesView, full: Name): boolean {
  const letters = acronym.replace(/[^\p{L}]/gu, "").toUpperCase();
  const initials = (all: boolean): string => {
    let text = "";
    for (let t = full.firstToken; t < full.endToken; t++) {
      const word = form(view, t);
      if (/^\p{L}/u.test(word) && (all || /^\p{Lu}/u.test(word))) text += word[0]!.toUpperCase();
    }
    return text;
  };
  return full.endToken - full.firstToken > 1 && (initials(false) === letters || initials(true) === letters);
}
