/** Words that acronyms skip. */
const SMALL = new Set([
  "of",
  "the",
  "and",
  "for",
  "in",
  "on",
  "to",
  "a",
  "an",
  "de",
  "du",
  "la",
  "le",
  "der",
  "des",
  "&",
]);

/** Words after a company's name that say only what kind of company it is. */
const LEGAL = new Set(
  "inc incorporated corp corporation co company ltd limited llc llp lp plc ag gmbh sa nv bv spa oyj asa group holdings".split(
    " ",
  ),
);

/** Words after a person's surname. */
const SUFFIX = new Set(["jr", "sr", "ii", "iii", "iv", "esq"]);

/** A name's words as they are compared: lower case, accents and dots off, no article, no possessive. */
export function nameWords(name: string): string[] {
  // Most names are plain words, for which the rules below change nothing.
  if (/^[A-Z][a-z]+(?: [A-Z][a-z]+)*$/.test(name) && !/^(?:The|An?) /.test(name)) return name.toLowerCase().split(" ");
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/’/g, "'")
    .toLowerCase()
    .replace(/'s?(?=\s|$)/g, "")
    .replace(/(?<=\b\p{L})\.(?=\s|\p{L}|$)/gu, "")
    .split(/[^\p{L}\p{N}&'.]+|\.(?=\s|$)/u)
    .filter((word, i) => word !== "" && !(i === 0 && (word === "the" || word === "a" || word === "an")));
}

/** The words without a company's legal form at the end; never empty. */
export function dropLegalForm(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && LEGAL.has(words[end - 1]!)) end--;
  return words.slice(0, end);
}

/** A person's words without "Jr." and the like. */
export function dropSuffix(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && SUFFIX.has(words[end - 1]!)) end--;
  return words.slice(0, end);
}

/** Whether the form looks like an acronym: two to seven capitals and digits, dots allowed, perhaps a plural s. */
export function looksLikeAcronym(form: string): boolean {
  return /^(?:\p{Lu}[\p{Lu}\p{N}&]{1,6}s?|(?:\p{Lu}\.){2,6})$/u.test(form);
}

/**
 * Whether the letters are the initials of the name: of all its capitalised words, with or without small words between
 * ("Food and Agriculture Organization" → FAO), a hyphenated word giving one or two ("Trans-Pacific Partnership" → TPP).
 */
export function isAcronymOf(acronym: string, name: string): boolean {
  const letters = acronym.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  if (letters.length < 2) return false;
  const whole = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const parts = name.split(/[\s\-–]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  for (const words of [whole, parts]) {
    if (words.length < 2) continue;
    const all = words.map((word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, ""));
    const main = all.filter((word) => !SMALL.has(word));
    if (initials(main) === letters || initials(all) === letters) return true;
  }
  return false;
}

function initials(words: readonly string[]): string {
  return words.map((word) => word[0] ?? "").join("");
}

/**
 * Whether two full names may be one person's: the same surname, and first names that are equal, or one the other's initial.
 * Middle names and initials do not matter ("George W. Bush", "George Bush").
 */
export function mayBeSamePerson(a: readonly string[], b: readonly string[]): boolean {
  const x = dropSuffix(a);
  const y = dropSuffix(b);
  if (x.length < 2 || y.length < 2 || x.at(-1) !== y.at(-1)) return false;
  const [p, q] = [x[0]!, y[0]!];
  if (p === q) return x.length !== y.length || x.length < 3 || x.slice(1, -1).every((w, i) => fits(w, y[i + 1]!));
  return p[0] === q[0] && (p.length === 1 || q.length === 1);
}

function fits(a: string, b: string): boolean {
  return a === b || (a[0] === b[0] && (a.length === 1 || b.length === 1));
}

/** Where the words of `short` stand in `long` as one run: at its start, its end, inside, or not at all. */
export function placeInName(short: readonly string[], long: readonly string[]): "start" | "end" | "inside" | undefined {
  if (short.length === 0 || short.length >= long.length) return undefined;
  for (let at = long.length - short.length; at >= 0; at--) {
    if (!short.every((word, i) => word === long[at + i])) continue;
    return at + short.length === long.length ? "end" : at === 0 ? "start" : "inside";
  }
  return undefined;
}
