import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A verb form, its Penn tag and its lemma. */
export interface VerbForm {
  readonly form: string;
  readonly xpos: string;
  readonly lemma: string;
}

/** Verbs of one syllable whose last consonant is doubled: "ban", "strip". */
const DOUBLED = /^[^aeiou]*[aeiou][bdgklmnprt]$/;

/** The inflected forms of all verbs of the lexicon of stances, the irregular ones by their list. */
export async function readVerbForms(dataFolder: string): Promise<VerbForm[]> {
  const read = async (file: string): Promise<string[][]> =>
    (await readFile(join(dataFolder, file), "utf8"))
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.trimEnd().split("\t"));
  const irregular = new Map(
    (await read("training/irregular-verbs.tsv")).map(([lemma, past, participle]) => [
      lemma!,
      { VBD: past!.split("|"), VBN: participle!.split("|") },
    ]),
  );
  const verbs = new Set(irregular.keys());
  for (const [lemma, wordClass] of await read("lexicon/stance.tsv")) {
    if (wordClass === "v" && /^[a-z]+$/.test(lemma!)) verbs.add(lemma!);
  }
  return [...verbs].sort().flatMap((lemma) => inflect(lemma, irregular.get(lemma)));
}

function inflect(lemma: string, irregular: Readonly<Record<"VBD" | "VBN", readonly string[]>> | undefined): VerbForm[] {
  // Taggers take the one past form for the other.
  const past = irregular ? [...new Set([...irregular.VBD, ...irregular.VBN])] : [regularPast(lemma)];
  const forms = {
    VBD: past,
    VBN: past,
    VBG: [presentParticiple(lemma)],
    VBZ: [thirdPerson(lemma)],
  };
  return Object.entries(forms).flatMap(([xpos, list]) => list.map((form) => ({ form, xpos, lemma })));
}

function stem(lemma: string): string {
  return DOUBLED.test(lemma) ? lemma + lemma.at(-1) : lemma;
}

function regularPast(lemma: string): string {
  if (lemma.endsWith("e")) return `${lemma}d`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem(lemma)}ed`;
}

function presentParticiple(lemma: string): string {
  if (/ie$/.test(lemma)) return `${lemma.slice(0, -2)}ying`;
  return /[^eoy]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${stem(lemma)}ing`;
}

function thirdPerson(lemma: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}
