import type { Gender } from "../core/index.ts";

/** Tells the gender that a person's name or form of address suggests. */
export interface Genders {
  /** Of a first name, case as written: "Theresa" → female. Unknown where both are usual. */
  ofFirstName(name: string): Gender;
}

/** Reads the bytes of `data/lexicon/first-names.tsv`, and of a smaller table whose rows go before it. */
export function loadGenders(bytes: Uint8Array, corrections: Uint8Array): Genders {
  const decoder = new TextDecoder();
  return parseGenders(`${decoder.decode(bytes)}\n${decoder.decode(corrections)}`);
}

/** Reads a table with the columns name and `f`, `m` or `b` for both; later rows go before earlier ones. */
export function parseGenders(table: string): Genders {
  const genders = new Map<string, Gender>();
  for (const line of table.split("\n")) {
    const [name, gender] = line.trimEnd().split("\t");
    if (!name || gender === undefined) continue;
    if (gender === "f") genders.set(name, "female");
    else if (gender === "m") genders.set(name, "male");
  }
  return {
    ofFirstName(name) {
      return genders.get(name) ?? genders.get(name.replace(/-.*/, "")) ?? "unknown";
    },
  };
}

/** Forms of address that tell a gender. */
const HONORIFICS: Readonly<Record<string, Gender>> = {
  mr: "male",
  mister: "male",
  sir: "male",
  lord: "male",
  king: "male",
  prince: "male",
  pope: "male",
  father: "male",
  brother: "male",
  don: "male",
  herr: "male",
  monsieur: "male",
  sheikh: "male",
  mrs: "female",
  ms: "female",
  miss: "female",
  madam: "female",
  madame: "female",
  lady: "female",
  dame: "female",
  queen: "female",
  princess: "female",
  sister: "female",
  frau: "female",
  mme: "female",
};

/** The gender that a form of address tells: "Mrs." → female. */
export function genderOfTitle(title: string): Gender {
  return HONORIFICS[title.toLowerCase().replace(/\.$/, "")] ?? "unknown";
}
