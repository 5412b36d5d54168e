import type { Cluster, EntityType, Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { looksLikeAcronym, nameWords } from "./aliases.ts";
import { inferClusterType } from "./clusters-types.ts";
import { readForms } from "./token-spans.ts";

/** Token after a country's name or adjective → its form there. */
export type CountryEnds = ReadonlyMap<number, string>;

export function findCountryEnds(tree: Tree, mentions: readonly Mention[]): CountryEnds {
  const ends = new Map<number, string>();
  for (const { kind, canonical, firstToken, endToken, entityType } of mentions) {
    if (kind !== "name" || canonical === undefined || entityType !== "place") continue;
    ends.set(endToken, readForms(tree, firstToken, endToken));
  }
  return ends;
}

/** Writes the cluster of some mentions: its name, aliases and type. */
export function describeCluster(
  tree: Tree,
  mentions: readonly Mention[],
  members: readonly number[],
  lexicon: ActorLexicon,
  countryEnds: CountryEnds,
): Cluster {
  const list = members.map((m) => mentions[m]!);
  const names = list.filter((mention) => mention.kind === "name");
  const first = list[0]!;
  const named = names.some((mention) => !mention.demonym || mention.canonical !== undefined);
  const entityType = inferClusterType(tree, list, lexicon);
  if (!named) {
    const { start, end } = first;
    const name = tree.doc.text.slice(start, end).replace(/\s+/g, " ");
    return { name, entityType, mentions: members, aliases: [], named, speaksFor: -1 };
  }
  const forms = countForms(tree, names);
  const canonicals = names.flatMap((mention) => mention.canonical ?? []);
  // A capital that acts for its country may have a normal form of its own.
  const canonical = canonicals.find((form) => lexicon.countries.byName(form) !== undefined) ?? canonicals[0];
  const name = canonical ?? asPlace(fullestForm(forms, entityType), entityType);
  forms.push(...formsWithCountry(tree, names, countryEnds));
  const aliases = [...forms].filter(([form]) => form !== name).sort((a, b) => b[1] - a[1] || a[2] - b[2]);
  return { name, entityType, mentions: members, aliases: aliases.map(([form]) => form), named, speaksFor: -1 };
}

const isShouted = (form: string): boolean => form === form.toUpperCase();

/** A place in capitals at the head of an agency's report: "MADRID". */
const DATELINE = /^(?:\p{Lu}{4,}|\p{Lu}{3,}(?=[ -]))(?:[ -]\p{Lu}{2,})*$/u;
const SMALL = /^(?:au|de|da|do|del|la|le|of|sur|an|am)$/;

/** "MADRID" and "NEW DELHI" are written as elsewhere. */
function asPlace(name: string, type: EntityType): string {
  if (type !== "place" || !DATELINE.test(name)) return name;
  return name.replace(/\p{Lu}+/gu, (word) => {
    const lower = word.toLowerCase();
    return SMALL.test(lower) ? lower : word[0] + lower.slice(1);
  });
}

type Form = readonly [form: string, count: number, first: number];

/** "U.S. Supreme Court" where the country was taken for a name of its own: readers look for either. */
function formsWithCountry(tree: Tree, names: readonly Mention[], countryEnds: CountryEnds): Form[] {
  const forms = new Map<string, Form>();
  for (const { firstToken, endToken, entityType, start } of names) {
    const country = countryEnds.get(firstToken);
    if (country === undefined || entityType !== "organization" || endToken - firstToken < 2) continue;
    const form = `${country} ${readForms(tree, firstToken, endToken)}`;
    forms.set(form, [form, (forms.get(form)?.[1] ?? 0) + 1, start]);
  }
  return [...forms.values()];
}

/** Forms without article, with how often they occur and where first. */
function countForms(tree: Tree, names: readonly Mention[]): Form[] {
  const counts = new Map<string, [count: number, first: number]>();
  const count = (form: string, start: number): void => {
    const entry = counts.get(form);
    if (entry) entry[0]++;
    else counts.set(form, [1, start]);
  };
  for (const mention of names) {
    // "R" in "(R-Ohio)" calls the party by no name.
    if (mention.demonym && mention.end - mention.start === 1) continue;
    const form = readForms(tree, mention.firstToken, mention.endToken).replace(/^(the|a|an)\s+(?=\S)/i, "");
    count(form, mention.start);
  }
  return [...counts].map(([form, [count, at]]) => [form, count, at] as const);
}

/**
 * The form that names the thing best: for a person the commonest full name, else the one with most words, acronyms last.
 * Of equals, the form in ordinary capitals and the more frequent one.
 */
function fullestForm(forms: readonly Form[], type: EntityType): string {
  const calm = new Set(forms.flatMap(([form]) => (isShouted(form) ? [] : form.toLowerCase())));
  const rank = ([form, count, first]: Form): number[] => {
    const words = nameWords(form).length;
    const shouted = isShouted(form) && (!looksLikeAcronym(form) || calm.has(form.toLowerCase())) ? 1 : 0;
    const size = type === "person" ? Math.min(words, 2) : words;
    return [-size, shouted, type === "person" ? -count : 0, -words, -count, first];
  };
  const ranked = forms.map((entry) => ({ form: entry[0], rank: rank(entry) }));
  ranked.sort((a, b) => {
    const at = a.rank.findIndex((value, i) => value !== b.rank[i]);
    return at < 0 ? 0 : a.rank[at]! - b.rank[at]!;
  });
  return ranked[0]!.form;
}
