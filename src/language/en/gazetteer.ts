import type { Countries } from "./countries.ts";

/** `data/lexicon/gazetteer.json`: words that tell what a name is, without any name of an actor. */
export interface GazetteerLists {
  readonly titles: readonly string[];
  readonly titleModifiers: readonly string[];
  readonly suffixes: readonly string[];
  readonly organizationHeads: readonly string[];
  readonly mediaHeads: readonly string[];
  readonly placeHeads: readonly string[];
  readonly eventHeads: readonly string[];
  readonly lawHeads: readonly string[];
  readonly workHeads: readonly string[];
  readonly productHeads: readonly string[];
  /** Parties, religions and peoples without a country: adjective, noun, plural noun; empty where there is none. */
  readonly beliefs: readonly (readonly [adjective: string, person: string, people: string])[];
  readonly months: readonly string[];
  readonly days: readonly string[];
}

/** What a single word may be; several may hold. */
export const WORD = {
  title: 1 << 0,
  titleModifier: 1 << 1,
  suffix: 1 << 2,
  organizationHead: 1 << 3,
  mediaHead: 1 << 4,
  placeHead: 1 << 5,
  eventHead: 1 << 6,
  lawHead: 1 << 7,
  workHead: 1 << 8,
  femaleName: 1 << 9,
  maleName: 1 << 10,
  /** Adjective of a nation, party or religion. */
  adjective: 1 << 11,
  /** Noun for the people of a nation, party or religion. */
  people: 1 << 12,
  month: 1 << 13,
  day: 1 << 14,
  productHead: 1 << 15,
} as const;

/** What a phrase may be. */
export const PHRASE = { country: 1, region: 2, city: 3, seat: 4, demonym: 5 } as const;
export type PhraseKind = (typeof PHRASE)[keyof typeof PHRASE];

/** Look-ups of words and phrases, case as in running text. */
export interface Gazetteer {
  readonly countries: Countries;
  /** Bits of `WORD`; a trailing dot does not matter, nor do capitals throughout. */
  word(form: string): number;
  /** "female", "male", "either" where both bear the name, undefined where nobody is known to. */
  firstName(name: string): "female" | "male" | "either" | undefined;
  /** Code of the country of the largest town of that name. */
  city(name: string): string | undefined;
  /** The longest country, region, city, seat of government or demonym of several words that starts at token `index`: its length in tokens and kind. */
  phrase(forms: readonly string[], index: number): { readonly length: number; readonly kind: PhraseKind } | undefined;
}

const MAX_PHRASE = 5;

