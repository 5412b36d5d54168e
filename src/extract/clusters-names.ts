import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { dropLegalForm, dropSuffix, isAcronymOf, looksLikeAcronym, mayBeSamePerson, placeInName } from "./aliases.ts";
import { linkMisspelt } from "./clusters-misspelt.ts";
import { linkPartsOfPersons } from "./clusters-persons.ts";
import { actsAsGovernment } from "./metonyms.ts";
import { collectNameForms, indexByWord, type NameForm, type WordIndex } from "./name-forms.ts";
import { createUnionFind, type UnionFind } from "./union-find.ts";

/** How many sentences back a short form such as "the Court" looks for its full name when several would fit. */
const SHORT_FORM_REACH = 4;
const COMPASS = new Set(["north", "south", "east", "west"]);
/** Last words that mean something else when they stand alone: "the House" is not the White House. */
const FIXED = new Set(["house", "state", "states", "world", "nation", "nations", "street", "america", "office"]);
const PLACE_WORDS = new Set(["city", "state", "region", "province", "county", "district"]);

/**
 * Links the names of a document: equal names, company forms, full names of one person, acronyms with their expansion,
 * short forms of organizations, bare surnames and first names, and capitals that act for their country.
 * Returns a group number for every mention, -1 for what is no name.
 */
export function linkNames(tree: Tree, mentions: readonly Mention[], lexicon: ActorLexicon): Int32Array {
  const forms = collectNameForms(tree, mentions);
  const sets = createUnionFind(forms.length);
  const groupOf = new Int32Array(mentions.length).fill(-1);
  const index = indexByWord(forms);
  linkFullNames(forms, sets, index);
  linkCompanies(forms, sets);
  linkAcronyms(tree, mentions, forms, sets);
  linkMisspelt(forms, sets, index);
  const shortForms = linkShortForms(mentions, forms, sets, index, lexicon);
  forms.forEach((form, f) => {
    for (const m of form.mentions) groupOf[m] = sets.find(f);
  });
  for (const [f, hosts] of shortForms) {
    for (const m of forms[f]!.mentions) {
      const host = nearestBefore(mentions, m, forms, hosts);
      if (host >= 0) groupOf[m] = sets.find(host);
    }
  }
  linkPartsOfPersons(mentions, forms, sets, index, groupOf);
  linkCapitals(tree, mentions, forms, sets, groupOf, lexicon);
  return groupOf;
}

/** Full names of one person; a name that would fit two different longer ones goes to the one named more often. */
function linkFullNames(forms: readonly NameForm[], sets: UnionFind, index: WordIndex): void {
  const order = forms.map((_, f) => f).filter((f) => forms[f]!.type === "person" && forms[f]!.words.length > 1);
  order.sort((a, b) => forms[b]!.words.length - forms[a]!.words.length || a - b);
  for (const f of order) {
    const { words } = forms[f]!;
    const hosts = (index.get(dropSuffix(words).at(-1)!) ?? []).filter(
      (h) =>
        forms[h]!.type === "person" && forms[h]!.words.length > words.length && mayBeSamePerson(words, forms[h]!.words),
    );
    const host = mostMentioned(forms, hosts);
    if (host >= 0) sets.union(f, host);
  }
}

function mostMentioned(forms: readonly NameForm[], candidates: readonly number[]): number {
  let best = -1;
  for (const f of candidates) {
    if (best < 0 || forms[f]!.mentions.length > forms[best]!.mentions.length) best = f;
  }
  return best;
}

function linkCompanies(forms: readonly NameForm[], sets: UnionFind): void {
  const byBase = new Map<string, number>();
  forms.forEach(({ words, type }, f) => {
    if (type === "person" || type === "place") return;
    const base = dropLegalForm(words).join(" ");
    const known = byBase.get(base);
    if (known === undefined) byBase.set(base, f);
    else sets.union(known, f);
  });
}

function linkAcronyms(tree: Tree, mentions: readonly Mention[], forms: readonly NameForm[], sets: UnionFind): void {
  const formOf = new Map<number, number>();
  forms.forEach((form, f) => {
    for (const m of form.mentions) formOf.set(m, f);
  });
  linkBrackets(tree, mentions, forms, formOf, sets);
  const expansions = forms.map((_, f) => f).filter((f) => forms[f]!.type !== "person" && forms[f]!.words.length > 1);
  forms.forEach((form, f) => {
    if (!looksLikeAcronym(form.text) || form.type === "person") return;
    const roots = new Set<number>();
    for (const long of expansions) if (isAcronymOf(form.text, forms[long]!.text)) roots.add(sets.find(long));
    roots.delete(sets.find(f));
    // Two expansions for the same letters: the text must say which one, and if it did, brackets said it.
    if (roots.size === 1) sets.union(f, [...roots][0]!);
  });
}

/** "National Cyber Security Centre (NCSC)" and "NCSC (National Cyber Security Centre)". */
function linkBrackets(
  tree: Tree,
  mentions: readonly Mention[],
  forms: readonly NameForm[],
  formOf: ReadonlyMap<number, number>,
  sets: UnionFind,
): void {
  let before = -1;
  mentions.forEach((mention, m) => {
    if (mention.kind !== "name") return;
    const outer = before;
    before = m;
    if (outer < 0 || !isBracketed(tree, mentions[outer]!, mention)) return;
    const [a, b] = [forms[formOf.get(outer)!]!, forms[formOf.get(m)!]!];
    if (a.type === "person" || b.type === "person") return;
    const [short, long] = looksLikeAcronym(b.text) ? [b, a] : looksLikeAcronym(a.text) ? [a, b] : [undefined, a];
    if (!short || long.words.length < 2) return;
    // Brackets after a place mostly say where it is; after an organization they give its letters, fitting or translated.
    const fits =
      isAcronymOf(short.text, long.text) || (long.type !== "place" && short.type !== "place" && !short.canonical);
    if (fits) sets.union(formOf.get(outer)!, formOf.get(m)!);
  });
}

