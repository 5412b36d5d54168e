import type { Gender } from "../core/index.ts";

/** Tells the gender that a person's name or form of address suggests. */
export interface Genders {
  /** Of a first name, case as written: "Theresa" → female. Unknown where both are usual. */
  ofFirstName(name: string): Gender;
}

/** Reads the bytes of `data/lexicon/first-names.tsv`. */
export function loadGenders(bytes: Uint8Array): Genders {
  return parseGenders(new TextDecoder().decode(bytes));
}

/** Reads two lines of names separated by blanks, the first one starting with `female`, the second with `male`. */
export function parseGenders(table: string): Genders {
  const genders = new Map<string, Gender>();
  for (const line of table.split("\n")) {
    const [gender, ...names] = line.trim().split(/\s+/);
    if (gender !== "female" && gender !== "male") continue;
    for (const name of names) genders.set(name, gender);
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
