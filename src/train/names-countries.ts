import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Country as PackageCountry } from "world-countries";
import type { Country, CountryTable, Region } from "../language/en/countries.ts";
import {
  ALIASES,
  CAPITALS,
  COMMON_NAMES,
  DEMONYMS,
  METONYMS,
  NOT_ALIASES,
  POSTAL,
  REGIONS,
} from "./names-countries-extra.ts";

const LATIN = /^[A-Za-z\u00c0-\u017f' .()-]+$/u;
const split = (words: string): string[] => words.split("/").filter((word) => word !== "");
const unique = (words: readonly string[]): string[] => [...new Set(words)];
const withoutAccents = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "");

/** English plural and adjective of a demonym: "Kenyan" has "Kenyans", "Chinese" stays, "Icelander" is no adjective. */
function demonymsOf(country: PackageCountry): { adjectives: string[]; person: string[]; people: string[] } {
  const special = DEMONYMS[country.cca2];
  if (special) return { adjectives: split(special[0]), person: split(special[1]), people: split(special[2]) };
  const all = (country.demonyms.eng?.m ?? "")
    .split(/, | or /)
    .filter((word) => word !== "" && word !== country.name.common);
  const same = (word: string): boolean => /(ese|ish|sh|ch|ois|ais|swiss)$/i.test(word) || /^(I|Ni)-/.test(word);
  return {
    adjectives: all.filter((word) => !/er$/.test(word)),
    person: all,
    people: all.map((word) => (same(word) ? word : `${word}s`)),
  };
}

function toCountry(country: PackageCountry): Country {
  const name = COMMON_NAMES[country.cca2] ?? country.name.common;
  const official = country.name.official;
  const others = country.altSpellings.filter(
    (other) => LATIN.test(other) && other.length > 3 && other !== country.cca2 && !NOT_ALIASES.has(other),
  );
  const aliases = unique([...(ALIASES[country.cca2] ?? []), country.name.common, ...others]);
  const plain = aliases.concat(name).map(withoutAccents);
  return {
    code: country.cca2,
    name,
    official,
    aliases: unique([...aliases, ...plain]).filter((alias) => alias !== name && alias !== official),
    ...demonymsOf(country),
    capitals: unique([...(CAPITALS[country.cca2] ?? []), ...country.capital, ...country.capital.map(withoutAccents)]),
    region: country.region,
    independent: country.independent === true || country.cca2 === "PS" || country.cca2 === "TW",
  };
}

const toRegion = ([name, kind, aliases, adjectives, person, people, country]: (typeof REGIONS)[number]): Region => ({
  name,
  kind,
  ...(country === undefined ? {} : { country }),
  ...(POSTAL.has(name) ? { postal: POSTAL.get(name)! } : {}),
  aliases: split(aliases),
  adjectives: split(adjectives),
  person: split(person),
  people: split(people),
});

/** The country table of the npm package world-countries (ODbL) with what `names-countries-extra.ts` adds. */
export async function buildCountryTable(): Promise<CountryTable> {
  const file = createRequire(import.meta.url).resolve("world-countries/countries.json");
  const countries = JSON.parse(await readFile(file, "utf8")) as PackageCountry[];
  // Likelier owners of a shared word first: independent before dependent, larger before smaller.
  const sorted = [...countries].sort(
    (a, b) =>
      Number(b.independent === true) - Number(a.independent === true) || b.area - a.area || (a.cca2 < b.cca2 ? -1 : 1),
  );
  return { countries: sorted.map(toCountry), regions: REGIONS.map(toRegion), metonyms: METONYMS };
}

/** Writes the table, one country, region and metonym a line. */
export async function writeCountryTable(path: string): Promise<void> {
  const table = await buildCountryTable();
  const rows = (list: readonly unknown[]): string => list.map((row) => `  ${JSON.stringify(row)}`).join(",\n");
  await writeFile(
    path,
    `{\n "countries": [\n${rows(table.countries)}\n ],\n "regions": [\n${rows(table.regions)}\n ],\n "metonyms": [\n${rows(table.metonyms)}\n ]\n}\n`,
  );
}