function isBracketed(tree: Tree, outer: Mention, inner: Mention): boolean {
  const { tokens } = tree.doc;
  const open = outer.endToken;
  if (tokens[open]?.form !== "(" || tokens[inner.endToken]?.form !== ")") return false;
  // A quotation mark or article may stand between: (the "Journal").
  return inner.firstToken > open && inner.firstToken - open <= 3;
}

/**
 * Short forms of names that are not persons'. Those with one host are united with it; the others are returned with
 * their hosts, to be settled mention by mention.
 */
function linkShortForms(
  mentions: readonly Mention[],
  forms: readonly NameForm[],
  sets: UnionFind,
  index: WordIndex,
  lexicon: ActorLexicon,
): Map<number, readonly number[]> {
  const open = new Map<number, readonly number[]>();
  forms.forEach((form, f) => {
    if (form.type === "person" || form.canonical !== undefined) {
      return;
    }
    const hosts = (index.get(form.words[0]!) ?? []).filter(
      (h) => isShortFormOf(form, forms[h]!, lexicon) && !isEarlierHead(mentions, form, forms[h]!),
    );
    const roots = new Set(hosts.map((h) => sets.find(h)));
    roots.delete(sets.find(f));
    if (roots.size === 1) sets.union(f, [...roots][0]!);
    else if (roots.size > 1) open.set(f, hosts);
  });
  return open;
}

/**
 * "Congress", and further down "the National People's Congress": what was named before its long form, and not only in
 * the heading, is another of its kind.
 */
function isEarlierHead(mentions: readonly Mention[], short: NameForm, long: NameForm): boolean {
  if (short.words.length > 1 || placeInName(short.words, long.words) !== "end") return false;
  const first = short.mentions.find((m) => mentions[m]!.sentence > 0);
  return first !== undefined && mentions[first]!.sentence < mentions[long.mentions[0]!]!.sentence;
}

function isShortFormOf(short: NameForm, long: NameForm, lexicon: ActorLexicon): boolean {
  const where = placeInName(short.words, long.words);
  if (where === undefined || long.type === "person") return false;
  const [first] = short.words;
  // "the North" for North Korea, but not for any place in the north.
  if (long.canonical !== undefined && short.words.length === 1 && COMPASS.has(first!))
    return where === "start" && lexicon.countries.byName(long.canonical) !== undefined;
  // A party is no short form of its branch: "the Green Party" is more than "the Bay Green Party".
  if (isParty(short, lexicon)) return false;
  if (short.type === "place") return long.type === "place" && where === "start" && PLACE_WORDS.has(long.words.at(-1)!);
  if (long.type === "place") return false;
  if (where === "end") return short.words.length > 1 || !FIXED.has(first!);
  // "the Church" for the Church of England: the head noun of the long name.
  const next = long.words[long.words.indexOf(first!) + short.words.length];
  if ((next === "of" || next === "for") && (where === "start" || isBehindCountry(first!, long, lexicon))) return true;
  const isCommonNoun = lexicon.roles.get(short.words.at(-1)!) !== undefined;
  if (isCommonNoun || short.type !== "organization" || long.type !== "organization") return false;
  if (where === "inside") return short.words.length === 1 && long.words[long.words.indexOf(first!) - 1] === "of";
  const rest = long.words.slice(short.words.length);
  const isHead = (word: string): boolean => lexicon.organizationHeads.has(word) || lexicon.mediaHeads.has(word);
  return rest.every(isHead) || (short.words.length === 1 && rest.length === 1);
}

/** "U.S. | House of …": nothing but the country stands before the word. */
function isBehindCountry(word: string, { text, words }: NameForm, { countries }: ActorLexicon): boolean {
  const before = text.split(/\s+/).slice(0, words.indexOf(word)).join(" ");
  return before !== "" && countries.byName(before) !== undefined;
}

function isParty({ words }: NameForm, { parties }: ActorLexicon): boolean {
  const text = words.join(" ");
  return text.endsWith(" party") && [...parties.values()].some((party) => party.toLowerCase() === text);
}

/** The form among `hosts` with the last mention before mention `m`, not too far back; -1 if none. */
function nearestBefore(
  mentions: readonly Mention[],
  m: number,
  forms: readonly NameForm[],
  hosts: readonly number[],
): number {
  let best = -1;
  let bestMention = -1;
  for (const h of hosts) {
    for (const other of forms[h]!.mentions) if (other < m && other > bestMention) [best, bestMention] = [h, other];
  }
  const near = best >= 0 && mentions[m]!.sentence - mentions[bestMention]!.sentence <= SHORT_FORM_REACH;
  return near ? best : -1;
}

/** Capitals that decide, speak or negotiate go to their country. */
function linkCapitals(
  tree: Tree,
  mentions: readonly Mention[],
  forms: readonly NameForm[],
  sets: UnionFind,
  groupOf: Int32Array,
  { countries }: ActorLexicon,
): void {
  const countryForm = new Map<string, number>();
  forms.forEach((form, f) => {
    if (form.canonical !== undefined) countryForm.set(form.canonical, f);
  });
  for (const form of forms) {
    if (form.type !== "place" && form.type !== "organization") continue;
    const country = countries.byCapital(form.text);
    const host = country && countryForm.get(country.name);
    // Without the country anywhere in the text, the capital keeps its own name.
    if (host === undefined) continue;
    for (const m of form.mentions) if (actsAsGovernment(tree, mentions[m]!)) groupOf[m] = sets.find(host);
  }
}