/** Makes a gazetteer from the texts of `first-names.tsv` and `cities.tsv`, the word lists and the countries. */
export function createGazetteer(
  firstNames: string,
  cities: string,
  lists: GazetteerLists,
  countries: Countries,
): Gazetteer {
  const names = readTable(firstNames);
  const cityCountries = readTable(cities);
  const words = new Map<string, number>();
  const mark = (word: string, bit: number): void => {
    if (word !== "") words.set(word, (words.get(word) ?? 0) | bit);
  };
  for (const word of lists.titles) mark(word, WORD.title);
  for (const word of lists.titleModifiers) mark(word, WORD.titleModifier);
  for (const word of lists.suffixes) mark(word, WORD.suffix);
  for (const word of lists.organizationHeads) mark(word, WORD.organizationHead);
  for (const word of lists.mediaHeads) mark(word, WORD.mediaHead);
  for (const word of lists.placeHeads) mark(word, WORD.placeHead);
  for (const word of lists.eventHeads) mark(word, WORD.eventHead);
  for (const word of lists.lawHeads) mark(word, WORD.lawHead);
  for (const word of lists.workHeads) mark(word, WORD.workHead);
  for (const word of lists.productHeads) mark(word, WORD.productHead);
  for (const word of lists.months) mark(word, WORD.month);
  for (const word of lists.days) mark(word, WORD.day);
  for (const [name, gender] of names) {
    if (gender !== "m") mark(name, WORD.femaleName);
    if (gender !== "f") mark(name, WORD.maleName);
  }
  for (const [adjective, person, people] of lists.beliefs) {
    mark(adjective, WORD.adjective);
    mark(person, WORD.people);
    mark(people, WORD.people);
  }
  for (const place of [...countries.table.countries, ...countries.table.regions]) {
    for (const word of place.adjectives) mark(word, WORD.adjective);
    for (const word of [...place.person, ...place.people]) mark(word, WORD.people);
  }

  const phrases = new Map<string, PhraseKind>();
  const starts = new Set<string>();
  const addPhrase = (phrase: string, kind: PhraseKind): void => {
    const key = phrase.replace(/[,.]/g, "").toUpperCase();
    if (phrases.has(key)) return;
    phrases.set(key, kind);
    starts.add(key.split(" ", 1)[0]!);
  };
  for (const country of countries.table.countries) {
    for (const name of [country.name, country.official, ...country.aliases]) addPhrase(name, PHRASE.country);
  }
  for (const region of countries.table.regions) {
    for (const name of [region.name, ...region.aliases]) addPhrase(name, PHRASE.region);
  }
  for (const [name] of countries.table.metonyms) addPhrase(name, PHRASE.seat);
  for (const country of countries.table.countries) {
    for (const capital of country.capitals) addPhrase(capital, PHRASE.city);
  }
  for (const city of cityCountries.keys()) addPhrase(city, PHRASE.city);

  const demonyms = [
    ...lists.beliefs.flat(),
    ...[...countries.table.countries, ...countries.table.regions].flatMap((place) => [
      ...place.adjectives,
      ...place.person,
      ...place.people,
    ]),
  ];
  // Demonyms of one word are told by `word`.
  for (const demonym of demonyms) if (demonym.includes(" ")) addPhrase(demonym, PHRASE.demonym);

  const lookUp = (form: string): number => {
    const bare = form.length > 2 && form.endsWith(".") ? form.slice(0, -1) : form;
    const known = words.get(bare);
    if (known !== undefined) return known;
    if (bare.length > 3 && bare === bare.toUpperCase()) return words.get(bare[0] + bare.slice(1).toLowerCase()) ?? 0;
    return 0;
  };

  return {
    countries,
    word: lookUp,
    firstName: (name) => {
      const gender = names.get(name);
      return gender === undefined ? undefined : gender === "f" ? "female" : gender === "m" ? "male" : "either";
    },
    city: (name) => cityCountries.get(name),
    phrase: (forms, index) => {
      const first = forms[index]!;
      // A name starts with a capital; two letters in capitals are an abbreviation and must be written so.
      if (!/^\p{Lu}/u.test(first) && !/^\d/.test(first)) return undefined;
      if (!starts.has(first.replace(/[,.]/g, "").toUpperCase())) return undefined;
      let key = "";
      let found: { length: number; kind: PhraseKind } | undefined;
      for (let length = 1; length <= MAX_PHRASE && index + length <= forms.length; length++) {
        const part = forms[index + length - 1]!.replace(/[,.]/g, "").toUpperCase();
        if (part === "" && length === 1) return undefined;
        key += length === 1 || part === "" ? part : ` ${part}`;
        const kind = phrases.get(key);
        if (kind !== undefined && part !== "" && (length > 1 || first.length > 3 || first === first.toUpperCase())) {
          found = { length, kind };
        }
      }
      return found;
    },
  };
}

/** Reads the bytes of the four files. */
export function loadGazetteer(
  firstNames: Uint8Array,
  cities: Uint8Array,
  lists: Uint8Array,
  countries: Countries,
): Gazetteer {
  const decoder = new TextDecoder();
  return createGazetteer(
    decoder.decode(firstNames),
    decoder.decode(cities),
    JSON.parse(decoder.decode(lists)) as GazetteerLists,
    countries,
  );
}

function readTable(text: string): Map<string, string> {
  const rows = new Map<string, string>();
  for (const line of text.split("\n")) {
    const tab = line.indexOf("\t");
    if (tab > 0) rows.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return rows;
}

/** Tells titles ("Gov.", "Senator"), from the bytes of `gazetteer.json` alone; capitals do not matter, nor does a dot. */
export function createTitleTest(lists: Uint8Array): (form: string) => boolean {
  const { titles } = JSON.parse(new TextDecoder().decode(lists)) as GazetteerLists;
  const known = new Set(titles.map((title) => title.toLowerCase()));
  return (form) => known.has(form.toLowerCase().replace(/\.$/, ""));
}
