/** A country (or territory) and the words by which English-language news calls it. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** The common English name: "United States". */
  readonly name: string;
  readonly official: string;
  /** Abbreviations and other names: "US", "U.S.", "America". */
  readonly aliases: readonly string[];
  /** Adjectives of nationality: "American", "Swiss". */
  readonly adjectives: readonly string[];
  /** Nouns for one of its people: "Briton". */
  readonly person: readonly string[];
  /** Nouns for its people: "Britons", "the Swiss". */
  readonly people: readonly string[];
  readonly capitals: readonly string[];
  /** "Europe", "Asia", "Africa", "Americas", "Oceania". */
  readonly region: string;
  readonly independent: boolean;
}

/** A continent, union, part of the world or part of a country that has a name and often an adjective of its own. */
export interface Region {
  readonly name: string;
  readonly kind: "continent" | "union" | "area" | "part";
  /** For a part of a country, the country's code. */
  readonly country?: string;
  /** For a state of the USA, its two letters in addresses; "IN", "OR" and "ME" are words as well. */
  readonly postal?: string;
  readonly aliases: readonly string[];
  readonly adjectives: readonly string[];
  readonly person: readonly string[];
  readonly people: readonly string[];
}

/** `data/lexicon/countries.json`. */
export interface CountryTable {
  readonly countries: readonly Country[];
  readonly regions: readonly Region[];
  /** Seats that news uses for the government: `["Kremlin", "RU"]`; the second is a country's code or a region's name. */
  readonly metonyms: readonly (readonly [name: string, place: string])[];
}

/** Look-ups in a country table. Names may carry "the", a possessive or capitals throughout ("RUSSIANS"). */
export interface Countries {
  readonly table: CountryTable;
  byCode(code: string): Country | undefined;
  /** By common or official name or alias: "UK", "U.S.", "Côte d'Ivoire". */
  byName(name: string): Country | undefined;
  /** By adjective or noun of nationality: "German", "Germans", "Briton", "the Swiss". */
  byDemonym(word: string): Country | undefined;
  byCapital(name: string): Country | undefined;
  /** By a seat of government: "White House", "Kremlin". Capitals are not included: see `byCapital`. */
  byMetonym(name: string): Country | Region | undefined;
  regionByName(name: string): Region | undefined;
  /** By the two letters of an address: "TX". */
  regionByPostal(letters: string): Region | undefined;
  /** "European" → Europe, "Texan" → Texas. */
  regionByDemonym(word: string): Region | undefined;
  /** The country or region that an adjective or noun of nationality stands for. */
  placeOfDemonym(word: string): Country | Region | undefined;
  /** Whether the word is a noun for people ("Germans", "Briton"); "German" may be either and gives true. */
  isPeople(word: string): boolean;
  /** Whether the word is an adjective of nationality. */
  isAdjective(word: string): boolean;
}

/** "the UK's" → "UK"; curly quotes to straight ones. */
function plain(name: string): string {
  return name
    .replace(/[‘’]/g, "'")
    .replace(/^the\s+/i, "")
    .replace(/'s?$/, "")
    .replace(/\s+/g, " ");
}

class Index<T> {
  readonly #exact = new Map<string, T>();
  readonly #folded = new Map<string, T>();

  /** First come, first served: the table lists the likelier owner of a shared word first. */
  add(name: string, value: T): void {
    const key = plain(name);
    if (!this.#exact.has(key)) this.#exact.set(key, value);
    const folded = key.toUpperCase();
    // Short words in capitals are abbreviations or words ("US", "us"): those match only as written.
    if (key.length > 3 && !this.#folded.has(folded)) this.#folded.set(folded, value);
  }

  get(name: string): T | undefined {
    const key = plain(name);
    return this.#exact.get(key) ?? (key === key.toUpperCase() ? this.#folded.get(key) : undefined);
  }
}

/**
 * Makes the look-ups of a country table. Every look-up returns undefined for words that the table does not know.
 * A word that several countries share ("Congolese") gives the one that the table lists first.
 */
export function createCountries(table: CountryTable): Countries {
  const codes = new Map(table.countries.map((country) => [country.code, country]));
  const names = new Index<Country>();
  const demonyms = new Index<Country>();
  const capitals = new Index<Country>();
  const metonyms = new Index<Country | Region>();
  const regionNames = new Index<Region>();
  const postals = new Map(table.regions.map((region) => [region.postal, region]));
  const regionDemonyms = new Index<Region>();
  const people = new Index<true>();
  const adjectives = new Index<true>();

  for (const country of table.countries) names.add(country.name, country);
  for (const country of table.countries) {
    for (const alias of [country.official, ...country.aliases]) names.add(alias, country);
    for (const word of [...country.adjectives, ...country.person, ...country.people]) demonyms.add(word, country);
    if (country.independent) for (const capital of country.capitals) capitals.add(capital, country);
  }
  for (const region of table.regions) {
    for (const name of [region.name, ...region.aliases]) regionNames.add(name, region);
    for (const word of [...region.adjectives, ...region.person, ...region.people]) regionDemonyms.add(word, region);
  }
  for (const place of [...table.countries, ...table.regions]) {
    for (const word of [...place.person, ...place.people]) people.add(word, true);
    for (const word of place.adjectives) adjectives.add(word, true);
  }
  for (const [name, place] of table.metonyms) {
    const owner = codes.get(place) ?? regionNames.get(place);
    if (owner) metonyms.add(name, owner);
  }

  return {
    table,
    byCode: (code) => codes.get(code),
    byName: (name) => names.get(name),
    byDemonym: (word) => demonyms.get(word),
    byCapital: (name) => capitals.get(name),
    byMetonym: (name) => metonyms.get(name),
    regionByName: (name) => regionNames.get(name),
    regionByPostal: (letters) => postals.get(letters),
    regionByDemonym: (word) => regionDemonyms.get(word),
    placeOfDemonym: (word) => demonyms.get(word) ?? regionDemonyms.get(word),
    isPeople: (word) => people.get(word) === true,
    isAdjective: (word) => adjectives.get(word) === true,
  };
}

/** Reads the bytes of `data/lexicon/countries.json`. */
export function loadCountries(bytes: Uint8Array): Countries {
  return createCountries(JSON.parse(new TextDecoder().decode(bytes)) as CountryTable);
}
